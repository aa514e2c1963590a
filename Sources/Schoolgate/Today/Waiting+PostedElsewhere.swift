import Database
import Web

extension Waiting {
    /// N9: what was posted past Schoolgate, for whoever may take posts down.
    static func postedElsewhere(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let open = try PostedElsewhere.open(at: viewer.school.id, in: db)
        return open.prefix(10).map { post in
            Waiting(
                title: "“\(post.title)” was posted on \(post.accountName) past Schoolgate",
                why: post.findings.first.map { "The gate says: \($0.reason)" }
                    ?? "The gate finds nothing in its words. Somebody looks at it, and says whether it stays.",
                path: PostedElsewhereHandlers.index.path(post.account), action: "Look at it",
                chip: Chip("Account", .warn, icon: .accounts), due: nil, urgency: post.isBlocked ? .now : .today,
                kind: .elsewhere)
        }
    }
}
