public import Policy

/// Shouting, scolding and other ways to lose a reader.
public struct Tone: PostControl {
    public var onMatch = Severity.hint

    public init() {}

    public static let name = "posts.tone"
    public static let kept = Kept.guidance
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-match", \.onMatch, tighter: .higher, allowed: [.hint, .warn])
        ]
    }

    public var sentence: String {
        "Shouting, scolding and heaps of exclamation marks or emoji: the author \(onMatch.advice)."
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
