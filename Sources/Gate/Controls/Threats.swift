public import Policy

/// Threats, bullying and harassment.
public struct Threats: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = []

    public init() {}

    public static let name = "posts.threats"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that threatens, bullies or harasses \(onMention.consequence)." + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
