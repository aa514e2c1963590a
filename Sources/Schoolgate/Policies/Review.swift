import Database
import Policy

/// A look at a policy: opened with a reason, ended by a new version or by finding that nothing need change (P1).
struct Review: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Review>

    enum Kind: Sendable, Hashable {
        /// Its day has come.
        case due
        /// Something that the policy says brings it forward.
        case trigger(PolicyReview.Trigger)

        var name: String {
            switch self {
            case .due: "due"
            case .trigger(let trigger): trigger.rawValue
            }
        }

        init?(name: String) {
            if name == "due" {
                self = .due
            } else if let trigger = PolicyReview.Trigger(rawValue: name) {
                self = .trigger(trigger)
            } else {
                return nil
            }
        }

        /// As a list says it.
        var words: String {
            switch self {
            case .due: "its day has come"
            case .trigger(let trigger): trigger.inWords
            }
        }

        /// What this policy is reviewed after.
        static func all(of rulebook: Rulebook) -> [Kind] {
            [.due] + (rulebook.rule(PolicyReview.self)?.control.triggers ?? []).map { .trigger($0) }
        }
    }

    enum Outcome: String, Sendable {
        case newVersion = "new version"
        case noChange = "no change"
    }

    let id: ID
    let policy: Int64
    let kind: Kind
    let reason: String
    let openedBy: String
    let openedAt: Instant
    let closedAt: Instant?
    let outcome: Outcome?
    let finding: String
    let version: Int64?

    /// The reviews of a policy, open ones first, then the newest.
    static func all(of policy: Int64, in db: Connection) throws -> [Review] {
        try load("policy_reviews.policy_id = \(policy)", in: db)
    }

    static func find(_ id: ID, in db: Connection) throws -> Review? {
        try load("policy_reviews.id = \(id)", in: db).first
    }

    private static func load(_ condition: SQL, in db: Connection) throws -> [Review] {
        try db.all(
            """
            SELECT policy_reviews.id, policy_reviews.policy_id, kind, policy_reviews.reason,
                people.first_name || ' ' || people.last_name, opened_at, closed_at, outcome, finding, policy_versions.number
            FROM policy_reviews JOIN people ON people.id = opened_by
            LEFT JOIN policy_versions ON policy_versions.id = version_id
            WHERE \(condition)
            ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, policy_reviews.id DESC LIMIT 50
            """
        ) { row in
            Review(
                id: ID(row.int(0)), policy: row.int(1), kind: Kind(name: row.text(2)) ?? .due, reason: row.text(3),
                openedBy: row.text(4), openedAt: Instant(milliseconds: row.int(5)),
                closedAt: row.intOrNil(6).map { Instant(milliseconds: $0) },
                outcome: row.textOrNil(7).flatMap { Outcome(rawValue: $0) }, finding: row.text(8),
                version: row.intOrNil(9))
        }
    }

    fileprivate static func record(
        _ verb: String, _ id: ID, of school: School.ID?, by person: Person.ID?,
        fields: [(name: String, value: String)], at now: Instant, in db: Connection
    ) throws {
        try Record.write(
            Event(
                verb, "policy review", id.rawValue, in: school.map { .school($0) } ?? .trust, by: person,
                fields: fields), at: now, in: db)
    }
}

extension PolicyVersion {
    /// Opens a review of the policy that this version, the one in force, belongs to.
    func openReview(
        _ kind: Review.Kind, because reason: String, by viewer: Viewer, at now: Instant, in db: Connection
    )
        throws
    {
        guard Review.Kind.all(of: try rulebook(in: db)).contains(kind) else { throw Problem.notFound }
        guard !reason.isEmpty else {
            throw Problem.refused("Say what happened: the law, the guidance, the judgment or the incident.")
        }
        if try Review.all(of: policy, in: db).contains(where: { $0.closedAt == nil && $0.kind == kind }) {
            throw Problem.conflict("A review for this reason is open already. Finish that one first.")
        }
        let id = try db.one(
            """
            INSERT INTO policy_reviews (policy_id, kind, reason, opened_by, opened_at)
            VALUES (\(policy), \(kind.name), \(reason), \(viewer.id), \(now)) RETURNING id
            """
        ) { Review.ID($0.int(0)) }
        try Review.record(
            "opened", id, of: school, by: viewer.id, fields: [("kind", kind.name), ("reason", reason)], at: now, in: db)
    }

    /// Ends a review with the finding that nothing need change; the next one is then due a whole cycle from today.
    func close(
        _ review: Review, finding: String, by viewer: Viewer, at now: Instant, today: Day, in db: Connection
    ) throws {
        guard review.closedAt == nil else { throw Problem.conflict("This review has been finished already.") }
        guard !finding.isEmpty else {
            throw Problem.refused("Say what you looked at, and why nothing need change.")
        }
        try db.run(
            """
            UPDATE policy_reviews SET closed_at = \(now), closed_by = \(viewer.id), outcome = 'no change',
                finding = \(finding) WHERE id = \(review.id) AND closed_at IS NULL
            """
        )
        let cycle = try rulebook(in: db).rule(PolicyReview.self)?.control.every ?? .yearly
        try db.run(
            "UPDATE policy_versions SET review_due = \(today.adding(months: cycle.months)), updated_at = \(now) WHERE id = \(id)"
        )
        try Revision.policies.raise(in: db)
        try Review.record(
            "found nothing to change in", review.id, of: school, by: viewer.id, fields: [("finding", finding)], at: now,
            in: db)
    }

    /// Ends the reviews that this version, now in force, answers: those that were open when it was begun.
    func closeReviews(at now: Instant, in db: Connection) throws {
        for review in try Review.all(of: policy, in: db) where review.closedAt == nil && review.openedAt <= createdAt {
            try db.run(
                """
                UPDATE policy_reviews SET closed_at = \(now), outcome = 'new version', version_id = \(id)
                WHERE id = \(review.id)
                """
            )
            try Review.record(
                "ended with a new version", review.id, of: school, by: nil, fields: [("version", "\(number)")], at: now,
                in: db)
        }
    }
}
