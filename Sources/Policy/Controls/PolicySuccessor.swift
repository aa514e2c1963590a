/// The policy that will replace this one.
public struct PolicySuccessor: Control {
    public static let name = "policy.successor"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicySuccessor>] = [
        Parameter("policy", \.policy, tighter: .free),
        Parameter("on", \.day, tighter: .free),
    ]

    public var policy = ""
    public var day: [Day] = []

    public init() {}

    public var sentence: String {
        guard !policy.isEmpty || !day.isEmpty else { return "No successor is named." }
        let successor = policy.isEmpty ? "another policy" : policy
        guard let first = day.min() else { return "The policy's page says that it will be replaced by \(successor)." }
        return "The policy's page says that it will be replaced by \(successor) on \(first.inWords), and past that"
            + " day that it should have been."
    }
}
