/// Where people are told about the policy.
public struct PolicyAwareness: Control {
    public static let name = "policy.awareness"
    public static let kept = Kept.workflow
    public static let isBuilt = false
    public static let parameters: [Parameter<PolicyAwareness>] = [
        Parameter("channels", \.channels, tighter: .more(), atLeast: 1)
    ]

    public var channels = ["website", "staff handbook", "newsletter"]

    public init() {}

    public var sentence: String {
        "Each version has a plan of where people are told about it: \(channels.inWords())."
            + " Each has an owner and is ticked off with a date."
    }
}
