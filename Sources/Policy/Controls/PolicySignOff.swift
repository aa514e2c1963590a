/// Who signs a version before it takes effect.
public struct PolicySignOff: Control {
    public static let name = "policy.sign-off"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicySignOff>] = [
        Parameter("roles", \.roles, tighter: .more(), atLeast: 1)
    ]

    public var roles: [Role] = ["headteacher", "governor"]

    public init() {}

    public var sentence: String {
        "No version takes effect before it has been signed by \(roles.inWords())"
            + (roles.count > 1 ? ", each a different person" : "")
            + ". Name, role and time of every signature are kept with the version, and a signature holds for exactly"
            + " the text that was signed."
    }
}
