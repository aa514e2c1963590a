import Database
import HTML
import Policy
import Web

extension PostHandlers {
    /// W23: begins a correction, and leads to its words.
    static func correct(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID
    ) async throws -> Response {
        let reason = String((request.form["correction"] ?? "").prefix(1_000)).trimmed
        if let page = try await warning(.correction, "correction", id, request, context, viewer) { return page }
        let draft = try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            return try post.correct(because: reason, by: viewer, context, in: db)
        }
        return .seeOther(PostRoutes.edit.path(draft))
    }
}

/// The way to put right what is out.
struct CorrectionCard: HTML {
    let post: Post
    let viewer: Viewer
    var warned: Reason?

    var body: Markup {
        details(.class("card"), Attribute("open", if: warned != nil)) {
            summary { "Correct it" }
            form(.method("post"), .action(PostRoutes.correct.path(post.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "What was wrong?", name: "correction", lines: 2, value: warned?.text ?? "",
                    hint:
                        "Without children’s names. This post stays as it is until the correction is out, and is then taken down; both are kept.",
                    error: warned?.warning)
                if warned != nil { NamesNobody() }
                p { button(.class("button button--plain"), .type("submit")) { "Begin the correction" } }
            }
        }
    }
}

/// The original and every correction of it, with who made it, when and why.
struct CorrectionHistory: HTML {
    let view: PostView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        guard let (original, corrections) = view.corrections else { return Markup() }
        return section(.class("card stack"), .aria(.labelledby, "s-corrections")) {
            h2(.id("s-corrections")) { "The original and its corrections" }
            ol(.class("stack")) {
                li {
                    p { b { view.post.id == original.id ? "The original, which you are reading" : "The original" } }
                    words(original.id, original.text)
                }
                for correction in corrections where correction.state != .discarded {
                    li {
                        p {
                            b {
                                view.post.id == correction.post ? "This correction" : "A correction"
                            }
                            ", begun by \(correction.begunBy), \(context.clock.moment(of: correction.begunAt, now: context.now())). "
                            correction.state.chip
                        }
                        if !correction.reason.isEmpty {
                            p(.class("soft")) {
                                viewer.seesReasons(of: view.post)
                                    ? "What was wrong: \(correction.reason)" : "The reason is kept with the post."
                            }
                        }
                        words(correction.post, correction.text)
                    }
                }
            }
        }
    }

    @HTMLBuilder private func words(_ id: Post.ID, _ text: String) -> Markup {
        if id != view.post.id {
            details {
                summary { "Its words" }
                p { text }
                p { a(.href(PostRoutes.show.path(id))) { "Open it" } }
            }
        }
    }
}
