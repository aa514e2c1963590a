/// Whom the policy is for.
public struct PolicyAudience: Control {
    public enum Group: String, ParameterWord {
        case staff, governors, directors, volunteers, contractors, consultants
        case agencyStaff = "agency staff"
        case trainees, pupils, parents
    }

    public static let name = "policy.audience"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyAudience>] = [
        Parameter("of", \.groups, tighter: .more(), atLeast: 1)
    ]

    public var groups: [Group] = [.staff, .governors]

    public init() {}

    public var sentence: String {
        "The policy applies to \(groups.map(\.rawValue).inWords()). Everybody who signs in and is one of them finds"
            + " it among the policies that apply to them."
    }
}
