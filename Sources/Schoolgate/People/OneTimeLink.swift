import Crypto
import Database

/// A link that opens one door once: set-up, an invitation, a forgotten password. Only its digest is stored.
struct OneTimeLink: Sendable {
    enum Kind: String, Sendable {
        case setup, invitation, reset

        var lifetime: Duration {
            switch self {
            case .setup, .invitation: .days(7)
            case .reset: .days(1)
            }
        }
    }

    let kind: Kind
    /// Nobody yet, for setting up.
    let person: Person.ID?
    let issuedBy: Person.ID?
    let expiresAt: Instant

    /// Makes a link; those of the same kind for the same person that were not used end with it.
    static func issue(
        _ kind: Kind, for person: Person.ID?, by issuer: Person.ID?, at now: Instant, in db: Connection
    ) throws -> (token: Token, expiresAt: Instant) {
        try withdraw(of: person, at: now, in: db)
        let token = Token.random(), expiresAt = now + kind.lifetime
        try db.run(
            """
            INSERT INTO one_time_links (digest, kind, person_id, issued_by, created_at, expires_at)
            VALUES (\(token.digest), \(kind.rawValue), \(person), \(issuer), \(now), \(expiresAt))
            """
        )
        return (token, expiresAt)
    }

    /// Ends the links of a person that nobody has used; those for setting up when there is no person.
    static func withdraw(of person: Person.ID?, at now: Instant, in db: Connection) throws {
        let whose: SQL = person.map { "person_id = \($0)" } ?? "person_id IS NULL"
        try db.run(
            "UPDATE one_time_links SET expires_at = \(now) WHERE \(whose) AND used_at IS NULL AND expires_at > \(now)")
    }

    /// The link a token opens; nil when it was used, has expired, or never was.
    static func find(_ text: String, at now: Instant, in db: Connection) throws -> OneTimeLink? {
        guard let token = Token(text: text) else { return nil }
        return try db.first(
            "SELECT \(columns) FROM one_time_links WHERE digest = \(token.digest) AND \(isOpen(at: now))\(.forUpdate)",
            OneTimeLink.init(row:))
    }

    /// Whether a token opens a link of this kind, without holding it.
    static func opens(_ text: String, _ kind: Kind, at now: Instant, in db: Connection) throws -> Bool {
        guard let token = Token(text: text) else { return false }
        return try db.first(
            """
            SELECT 1 FROM one_time_links
            WHERE digest = \(token.digest) AND kind = \(kind.rawValue) AND \(isOpen(at: now))
            """
        ) { _ in true } ?? false
    }

    /// Uses the link up; of two who try at once, one gets nil.
    static func spend(_ text: String, at now: Instant, in db: Connection) throws -> OneTimeLink? {
        guard let token = Token(text: text) else { return nil }
        return try db.first(
            """
            UPDATE one_time_links SET used_at = \(now) WHERE digest = \(token.digest) AND \(isOpen(at: now))
            RETURNING \(columns)
            """, OneTimeLink.init(row:))
    }

    /// For the record: by whose link somebody came in.
    func issuer(in db: Connection) throws -> [(name: String, value: String)] {
        guard let issuedBy, let person = try Person.find(issuedBy, in: db) else { return [] }
        return [(name: "link made by", value: person.name)]
    }

    private static let columns: SQL = "kind, person_id, expires_at, issued_by"

    private static func isOpen(at now: Instant) -> SQL { "used_at IS NULL AND expires_at > \(now)" }

    private init(row: borrowing Row) {
        kind = Kind(rawValue: row.text(0)) ?? .reset
        person = row.intOrNil(1).map { Person.ID($0) }
        expiresAt = Instant(milliseconds: row.int(2))
        issuedBy = row.intOrNil(3).map { Person.ID($0) }
    }
}
