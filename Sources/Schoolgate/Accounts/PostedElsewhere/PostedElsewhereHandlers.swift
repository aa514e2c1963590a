import Database
import HTML
import Networks
import Web

/// What was posted past Schoolgate: seen by whoever sees posts, settled by whoever may take posts down.
enum PostedElsewhereHandlers {
    static let index = Route<Account.ID>(.get, "/accounts/:id/elsewhere")
    static let settle = Route<PostedElsewhere.ID>(.post, "/elsewhere/:id")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seeAccounts), use: index)
        router.on(settle, for: .holding(.removePosts), use: settle)
    }

    static func index(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let view = try await context.database.read { db -> PostedElsewherePage in
            guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed
            else { throw Problem.notFound }
            let look = try db.first(
                "SELECT finished_at, problem FROM timeline_looks WHERE account_id = \(id)"
            ) { (at: $0.intOrNil(0).map { Instant(milliseconds: $0) }, problem: $0.text(1)) }
            return PostedElsewherePage(
                account: account, posts: try PostedElsewhere.of(id, in: db), lookedAt: look?.at,
                problem: look?.problem ?? "", viewer: viewer, context: context)
        }
        return .page(view.body)
    }

    /// It may stay, it was taken down by hand, or Schoolgate takes it down.
    static func settle(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PostedElsewhere.ID
    ) async throws -> Response {
        let now = context.now(), intent = request.form["intent"] ?? ""
        let note = String((request.form["note"] ?? "").trimmed.prefix(500))
        let (post, account, secret) = try await context.database.read { db in
            guard let post = try PostedElsewhere.find(id, at: viewer.school.id, in: db),
                let account = try Account.find(post.account, in: db)
            else { throw Problem.notFound }
            return (post, account, try Account.secret(of: account.id, context, in: db))
        }
        guard post.settledAt == nil else { throw Problem.conflict("This has been settled already.") }
        let outcome: PostedElsewhere.Outcome
        switch intent {
        case "keep":
            guard !note.isEmpty else {
                throw Problem.refused("Say why it may stay, and who posted it. It is kept with the post.")
            }
            outcome = .kept
        case "gone": outcome = .removed
        case "remove":
            let connector = try context.networks.connector(for: account, secret: secret, context)
            let remote = RemoteID(rawValue: post.remoteID)
            try await connector.remove(remote, media: []).orRefuse()
            guard try await connector.isGone(remote, media: []).orRefuse() else {
                throw Problem.refused(
                    "The network still shows it. Look again in a minute, or take it down there by hand.")
            }
            outcome = .removed
        default: throw Problem.refused("Say whether it stays or comes down.")
        }
        try await context.database.write { db in
            try post.settle(outcome, note, by: viewer.id, at: now, in: db)
        }
        return .seeOther(index.path(post.account))
    }
}
