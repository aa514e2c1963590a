import Database
import Policy

/// A post as the calendar shows it, at its time.
struct CalendarEntry: Sendable, Identifiable {
    let id: Post.ID
    let title: String
    let state: Post.State
    /// When it goes out, was to go out, or did.
    let at: Instant
    let author: Person.ID
    let accounts: [Account.ID]

    /// Whether it may still go out at that time.
    func isToCome(_ now: Instant) -> Bool { at >= now && [.draft, .returned, .held, .scheduled].contains(state) }

    /// The posts of a school with a time from one instant to before another, in two queries.
    static func between(
        _ start: Instant, _ end: Instant, at school: School.ID, in db: Connection
    ) throws -> [CalendarEntry] {
        let rows = try db.all(
            """
            SELECT posts.id, posts.text, posts.state, coalesce(up.at, posts.slot_at), posts.author_id
            FROM posts LEFT JOIN (SELECT post_id, min(published_at) AS at FROM publications
                WHERE published_at >= \(start) AND published_at < \(end) GROUP BY post_id) AS up ON up.post_id = posts.id
            WHERE posts.school_id = \(school) AND posts.state NOT IN ('discarded', 'removed')
                AND ((posts.slot_at >= \(start) AND posts.slot_at < \(end)) OR up.at IS NOT NULL)
            ORDER BY 4, posts.id LIMIT 2000
            """
        ) { row in
            Row(
                id: Post.ID(row.int(0)), title: Post.title(of: row.text(1)),
                state: Post.State(rawValue: row.text(2)) ?? .stopped, at: Instant(milliseconds: row.int(3)),
                author: Person.ID(row.int(4)))
        }
        guard !rows.isEmpty else { return [] }
        var accounts: [Int64: [Account.ID]] = [:]
        for some in rows.map(\.id.rawValue).inBatches(of: 500) {
            try db.each(
                "SELECT post_id, account_id FROM post_accounts WHERE post_id IN (\(list: Array(some))) ORDER BY account_id"
            ) { accounts[$0.int(0), default: []].append(Account.ID($0.int(1))) }
        }
        return rows.map {
            CalendarEntry(
                id: $0.id, title: $0.title, state: $0.state, at: $0.at, author: $0.author,
                accounts: accounts[$0.id.rawValue] ?? [])
        }
    }

    private struct Row: Sendable {
        let id: Post.ID
        let title: String
        let state: Post.State
        let at: Instant
        let author: Person.ID
    }
}
