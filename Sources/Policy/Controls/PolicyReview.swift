/// When the policy is next reviewed, and what brings the review forward.
public struct PolicyReview: Control {
    /// What calls for a review before its time.
    public enum Trigger: String, ParameterWord {
        case legislation
        case goodPractice = "good practice"
        case caseLaw = "case law"
        case incident = "significant incident"

        public var inWords: String {
            switch self {
            case .legislation: "a change in the law"
            case .goodPractice: "new guidance on good practice"
            case .caseLaw: "a court's decision"
            case .incident: "a significant incident"
            }
        }
    }

    public static let name = "policy.review"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyReview>] = [
        Parameter("every", \.every, tighter: .lower),
        Parameter("also-on", \.triggers, tighter: .more()),
        Parameter("by", \.reviewers, tighter: .more(), atLeast: 1),
        Parameter("remind", \.remind, tighter: .longer),
    ]

    public var every = Cycle.yearly
    public var triggers: [Trigger] = []
    public var reviewers: [Role] = ["headteacher", "governor"]
    /// How long before the day the reviewers are told.
    public var remind = Period(1, .month)

    public init() {}

    public var sentence: String {
        let sooner =
            triggers.isEmpty
            ? ""
            : " It is reviewed sooner after"
                + " \(triggers.map(\.inWords).inWords("or")): somebody opens the review with its reason, and it waits"
                + " for the reviewers until a new version, or the finding that nothing need change, ends it."
        return "The policy is due for review \(every.inWords), counted from the day a version takes effect."
            + " \(reviewers.inWords().capitalisedFirst) see it \(remind.inWords) before that day, and see that it is"
            + " overdue from that day on." + sooner
    }
}
