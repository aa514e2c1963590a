import Crypto
import Database

extension Delivery {
    /// Arms a post for each of its accounts; call it in the transaction that schedules it.
    static func arm(_ post: Post, at now: Instant, in db: Connection) throws {
        guard try !post.isOut(in: db) else {
            throw Problem.conflict("This post is out, or on its way out. Look at it again before you send it.")
        }
        // What an earlier try left behind is not to be tried again beside this one.
        try cancel(of: post.id, because: "It was sent again.", at: now, in: db)
        for account in post.accounts {
            try db.run(
                """
                INSERT INTO deliveries (post_id, account_id, kind, key, fingerprint, state, next_at, created_at)
                VALUES (\(post.id), \(account), 'publish', \(newKey()), \(post.fingerprint), 'armed',
                    \(post.slot ?? now), \(now))
                """
            )
        }
    }

    /// Hexadecimal, since it becomes part of an address on some networks.
    private static func newKey() -> String { random(bytes: 16).hex }

    /// Opens a removal for each place where the post is up, or may be soon; nothing is opened twice.
    ///
    /// What has not left yet stays here.
    @discardableResult
    static func remove(
        _ post: Post, because reason: String, clause: String?, due: Instant?, by person: Person.ID?, at now: Instant,
        in db: Connection
    ) throws -> Int {
        try cancel(of: post.id, because: "The post was called back.", at: now, in: db)
        let open: SQL = "state IN ('armed', 'sent', 'unknown', 'by hand')"
        let accounts = try db.all(
            """
            SELECT DISTINCT places.account_id FROM (
                SELECT account_id FROM publications WHERE post_id = \(post.id) AND removed_at IS NULL
                UNION SELECT account_id FROM deliveries
                    WHERE post_id = \(post.id) AND kind = 'publish' AND state IN ('sent', 'unknown', 'by hand')
            ) AS places
            WHERE NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.post_id = \(post.id)
                AND deliveries.account_id = places.account_id AND deliveries.kind = 'remove' AND \(open))
            ORDER BY places.account_id
            """
        ) { Account.ID($0.int(0)) }
        for account in accounts {
            try db.run(
                """
                INSERT INTO deliveries (post_id, account_id, kind, key, fingerprint, state, next_at, due_at, reason,
                    clause, requested_by, created_at)
                VALUES (\(post.id), \(account), 'remove', \(newKey()), \(post.fingerprint), 'armed', \(now),
                    \(due), \(reason), \(clause), \(person), \(now))
                """
            )
        }
        try Post.settle(post.id, in: db, now: now)
        return accounts.count
    }

    /// Takes what has not left yet out of the outbox; what may have left before is looked for once more.
    static func cancel(of post: Post.ID, because reason: String, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE deliveries SET state = 'cancelled', problem = \(reason), finished_at = \(now), lease = NULL,
                leased_until = 0, look_at = CASE WHEN attempts > 0 THEN \(now) ELSE look_at END
            WHERE post_id = \(post) AND kind = 'publish' AND state IN ('armed', 'failed')
            """
        )
    }
}

extension Post {
    /// Locks posts until the transaction ends, so that nothing about them is decided twice at once.
    ///
    /// The head of the record comes first: every change ends there, and in one order nobody waits in a circle.
    static func lock(_ posts: [ID], at school: School.ID, in db: Connection) throws {
        // SQLite has one writer and needs none of this.
        guard db.engine == .postgresql else { return }
        try db.each("SELECT number FROM chain_heads WHERE chain = \(school)\(.forUpdate)") { _ in }
        for batch in posts.sorted(by: { $0.rawValue < $1.rawValue }).inBatches(of: 500) {
            try db.each("SELECT id FROM posts WHERE id IN (\(list: Array(batch))) ORDER BY id\(.forUpdate)") { _ in }
        }
    }

    /// Whether it is up somewhere, or may be without anybody knowing yet.
    func isOut(in db: Connection) throws -> Bool {
        try db.one(
            """
            SELECT (SELECT count(*) FROM publications WHERE post_id = \(id) AND removed_at IS NULL)
                + (SELECT count(*) FROM deliveries WHERE post_id = \(id) AND kind = 'publish'
                    AND state IN ('sent', 'unknown', 'by hand'))
            """
        ) { $0.int(0) > 0 }
    }

    /// Brings a post's state in line with its deliveries.
    static func settle(_ id: ID, in db: Connection, now: Instant) throws {
        guard let current = try db.first("SELECT state FROM posts WHERE id = \(id)", { State(rawValue: $0.text(0)) }),
            let current
        else { return }
        var removing = false, inFlight = false, armed = false
        try db.each(
            "SELECT kind, state FROM deliveries WHERE post_id = \(id) AND state IN ('armed', 'sent', 'unknown', 'by hand')"
        ) { row in
            if row.text(0) == Delivery.Kind.remove.rawValue {
                removing = true
            } else if row.text(1) == Delivery.State.armed.rawValue {
                armed = true
            } else {
                inFlight = true
            }
        }
        let copies = try PublishedPost.all(of: id, in: db)
        let isUp = copies.contains { $0.removedAt == nil }
        let state: State
        switch current {
        case .scheduled, .publishing, .published, .removing, .removed, .stopped:
            if removing {
                state = .removing
            } else if inFlight || (armed && isUp) {
                state = .publishing
            } else if armed {
                state = .scheduled
            } else {
                state = isUp ? .published : copies.isEmpty ? .stopped : .removed
            }
        case .draft, .held, .returned, .missed, .discarded: return
        }
        guard state != current else { return }
        try db.run("UPDATE posts SET state = \(state.rawValue), updated_at = \(now) WHERE id = \(id)")
    }
}
