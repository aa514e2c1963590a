import Database
import Policy
import Web

enum AlarmRoutes {
    static let tell = Route<Post.ID>(.post, "/posts/:id/alarms")
    static let takeBack = Route<Post.ID>(.post, "/posts/:id/alarms/withdrawal")
    static let index = FixedRoute(.get, "/policies/alarms")

    static func register(on router: inout Router<Context>) {
        router.on(tell, for: .holding(.seePosts), use: AlarmHandlers.tell)
        router.on(takeBack, for: .holding(.seePosts), use: AlarmHandlers.takeBack)
        router.on(index, for: .judgingAlarms, use: AlarmHandlers.index)
    }
}

extension Access where Context == Schoolgate.Context, Who == Viewer {
    /// Whoever drafts the policy, or owns it, and sees the posts.
    static var judgingAlarms: Access {
        Access("may keep the policy and see posts") { request, context in
            let viewer = try await Session.viewer(of: request, context)
            guard viewer.may(.seePosts), try await context.database.read({ try viewer.keepsPolicy(context, in: $0) })
            else { throw Problem.notFound }
            return viewer
        }
    }
}

enum AlarmHandlers {
    /// Somebody who sees the post says that what the gate finds in it is wrong.
    static func tell(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let token = String((request.form["finding"] ?? "").prefix(64)), now = context.now()
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            let view = try PostView.load(id, viewer, context, in: db)
            guard try WrongAlarm.tell(token, of: view.post, view.verdict, by: viewer.id, at: now, in: db) else {
                throw Problem.conflict(
                    "The gate no longer says this of the post, so there is nothing to call wrong. Read it again.")
            }
        }
        return .seeOther(PostRoutes.show.path(id) + "#gate")
    }

    static func takeBack(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID
    ) async throws -> Response {
        let token = String((request.form["finding"] ?? "").prefix(64)), now = context.now()
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            try WrongAlarm.takeBack(token, of: post, by: viewer, at: now, in: db)
        }
        return .seeOther(PostRoutes.show.path(id) + "#gate")
    }

    /// What the rules got wrong, for those who can change them.
    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let months = AlarmTable.spans.first { "\($0)" == request.query["months"] } ?? 12
        let since = context.now() - .days(months * 365 / 12)
        let table = try await context.database.read { db in
            try AlarmTable.load(since: since, months: months, viewer, in: db)
        }
        return .page(AlarmsPage(table: table, viewer: viewer, context: context).body)
    }
}
