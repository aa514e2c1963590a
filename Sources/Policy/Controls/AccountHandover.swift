/// What has to be done with an account when somebody who runs it leaves.
public struct AccountHandover: Control {
    public static let name = "accounts.handover"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<AccountHandover>] = [
        Parameter("within", \.within, tighter: .shorter),
        Parameter("overdue-to", \.climbsTo, tighter: .free, atLeast: 1),
    ]

    /// How long after the leaving day every step has to be done.
    public var within = Period(5, .workingDay)
    public var climbsTo: [Role] = ["headteacher"]

    public init() {}

    public var sentence: String {
        "When somebody who runs an account gets a leaving day, or their access ends, a handover is opened for each of"
            + " their accounts: access tokens revoked, the shared password changed, their own administrator rights on the"
            + " network removed, a successor named, or the account closed. Each step is signed off by name, within"
            + " \(within.inWords) of the leaving day. What is not done by then shows on the first page of"
            + " \(climbsTo.inWords("and"))."
    }
}
