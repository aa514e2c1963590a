public import Policy

/// What the school has promised or is bound to keep to itself.
public struct Confidential: PostControl {
    public var onMention = Severity.hold
    public var categories = Confidence.allCases
    public var words: [String] = []

    public init() {}

    public static let name = "posts.confidential"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("categories", \.categories, tighter: .more()),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that touches confidential information \(onMention.consequence): \(categories.map(\.rawValue).inWords())."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
