public import Policy

/// Where a picture comes from: the school's own, with permission, or under a licence.
public struct Provenance: PostControl {
    public var onMissing = Severity.hold

    public init() {}

    public static let name = "posts.provenance"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Provenance>] = [
        Parameter("on-missing", \.onMissing, tighter: .higher, allowed: [.warn, .hold, .block])
    ]

    public var sentence: String {
        "A post with a picture that is neither the school's own, nor used with permission or a licence,"
            + " \(onMissing.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let pictures = situation.post.images.enumerated().compactMap { index, image -> Remark? in
            guard Source(image.provenance) == nil else { return nil }
            let said =
                (image.provenance ?? "").isEmpty
                ? "does not say where it comes from" : "comes from somewhere we may not use"
            return Remark(
                onMissing, image: index, "\(image.called(index).capitalisedFirst) \(said).",
                remedy:
                    "Say whether it is your own, used with permission, or under a licence; otherwise take another \(image.word)."
            )
        }
        return pictures + borrowed(in: situation.text)
    }

    /// The text itself says that something was taken from elsewhere: `image from Google`, `nabbed it off the internet`.
    private func borrowed(in text: AnalysedText) -> [Remark] {
        text.words.indices.compactMap { place in
            guard Provenance.places.contains(text.words[place]),
                let start = taking(before: place, in: text)
            else { return nil }
            return Remark(
                min(onMissing, .hold), at: text.span(from: start, through: place),
                "This says that something was taken from elsewhere, which needs its owner's permission.",
                remedy: "Use your own, ask its owner, or choose one with a licence and name its author.")
        }
    }

    /// Where the taking begins: a thing or a verb of taking in the same sentence, before `from` or the like.
    private func taking(before place: Int, in text: AnalysedText) -> Int? {
        let sentence = text.words[place].sentence
        let near = max(0, place - 3)..<place
        guard let preposition = near.last(where: { Provenance.ways.contains(text.words[$0]) }),
            text.words[preposition].sentence == sentence
        else { return nil }
        for index in stride(from: preposition - 1, through: max(0, preposition - 9), by: -1)
        where text.words[index].sentence == sentence {
            if Provenance.takings.contains(text.words[index]) { return index }
            let isClose = preposition - index <= 2 && text.words[preposition].folded != "on"
            if isClose, Provenance.things.contains(text.words[index]) { return index }
        }
        return nil
    }

    private static let ways: WordSet = ["from", "off", "via", "on"]
    private static let takings: WordSet = [
        "nabbed", "grabbed", "pinched", "nicked", "borrowed", "lifted", "swiped", "copied", "downloaded", "ripped",
        "screenshotted", "stole", "stolen", "snaffled", "pulled", "saved", "snipped", "traced",
    ]
    private static let things: WordSet = [
        "image", "images", "picture", "pictures", "photo", "photos", "graphic", "cartoon", "video", "clip", "meme",
        "pic", "pics",
    ]
    private static let places: WordSet = [
        "google", "pinterest", "getty", "shutterstock", "internet", "web", "instagram", "facebook", "tiktok", "twitter",
        "youtube", "disney", "bbc", "newspaper", "online", "netflix", "spotify", "twinkl", "etsy", "amazon", "bing",
        "telly", "tv", "magazine", "website", "webpage", "site",
    ]

    /// What a picture's provenance begins with, and what follows the colon.
    enum Source: Equatable {
        case own
        case permission(String)
        case licence(String)

        init?(_ provenance: String?) {
            let text = (provenance ?? "").drop { $0.isWhitespace }
            let word = Folding.key(text.prefix { $0.isLetter })
            let rest = text.drop { $0.isLetter }.drop { $0.isWhitespace || $0 == ":" || $0 == "," || $0 == "-" }
            switch word {
            case "own": self = .own
            case "permission": self = .permission(String(rest))
            case "licence", "license": self = .licence(String(rest))
            default: return nil
            }
        }
    }
}
