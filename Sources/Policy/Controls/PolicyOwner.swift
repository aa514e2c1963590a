/// Who looks after the policy.
public struct PolicyOwner: Control {
    public static let name = "policy.owner"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyOwner>] = [
        Parameter("role", \.role, tighter: .free)
    ]

    public var role: Role = "headteacher"

    public init() {}

    public var sentence: String {
        "\(role.inWords.capitalisedFirst) looks after this policy: the policy's page says so, drafts of the next version"
            + " are theirs, and a review that is due, the plan for making the policy known and its successor wait on"
            + " their first page."
    }
}
