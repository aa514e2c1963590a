public import Policy

/// Selling, referring and promoting for private gain.
public struct Gain: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    public var allow: [String] = []
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.gain"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
            Parameter("allow", \.allow, tighter: .fewer()),
        ]
    }

    public var sentence: String {
        "A post that promotes someone's private business or gain \(onMention.consequence); the school's own fairs, shops and fundraising may be posted."
            + words.also + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] {
        let excused = ExtraWords(allow).spans(in: situation.text)
        return situation.remarks(
            of: [.gain], extra: extra, severity: onMention,
            remedy:
                "Leave it out: the school's account is not for anyone's gain. If the school has agreed to it, a senior leader decides."
        ) {
            !situation.isLesson($0.sentence)
        } because: { quoted, _ in
            "\(quoted) promotes somebody's private business."
        }
        .filter { remark in !excused.contains { $0.overlaps(remark.span ?? Span(0, 0)) } }
    }
}
