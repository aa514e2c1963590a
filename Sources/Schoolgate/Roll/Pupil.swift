import Database
import Gate
import Policy

/// A child on the roll.
struct Pupil: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Pupil>

    let id: ID
    let school: School.ID
    /// Opaque and unique; never shown on a page.
    let upn: String
    let firstName: String
    let lastName: String
    let preferredName: String?
    let yearGroup: String

    /// As people call the child.
    var name: String { "\(preferredName ?? firstName) \(lastName)" }
    /// With the year, to tell namesakes apart.
    var nameAndYear: String { yearGroup.isEmpty ? name : "\(name), \(yearName)" }
    var yearName: String { Int(yearGroup) == nil ? yearGroup : "Year \(yearGroup)" }

    static let columns: SQL =
        """
        pupils.id, pupils.school_id, pupils.upn, pupils.first_name, pupils.last_name, pupils.preferred_name,
        pupils.year_group
        """

    init(row: borrowing Row) {
        id = ID(row.int(0))
        school = School.ID(row.int(1))
        upn = row.text(2)
        firstName = row.text(3)
        lastName = row.text(4)
        preferredName = row.textOrNil(5)
        yearGroup = row.text(6)
    }

    static func find(_ id: ID, at school: School.ID, in db: Connection) throws -> Pupil? {
        try db.first(
            "SELECT \(columns) FROM pupils WHERE id = \(id) AND school_id = \(school)", Pupil.init(row:))
    }

    static func all(_ ids: [ID], in db: Connection) throws -> [Pupil] {
        guard !ids.isEmpty else { return [] }
        return try db.all(
            "SELECT \(columns) FROM pupils WHERE id IN (\(list: ids.map(\.rawValue))) ORDER BY last_name, first_name",
            Pupil.init(row:))
    }
}
