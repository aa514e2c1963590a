import Database
import Web

enum OpinionHandlers {
    static let give = Route<Opinion.ID>(.post, "/opinions/:id/answer")
    static let takeBack = Route<Opinion.ID>(.post, "/opinions/:id/withdrawal")

    static func register(on router: inout Router<Context>) {
        router.on(give, for: .holding(.seePosts), use: give)
        router.on(takeBack, for: .holding(.writePosts), use: takeBack)
    }

    static func give(_ request: Request, _ context: Context, _ viewer: Viewer, id: Opinion.ID) async throws -> Response
    {
        guard let answer = Opinion.Answer(rawValue: request.form["answer"] ?? "") else {
            throw Problem.refused("Choose what you think: fine as it is, or you would change something.")
        }
        let comment = String((request.form["comment"] ?? "").trimmed.prefix(Opinion.longest))
        return try await decide(id, context, viewer) { opinion, post, now, db in
            try opinion.give(answer, comment, about: post, by: viewer.id, now: now, in: db)
        }
    }

    static func takeBack(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Opinion.ID
    ) async throws -> Response {
        try await decide(id, context, viewer) { opinion, post, now, db in
            try opinion.takeBack(about: post, by: viewer.id, now: now, in: db)
        }
    }

    private static func decide(
        _ id: Opinion.ID, _ context: Context, _ viewer: Viewer,
        _ body: @Sendable (Opinion, Post, Instant, Connection) throws -> Void
    ) async throws -> Response {
        let now = context.now()
        let post = try await context.database.write { db -> Post.ID in
            guard let known = try Opinion.find(id, in: db) else { throw Problem.notFound }
            try Post.lock([known.post], at: viewer.school.id, in: db)
            guard let opinion = try Opinion.find(id, in: db),
                let post = try Post.find(opinion.post, at: [viewer.school.id], in: db)
            else { throw Problem.notFound }
            try body(opinion, post, now, db)
            return post.id
        }
        return .seeOther(PostRoutes.show.path(post))
    }
}
