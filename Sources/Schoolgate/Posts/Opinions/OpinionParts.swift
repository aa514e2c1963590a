import HTML
import Web

/// What colleagues were asked about a post, and what they said.
struct OpinionList: HTML {
    let opinions: [Opinion]
    let people: [Person.ID: Person]
    let post: Post
    let viewer: Viewer
    let context: Context

    var body: Markup {
        guard !opinions.isEmpty else { return Markup() }
        return ul(.class("opinions"), .role("list")) {
            for opinion in opinions { li(.class("opinion")) { line(opinion) } }
        }
    }

    private func line(_ opinion: Opinion) -> Markup {
        let asked = name(opinion.askedOf), by = name(opinion.askedBy), now = context.now()
        return .words {
            p(.class("small soft")) {
                "\(by) asked \(asked) \(context.clock.moment(of: opinion.askedAt, now: now))"
                if !opinion.question.isEmpty { ": “\(opinion.question)”" }
            }
            if let answer = opinion.answer {
                p(.class("row")) {
                    if answer == .fine {
                        Chip("Fine", .gate, icon: .check)
                    } else {
                        Chip("Would change something", .warn, icon: .warn)
                    }
                    span(.class("small soft")) {
                        "\(asked), \(opinion.answeredAt.map { context.clock.moment(of: $0, now: now) } ?? "")"
                    }
                }
                if !opinion.comment.isEmpty { blockquote { p(.class("post-text")) { opinion.comment } } }
            } else {
                p { Chip("Not answered yet", icon: .clock) }
            }
        }
    }

    private func name(_ person: Person.ID) -> String { people[person]?.name ?? "Somebody who left" }
}

/// On the page of a post: what colleagues said, and the answer of whoever was asked.
struct OpinionCard: HTML {
    let opinions: [Opinion]
    let people: [Person.ID: Person]
    let post: Post
    let viewer: Viewer
    let context: Context

    var body: Markup {
        guard !opinions.isEmpty else { return Markup() }
        return section(.class("card stack"), .aria(.labelledby, "s-opinions"), .id("opinions")) {
            h2(.id("s-opinions")) { own == nil ? "Second opinion" : "What do you think?" }
            OpinionList(opinions: opinions, people: people, post: post, viewer: viewer, context: context)
            if let own { answer(to: own) }
            for opinion in takeable {
                form(.method("post"), .action(OpinionHandlers.takeBack.path(opinion.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) {
                        "Take the question back"
                        span(.class("hush")) { ": to \(people[opinion.askedOf]?.name ?? "")" }
                    }
                }
            }
            p(.class("small soft")) { "An opinion is advice: it approves nothing." }
        }
    }

    /// What the viewer has been asked and has not answered.
    private var own: Opinion? { opinions.last { $0.askedOf == viewer.id && $0.answer == nil } }

    private var takeable: [Opinion] {
        opinions.filter { $0.answer == nil && ($0.askedBy == viewer.id || post.author == viewer.id) }
    }

    private func answer(to opinion: Opinion) -> Markup {
        form(.class("stack"), .method("post"), .action(OpinionHandlers.give.path(opinion.id))) {
            CSRFField(viewer)
            fieldset {
                legend(.class("hush")) { "Your opinion" }
                for answer in Opinion.Answer.allCases {
                    label(.class("choice")) {
                        input(.type("radio"), .name("answer"), .value(answer.rawValue), .required)
                        span { answer.words }
                    }
                }
            }
            Field(
                "Your comment", name: "comment", lines: 3, hint: "Needed when you would change something.",
                attributes: [Attribute("maxlength", "\(Opinion.longest)")])
            p { button(.class("button"), .type("submit")) { "Give your opinion" } }
        }
    }
}

/// In the composer: asking a colleague, with the draft kept in the same press of the button.
struct AskColleague: HTML {
    let view: ComposerView
    let sent: ComposerForm?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        section(.class("card card--well stack"), .aria(.labelledby, "s-ask"), .id("ask")) {
            h2(.id("s-ask")) { "A second opinion" }
            if let post = view.post {
                OpinionList(
                    opinions: view.opinions, people: view.people, post: post, viewer: viewer, context: context)
            }
            if view.colleagues.isEmpty {
                p(.class("soft")) { "Nobody else is there whom the policy lets you ask." }
            } else {
                details(Attribute("open", if: error != nil)) {
                    summary { view.opinions.isEmpty ? "Ask a colleague" : "Ask another colleague" }
                    div(.class("stack")) {
                        Field(
                            "Whom?", name: "colleague",
                            options: [(value: "", label: "Choose…")]
                                + view.colleagues.map { (value: "\($0.id.rawValue)", label: $0.name) },
                            error: error)
                        Field(
                            "What would you like to know? (optional)", name: "question", lines: 2,
                            hint: "Such as: Is the joke all right? They find it on their Today page.",
                            attributes: [Attribute("maxlength", "\(Opinion.longest)")])
                        p {
                            button(
                                .class("button button--plain"), .type("submit"), .name("intent"),
                                .value(ComposerForm.Intent.ask.rawValue)
                            ) { "Keep the draft and ask" }
                        }
                    }
                }
            }
        }
    }

    private var error: String? { sent?.errors["colleague"] }
}
