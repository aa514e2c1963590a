import Database
import Policy

/// An appointment as it stands in the books.
struct AppointmentEntry: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<AppointmentEntry>

    let id: ID
    let person: Person.ID
    /// Nil for the whole trust.
    let school: School.ID?
    let role: Role
    let since: Day
    let until: Day?

    func isRunning(on day: Day) -> Bool { since <= day && until.map { $0 >= day } ?? true }
    func isOver(on day: Day) -> Bool { until.map { $0 < day } ?? false }
}

extension AppointmentEntry {
    private static let columns: SQL = "id, person_id, school_id, role, since, until"

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        person = Person.ID(row.int(1))
        school = row.intOrNil(2).map { School.ID($0) }
        role = Role(rawValue: row.text(3))
        since = Day(row.text(4)) ?? Day(daysSince1970: 0)
        until = row.textOrNil(5).flatMap { Day($0) }
    }

    static func all(_ condition: SQL, in db: Connection) throws -> [AppointmentEntry] {
        try db.all(
            "SELECT \(columns) FROM appointments WHERE \(condition) ORDER BY since DESC, id DESC",
            AppointmentEntry.init(row:))
    }

    static func find(_ id: ID, in db: Connection) throws -> AppointmentEntry? {
        try db.first("SELECT \(columns) FROM appointments WHERE id = \(id)\(.forUpdate)", AppointmentEntry.init(row:))
    }
}

/// A role that somebody is to be given.
struct NewAppointment: Sendable {
    /// Nil for the whole trust.
    let school: School.ID?
    let role: Role
    let since: Day
    let until: Day?

    /// Roles that open doors others may not: only heads and administrators give them, whoever else may manage people.
    static let guarded: [Role] = ["headteacher", "dsl", "deputy-dsl", "administrator"]

    /// Gives somebody the role; nobody appoints themselves, and a guarded role waits for a second person where there is
    /// one.
    func give(to person: Person, by viewer: Viewer, on today: Day, at now: Instant, in db: Connection) throws {
        guard person.id != viewer.id else {
            throw Problem.forbidden("Nobody changes their own roles. Ask another administrator or the headteacher.")
        }
        guard viewer.mayAppoint(role, at: school) else {
            throw Problem.forbidden(
                "Only an administrator or the headteacher \(school == nil ? "of the whole trust " : "")can make somebody \(role.title.lowercased())."
            )
        }
        // Whoever signed in by a link or factor that another arranged must not be the first of two.
        if Self.guarded.contains(role), let bar = viewer.links.bar { throw Problem.forbidden(bar) }
        if Self.guarded.contains(role), try hasSecondPerson(besides: [viewer.id, person.id], on: today, in: db) {
            try propose(for: person.id, by: viewer.id, at: now, in: db)
        } else {
            try enter(
                for: person.id, by: viewer.id,
                fields: Self.guarded.contains(role) ? [(name: "agreed by", value: "nobody else could")] : [], at: now,
                in: db)
        }
    }

    /// Writes it into the books, for verbs that have settled who may.
    ///
    /// `fromGroup` names the group of the identity provider that gave it, which also takes it away.
    func enter(
        for person: Person.ID, by actor: Person.ID?, fromGroup: String? = nil,
        fields: [(name: String, value: String)] = [], at now: Instant, in db: Connection
    ) throws {
        try db.run(
            """
            INSERT INTO appointments (person_id, school_id, role, since, until, from_group)
            VALUES (\(person), \(school), \(role.rawValue), \(since), \(until), \(fromGroup))
            """
        )
        try Revision.roll.raise(in: db)
        try Record.write(
            Event(
                "appointed", "person", person.rawValue, in: school.map { .school($0) } ?? .trust, by: actor,
                fields: [("role", role.rawValue), ("since", "\(since)"), ("until", until.map { "\($0)" } ?? "")]
                    + (fromGroup.map { [("group", $0)] } ?? []) + fields),
            at: now, in: db)
    }
}

extension AppointmentEntry {
    /// Ends it with the given day; one that has not begun is struck out.
    func end(on day: Day, by viewer: Viewer, at now: Instant, in db: Connection) throws {
        guard person != viewer.id else {
            throw Problem.forbidden("Nobody changes their own roles. Ask another administrator or the headteacher.")
        }
        guard viewer.mayAppoint(role, at: school) else { throw Problem.notFound }
        try close(on: day, by: viewer.id, at: now, in: db)
    }

    /// Ends it, for verbs that have settled who may.
    func close(on day: Day, by actor: Person.ID?, at now: Instant, in db: Connection) throws {
        guard until.map({ $0 > day }) ?? true else { return }
        if since > day {
            try db.run("DELETE FROM appointments WHERE id = \(id)")
        } else {
            try db.run("UPDATE appointments SET until = \(day) WHERE id = \(id)")
        }
        try Revision.roll.raise(in: db)
        try Record.write(
            Event(
                "ended the appointment of", "person", person.rawValue, in: school.map { .school($0) } ?? .trust,
                by: actor, fields: [("role", role.rawValue), ("until", "\(day)")]), at: now, in: db)
    }
}

extension Viewer {
    /// Whether they manage people at a school; nil asks for the whole trust.
    func managesPeople(at school: School.ID?) -> Bool {
        appointments.contains {
            ($0.school == nil || ($0.school == school && school != nil)) && Right.managePeople.roles.contains($0.role)
        }
    }

    func mayAppoint(_ role: Role, at school: School.ID?) -> Bool {
        guard managesPeople(at: school) else { return false }
        guard NewAppointment.guarded.contains(role) else { return true }
        return appointments.contains {
            ($0.school == nil || $0.school == school) && ["headteacher", "administrator"].contains($0.role)
        }
    }
}
