/// The laws the policy rests on.
public struct PolicyLegal: Control {
    public static let name = "policy.legal"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyLegal>] = [
        Parameter("references", \.references, tighter: .more())
    ]

    public var references: [String] = []

    public init() {}

    public var sentence: String {
        references.isEmpty
            ? "No law is named."
            : "The policy's page lists the laws it rests on: \(references.inWords())."
    }
}
