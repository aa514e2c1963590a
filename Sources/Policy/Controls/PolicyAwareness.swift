/// Where people are told about a version.
public struct PolicyAwareness: Control {
    public static let name = "policy.awareness"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyAwareness>] = [
        Parameter("channels", \.channels, tighter: .more(), atLeast: 1),
        Parameter("within", \.within, tighter: .shorter),
    ]

    public var channels = ["website", "staff handbook", "newsletter"]
    /// By when, counted from the day a version takes effect.
    public var within = Period(1, .month)

    public init() {}

    public var sentence: String {
        "Each version has a plan of where people are told about it: \(channels.inWords())."
            + " Each place has an owner and a day, \(within.inWords) after the version takes effect unless another is"
            + " set, and is ticked off with the day it was done. What is late shows on the first page of its owner and"
            + " of whoever looks after the policy."
    }
}
