public import Policy

/// Personal views without the words that say so.
public struct Opinion: PostControl {
    public var disclaimer = "These are my own views and not those of the school."
    public var onMissing = Severity.warn

    public init() {}

    public static let name = "posts.opinion"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("disclaimer", \.disclaimer, tighter: .free),
            Parameter("on-missing", \.onMissing, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A personal view without a disclaimer \(onMissing.consequence); the disclaimer offered is “\(disclaimer)”"
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
