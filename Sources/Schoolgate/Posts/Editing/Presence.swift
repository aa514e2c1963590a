import Database
import HTML
import Policy
import Web

/// Who has a post open in the composer right now.
enum Presence {
    /// A browser says that it is there every twenty seconds; twice that and a little more, and it is gone.
    static let lasting = Duration.seconds(50)

    /// Notes that somebody has the post open, and answers with who else has.
    static func note(
        _ person: Person.ID, on post: Post.ID, at now: Instant, in db: Connection
    ) throws -> [Person] {
        try db.run(
            """
            INSERT INTO post_editors (post_id, person_id, seen_at) VALUES (\(post), \(person), \(now))
            ON CONFLICT (post_id, person_id) DO UPDATE SET seen_at = excluded.seen_at
            """
        )
        try db.run("DELETE FROM post_editors WHERE seen_at < \(now - .days(1))")
        return try db.all(
            """
            SELECT \(Person.columns) FROM people JOIN post_editors ON post_editors.person_id = people.id
            WHERE post_editors.post_id = \(post) AND people.id <> \(person) AND post_editors.seen_at >= \(now - lasting)
            ORDER BY people.last_name, people.first_name
            """, Person.init(row:))
    }
}

enum PresenceHandlers {
    static let note = Route<Post.ID>(.post, "/posts/:id/presence")

    static func register(on router: inout Router<Context>) {
        router.on(note, for: .holding(.writePosts), use: note)
    }

    /// Who else is here, in words, and how often the post has been saved, so that a page knows when it is old.
    static func note(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let now = context.now()
        let (others, post) = try await context.database.write { db in
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            return (try Presence.note(viewer.id, on: id, at: now, in: db), post)
        }
        let names = others.map(\.name).inWords()
        let words = others.isEmpty ? "" : "\(names) \(others.count == 1 ? "has" : "have") this open too."
        let parts = Markup.words {
            div(Attribute("data-others", words), Attribute("data-edits", "\(post.edits)"))
        }
        return .bytes(parts.bytes, type: "text/html; charset=utf-8")
    }
}
