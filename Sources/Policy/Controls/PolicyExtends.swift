/// What schools may do with a trust's policy.
public struct PolicyExtends: Control {
    public static let name = "policy.extends"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyExtends>] = [
        Parameter("own", \.isRequired, tighter: .yes)
    ]

    /// Whether each school has to publish a policy of its own.
    public var isRequired = true

    public init() {}

    public var sentence: String {
        (isRequired
            ? "Each school publishes its own policy that extends this one, and the trust sees which have not."
            : "A school may publish its own policy that extends this one; without one, this one applies as it is.")
            + " A school's policy may add and tighten: a value that is looser than here is refused."
    }
}
