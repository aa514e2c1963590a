import Database

/// Something a school says often, or how it signs.
struct Phrase: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Phrase>

    enum Kind: String, CaseIterable, Sendable {
        case phrase
        case signOff = "sign-off"

        var title: String { self == .phrase ? "Phrase" : "Sign-off" }
    }

    static let longest = 500
    static let most = 60

    let id: ID
    let kind: Kind
    let text: String

    static func all(at school: School.ID, in db: Connection) throws -> [Phrase] {
        try db.all(
            """
            SELECT id, kind, text FROM phrases WHERE school_id = \(school) AND removed_at IS NULL
            ORDER BY kind, text, id LIMIT \(most)
            """
        ) { Phrase(id: ID($0.int(0)), kind: Kind(rawValue: $0.text(1)) ?? .phrase, text: $0.text(2)) }
    }

    static func add(
        _ kind: Kind, _ text: String, at school: School.ID, by person: Person.ID, now: Instant, in db: Connection
    ) throws {
        let count = try db.one(
            "SELECT count(*) FROM phrases WHERE school_id = \(school) AND removed_at IS NULL"
        ) { $0.int(0) }
        guard count < most else { throw Problem.refused("There are \(most) already. Take one out first.") }
        let id = try db.one(
            """
            INSERT INTO phrases (school_id, kind, text, created_by, created_at)
            VALUES (\(school), \(kind.rawValue), \(text), \(person), \(now)) RETURNING id
            """
        ) { $0.int(0) }
        try Record.write(
            Event("added", "phrase", id, in: .school(school), by: person, fields: [("words", text)]), at: now, in: db)
    }

    static func remove(_ id: ID, at school: School.ID, by person: Person.ID, now: Instant, in db: Connection) throws {
        let changed = try db.run(
            "UPDATE phrases SET removed_at = \(now) WHERE id = \(id) AND school_id = \(school) AND removed_at IS NULL")
        guard changed == 1 else { throw Problem.notFound }
        try Record.write(Event("removed", "phrase", id.rawValue, in: .school(school), by: person), at: now, in: db)
    }

    /// The text with this phrase where it belongs: a phrase after a space, a sign-off on a line of its own.
    func appended(to text: String) -> String {
        let text = text.trimmed
        guard !text.isEmpty else { return self.text }
        return text + (kind == .signOff ? "\n" : " ") + self.text
    }
}
