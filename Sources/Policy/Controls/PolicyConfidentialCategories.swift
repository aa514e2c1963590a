/// The kinds of information that the policy calls confidential.
public struct PolicyConfidentialCategories: Control {
    public static let name = "policy.confidential-categories"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyConfidentialCategories>] = [
        Parameter("categories", \.categories, tighter: .more(), atLeast: 1)
    ]

    public var categories = [
        "personal information about pupils, families or staff", "politically sensitive information",
        "commercially sensitive information",
    ]

    public init() {}

    public var sentence: String {
        "The policy's page lists what counts as confidential: \(categories.joined(separator: "; "))."
            + " Nothing of the kind belongs in a post."
    }
}
