import Database
import Policy

/// A role that opens doors others may not: one person proposes it, and it begins when a second agrees.
struct AppointmentProposal: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<AppointmentProposal>

    let id: ID
    let person: Person.ID
    let personName: String
    let appointment: NewAppointment
    let proposer: Person.ID
    let proposerName: String
    let proposedAt: Instant

    /// Whether this viewer is the second person it waits for.
    func waits(for viewer: Viewer) -> Bool {
        viewer.id != proposer && viewer.id != person
            && viewer.mayAppoint(appointment.role, at: appointment.school)
    }

    /// Whether this viewer may take it back or refuse it.
    func mayBeEnded(by viewer: Viewer) -> Bool { viewer.id == proposer || waits(for: viewer) }

    static func of(_ person: Person.ID, in db: Connection) throws -> [AppointmentProposal] {
        try load("appointment_proposals.person_id = \(person)", in: db)
    }

    static func open(at school: School.ID, in db: Connection) throws -> [AppointmentProposal] {
        try load("(appointment_proposals.school_id = \(school) OR appointment_proposals.school_id IS NULL)", in: db)
    }

    static func find(_ id: ID, in db: Connection) throws -> AppointmentProposal? {
        try load("appointment_proposals.id = \(id)", in: db).first
    }

    private static func load(_ condition: SQL, in db: Connection) throws -> [AppointmentProposal] {
        try db.all(
            """
            SELECT appointment_proposals.id, person_id, people.first_name, people.last_name, school_id, role, since,
                until, proposed_by, proposers.first_name, proposers.last_name, proposed_at
            FROM appointment_proposals JOIN people ON people.id = person_id
            JOIN people proposers ON proposers.id = proposed_by
            WHERE decided_at IS NULL AND \(condition) ORDER BY appointment_proposals.id LIMIT 100
            """
        ) { row in
            AppointmentProposal(
                id: ID(row.int(0)), person: Person.ID(row.int(1)), personName: "\(row.text(2)) \(row.text(3))",
                appointment: NewAppointment(
                    school: row.intOrNil(4).map { School.ID($0) }, role: Role(rawValue: row.text(5)),
                    since: Day(row.text(6)) ?? Day(daysSince1970: 0), until: row.textOrNil(7).flatMap { Day($0) }),
                proposer: Person.ID(row.int(8)), proposerName: "\(row.text(9)) \(row.text(10))",
                proposedAt: Instant(milliseconds: row.int(11)))
        }
    }

    /// The second person agrees: now the role is given.
    func confirm(by viewer: Viewer, at now: Instant, in db: Connection) throws {
        guard viewer.mayAppoint(appointment.role, at: appointment.school) else { throw Problem.notFound }
        guard waits(for: viewer) else {
            throw Problem.forbidden("This needs somebody else: neither who proposed it nor whom it is about.")
        }
        // One administrator who lets themselves in as another would be both.
        if let bar = viewer.links.bar { throw Problem.forbidden(bar) }
        try decide(by: viewer, at: now, in: db)
        try appointment.enter(
            for: person, by: viewer.id, fields: [(name: "proposed by", value: proposerName)], at: now, in: db)
    }

    /// Refused by the second person, or taken back by the first.
    func end(by viewer: Viewer, at now: Instant, in db: Connection) throws {
        guard mayBeEnded(by: viewer) else { throw Problem.notFound }
        try decide(by: viewer, at: now, in: db)
        try Record.write(
            Event(
                viewer.id == proposer ? "took back the proposal to appoint" : "refused to appoint", "person",
                person.rawValue, in: appointment.chain, by: viewer.id, fields: [("role", appointment.role.rawValue)]),
            at: now, in: db)
    }

    private func decide(by viewer: Viewer, at now: Instant, in db: Connection) throws {
        let decided = try db.run(
            """
            UPDATE appointment_proposals SET decided_at = \(now), decided_by = \(viewer.id)
            WHERE id = \(id) AND decided_at IS NULL
            """
        )
        guard decided == 1 else { throw Problem.conflict("Somebody has decided about this already.") }
    }
}

extension NewAppointment {
    var chain: Event.Chain { school.map { .school($0) } ?? .trust }

    /// Whether somebody else could agree: who may give this role, has a way in, and is neither of the two.
    func hasSecondPerson(besides others: [Person.ID], on day: Day, in db: Connection) throws -> Bool {
        let place: SQL = school.map { "(school_id IS NULL OR school_id = \($0))" } ?? "school_id IS NULL"
        return try db.first(
            """
            SELECT 1 FROM people JOIN appointments ON appointments.person_id = people.id
            WHERE people.deactivated_at IS NULL AND people.id NOT IN (\(list: others.map(\.rawValue)))
                AND role IN ('headteacher', 'administrator') AND \(place)
                AND since <= \(day) AND (until IS NULL OR until >= \(day))
                AND (people.password_hash IS NOT NULL
                    OR EXISTS (SELECT 1 FROM identities WHERE identities.person_id = people.id))
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// Writes down that it waits for a second person.
    func propose(for person: Person.ID, by proposer: Person.ID, at now: Instant, in db: Connection) throws {
        let isWaiting = try AppointmentProposal.of(person, in: db).contains {
            $0.appointment.role == role && $0.appointment.school == school
        }
        guard !isWaiting else {
            throw Problem.conflict("This is proposed already, and waits for a second person.")
        }
        try db.run(
            """
            INSERT INTO appointment_proposals (person_id, school_id, role, since, until, proposed_by, proposed_at)
            VALUES (\(person), \(school), \(role.rawValue), \(since), \(until), \(proposer), \(now))
            """
        )
        try Record.write(
            Event(
                "proposed to appoint", "person", person.rawValue, in: chain, by: proposer,
                fields: [("role", role.rawValue), ("since", "\(since)"), ("until", until.map { "\($0)" } ?? "")]),
            at: now, in: db)
    }
}
