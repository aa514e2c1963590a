/// The questions a person answers about the pictures of a post before approving it.
public struct PostImageChecklist: Control {
    public static let name = "posts.image-checklist"
    public static let kept = Kept.attested
    public static let parameters: [Parameter<PostImageChecklist>] = [
        Parameter("questions", \.questions, tighter: .more(), atLeast: 1)
    ]

    public var questions = [
        "Is everybody in the picture dressed for what they are doing?",
        "Would everybody in the picture be happy to see it shared?",
        "Is nobody made fun of?",
    ]

    public init() {}

    public var sentence: String {
        "Whoever approves a post with a picture or video answers yes to \(questions.count.inWords)"
            + " question\(questions.count == 1 ? "" : "s") first: \(questions.joined(separator: " "))"
            + " The answers are kept with the approval. A picture that does not pass is deleted, and only the"
            + " deletion is recorded, not the picture."
    }
}
