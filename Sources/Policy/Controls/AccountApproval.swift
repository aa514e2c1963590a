/// Who decides about a proposed account, and what a proposal has to say.
public struct AccountApproval: Control {
    public static let name = "accounts.approval"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<AccountApproval>] = [
        Parameter("approvers", \.approvers, tighter: .fewer(), atLeast: 1),
        Parameter("managers", \.managers, tighter: .higher, within: 2...6),
        Parameter("monitors", \.monitors, tighter: .fewer(), atLeast: 1),
        Parameter("reason-words", \.reasonWords, tighter: .higher, within: 1...200),
        Parameter("review", \.review, tighter: .lower),
    ]

    public var approvers: [Role] = ["senior-leader", "deputy", "headteacher"]
    /// How many people of the staff run each account at the least.
    public var managers = 2
    /// Who may watch over an account that others run.
    public var monitors: [Role] = ["senior-leader", "deputy", "headteacher", "it"]
    /// How many words a reason has at the least, so that it is not trivial.
    public var reasonWords = 12
    public var review = Cycle.yearly

    public init() {}

    public var sentence: String {
        "Whoever wants an account proposes it: its aim, whom it is for, how it is made known, \(managers.inWords) or more"
            + " members of staff who run it, \(monitors.inWords("or")) who watches over it, whether it is open or private,"
            + " a reason of at least \(reasonWords) words, house rules, why it is in the best interests of children, and a"
            + " day on which it is looked at again (\(review.inWords) at the latest). An audience younger than the network"
            + " allows is refused. The proposal is approved or turned down, with a reason that is kept, by"
            + " \(approvers.inWords("or")), and never by whoever proposed it. Only an approved proposal can be connected."
    }
}
