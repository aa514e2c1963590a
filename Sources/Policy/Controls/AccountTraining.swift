/// Who may publish on the school's accounts: those who have read the policy and been trained.
public struct AccountTraining: Control {
    public static let name = "accounts.training"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<AccountTraining>] = [
        Parameter("valid-for", \.validFor, tighter: .shorter),
        Parameter("grace", \.grace, tighter: .shorter),
    ]

    /// How long a training counts, counted from its day.
    public var validFor = Period(1, .year)
    /// How long an earlier confirmation counts after a new version has taken effect.
    public var grace = Period(2, .week)

    public init() {}

    public var sentence: String {
        "Only somebody who has confirmed the policy in force, and whose last training on running accounts is no older"
            + " than \(validFor.inWords), sends or approves a post for one of the school's accounts. After a new version"
            + " takes effect, an earlier confirmation still counts for \(grace.inWords). Practice pages that nobody"
            + " proposed are open to everybody who writes posts."
    }
}
