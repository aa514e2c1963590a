/// The policies this one is read with.
public struct PolicyRelated: Control {
    public static let name = "policy.related"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyRelated>] = [
        Parameter("policies", \.policies, tighter: .more())
    ]

    public var policies: [String] = []

    public init() {}

    public var sentence: String {
        policies.isEmpty
            ? "No related policies are named."
            : "The policy's page names the policies to be read with it, and links to those that Schoolgate holds:"
                + " \(policies.inWords())."
    }
}
