/// What the governing body decided so that the policy can be carried out, kept with each version.
public struct PolicyDelegation: Control {
    /// A decision of the governing body about a version.
    public enum Decision: String, ParameterWord {
        case delegation, funding, evaluation
    }

    public static let name = "policy.delegation"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyDelegation>] = [
        Parameter("record", \.decisions, tighter: .more(), atLeast: 1)
    ]

    public var decisions: [Decision] = [.delegation, .funding]

    public init() {}

    public var sentence: String {
        "The governing body's decision on \(decisions.map(\.rawValue).inWords()) is kept with each version, with its"
            + " minute and day. What is missing is shown on the version's page, and to the governors on their first page."
    }
}
