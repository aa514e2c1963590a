public import Policy

/// Hints that a child may be at risk.
public struct Safeguarding: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = []

    public init() {}

    public static let name = "posts.safeguarding"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that hints at a child at risk \(onMention.consequence), and its author is told to speak to the designated safeguarding lead."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
