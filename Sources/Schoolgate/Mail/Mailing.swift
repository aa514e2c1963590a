import Crypto
import Database

/// One mail in the queue: how many of what it tells of, and how far it has come.
struct Mailing: Sendable {
    typealias ID = Schoolgate.ID<Mailing>

    enum Kind: String, Sendable { case notice, digest }

    struct Count: Sendable {
        let school: String
        let kind: Waiting.Kind
        let number: Int
    }

    let id: ID
    let person: Person.ID
    let kind: Kind
    let hasDuty: Bool
    let token: String
    let state: String
    var attempts: Int64
    let madeAt: Instant
    let lease: String?

    /// Another process has taken it over since.
    struct Lost: Error {}

    static func add(
        _ kind: Kind, _ items: [MailRound.Found.Item], to person: Person.ID, at now: Instant, in db: Connection
    ) throws {
        let hasDuty = items.contains { $0.kind.isDuty }
        let id = try db.one(
            """
            INSERT INTO mails (person_id, kind, has_duty, token, state, made_at, next_at)
            VALUES (\(person), \(kind.rawValue), \(hasDuty ? 1 : 0), \(random(bytes: 16).hex), 'waiting', \(now), \(now))
            RETURNING id
            """
        ) { $0.int(0) }
        struct Group: Hashable {
            let school: School.ID
            let kind: Waiting.Kind
        }
        for (group, members) in Dictionary(grouping: items, by: { Group(school: $0.school, kind: $0.kind) }) {
            try db.run(
                """
                INSERT INTO mail_counts (mail_id, school_id, kind, number)
                VALUES (\(id), \(group.school), \(group.kind.rawValue), \(Int64(members.count)))
                """
            )
        }
    }

    private static let columns: SQL = "id, person_id, kind, has_duty, token, state, attempts, made_at, lease"

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        person = Person.ID(row.int(1))
        kind = Kind(rawValue: row.text(2)) ?? .notice
        hasDuty = row.bool(3)
        token = row.text(4)
        state = row.text(5)
        attempts = row.int(6)
        madeAt = Instant(milliseconds: row.int(7))
        lease = row.textOrNil(8)
    }

    static func isAnyDue(at now: Instant, in db: Connection) throws -> Bool {
        try db.first(
            "SELECT 1 FROM mails WHERE finished_at IS NULL AND next_at <= \(now) AND leased_until <= \(now) LIMIT 1"
        ) { _ in true } ?? false
    }

    /// Takes the next mail that is due, for one process alone, and says before it leaves that it may have left.
    static func claim(at now: Instant, lease: Duration, in db: Connection) throws -> Mailing? {
        let id = try db.first(
            """
            SELECT id FROM mails WHERE finished_at IS NULL AND next_at <= \(now) AND leased_until <= \(now)
            ORDER BY next_at, id LIMIT 1\(.skipLocked)
            """
        ) { $0.int(0) }
        guard let id else { return nil }
        // As it was before: a mail that was being sent when its process died may have arrived.
        let mailing = try db.first("SELECT \(columns) FROM mails WHERE id = \(id)", Mailing.init(row:))
        guard let mailing else { return nil }
        let taken = random(bytes: 8).hex
        try db.run(
            """
            UPDATE mails SET state = 'sending', attempts = attempts + 1, lease = \(taken), leased_until = \(now + lease)
            WHERE id = \(id)
            """
        )
        return Mailing(mailing, lease: taken)
    }

    private init(_ other: Mailing, lease: String) {
        id = other.id
        person = other.person
        kind = other.kind
        hasDuty = other.hasDuty
        token = other.token
        state = other.state
        attempts = other.attempts + 1
        madeAt = other.madeAt
        self.lease = lease
    }

    func counts(in db: Connection) throws -> [Count] {
        let order = Waiting.Kind.allCases
        return try db.all(
            """
            SELECT schools.name, mail_counts.kind, mail_counts.number FROM mail_counts
            JOIN schools ON schools.id = mail_counts.school_id WHERE mail_id = \(id) ORDER BY schools.name
            """
        ) { Count(school: $0.text(0), kind: Waiting.Kind(rawValue: $0.text(1)) ?? .other, number: Int($0.int(2))) }
        .sorted {
            ($0.school, order.firstIndex(of: $0.kind) ?? 0) < ($1.school, order.firstIndex(of: $1.kind) ?? 0)
        }
    }

    /// Ends the lease with what became of it; throws when it was lost.
    func become(
        _ state: String, answer: String?, address: String? = nil, next: Instant? = nil, at now: Instant,
        in db: Connection
    ) throws {
        let finished: Instant? = next == nil ? now : nil
        let changed = try db.run(
            """
            UPDATE mails SET state = \(state), answer = \(answer), address = \(address), next_at = \(next ?? now),
                finished_at = \(finished), lease = NULL, leased_until = 0
            WHERE id = \(id) AND lease = \(lease)
            """
        )
        guard changed == 1 else { throw Lost() }
    }

    /// What is over is not needed for long: reports of mails that come back come within days.
    static func forget(at now: Instant, in db: Connection) throws {
        let before = now - .days(30)
        try db.run(
            "DELETE FROM mail_counts WHERE mail_id IN (SELECT id FROM mails WHERE finished_at < \(before))")
        try db.run("DELETE FROM mails WHERE finished_at < \(before)")
    }
}
