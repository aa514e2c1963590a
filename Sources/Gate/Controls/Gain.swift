public import Policy

/// Selling, referring and promoting for private gain.
public struct Gain: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = []
    public var allow: [String] = []

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

    public func findings(in situation: Situation) -> [Remark] { [] }
}
