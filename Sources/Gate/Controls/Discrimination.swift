public import Policy

/// Slurs, and sweeping statements about people for who they are.
public struct Discrimination: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = []

    public init() {}

    public static let name = "posts.discrimination"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post with a slur, or that runs people down for a protected characteristic, \(onMention.consequence)."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
