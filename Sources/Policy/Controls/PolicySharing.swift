/// Whether the policy may be handed on as a template.
public struct PolicySharing: Control {
    public static let name = "policy.sharing"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicySharing>] = [
        Parameter("as-template", \.isShared, tighter: .free)
    ]

    public var isShared = true

    public init() {}

    public var sentence: String {
        isShared
            ? "A version can be downloaded as a template without the school's own names and addresses, with its source"
                + " and licence, and another school's template can be the start of a version."
            : "The policy cannot be downloaded as a template."
    }
}
