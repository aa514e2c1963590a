import Database
import Policy

/// Somebody who works here, with what they do: for naming who runs an account and who watches over it.
struct StaffCandidate: Sendable, Identifiable {
    let id: Person.ID
    let name: String
    let roles: Set<Role>

    /// Those who oversee the school and do not work in it.
    private static let overseers: Set<Role> = ["governor", "chair"]

    func holds(_ roles: [Role]) -> Bool { !self.roles.isDisjoint(with: roles) }

    /// Everybody with a running role at a school or for the whole trust who is more than a governor, by name.
    static func all(at school: School.ID, on day: Day, in db: Connection) throws -> [StaffCandidate] {
        var roles: [Int64: Set<Role>] = [:]
        try db.each(
            """
            SELECT person_id, role FROM appointments
            WHERE (school_id = \(school) OR school_id IS NULL) AND since <= \(day) AND (until IS NULL OR until >= \(day))
            """
        ) { roles[$0.int(0), default: []].insert(Role(rawValue: $0.text(1))) }
        return try Colleague.all(at: school, on: day, in: db).compactMap { colleague in
            let held = roles[colleague.id.rawValue] ?? []
            guard !held.isSubset(of: overseers) else { return nil }
            return StaffCandidate(id: colleague.id, name: colleague.name, roles: held)
        }
    }
}
