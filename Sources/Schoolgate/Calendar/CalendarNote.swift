import Database
import Gate
import Policy

/// Something the school notes beside its posts: an event, a day off, a bereavement.
struct CalendarNote: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<CalendarNote>

    enum Kind: String, CaseIterable, Sendable {
        case event, inset, bereavement

        var title: String {
            switch self {
            case .event: "Event"
            case .inset: "INSET day, school closed"
            case .bereavement: "Bereavement notice"
            }
        }
    }

    /// How long posts wait for a look after a bereavement, when nobody says otherwise.
    static let quietDays = 7
    /// No note lasts longer than a term.
    static let longest = 120

    let id: ID
    let kind: Kind
    let title: String
    let first: Day
    let last: Day

    func contains(_ day: Day) -> Bool { first <= day && day <= last }

    static func between(_ first: Day, _ last: Day, at school: School.ID, in db: Connection) throws -> [CalendarNote] {
        try db.all(
            """
            SELECT id, kind, title, first_day, last_day FROM calendar_notes
            WHERE school_id = \(school) AND last_day >= \(first) AND first_day <= \(last) AND removed_at IS NULL
            ORDER BY first_day, id LIMIT 500
            """, CalendarNote.init(row:))
    }

    static func find(_ id: ID, at school: School.ID, in db: Connection) throws -> CalendarNote? {
        try db.first(
            """
            SELECT id, kind, title, first_day, last_day FROM calendar_notes
            WHERE id = \(id) AND school_id = \(school) AND removed_at IS NULL
            """, CalendarNote.init(row:))
    }

    /// The days after a bereavement notice on which posts wait for a look, as the gate is told of them.
    static func quietDays(since day: Day, at school: School.ID, in db: Connection) throws -> [DayRange] {
        try db.all(
            """
            SELECT first_day, last_day FROM calendar_notes WHERE school_id = \(school) AND kind = 'bereavement'
                AND last_day >= \(day) AND removed_at IS NULL ORDER BY first_day, id LIMIT 100
            """
        ) { row in Day(row.text(0)).flatMap { first in Day(row.text(1)).flatMap { DayRange(first, $0) } } }
        .compactMap { $0 }
    }

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        kind = Kind(rawValue: row.text(1)) ?? .event
        title = row.text(2)
        first = Day(row.text(3)) ?? Day(daysSince1970: 0)
        last = Day(row.text(4)) ?? first
    }
}

/// A note as its form gives it.
struct NewCalendarNote: Sendable {
    let kind: CalendarNote.Kind
    let title: String
    let first: Day
    let last: Day

    func add(at school: School.ID, by person: Person.ID, now: Instant, in db: Connection) throws {
        let id = try db.one(
            """
            INSERT INTO calendar_notes (school_id, kind, title, first_day, last_day, created_by, created_at)
            VALUES (\(school), \(kind.rawValue), \(title), \(first), \(last), \(person), \(now)) RETURNING id
            """
        ) { $0.int(0) }
        try Record.write(
            Event(
                "noted in the calendar", "calendar note", id, in: .school(school), by: person,
                fields: [("kind", kind.rawValue), ("days", "\(first) to \(last)"), ("words", title)]),
            at: now, in: db)
    }
}

extension CalendarNote {
    func remove(at school: School.ID, by person: Person.ID, now: Instant, in db: Connection) throws {
        try db.run("UPDATE calendar_notes SET removed_at = \(now) WHERE id = \(id)")
        try Record.write(
            Event(
                "took from the calendar", "calendar note", id.rawValue, in: .school(school), by: person,
                fields: [("kind", kind.rawValue), ("days", "\(first) to \(last)"), ("words", title)]),
            at: now, in: db)
    }
}
