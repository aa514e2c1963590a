import Crypto
import Database

/// One thing the outbox has to do on one account: put a post there, or take it down.
struct Delivery: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Delivery>

    enum Kind: String, Sendable { case publish, remove }

    enum State: String, Sendable {
        /// Ready to be sent when its time has come; nothing has left yet.
        case armed
        /// Handed to the network; if nobody comes back from this, the outcome is unknown.
        case sent
        /// The network may or may not have done it: it is looked up there before anything else.
        case unknown
        case confirmed, failed
        /// The network has no way for a program to do this; a person follows the step.
        case byHand = "by hand"
        case cancelled

        var isOpen: Bool { self == .armed || self == .sent || self == .unknown || self == .byHand }
    }

    let id: ID
    let post: Post.ID
    let account: Account.ID
    let kind: Kind
    /// What the network can recognise it by, so that nothing is ever put there twice.
    let key: String
    let fingerprint: String
    let state: State
    let attempts: Int64
    let nextAt: Instant
    let dueAt: Instant?
    let problem: String?
    let reason: String
    let clause: String?
    let requestedBy: Person.ID?

    static let columns: SQL =
        """
        deliveries.id, deliveries.post_id, deliveries.account_id, deliveries.kind, deliveries.key,
        deliveries.fingerprint, deliveries.state, deliveries.attempts, deliveries.next_at, deliveries.due_at,
        deliveries.problem, deliveries.reason, deliveries.clause, deliveries.requested_by
        """

    init(row: borrowing Row) {
        id = ID(row.int(0))
        post = Post.ID(row.int(1))
        account = Account.ID(row.int(2))
        kind = Kind(rawValue: row.text(3)) ?? .publish
        key = row.text(4)
        fingerprint = row.text(5)
        state = State(rawValue: row.text(6)) ?? .unknown
        attempts = row.int(7)
        nextAt = Instant(milliseconds: row.int(8))
        dueAt = row.intOrNil(9).map { Instant(milliseconds: $0) }
        problem = row.textOrNil(10)
        reason = row.text(11)
        clause = row.textOrNil(12)
        requestedBy = row.intOrNil(13).map { Person.ID($0) }
    }
}

extension Delivery {
    /// Arms a post for each of its accounts; call it in the transaction that schedules it.
    static func arm(_ post: Post, at now: Instant, in db: Connection) throws {
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

    /// Opens a removal for each place where the post is still up; nothing is opened twice.
    @discardableResult
    static func remove(
        _ post: Post, because reason: String, clause: String?, due: Instant?, by person: Person.ID?, at now: Instant,
        in db: Connection
    ) throws -> Int {
        let accounts = try db.all(
            """
            SELECT account_id FROM publications WHERE post_id = \(post.id) AND removed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.post_id = publications.post_id
                    AND deliveries.account_id = publications.account_id AND deliveries.kind = 'remove'
                    AND deliveries.state IN ('armed', 'sent', 'unknown', 'by hand'))
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
        if !accounts.isEmpty {
            try db.run("UPDATE posts SET state = 'removing', updated_at = \(now) WHERE id = \(post.id)")
        }
        return accounts.count
    }

    /// Takes what has not left yet out of the outbox.
    static func cancel(of post: Post.ID, because reason: String, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE deliveries SET state = 'cancelled', problem = \(reason), finished_at = \(now)
            WHERE post_id = \(post) AND kind = 'publish' AND state = 'armed'
            """
        )
    }

    static func find(_ id: ID, in db: Connection) throws -> Delivery? {
        try db.first("SELECT \(columns) FROM deliveries WHERE id = \(id)", Delivery.init(row:))
    }

    /// What a person found or did where no program can.
    func settleByHand(
        isDone: Bool, by person: Person.ID, _ post: Post, at now: Instant, in db: Connection
    ) throws {
        let state: State = isDone ? .confirmed : .cancelled
        try db.run("UPDATE deliveries SET state = \(state.rawValue), finished_at = \(now) WHERE id = \(id)")
        if kind == .remove {
            try db.run(
                "UPDATE publications SET removed_at = \(now) WHERE post_id = \(post.id) AND account_id = \(account)")
        }
        let verb = kind == .remove ? "took down by hand" : isDone ? "found published" : "found not published"
        try post.record(verb, by: person, clause: nil, at: now, in: db)
        if kind == .publish, !isDone {
            try post.miss("It was not published.", now: now, in: db)
        } else {
            try Post.settle(post.id, in: db, now: now)
        }
    }

    static func of(_ post: Post.ID, in db: Connection) throws -> [Delivery] {
        try db.all(
            "SELECT \(columns) FROM deliveries WHERE post_id = \(post) ORDER BY id", Delivery.init(row:))
    }

    /// Takes the next delivery that is due, for one worker alone; a lease that runs out frees it again.
    static func claim(at now: Instant, lease: Duration, in db: Connection) throws -> Delivery? {
        let id = try db.first(
            """
            SELECT id FROM deliveries WHERE state IN ('armed', 'sent', 'unknown') AND next_at <= \(now)
                AND leased_until <= \(now) ORDER BY next_at, id LIMIT 1\(.skipLocked)
            """
        ) { ID($0.int(0)) }
        guard let id else { return nil }
        try db.run("UPDATE deliveries SET leased_until = \(now + lease) WHERE id = \(id)")
        return try db.first("SELECT \(columns) FROM deliveries WHERE id = \(id)", Delivery.init(row:))
    }
}
