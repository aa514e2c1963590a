public import Policy

/// Accusations against people or organisations who could be identified.
public struct Defamation: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = []

    public init() {}

    public static let name = "posts.defamation"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that accuses a person or an organisation of something they could deny \(onMention.consequence)."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
