public import Policy

/// Who is posting: a name or a team at the end.
public struct SignOff: PostControl {
    /// Names of teams that may sign, such as `The office team`; any signature will do when there are none.
    public var signatures: [String] = [] { didSet { known = ExtraWords(signatures) } }
    private var known = ExtraWords([])
    public var onMissing = Severity.hint

    public init() {}

    public static let name = "posts.sign-off"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("signatures", \.signatures, tighter: .free),
            Parameter("on-missing", \.onMissing, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A post that does not say who is posting \(onMissing.consequence)."
            + (signatures.isEmpty ? "" : " It is signed by its author, or by \(signatures.inWords("or")).")
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        guard let last = text.sentences.indices.last else { return [] }
        // The last two lines: a signature may be followed by hashtags.
        let closing = max(0, last - 1)...last
        let end = text.span(ofSentences: closing)
        let isNamed = known.spans(in: text).contains { end.overlaps($0) }
        let isAuthor = situation.mentions.contains { $0.kind == .staff && end.overlaps($0.span) }
        let isSigned = signatures.isEmpty && closing.contains { situation.isSignature($0) }
        guard !isNamed, !isAuthor, !isSigned else { return [] }
        let example = signatures.first ?? "The office team"
        return [
            Remark(
                onMissing, "Nothing says who is posting.",
                remedy: "End with a name or a team, such as “\(example)”.")
        ]
    }
}
