import Database
import Networks

/// What is said under practice posts, as the connector asks for it.
extension DatabasePracticeStore {
    func weather() async throws -> PracticeWeather {
        let now = context.now()
        let change = try await context.database.read { db in try PracticeWeatherChange.on(account.id, at: now, in: db) }
        return change.map { $0.isDown ? .down : .slow(.seconds(4)) } ?? .fine
    }

    func identity() async throws -> Identity {
        Identity(
            id: RemoteID(rawValue: "\(account.id.rawValue)"), handle: "@\(account.page ?? "practice")",
            name: account.name, url: context.configuration.publicURL + account.publicPath)
    }

    func comments(on post: RemoteID) async throws -> [Networks.Comment]? {
        guard let id = Int64(post.rawValue) else { return nil }
        return try await context.database.read { db in
            guard try isUp(id, in: db) else { return nil }
            return try PracticeComment.all("post_id = \(id)", of: account.id, in: db).map(comment)
        }
    }

    func reply(to comment: RemoteID, _ text: String, key: String) async throws -> Networks.Comment? {
        let now = context.now()
        return try await context.database.write { db in
            try Account.lock(account.id, in: db)
            if let known = try PracticeComment.all("key = \(key)", of: account.id, in: db).first {
                return self.comment(known)
            }
            guard let parent = try standing(comment, in: db) else { return nil }
            try db.run(
                """
                INSERT INTO practice_comments
                    (account_id, post_id, parent_id, run_id, step, key, name, handle, person_id, text, written_at)
                VALUES (\(account.id), \(parent.post), \(parent.id), \(parent.run), \(parent.step), \(key),
                    \(account.name), 'school', \(person), \(text), \(now)) ON CONFLICT (key) DO NOTHING
                """
            )
            try record("answered a played comment on", at: now, in: db)
            return try PracticeComment.all("key = \(key)", of: account.id, in: db).first.map(self.comment)
        }
    }

    func setHidden(_ comment: RemoteID, _ isHidden: Bool) async throws -> Bool {
        let now = context.now(), at = isHidden ? now : nil, by = isHidden ? person : nil
        return try await context.database.write { db in
            try Account.lock(account.id, in: db)
            guard let standing = try standing(comment, in: db) else { return false }
            guard (standing.hiddenAt != nil) != isHidden else { return true }
            try db.run(
                "UPDATE practice_comments SET hidden_at = \(at), hidden_by = \(by) WHERE id = \(standing.id)")
            try record(isHidden ? "hid a played comment on" : "showed a played comment again on", at: now, in: db)
            return true
        }
    }

    func report(_ comment: RemoteID, _ report: Networks.Report) async throws -> Bool {
        let now = context.now()
        return try await context.database.write { db in
            try Account.lock(account.id, in: db)
            guard let standing = try standing(comment, in: db) else { return false }
            guard standing.reportedAt == nil else { return true }
            try db.run(
                """
                UPDATE practice_comments SET reported_at = \(now), reported_by = \(person) WHERE id = \(standing.id)
                """
            )
            try record("reported a played comment on", at: now, in: db)
            return true
        }
    }

    private func isUp(_ post: Int64, in db: Connection) throws -> Bool {
        try db.first(
            "SELECT 1 FROM practice_posts WHERE id = \(post) AND account_id = \(account.id) AND removed_at IS NULL",
            { $0.int(0) }) != nil
    }

    /// Somebody else's comment under a post that is up.
    private func standing(_ comment: RemoteID, in db: Connection) throws -> PracticeComment? {
        guard let id = Int64(comment.rawValue),
            let found = try PracticeComment.all("id = \(id) AND person_id IS NULL", of: account.id, in: db).first,
            try isUp(found.post, in: db)
        else { return nil }
        return found
    }

    private func record(_ verb: String, at now: Instant, in db: Connection) throws {
        try Record.write(
            Event(verb, "account", account.id.rawValue, in: .school(account.school), by: person), at: now, in: db)
    }

    private func comment(_ row: PracticeComment) -> Networks.Comment {
        Networks.Comment(
            practice: RemoteID(rawValue: "\(row.id)"), on: RemoteID(rawValue: "\(row.post)"),
            answering: row.parent.map { RemoteID(rawValue: "\($0)") },
            by: Author(id: RemoteID(rawValue: row.handle), handle: row.handle, name: row.name, url: ""), row.text,
            url: "\(context.configuration.publicURL)\(account.publicPath)#comment-\(row.id)",
            at: row.writtenAt.milliseconds, isHidden: row.hiddenAt != nil)
    }
}

/// What somebody wrote under a practice post: an invented person, or the school.
struct PracticeComment: Sendable, Identifiable {
    let id: Int64
    let post: Int64
    let parent: Int64?
    let run: PracticeRun.ID?
    let step: Int64?
    let name: String
    let handle: String
    /// Who wrote it for the school; nil for the people of the rehearsal.
    let person: Person.ID?
    let text: String
    let writtenAt: Instant
    let hiddenAt: Instant?
    let hiddenBy: Person.ID?
    let reportedAt: Instant?
    let reportedBy: Person.ID?

    /// At most this many, so that a page stays a page.
    static let most = 500

    static func all(_ condition: SQL, of account: Account.ID, in db: Connection) throws -> [PracticeComment] {
        try db.all(
            """
            SELECT id, post_id, parent_id, run_id, step, name, handle, person_id, text, written_at, hidden_at, hidden_by,
                reported_at, reported_by
            FROM practice_comments WHERE account_id = \(account) AND \(condition) ORDER BY id LIMIT \(most)
            """, PracticeComment.init(row:))
    }

    private init(row: borrowing Row) {
        id = row.int(0)
        post = row.int(1)
        parent = row.intOrNil(2)
        run = row.intOrNil(3).map { PracticeRun.ID(rawValue: $0) }
        step = row.intOrNil(4)
        name = row.text(5)
        handle = row.text(6)
        person = row.intOrNil(7).map { Person.ID(rawValue: $0) }
        text = row.text(8)
        writtenAt = Instant(milliseconds: row.int(9))
        hiddenAt = row.intOrNil(10).map(Instant.init(milliseconds:))
        hiddenBy = row.intOrNil(11).map { Person.ID(rawValue: $0) }
        reportedAt = row.intOrNil(12).map(Instant.init(milliseconds:))
        reportedBy = row.intOrNil(13).map { Person.ID(rawValue: $0) }
    }
}

/// That the practice network is away, or slow, until a moment.
struct PracticeWeatherChange: Sendable {
    let isDown: Bool
    let until: Instant

    static func on(_ account: Account.ID, at now: Instant, in db: Connection) throws -> PracticeWeatherChange? {
        try db.first("SELECT is_down, until FROM practice_weather WHERE account_id = \(account) AND until > \(now)") {
            PracticeWeatherChange(isDown: $0.int(0) == 1, until: Instant(milliseconds: $0.int(1)))
        }
    }

    /// At the trainer's word, or the script's; `minutes` of nought or less is fine weather.
    static func set(
        _ weather: PracticeScript.Weather, minutes: Int, on account: Account.ID, at now: Instant, in db: Connection
    )
        throws
    {
        try db.run("DELETE FROM practice_weather WHERE account_id = \(account)")
        let isDown: Int64
        switch weather {
        case .fine: return
        case .slow: isDown = 0
        case .down: isDown = 1
        }
        try db.run(
            """
            INSERT INTO practice_weather (account_id, is_down, until)
            VALUES (\(account), \(isDown), \(now + .minutes(minutes)))
            """
        )
    }
}
