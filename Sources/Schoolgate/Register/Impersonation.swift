import Database
import Web

/// An account that passes itself off as a school's, as somebody told us.
struct Impersonation: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Impersonation>

    let id: ID
    let link: String
    let words: String
    let contact: String
    let reportedAt: Instant

    /// How many strangers may tell us within an hour, all together.
    static let mostAnHour: Int64 = 60

    static func open(at school: School.ID, in db: Connection) throws -> [Impersonation] {
        try db.all(
            """
            SELECT id, link, words, contact, reported_at FROM impersonations
            WHERE school_id = \(school) AND settled_at IS NULL ORDER BY id LIMIT 100
            """
        ) { row in
            Impersonation(
                id: ID(row.int(0)), link: row.text(1), words: row.text(2), contact: row.text(3),
                reportedAt: Instant(milliseconds: row.int(4)))
        }
    }

    static func report(
        _ link: String, _ words: String, contact: String, to school: School.ID, at now: Instant, in db: Connection
    ) throws {
        let lately = try db.one("SELECT count(*) FROM impersonations WHERE reported_at > \(now - .hours(1))") {
            $0.int(0)
        }
        guard lately < mostAnHour else {
            throw Problem.tooMany(
                "Many people are telling us at the moment. Ring the school office, or try again in an hour.")
        }
        let id = try db.one(
            """
            INSERT INTO impersonations (school_id, link, words, contact, reported_at)
            VALUES (\(school), \(link), \(words), \(contact), \(now)) RETURNING id
            """
        ) { $0.int(0) }
        try Record.write(
            Event("was told of", "impersonation", id, in: .school(school), by: nil, fields: [("link", link)]), at: now,
            in: db)
    }

    /// What was done about it; the stranger's address is forgotten.
    static func settle(
        _ id: ID, _ outcome: String, at school: School.ID, by person: Person.ID, _ now: Instant, in db: Connection
    ) throws {
        let isOpen = try db.first(
            "SELECT 1 FROM impersonations WHERE id = \(id) AND school_id = \(school) AND settled_at IS NULL"
        ) { _ in true }
        guard isOpen != nil else { throw Problem.notFound }
        try db.run(
            """
            UPDATE impersonations SET outcome = \(outcome), settled_at = \(now), settled_by = \(person), contact = ''
            WHERE id = \(id)
            """
        )
        try Record.write(
            Event(
                "settled", "impersonation", id.rawValue, in: .school(school), by: person, fields: [("outcome", outcome)]
            ),
            at: now, in: db)
    }
}

extension Waiting {
    /// S27: families told of accounts that pass themselves off as the school's.
    static func impersonations(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        let open = try Impersonation.open(at: viewer.school.id, in: db)
        guard !open.isEmpty else { return [] }
        return [
            Waiting(
                title: open.count == 1
                    ? "One account may be false" : "\(open.count.inWordsCapitalised) accounts may be false",
                why: "Somebody told the school of it. Look at it, report it to its network, and say what was done.",
                path: RegisterHandlers.reports.path(), action: "See it", chip: Chip("Account", .warn, icon: .accounts),
                due: nil, urgency: .today, kind: .impersonation)
        ]
    }
}
