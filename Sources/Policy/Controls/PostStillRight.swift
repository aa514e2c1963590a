/// The list that asks owners whether what they published is still right.
public struct PostStillRight: Control {
    public static let name = "posts.still-right"
    public static let kept = Kept.workflow
    public static let isBuilt = false
    public static let parameters: [Parameter<PostStillRight>] = [
        Parameter("every", \.every, tighter: .lower),
        Parameter("leavers-to", \.successors, tighter: .free, atLeast: 1),
    ]

    public var every = Cycle.termly
    /// Who owns the posts of somebody who has left.
    public var successors: [Role] = ["comms", "office"]

    public init() {}

    public var sentence: String {
        "Every published post has an owner, who is asked \(every.inWords) whether it is still right."
            + " When an owner leaves, their posts pass to \(successors.inWords("or"))."
    }
}
