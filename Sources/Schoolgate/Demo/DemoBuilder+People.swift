import Database
import Gate
import Policy

extension DemoBuilder {
    /// When the trust began to use Schoolgate, in days before today.
    static let beginning = 396

    /// Their year began with the trust: an executive headteacher and a chair of trustees who have left since.
    private static let leavers: [(staffID: String, first: String, last: String, role: Role)] = [
        ("T01", "Judith", "Ormerod", "headteacher"), ("T02", "Conrad", "Vale", "chair"),
    ]
    /// Roles that the list of staff has no column for.
    private static let further: [(staffID: String, role: Role, isTrustWide: Bool)] = [
        ("L18", "administrator", true), ("A14", "comms", false),
    ]
    /// Added, and never invited: somebody has to see to it.
    private static let neverInvited: Set = ["L19", "A15", "F14"]

    mutating func planPeople() {
        plan(daysAgo: Self.beginning, "09:00") { builder, now in try builder.setUp(now) }
        for (staffID, role, isTrustWide) in Self.further {
            plan(daysAgo: Self.beginning, "10:30") { builder, now in
                let member = builder.files.staff.first { $0.staffID == staffID }
                let school = isTrustWide ? nil : try builder.school(member?.school ?? "").id
                try builder.appoint(staffID, role, at: school, now)
            }
        }
        for (index, leaver) in Self.leavers.enumerated() {
            plan(daysAgo: 82, index == 0 ? "16:30" : "16:40") { builder, now in try builder.leave(leaver.staffID, now) }
        }
    }

    private mutating func setUp(_ now: Instant) throws {
        try db.run(
            """
            INSERT INTO trusts (name, created_at, demo_day) VALUES ('The Weirside Trust', \(now), \(calendar.today))
            """
        )
        try Record.write(Event("set up", "trust", 1, in: .trust, by: nil), at: now, in: db)
        for school in files.schools {
            let id = try db.one(
                """
                INSERT INTO schools (code, name, address, postcode, phone, email, domain, handle, hashtag, nation)
                VALUES (\(school.code), \(school.name), \(school.address), \(school.postcode), \(school.phone),
                    \(school.email), \(school.domain), \(school.handle), \(school.hashtag), \(school.nation.rawValue))
                RETURNING id
                """
            ) { School.ID($0.int(0)) }
            try Record.write(Event("added", "school", id.rawValue, in: .school(id), by: nil), at: now, in: db)
            schools[school.code] = try School.find(id, in: db)
        }
        for leaver in Self.leavers {
            let email = "\(leaver.first).\(leaver.last)@weirside.example".lowercased()
            try add(leaver.staffID, leaver.first, leaver.last, email, in: .trust, now)
            try appoint(leaver.staffID, leaver.role, at: nil, now)
        }
        for member in files.staff {
            let school = try school(member.school)
            try add(
                member.staffID, member.firstName, member.lastName, member.email ?? "", in: .school(school.id), now)
            try appoint(member.staffID, member.role, at: school.id, now)
        }
    }

    private mutating func add(
        _ staffID: String, _ first: String, _ last: String, _ email: String, in chain: Event.Chain, _ now: Instant
    ) throws {
        let id = try NewPerson(firstName: first, lastName: last, email: email, staffID: staffID)
            .add(by: nil, in: chain, at: now, in: db)
        if !Self.neverInvited.contains(staffID) {
            try db.run("UPDATE people SET password_hash = \(passwordHash) WHERE id = \(id)")
        }
        people[staffID] = try Person.find(id, in: db)
    }

    private func appoint(_ staffID: String, _ role: Role, at school: School.ID?, _ now: Instant) throws {
        try NewAppointment(
            school: school, role: role, since: calendar.clock.day(of: now).adding(days: -30), until: nil
        ).enter(for: try person(staffID).id, by: nil, at: now, in: db)
    }

    private func leave(_ staffID: String, _ now: Instant) throws {
        let person = try person(staffID), day = calendar.clock.day(of: now), by = try self.person("L18").id
        try db.run("UPDATE appointments SET until = \(day) WHERE person_id = \(person.id)")
        try db.run("UPDATE people SET deactivated_at = \(now) WHERE id = \(person.id)")
        try Revision.roll.raise(in: db)
        try Record.write(
            Event("ended the access of", "person", person.id.rawValue, in: .trust, by: by), at: now, in: db)
    }
}
