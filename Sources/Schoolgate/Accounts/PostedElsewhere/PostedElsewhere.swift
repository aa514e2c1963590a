import Database
import Foundation
import Gate
import Networks
import Policy

/// A post on an official account that did not go through Schoolgate (N9).
struct PostedElsewhere: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<PostedElsewhere>

    /// One thing that the gate would have said.
    struct Finding: Codable, Sendable {
        let severity: String
        let reason: String
        let clause: String

        var isBlock: Bool { severity == Severity.block.rawValue }
    }

    enum Outcome: String, Sendable {
        /// It may stay.
        case kept
        case removed
        /// It was there before the account was connected.
        case before
    }

    let id: ID
    let account: Account.ID
    let accountName: String
    let school: School.ID
    let remoteID: String
    let url: String
    let text: String
    let pictures: Int64
    let publishedAt: Instant?
    let foundAt: Instant
    let findings: [Finding]
    let outcome: Outcome?
    let note: String
    let settledBy: String?
    let settledAt: Instant?

    var title: String { Post.title(of: text) }
    /// Whether it should not have gone out at all.
    var isBlocked: Bool { findings.contains(where: \.isBlock) }

    private static func all(_ condition: SQL, in db: Connection) throws -> [PostedElsewhere] {
        try db.all(
            """
            SELECT posted_elsewhere.id, account_id, accounts.name, accounts.school_id, remote_id, url, text, pictures,
                published_at, found_at, findings, outcome, note, people.first_name || ' ' || people.last_name, settled_at
            FROM posted_elsewhere JOIN accounts ON accounts.id = account_id LEFT JOIN people ON people.id = settled_by
            WHERE \(condition) ORDER BY settled_at IS NOT NULL, posted_elsewhere.id DESC LIMIT 100
            """
        ) { row in
            PostedElsewhere(
                id: ID(row.int(0)), account: Account.ID(row.int(1)), accountName: row.text(2),
                school: School.ID(row.int(3)), remoteID: row.text(4), url: row.text(5), text: row.text(6),
                pictures: row.int(7), publishedAt: row.intOrNil(8).map { Instant(milliseconds: $0) },
                foundAt: Instant(milliseconds: row.int(9)),
                findings: (try? JSONDecoder().decode([Finding].self, from: Data(row.text(10).utf8))) ?? [],
                outcome: row.textOrNil(11).flatMap { Outcome(rawValue: $0) }, note: row.text(12),
                settledBy: row.textOrNil(13), settledAt: row.intOrNil(14).map { Instant(milliseconds: $0) })
        }
    }

    static func of(_ account: Account.ID, in db: Connection) throws -> [PostedElsewhere] {
        try all("account_id = \(account) AND (outcome IS NULL OR outcome <> 'before')", in: db)
    }

    static func open(at school: School.ID, in db: Connection) throws -> [PostedElsewhere] {
        try all("accounts.school_id = \(school) AND accounts.closed_at IS NULL AND settled_at IS NULL", in: db)
    }

    static func find(_ id: ID, at school: School.ID, in db: Connection) throws -> PostedElsewhere? {
        try all("posted_elsewhere.id = \(id) AND accounts.school_id = \(school)", in: db).first
    }

    /// Says what becomes of it, once.
    func settle(
        _ outcome: Outcome, _ note: String, by person: Person.ID, at now: Instant, in db: Connection
    ) throws {
        let changed = try db.run(
            """
            UPDATE posted_elsewhere SET outcome = \(outcome.rawValue), note = \(note), settled_at = \(now),
                settled_by = \(person) WHERE id = \(id) AND settled_at IS NULL
            """
        )
        guard changed == 1 else { throw Problem.conflict("Somebody has settled this meanwhile.") }
        try Record.write(
            Event(
                outcome == .removed
                    ? "took down what was posted past Schoolgate on" : "kept what was posted past Schoolgate on",
                "account", account.rawValue, in: .school(school), by: person, fields: [("address", url)]),
            at: now, in: db)
    }

    /// Keeps one that is new; answers whether it was.
    static func keep(
        _ post: TimelinePost, on account: Account, _ findings: [Finding], isBefore: Bool, at now: Instant,
        in db: Connection
    ) throws -> Bool {
        let text = String(decoding: try JSONEncoder().encode(findings), as: UTF8.self)
        let settled = isBefore ? now : nil, outcome = isBefore ? Outcome.before.rawValue : nil
        let isNew =
            try db.first(
                """
                INSERT INTO posted_elsewhere (account_id, remote_id, url, text, pictures, published_at, found_at,
                    findings, outcome, settled_at)
                VALUES (\(account.id), \(post.id.rawValue), \(String(post.url.prefix(2_000))),
                    \(String(post.text.prefix(Draft.longestText))), \(Int64(post.media.count)), \(post.publishedAt), \(now),
                    \(text), \(outcome), \(settled)) ON CONFLICT DO NOTHING RETURNING id
                """
            ) { $0.int(0) } != nil
        if isNew, !isBefore {
            try Record.write(
                Event(
                    "found a post past Schoolgate on", "account", account.id.rawValue, in: .school(account.school),
                    by: nil, fields: [("address", post.url)]), at: now, in: db)
        }
        return isNew
    }
}
