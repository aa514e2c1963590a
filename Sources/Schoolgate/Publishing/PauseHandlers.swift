import Database
import HTML
import Web

/// Everything a school has not yet said, stopped with one action, and let go with another.
enum PauseHandlers {
    static let show = FixedRoute(.get, "/pause")
    static let begin = FixedRoute(.post, "/pause")
    static let end = FixedRoute(.post, "/pause/end")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .holding(.pausePosting), use: show)
        router.on(begin, for: .holding(.pausePosting), use: begin)
        router.on(end, for: .holding(.pausePosting), use: end)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await page(context, viewer, FieldErrors()))
    }

    static func begin(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        var reader = FormReader(request.form)
        let reason = reader.line(
            "reason", missing: "Say why in a few words: everybody who comes to a page will read it.",
            most: Pause.longestReason)
        guard reader.errors.isEmpty else {
            return .page(try await page(context, viewer, reader.errors), status: 422)
        }
        let now = context.now()
        try await context.database.write { db in
            try Pause.begin(at: viewer.school.id, because: reason, by: viewer.id, now: now, in: db)
        }
        return .seeOther(show.path())
    }

    static func end(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            try Pause.end(at: viewer.school.id, by: viewer.id, now: now, in: db)
        }
        return .seeOther(CalendarRoutes.show.path())
    }

    private static func page(_ context: Context, _ viewer: Viewer, _ errors: FieldErrors) async throws -> Markup {
        let now = context.now()
        let (waiting, flying) = try await context.database.read { db in
            let flying = try db.one(
                """
                SELECT count(*) FROM deliveries JOIN posts ON posts.id = deliveries.post_id
                WHERE posts.school_id = \(viewer.school.id) AND deliveries.kind = 'publish'
                    AND deliveries.state IN ('sent', 'unknown')
                """
            ) { $0.int(0) }
            return (try Pause.Waiting.of(viewer.school.id, now: now, in: db), flying)
        }
        return PausePage(waiting: waiting, flying: flying, errors: errors, viewer: viewer, context: context).body
    }
}

/// The page of the pause: what it does, what stands in the queue, and the one button.
struct PausePage: HTML {
    let waiting: Pause.Waiting
    /// How many had left when it began, with an outcome nobody knows yet.
    let flying: Int64
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell(heading, in: .calendar, for: viewer, context) {
            PageHead(overline: "Calendar", heading: heading)
            errors.summary
            div(.class("card stack measure")) {
                if viewer.pause == nil { begin } else { end }
            }
        }
    }

    private var heading: String { viewer.pause == nil ? "Posts go out as planned" : "Nothing goes out" }

    private var begin: Markup {
        .words {
            h2 { "Pause all posting" }
            p {
                "Nothing of \(viewer.school.name) goes out until somebody resumes: \(count(waiting.stillPosts + waiting.missedPosts)) in the queue would wait. What is already out stays out."
            }
            PauseForm(viewer: viewer, error: errors["reason"])
        }
    }

    private var end: Markup {
        .words {
            if flying > 0 {
                p {
                    "\(flying == 1 ? "One delivery" : "\(flying) deliveries") had left before the pause; the network is asked what became of it, and nothing is sent again."
                }
            }
            h2 { "Resume posting" }
            ul {
                li {
                    waiting.missedPosts == 0
                        ? "No post has missed its time."
                        : "\(count(waiting.missedPosts)) missed \(waiting.missedPosts == 1 ? "its" : "their") time and \(waiting.missedPosts == 1 ? "goes" : "go") back to a person."
                }
                li {
                    waiting.stillPosts == 0
                        ? "No other post is in the queue."
                        : "\(count(waiting.stillPosts)) \(waiting.stillPosts == 1 ? "goes" : "go") out at the time planned, or at once where none was."
                }
            }
            form(.method("post"), .action(PauseHandlers.end.path())) {
                CSRFField(viewer)
                button(.class("button"), .type("submit")) { "Resume posting" }
            }
        }
    }

    private func count(_ posts: Int) -> String {
        posts == 1 ? "One post" : posts == 0 ? "no post" : "\(posts) posts"
    }
}

/// The reason and the button, on the page of the pause and wherever somebody may need it in a hurry.
struct PauseForm: HTML {
    let viewer: Viewer
    var error: String?

    var body: Markup {
        form(.class("stack"), .method("post"), .action(PauseHandlers.begin.path())) {
            CSRFField(viewer)
            Field(
                "Why?", name: "reason", hint: "Such as: An incident at school, wait for the head.", error: error,
                attributes: [.required, Attribute("maxlength", "\(Pause.longestReason)")])
            p { button(.class("button button--danger"), .type("submit")) { "Pause all posting" } }
        }
    }
}

/// The way to the pause on Today and in the calendar, closed until it is needed.
struct PauseDoor: HTML {
    let viewer: Viewer

    var body: Markup {
        guard viewer.may(.pausePosting), viewer.pause == nil else { return Markup() }
        return details(.class("pause-door")) {
            summary { "Pause all posting" }
            p(.class("small soft")) { "Nothing goes out until somebody resumes. What is out stays out." }
            PauseForm(viewer: viewer)
        }
    }
}

/// Says on every page of the school that nothing goes out.
struct PauseBanner: HTML {
    let pause: Pause
    let viewer: Viewer
    let context: Context

    var body: Markup {
        div(.class("banner"), .role("region"), .aria(.label, "Posting is paused")) {
            Icon.hold.markup
            div {
                h2 { "Posting is paused. Nothing goes out." }
                p {
                    "\(pause.by) paused it \(context.clock.moment(of: pause.since, now: context.now())): “\(pause.reason)” "
                    if viewer.may(.pausePosting) { a(.href(PauseHandlers.show.path())) { "Resume posting" } }
                }
            }
        }
    }
}
