public import Policy

/// The author's name beside material that is somebody else's.
public struct Credit: PostControl {
    public var onMissing = Level.warn

    public init() {}

    public static let name = "posts.credit"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Credit>] = [
        Parameter("on-missing", \.onMissing, tighter: .higher)
    ]

    public var sentence: String {
        "A post with somebody else's picture that does not name its author \(onMissing.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        guard let severity = onMissing.severity else { return [] }
        return situation.post.images.enumerated().compactMap { index, image in
            let details: String
            switch Provenance.Source(image.provenance) {
            case .permission(let rest), .licence(let rest): details = rest
            case .own, nil: return nil
            }
            let names = Credit.names(in: details)
            guard !Credit.isGiven(in: situation.text), !Credit.gives(names, in: situation.text) else { return nil }
            return Remark(
                severity, image: index,
                "Picture \(index + 1) is somebody else's, and the post does not name its author.",
                remedy:
                    "Add a line such as “Photo: \(names.isEmpty ? "Jo Bell" : names.joined(separator: " "))” to the post."
            )
        }
    }

    /// The author's name, as far as the details give one: what is left beside the licence's own words.
    private static func names(in details: String) -> [String] {
        let text = AnalysedText(details)
        return text.words.filter {
            !$0.hasDigit && $0.isCapitalised && $0.folded.utf8.count > 1 && !licenceWords.contains($0.folded)
        }.map { text.string($0.span) }
    }

    /// Whether the text says the whole name somewhere, as in a thank-you.
    private static func gives(_ names: [String], in text: AnalysedText) -> Bool {
        guard !names.isEmpty else { return false }
        let written = Set(text.words.map(\.folded))
        return names.allSatisfy { written.contains(Folding.key($0)) }
    }

    private static func isGiven(in text: AnalysedText) -> Bool {
        if text.bytes.indices.dropLast().contains(where: { text.bytes[$0] == 0xC2 && text.bytes[$0 + 1] == 0xA9 }) {
            return true
        }
        return text.words.indices.dropLast().contains { index in
            let (word, next) = (text.words[index].folded, text.words[index + 1].folded)
            if ["credit", "courtesy", "copyright"].contains(word) { return true }
            guard ["photo", "picture", "image", "video", "artwork", "illustration", "photograph"].contains(word) else {
                return false
            }
            let isColon =
                text.words[index].span.end < text.bytes.count
                && text.bytes[text.words[index].span.end] == UInt8(ascii: ":")
            return ["by", "credit", "courtesy"].contains(next) || isColon
        }
    }

    private static let licenceWords: Set<String> = [
        "cc", "by", "sa", "nc", "nd", "zero", "creative", "commons", "attribution", "sharealike", "share", "alike",
        "noncommercial", "commercial", "non", "no", "derivatives", "international", "generic", "unported", "public",
        "domain", "licence", "license", "licensed", "under", "the", "royalty", "free", "given", "granted", "permission",
        "yes", "received", "open", "stock", "paid", "bought", "photo", "image", "picture", "of", "email", "written",
        "verbal", "from", "to", "use", "in", "on", "via", "and", "school", "uk", "unknown", "author", "ogl",
        "government",
    ]
}
