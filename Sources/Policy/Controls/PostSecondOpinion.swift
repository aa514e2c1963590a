/// Asking a colleague about a draft.
public struct PostSecondOpinion: Control {
    public static let name = "posts.second-opinion"
    public static let kept = Kept.workflow
    public static let isBuilt = false
    public static let parameters: [Parameter<PostSecondOpinion>] = [
        Parameter("from", \.from, tighter: .free, atLeast: 1)
    ]

    public var from: [Role] = ["teacher", "office", "senior-leader", "deputy", "headteacher"]

    public init() {}

    public var sentence: String {
        "Whoever writes a draft can ask \(from.inWords("or")) for a second opinion before submitting it."
            + " An opinion is advice: it approves nothing."
    }
}
