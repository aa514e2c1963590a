import Crypto
import Database
import OpenID
import Policy

/// Somebody whom the provider vouches for, at our door.
struct Arrival: Sendable {
    enum Outcome: Sendable {
        case signedIn(Person.ID, Token)
        /// Nobody of this address is on the staff list, or their access has ended.
        case unknown
        /// The provider does not say that the address is theirs.
        case unverified
        /// Their place is taken by another account of the provider.
        case linkedToAnother
        /// They are not in the group that the operator asks for.
        case notInGroup
        /// They have no role at any school.
        case withoutRole
    }

    let identity: Identity
    let settings: IdentitySettings

    /// Finds who it is, follows what the provider says of their groups, and begins a session.
    func enter(from address: String, _ context: Context, in db: Connection) throws -> Outcome {
        let now = context.now()
        let found = try person(at: now, in: db)
        guard case .success(let person) = found else {
            if case .failure(let refusal) = found { return refusal.outcome }
            return .unknown
        }
        if let required = settings.requiredGroup, identity.groups?.contains(required) != true {
            try leaveGroups(person, except: [], context, in: db)
            try Session.endAll(of: person.id, at: now, in: db)
            try Record.write(
                Event(
                    "was turned away", "person", person.id.rawValue, in: .trust, by: nil,
                    fields: [("not in the group", required)]), at: now, in: db)
            return .notInGroup
        }
        try followGroups(person, context, in: db)
        guard try !Person.appointments(of: person.id, on: context.today, in: db).isEmpty else { return .withoutRole }
        try Record.write(
            Event(
                "signed in", "person", person.id.rawValue, in: .trust, by: person.id, fields: [("with", settings.name)]),
            at: now, in: db)
        return .signedIn(
            person.id, try Session.start(for: person.id, from: address, by: .provider, at: now, in: db))
    }

    /// Whom this identity was linked to before.
    func linked(in db: Connection) throws -> Person.ID? {
        try db.first(
            """
            SELECT person_id FROM identities
            WHERE issuer = \(identity.issuer) AND subject = \(identity.subject)\(.forUpdate)
            """
        ) { Person.ID($0.int(0)) }
    }

    private struct Refusal: Error { let outcome: Outcome }

    /// By the provider's own name for them once it is known, and by a verified address the first time.
    private func person(at now: Instant, in db: Connection) throws -> Result<Person, Refusal> {
        if let id = try linked(in: db) {
            guard let person = try Person.find(id, in: db), person.isActive else {
                return .failure(Refusal(outcome: .unknown))
            }
            try db.run(
                "UPDATE identities SET used_at = \(now) WHERE issuer = \(identity.issuer) AND subject = \(identity.subject)"
            )
            return .success(person)
        }
        guard let email = identity.email, identity.isEmailVerified else {
            return .failure(Refusal(outcome: .unverified))
        }
        let person = try db.first(
            "SELECT \(Person.columns) FROM people WHERE email = \(email) AND deactivated_at IS NULL\(.forUpdate)",
            Person.init(row:))
        guard let person else { return .failure(Refusal(outcome: .unknown)) }
        let made = try db.run(
            """
            INSERT INTO identities (issuer, subject, person_id, linked_at, used_at)
            VALUES (\(identity.issuer), \(identity.subject), \(person.id), \(now), \(now)) ON CONFLICT DO NOTHING
            """
        )
        guard made == 1 else { return .failure(Refusal(outcome: .linkedToAnother)) }
        try Record.write(
            Event(
                "was linked to an account of", "person", person.id.rawValue, in: .trust, by: person.id,
                fields: [("identity provider", settings.name)]), at: now, in: db)
        return .success(person)
    }

    /// Gives the roles of the groups somebody is in, and ends those of groups they have left.
    private func followGroups(_ person: Person, _ context: Context, in db: Connection) throws {
        guard let groups = identity.groups, !settings.grants.isEmpty else { return }
        let schools = try School.all(in: db)
        var wanted: [Appointment: String] = [:]
        for grant in settings.grants where groups.contains(grant.group) && GroupGrant.ordinary.contains(grant.role) {
            let school = grant.school.flatMap { code in schools.first { $0.code == code }?.id }
            if grant.school == nil || school != nil {
                wanted[Appointment(school: school, role: grant.role)] = grant.group
            }
        }
        try leaveGroups(person, except: Set(wanted.keys), context, in: db)
        let held = Set(try Person.appointments(of: person.id, on: context.today, in: db))
        for (appointment, group) in wanted where !held.contains(appointment) {
            try NewAppointment(school: appointment.school, role: appointment.role, since: context.today, until: nil)
                .enter(for: person.id, by: nil, fromGroup: group, at: context.now(), in: db)
        }
    }

    /// Ends at once what groups gave, but for some. What people gave stays theirs to end.
    private func leaveGroups(
        _ person: Person, except kept: Set<Appointment>, _ context: Context, in db: Connection
    ) throws {
        let today = context.today
        let given = try AppointmentEntry.all(
            "person_id = \(person.id) AND from_group IS NOT NULL AND (until IS NULL OR until >= \(today))", in: db)
        for entry in given where !kept.contains(Appointment(school: entry.school, role: entry.role)) {
            try entry.close(on: today.adding(days: -1), by: nil, at: context.now(), in: db)
        }
    }
}
