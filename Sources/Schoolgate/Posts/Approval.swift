import Database

/// Somebody's decision on exactly one version of a post.
struct Approval: Sendable {
    enum Decision: String, Sendable { case approved, returned }

    let person: Person.ID
    let decision: Decision
    let note: String
    let fingerprint: String
    let decidedAt: Instant
    let voidedWhy: String?

    static func of(_ post: Post.ID, in db: Connection) throws -> [Approval] {
        try db.all(
            """
            SELECT person_id, decision, note, fingerprint, decided_at, voided_why FROM approvals
            WHERE post_id = \(post) ORDER BY id
            """
        ) {
            Approval(
                person: Person.ID($0.int(0)), decision: Decision(rawValue: $0.text(1)) ?? .returned, note: $0.text(2),
                fingerprint: $0.text(3), decidedAt: Instant(milliseconds: $0.int(4)), voidedWhy: $0.textOrNil(5))
        }
    }

    /// The people whose approval stands for this fingerprint.
    static func standing(of post: Post, in db: Connection) throws -> Set<Person.ID> {
        let fingerprint = post.fingerprint
        return Set(
            try of(post.id, in: db)
                .filter { $0.decision == .approved && $0.voidedWhy == nil && $0.fingerprint == fingerprint }
                .map(\.person))
    }

    static func void(of post: Post.ID, because reason: String, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE approvals SET voided_at = \(now), voided_why = \(reason)
            WHERE post_id = \(post) AND decision = 'approved' AND voided_at IS NULL
            """
        )
    }
}
