import Database
import Gate
import Web

/// What people decide about a post's deliveries: each decision is a resource of its own.
enum DeliveryHandlers {
    static let again = Route<Delivery.ID>(.post, "/deliveries/:id/attempt")
    static let abandon = Route<Delivery.ID>(.post, "/deliveries/:id/abandonment")
    static let doneByHand = Route<Delivery.ID>(.post, "/deliveries/:id/done-by-hand")

    static func register(on router: inout Router<Context>) {
        router.on(again, for: .holding(.writePosts), use: again)
        router.on(abandon, for: .holding(.writePosts), use: abandon)
        router.on(doneByHand, for: .holding(.removePosts), use: doneByHand)
    }

    static func again(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Delivery.ID
    ) async throws -> Response {
        let links = try await links(of: id, at: viewer.school.id, context)
        let today = context.today
        return try await decide(id, context, viewer) { delivery, post, now, db in
            let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
            let facts = try PostFacts.gather(
                Draft(post), at: viewer.school, author: post.author, links: links, today: today, in: db)
            let verdict = Verdict.of(facts, in: room, on: today)
            try delivery.tryAgain(by: viewer, post, verdict, in: room, at: now, in: db)
        }
    }

    static func abandon(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Delivery.ID
    ) async throws -> Response {
        try await decide(id, context, viewer) { delivery, post, now, db in
            try delivery.abandon(by: viewer.id, post, at: now, in: db)
        }
    }

    /// Somebody did by hand what the network does not let a program do.
    static func doneByHand(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Delivery.ID
    ) async throws -> Response {
        let isDone = request.form["outcome"] != "no"
        return try await decide(id, context, viewer) { delivery, post, now, db in
            try delivery.settleByHand(isDone: isDone, by: viewer.id, post, at: now, in: db)
        }
    }

    private static func links(
        of id: Delivery.ID, at school: School.ID, _ context: Context
    ) async throws -> [Link] {
        guard let post = try await context.database.read({ db in try Delivery.find(id, in: db)?.post }) else {
            throw Problem.notFound
        }
        return try await context.links.facts(ofPost: post, at: school, context)
    }

    private static func decide(
        _ id: Delivery.ID, _ context: Context, _ viewer: Viewer,
        _ body: @Sendable (Delivery, Post, Instant, Connection) throws -> Void
    ) async throws -> Response {
        let now = context.now()
        let post = try await context.database.write { db -> Post.ID in
            guard let known = try Delivery.find(id, in: db) else { throw Problem.notFound }
            try Post.lock([known.post], at: viewer.school.id, in: db)
            guard let delivery = try Delivery.find(id, in: db),
                let post = try Post.find(delivery.post, at: [viewer.school.id], in: db)
            else { throw Problem.notFound }
            try body(delivery, post, now, db)
            return post.id
        }
        return .seeOther(PostRoutes.show.path(post))
    }
}
