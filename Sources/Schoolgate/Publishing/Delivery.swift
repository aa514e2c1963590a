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

        var isOpen: Bool { self == .armed || isInFlight }
        /// Whether the network may have it, or get it yet.
        var isInFlight: Bool { self == .sent || self == .unknown || self == .byHand }
    }

    let id: ID
    let post: Post.ID
    let account: Account.ID
    let kind: Kind
    /// What the network can recognise it by, so that nothing is ever put there twice.
    let key: String
    let fingerprint: String
    var state: State
    /// How often the network has been asked.
    var attempts: Int64
    let nextAt: Instant
    let dueAt: Instant?
    let problem: String?
    let reason: String
    let clause: String?
    let requestedBy: Person.ID?
    /// When it was armed, or armed again by a person.
    let armedAt: Instant
    let finishedAt: Instant?
    /// Nil unless a worker holds it.
    let lease: String?

    static let columns: SQL =
        """
        deliveries.id, deliveries.post_id, deliveries.account_id, deliveries.kind, deliveries.key,
        deliveries.fingerprint, deliveries.state, deliveries.attempts, deliveries.next_at, deliveries.due_at,
        deliveries.problem, deliveries.reason, deliveries.clause, deliveries.requested_by,
        deliveries.created_at, deliveries.finished_at, deliveries.lease
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
        armedAt = Instant(milliseconds: row.int(14))
        finishedAt = row.intOrNil(15).map { Instant(milliseconds: $0) }
        lease = row.textOrNil(16)
    }
}

extension Delivery {
    /// How late a post may go out before its slot counts as missed.
    static let grace = Duration.minutes(15)
    /// How long a post that was to go out at once is tried for.
    static let patience = Duration.hours(4)

    /// The last moment at which it may still go out by itself.
    func deadline(slot: Instant?) -> Instant {
        // Armed after its slot: a person has decided that it may be late.
        guard let slot, armedAt <= slot else { return armedAt + Self.patience }
        return slot + Self.grace
    }

    static func find(_ id: ID, in db: Connection) throws -> Delivery? {
        try db.first("SELECT \(columns) FROM deliveries WHERE id = \(id)", Delivery.init(row:))
    }

    static func of(_ post: Post.ID, in db: Connection) throws -> [Delivery] {
        try db.all(
            "SELECT \(columns) FROM deliveries WHERE post_id = \(post) ORDER BY id", Delivery.init(row:))
    }

    /// Whether somebody wants this post taken down from the account it goes to.
    func isCalledBack(in db: Connection) throws -> Bool {
        try db.one(
            """
            SELECT count(*) FROM deliveries WHERE post_id = \(post) AND account_id = \(account) AND kind = 'remove'
                AND state IN ('armed', 'sent', 'unknown', 'by hand')
            """
        ) { $0.int(0) > 0 }
    }
}
