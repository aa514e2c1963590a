import Crypto
import Database
import Policy

/// One version of a policy on its way: draft, signing, signed, in force, superseded.
struct PolicyVersion: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<PolicyVersion>

    enum State: String, Sendable {
        case draft, signing, signed
        case inForce = "in force"
        case superseded, dropped
    }

    let id: ID
    let policy: Int64
    /// Nil for the trust's policy.
    let school: School.ID?
    let number: Int64
    let source: String
    let digest: String
    let state: State
    let effectiveOn: Day?
    let reviewDue: Day?
    let createdAt: Instant
    let tookEffectAt: Instant?
    let supersededAt: Instant?
    let reason: String

    private static let columns: SQL =
        """
        policy_versions.id, policy_versions.policy_id, policies.school_id, policy_versions.number,
        policy_versions.source, policy_versions.digest, policy_versions.state, policy_versions.effective_on,
        policy_versions.review_due, policy_versions.created_at, policy_versions.took_effect_at,
        policy_versions.superseded_at, policy_versions.reason
        """

    init(row: borrowing Row) {
        id = ID(row.int(0))
        policy = row.int(1)
        school = row.intOrNil(2).map { School.ID($0) }
        number = row.int(3)
        source = row.text(4)
        digest = row.text(5)
        state = State(rawValue: row.text(6)) ?? .draft
        effectiveOn = row.textOrNil(7).flatMap { Day($0) }
        reviewDue = row.textOrNil(8).flatMap { Day($0) }
        createdAt = Instant(milliseconds: row.int(9))
        tookEffectAt = row.intOrNil(10).map { Instant(milliseconds: $0) }
        supersededAt = row.intOrNil(11).map { Instant(milliseconds: $0) }
        reason = row.text(12)
    }

    private static func all(_ condition: SQL, in db: Connection) throws -> [PolicyVersion] {
        try db.all(
            """
            SELECT \(columns) FROM policy_versions JOIN policies ON policies.id = policy_versions.policy_id
            WHERE \(condition) ORDER BY policy_versions.policy_id, policy_versions.number DESC
            """, PolicyVersion.init(row:))
    }

    /// Holds a version for the transaction, so that people who sign or change it at once take turns.
    static func lock(_ id: ID, in db: Connection) throws {
        try db.each("SELECT id FROM policy_versions WHERE id = \(id)\(.forUpdate)") { _ in }
    }

    static func find(_ id: ID, in db: Connection) throws -> PolicyVersion? {
        try all("policy_versions.id = \(id)", in: db).first
    }

    /// The version in force at a school: its own, or the trust's where it has none.
    static func inForce(at school: School.ID, in db: Connection) throws -> PolicyVersion? {
        let versions = try all(
            "policy_versions.state = 'in force' AND (policies.school_id = \(school) OR policies.school_id IS NULL)",
            in: db)
        return versions.first { $0.school == school } ?? versions.first
    }

    /// Versions that everybody has signed and whose day has come.
    static func due(_ today: Day, in db: Connection) throws -> [PolicyVersion] {
        try all("policy_versions.state = 'signed' AND policy_versions.effective_on <= \(today)", in: db)
    }

    /// What this person is asked to sign or to finish: versions of these schools, and of the trust, not yet in force.
    static func underWay(at schools: [School.ID], in db: Connection) throws -> [PolicyVersion] {
        try all(
            """
            policy_versions.state IN ('draft', 'signing', 'signed')
                AND (policies.school_id IS NULL OR policies.school_id IN (\(list: schools.map(\.rawValue))))
            """, in: db)
    }

    static func inForceOfSchools(in db: Connection) throws -> [PolicyVersion] {
        try all("policy_versions.state = 'in force' AND policies.school_id IS NOT NULL", in: db)
    }

    /// Every school with its own version in force; none where only the trust's policy applies.
    static func published(in db: Connection) throws -> [(school: School, version: PolicyVersion?)] {
        let versions = try inForceOfSchools(in: db)
        return try School.all(in: db).map { school in (school, versions.first { $0.school == school.id }) }
    }

    static func inForceForTrust(in db: Connection) throws -> PolicyVersion? {
        try all("policy_versions.state = 'in force' AND policies.school_id IS NULL", in: db).first
    }

    /// Every version of a school's policy, newest first; of the trust's when `school` is nil.
    static func history(of school: School.ID?, in db: Connection) throws -> [PolicyVersion] {
        guard let school else { return try all("policies.school_id IS NULL", in: db) }
        return try all("policies.school_id = \(school)", in: db)
    }
}
