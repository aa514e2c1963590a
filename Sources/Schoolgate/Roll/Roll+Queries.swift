import Database
import Gate
import Policy

extension Roll {
    /// The whole trust's roll, for the gate: pupils with guardians, staff, schools.
    static func load(in db: Connection) throws -> Roll {
        let schools = try School.all(in: db)
        let codes = Dictionary(uniqueKeysWithValues: schools.map { ($0.id.rawValue, $0.code) })
        var guardians: [Int64: [Guardian]] = [:]
        try db.each("SELECT pupil_id, name, email FROM guardians ORDER BY pupil_id, position") {
            guardians[$0.int(0), default: []].append(Guardian(name: $0.text(1), email: $0.textOrNil(2)))
        }
        let pupils = try db.all(
            """
            SELECT id, school_id, upn, first_name, last_name, preferred_name, date_of_birth, year_group
            FROM pupils WHERE left_on IS NULL ORDER BY id
            """
        ) { row in
            Gate.Pupil(
                school: codes[row.int(1)] ?? "", upn: row.text(2), firstName: row.text(3), lastName: row.text(4),
                preferredName: row.textOrNil(5), dateOfBirth: row.textOrNil(6).flatMap { Day($0) },
                yearGroup: row.text(7), guardians: guardians[row.int(0)] ?? [])
        }
        let staff = try db.all(
            """
            SELECT people.staff_id, people.first_name, people.last_name, people.email, appointments.school_id,
                appointments.role, people.id
            FROM people JOIN appointments ON appointments.person_id = people.id
            WHERE people.deactivated_at IS NULL ORDER BY people.id
            """
        ) { row in
            StaffMember(
                school: row.intOrNil(4).flatMap { codes[$0] } ?? "",
                staffID: row.textOrNil(0) ?? "person-\(row.int(6))", firstName: row.text(1), lastName: row.text(2),
                email: row.text(3), role: Role(rawValue: row.text(5)))
        }
        return Roll(pupils: pupils, staff: staff, schools: schools.map(\.details))
    }
}

extension ConsentRegister {
    /// Every answer about every child of the trust.
    static func load(in db: Connection) throws -> ConsentRegister {
        ConsentRegister(
            try db.all(
                """
                SELECT pupils.upn, purpose, network, decision, day, expiry, given_by, lifted_on
                FROM consents JOIN pupils ON pupils.id = consents.pupil_id ORDER BY consents.id
                """, Consent.init(row:)))
    }
}
