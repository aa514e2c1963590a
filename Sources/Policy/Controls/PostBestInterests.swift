/// The question about the children's interests, asked before a post that shows pupils is approved.
public struct PostBestInterests: Control {
    public static let name = "posts.best-interests"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PostBestInterests>] = [
        Parameter("question", \.question, tighter: .free)
    ]

    public var question = "How is this post in the best interests of the children it shows?"

    public init() {}

    public var sentence: String {
        "A post that shows a pupil cannot be approved before the approver has answered: \(question)"
            + " The answer is kept with the approval."
    }
}
