import HTML
import Policy
import Web

/// What an approver answers before approving a post with pictures, as the policy asks (M17, W37).
struct ApprovalChecklist: Sendable {
    let questions: [String]
    /// Asked for an answer in words when pupils are shown.
    let bestInterests: String?

    init(_ rulebook: Rulebook, _ post: Post) {
        let hasPictures = !post.pictures.isEmpty
        questions = hasPictures ? rulebook.rule(PostImageChecklist.self)?.control.questions ?? [] : []
        let showsPupils = post.pictures.contains { !$0.shown.isEmpty }
        bestInterests = showsPupils ? rulebook.rule(PostBestInterests.self)?.control.question : nil
    }

    func require(_ form: Form) throws {
        for index in questions.indices where form["question-\(index)"] != "yes" {
            throw Problem.refused("Answer every question about the pictures. Where one is a no, send the post back.")
        }
        if bestInterests != nil, (form["best-interests"] ?? "").trimmed.isEmpty {
            throw Problem.refused("Say how this is in the best interests of the children it shows.")
        }
    }

    /// The answers, to be kept with the approval.
    func answers(_ form: Form) -> [(name: String, value: String)] {
        var answers = questions.enumerated().map { (name: "question \($0 + 1)", value: "\($1) yes") }
        if let bestInterests {
            answers.append(
                (name: "best interests", value: "\(bestInterests) \((form["best-interests"] ?? "").prefix(1_000))"))
        }
        return answers
    }

    /// `typed` is what stood there when the page is shown again.
    func fields(_ typed: Form?) -> Markup {
        .words {
            for (index, question) in questions.enumerated() {
                label(.class("choice")) {
                    input(
                        .type("checkbox"), .name("question-\(index)"), .value("yes"),
                        .checked(typed?["question-\(index)"] != nil))
                    span { question }
                }
            }
            if let bestInterests {
                Field(bestInterests, name: "best-interests", lines: 2, value: typed?["best-interests"] ?? "")
            }
        }
    }
}
