public import Policy

/// The author's own details and personal accounts.
public struct OwnDetails: PostControl {
    public var onFound = Severity.hold

    public init() {}

    public static let name = "posts.own-details"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<OwnDetails>] = [
        Parameter("on-found", \.onFound, tighter: .higher, allowed: Severity.forText)
    ]

    public var sentence: String {
        "A post with its author's own phone, email, address or personal account \(onFound.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        let places = text.words.indices.flatMap { index in
            (OwnDetails.phrases[text.words[index]] ?? []).filter { phrase in
                index + phrase.words.count <= text.words.count
                    && phrase.words.indices.allSatisfy { text.words[index + $0].folded == phrase.words[$0] }
            }.map { (span: text.span(from: index, through: index + $0.words.count - 1), isEnough: $0.isEnough) }
        }
        let told = situation.reading.hits(of: .ownAccount).map {
            Remark(
                onFound, at: situation.reading.span(of: $0), "This leads readers to your own account.",
                remedy: "Give the school's account or the office instead; keep your own to yourself.")
        }
        guard !places.isEmpty else { return told }
        let own = Set([situation.school?.handle, situation.school?.email].compactMap { $0.map { Folding.key($0) } })
        let accounts = text.units.filter {
            ($0.kind == .handle || $0.kind == .email) && !own.contains(Folding.key(text.string($0.span)))
        }.map(\.span)
        let details = accounts + DetailScan(text: text, situation: situation, mentions: []).run().map(\.span)
        return told
            + places.compactMap { place -> Remark? in
                let near = details.filter { $0.start >= place.span.start && $0.start - place.span.end < 80 }
                guard place.isEnough || !near.isEmpty else { return nil }
                let end = near.map(\.end).min() ?? place.span.end
                return Remark(
                    onFound, at: Span(place.span.start, max(end, place.span.end)),
                    "This gives away your own details or account.",
                    remedy: "Give the school's account or the office instead; keep your own to yourself.")
            }
    }

    /// Words that give something away by themselves, and words that do beside a number, an address or a handle.
    private static let phrases: WordMap<[(words: [String], isEnough: Bool)]> = {
        let enough = """
            follow me on|my insta|my instagram|my snap|my snapchat|my tiktok|my twitter|my facebook|my personal account|
            my personal email|my personal number|my personal mobile|my mobile number|add me on|dm me|friend me on|find me on|
            my whatsapp|my home address|my own account|my youtube channel|my discord|
            my gamertag|my onlyfans|my linkedin|my private account|i live at
            """
        let beside = """
            my number|my mobile|my email|my phone|my address|email me|call me|text me|ring me|message me|contact me|follow me|
            add me|reach me|whatsapp me|my handle|my account|find me
            """
        func list(_ text: String, _ isEnough: Bool) -> [(words: [String], isEnough: Bool)] {
            text.split { $0 == "|" || $0 == "\n" }.map { ($0.split(separator: " ").map(String.init), isEnough) }
        }
        return WordMap(Dictionary(grouping: list(enough, true) + list(beside, false)) { $0.words.first ?? "" })
    }()
}
