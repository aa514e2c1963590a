import Database
import Policy

/// Somebody who may sign in.
struct Person: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Person>

    let id: ID
    let firstName: String
    let lastName: String
    let email: String
    let isActive: Bool

    var name: String { "\(firstName) \(lastName)" }
    var initials: String { "\(firstName.prefix(1))\(lastName.prefix(1))" }
}

/// What somebody does at a school, or across the trust.
struct Appointment: Sendable, Hashable {
    /// Nil for the whole trust.
    let school: School.ID?
    let role: Role
}

extension Person {
    static let columns: SQL = "people.id, people.first_name, people.last_name, people.email, people.deactivated_at"

    init(row: borrowing Row) {
        self.init(
            id: ID(row.int(0)), firstName: row.text(1), lastName: row.text(2), email: row.text(3),
            isActive: row.isNull(4))
    }

    static func find(_ id: ID, in db: Connection) throws -> Person? {
        try db.first("SELECT \(columns) FROM people WHERE id = \(id)", Person.init(row:))
    }

    static func appointments(of id: ID, on day: Day, in db: Connection) throws -> [Appointment] {
        try db.all(
            """
            SELECT school_id, role FROM appointments
            WHERE person_id = \(id) AND since <= \(day) AND (until IS NULL OR until >= \(day))
            """
        ) { Appointment(school: $0.intOrNil(0).map { School.ID($0) }, role: Role(rawValue: $0.text(1))) }
    }

    /// Active people with one of these roles at a school, or for the whole trust.
    static func holding(_ roles: [Role], at school: School.ID, on day: Day, in db: Connection) throws -> [Person] {
        guard !roles.isEmpty else { return [] }
        return try db.all(
            """
            SELECT DISTINCT \(columns) FROM people JOIN appointments ON appointments.person_id = people.id
            WHERE people.deactivated_at IS NULL AND appointments.role IN (\(list: roles.map(\.rawValue)))
                AND (appointments.school_id = \(school) OR appointments.school_id IS NULL)
                AND since <= \(day) AND (until IS NULL OR until >= \(day))
            ORDER BY people.last_name, people.first_name
            """, Person.init(row:))
    }
}
