public import Policy

/// Selling, referring and promoting for private gain.
public struct Gain: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    public var allow: [String] = []
    /// Businesses that people at the school have declared an interest in.
    public var interests: [String] = [] { didSet { declared = ExtraWords(interests) } }
    private var extra = ExtraWords([])
    private var declared = ExtraWords([])

    public init() {}

    public static let name = "posts.gain"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
            Parameter("allow", \.allow, tighter: .fewer()),
            Parameter("interests", \.interests, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that promotes someone's private business or gain \(onMention.consequence); the school's own fairs, shops and fundraising may be posted."
            + words.also + allow.except
            + (interests.isEmpty ? "" : " Declared interests, which it may not name: \(interests.inWords()).")
    }

    public func findings(in situation: Situation) -> [Remark] {
        let excused = ExtraWords(allow).spans(in: situation.text)
        let named = declared.spans(in: situation.text).map {
            Remark(
                onMention, at: $0, "Somebody at the school has declared an interest in \(situation.quoted($0)).",
                remedy: "Leave it out, or have somebody without an interest in it decide. A senior leader can.")
        }
        let remedy =
            "Leave it out: the school's account is not for anyone's gain. If the school has agreed to it, a senior leader decides."
        let found =
            named
            + situation.remarks(of: [.gain], extra: extra, severity: onMention, remedy: remedy) {
                !situation.isLesson($0.sentence)
            } because: { quoted, _ in
                "\(quoted) promotes somebody's private business."
            }
            .filter { remark in !excused.contains { $0.overlaps(remark.span ?? Span(0, 0)) } }
        guard excused.isEmpty else { return found }
        return found + situation.remarks(of: .gain, unless: found, severity: onMention, remedy: remedy)
    }
}
