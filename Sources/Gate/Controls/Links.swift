public import Policy

/// Where the links of a post lead.
public struct Links: PostControl {
    public var onBlocked = Severity.hold
    public var onDisguised = Severity.hold
    public var onShortened = Severity.warn
    public var onBroken = Severity.warn
    public var block: [String] = []
    public var allow: [String] = []
    public var shorteners: [String] = []

    public init() {}

    public static let name = "posts.links"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-blocked", \.onBlocked, tighter: .higher, allowed: Severity.forText),
            Parameter("on-disguised", \.onDisguised, tighter: .higher, allowed: Severity.forText),
            Parameter("on-shortened", \.onShortened, tighter: .higher, allowed: Severity.forText),
            Parameter("on-broken", \.onBroken, tighter: .higher, allowed: Severity.forText),
            Parameter("block", \.block, tighter: .more()),
            Parameter("allow", \.allow, tighter: .fewer()),
            Parameter("shorteners", \.shorteners, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A link to a blocked site \(onBlocked.consequence); one that leads elsewhere than it says \(onDisguised.consequence); "
            + "a shortened one that nobody has followed \(onShortened.consequence); a broken one \(onBroken.consequence)."
            + block.alsoBlocked + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
