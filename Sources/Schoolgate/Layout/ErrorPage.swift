import HTML
import Web

/// Says what went wrong: inside the shell for somebody signed in, at the door for everybody else.
enum ErrorPage {
    static func response(_ problem: Problem, to request: Request, _ context: Context) async -> Response {
        let words = Markup.words {
            div(.class("stack measure")) {
                h1 { problem.title }
                p { problem.message }
                kept(problem, request)
                p { a(.class("button button--plain"), .href("/")) { "Go to Today" } }
            }
        }
        guard let viewer = try? await Session.viewer(of: request, context) else {
            return .page(Door(problem.title, context) { words }.body, status: problem.status)
        }
        return .page(Shell(problem.title, in: .today, for: viewer, context) { words }.body, status: problem.status)
    }

    /// What somebody wrote is not lost because nothing could keep it.
    private static func kept(_ problem: Problem, _ request: Request) -> Markup {
        guard problem.status >= 500, let text = request.form["text"], !text.isEmpty else { return Markup() }
        return Field(
            "What you wrote", name: "text", lines: 10, value: text,
            hint: "Copy it, or go back in your browser and send it again later."
        ).body
    }
}

extension Markup {
    /// Several parts as one.
    static func words(@HTMLBuilder _ content: () -> Markup) -> Markup { content() }
}
