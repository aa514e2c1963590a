import Database
import HTML
import Web

enum PostHandlers {
    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let shelf = PostShelf(rawValue: request.query["show"] ?? "") ?? .underWay
        let list = try await context.database.read { db in try PostList.load(shelf, viewer, in: db) }
        return .page(PostsPage(shelf: shelf, list: list, viewer: viewer, context: context).body)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let view = try await context.database.read { db in try PostView.load(id, viewer, context, in: db) }
        return .page(PostPage(view: view, viewer: viewer, context: context).body)
    }

    static func discard(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response
    {
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            try post.discard(by: viewer.id, now: now, in: db)
            try post.erasePictures(context, at: now, in: db)
        }
        return .seeOther(PostRoutes.index.path())
    }

    /// Takes a published post down everywhere; the reason is kept.
    static func remove(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let reason = String((request.form["reason"] ?? "").prefix(1_000)).trimmed
        guard !reason.isEmpty else { throw Problem.refused("Say why it comes down, so that others know later.") }
        if let page = try await warning(.removal, "reason", id, request, context, viewer) { return page }
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            guard post.state == .published || post.state == .publishing else {
                throw Problem.refused("This post is \(post.state.rawValue), so there is nothing to take down.")
            }
            try Delivery.remove(post, because: reason, clause: nil, due: nil, by: viewer.id, at: now, in: db)
            try post.record(
                "opened the removal of", by: viewer.id, clause: nil, fields: [("reason", reason)], at: now, in: db)
        }
        return .seeOther(PostRoutes.show.path(id))
    }

    /// The post's page with the reason as it was typed, when it names a child; nil when it does not.
    static func warning(
        _ place: Reason.Place, _ field: String, _ id: Post.ID, _ request: Request, _ context: Context, _ viewer: Viewer
    ) async throws -> Response? {
        let view = try await context.database.read { db -> (PostView, Reason)? in
            guard let reason = try Reason.toWarnOf(place, field, request, viewer, context, in: db) else { return nil }
            return (try PostView.load(id, viewer, context, in: db), reason)
        }
        guard let (view, reason) = view else { return nil }
        return .page(PostPage(view: view, viewer: viewer, context: context, warned: reason).body, status: 422)
    }
}

enum ApprovalHandlers {
    static func approve(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response
    {
        let seen = request.form["fingerprint"] ?? "", note = String((request.form["note"] ?? "").prefix(2_000))
        if let page = try await PostHandlers.warning(.decision, "note", id, request, context, viewer) { return page }
        try await decide(id, request, context, viewer) { post, verdict, room, now, db in
            let checklist = ApprovalChecklist(room.rulebook, post)
            try checklist.require(request.form)
            _ = try post.approve(
                seen, note: note, answers: checklist.answers(request.form), by: viewer, verdict, in: room, now: now,
                in: db)
        }
        return .seeOther(PostRoutes.show.path(id))
    }

    static func sendBack(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response
    {
        let seen = request.form["fingerprint"] ?? "", note = String((request.form["note"] ?? "").prefix(2_000))
        if let page = try await PostHandlers.warning(.decision, "note", id, request, context, viewer) { return page }
        try await decide(id, request, context, viewer) { post, verdict, room, now, db in
            try post.sendBack(seen, because: note, by: viewer, verdict, in: room, now: now, in: db)
        }
        return .seeOther(PostRoutes.show.path(id))
    }

    /// The gate looks again at approval: facts may have changed since the post was sent.
    private static func decide(
        _ id: Post.ID, _ request: Request, _ context: Context, _ viewer: Viewer,
        _ body: @Sendable (Post, Verdict, GateRoom, Instant, Connection) throws -> Void
    ) async throws {
        let now = context.now(), today = context.today
        let links = try await context.links.facts(ofPost: id, at: viewer.school.id, context)
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
            let facts = try PostFacts.gather(
                Draft(post), at: viewer.school, author: post.author, links: links, today: today, in: db)
            let verdict = Verdict.of(facts, in: room, on: context.clock.day(of: post.slot ?? now))
            try body(post, verdict, room, now, db)
        }
    }
}
