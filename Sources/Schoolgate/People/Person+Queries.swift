import Database
import Policy

/// Somebody as the list of people shows them.
struct PersonEntry: Sendable, Identifiable {
    let person: Person
    let staffID: String?
    let hasPassword: Bool
    let hasSecondFactor: Bool
    /// Whether they have signed in through the school's identity provider.
    let isLinked: Bool
    /// Until when an invitation or reset link is open.
    let linkUntil: Instant?
    let appointments: [AppointmentEntry]

    var id: Person.ID { person.id }

    /// The running roles at a school, those of the whole trust included.
    func roles(at school: School.ID, on day: Day) -> [Role] {
        appointments.filter { ($0.school == nil || $0.school == school) && $0.isRunning(on: day) }.map(\.role)
    }

    /// Whether somebody manages every school where this person has something to do: nobody gets into the account
    /// of a person who may do more than they may themselves.
    func isManaged(by viewer: Viewer, on day: Day) -> Bool {
        guard person.id != viewer.id else { return false }
        let standing = appointments.filter { !$0.isOver(on: day) }
        let last = appointments.filter { $0.isOver(on: day) }
        return (standing.isEmpty ? last : standing).allSatisfy { viewer.managesPeople(at: $0.school) }
            && (!appointments.isEmpty || viewer.managesPeople(at: nil))
    }
}

extension PersonEntry {
    /// Everybody who has, or had, a role at a school.
    static func all(at school: School.ID, now: Instant, in db: Connection) throws -> [PersonEntry] {
        try load(
            """
            people.id IN (SELECT person_id FROM appointments WHERE school_id = \(school) OR school_id IS NULL)
            """,
            "appointments.person_id IN (SELECT person_id FROM appointments WHERE school_id = \(school) OR school_id IS NULL)",
            now: now, in: db)
    }

    /// Somebody with a role at one of the schools the viewer may see people of.
    static func find(_ id: Person.ID, for viewer: Viewer, now: Instant, in db: Connection) throws -> PersonEntry? {
        let entry = try load("people.id = \(id)", "appointments.person_id = \(id)", now: now, in: db).first
        guard let entry else { return nil }
        if entry.appointments.isEmpty {
            // Somebody whose first role waits for a second person is there for both.
            let isProposed = try AppointmentProposal.of(id, in: db).contains { $0.mayBeEnded(by: viewer) }
            return viewer.managesPeople(at: nil) || isProposed ? entry : nil
        }
        let isSeen = entry.appointments.contains { appointment in
            appointment.school.map { viewer.seesPeople(at: $0) } ?? true
        }
        return isSeen ? entry : nil
    }

    /// Whose record tells what happens to them: the viewer's school where they work there, else one where they do.
    func chain(for viewer: Viewer, on day: Day) -> Event.Chain {
        let standing = appointments.filter { !$0.isOver(on: day) }
        if standing.contains(where: { $0.school == nil || $0.school == viewer.school.id }) {
            return .school(viewer.school.id)
        }
        return (standing.first ?? appointments.first)?.school.map { .school($0) } ?? .school(viewer.school.id)
    }

    static func load(
        _ people: SQL, _ appointments: SQL, now: Instant, in db: Connection
    ) throws -> [PersonEntry] {
        var entries: [Int64: [AppointmentEntry]] = [:]
        for entry in try AppointmentEntry.all(appointments, in: db) {
            entries[entry.person.rawValue, default: []].append(entry)
        }
        return try db.all(
            """
            SELECT \(Person.columns), people.staff_id, CASE WHEN people.password_hash IS NULL THEN 0 ELSE 1 END,
                (SELECT max(expires_at) FROM one_time_links WHERE one_time_links.person_id = people.id
                    AND used_at IS NULL AND expires_at > \(now)),
                (SELECT 1 FROM second_factors WHERE second_factors.person_id = people.id),
                (SELECT max(id) FROM identities WHERE identities.person_id = people.id)
            FROM people WHERE \(people) ORDER BY people.last_name, people.first_name, people.id
            """
        ) { row in
            let person = Person(row: row)
            return PersonEntry(
                person: person, staffID: row.textOrNil(5), hasPassword: row.bool(6),
                hasSecondFactor: !row.isNull(8), isLinked: !row.isNull(9),
                linkUntil: row.intOrNil(7).map { Instant(milliseconds: $0) },
                appointments: entries[person.id.rawValue] ?? [])
        }
    }
}

/// Somebody to be added.
struct NewPerson: Sendable {
    let firstName: String
    let lastName: String
    let email: String
    var staffID: String?

    /// Adds them, without a password: they are invited next.
    func add(by actor: Person.ID?, in chain: Event.Chain, at now: Instant, in db: Connection) throws -> Person.ID {
        let id = try db.first(
            """
            INSERT INTO people (staff_id, first_name, last_name, email, created_at)
            VALUES (\(staffID), \(firstName), \(lastName), \(email), \(now)) ON CONFLICT DO NOTHING RETURNING id
            """
        ) { Person.ID($0.int(0)) }
        guard let id else {
            var errors = FieldErrors()
            errors.add(
                "email", "Somebody signs in with this address already. Look under People, or use another address.")
            throw errors
        }
        try Record.write(Event("added", "person", id.rawValue, in: chain, by: actor), at: now, in: db)
        return id
    }
}

extension Person {
    /// Ends their access at once; what they did stays theirs in the record.
    func deactivate(by viewer: Viewer, in chain: Event.Chain, at now: Instant, in db: Connection) throws {
        guard isActive else { return }
        try db.run("UPDATE people SET deactivated_at = \(now) WHERE id = \(id)")
        try Session.endAll(of: id, at: now, in: db)
        try OneTimeLink.withdraw(of: id, at: now, in: db)
        try Revision.roll.raise(in: db)
        try Record.write(
            Event("ended the access of", "person", id.rawValue, in: chain, by: viewer.id), at: now, in: db)
    }

    func reactivate(by viewer: Viewer, in chain: Event.Chain, at now: Instant, in db: Connection) throws {
        guard !isActive else { return }
        try db.run("UPDATE people SET deactivated_at = NULL WHERE id = \(id)")
        try Revision.roll.raise(in: db)
        try Record.write(
            Event("opened the access of", "person", id.rawValue, in: chain, by: viewer.id), at: now, in: db)
    }
}
