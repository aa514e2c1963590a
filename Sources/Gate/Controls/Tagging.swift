public import Policy

/// Mentions of people by their handle.
public struct Tagging: PostControl {
    public var allow: [String] = []
    public var onTag = Severity.warn

    public init() {}

    public static let name = "posts.tagging"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("allow", \.allow, tighter: .fewer()),
            Parameter("on-tag", \.onTag, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A post that tags anyone but the school \(onTag.consequence)." + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
