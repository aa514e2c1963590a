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

    /// Pupils whose first, preferred or last name begins with what was typed, for naming who is in a picture.
    static func search(_ text: String, at school: School.ID, limit: Int = 20, in db: Connection) throws -> [Pupil] {
        let words = text.lowercased().split(separator: " ").prefix(3).map { $0.filter { $0 != "%" && $0 != "_" } + "%" }
        guard let first = words.first, let last = words.last else { return [] }
        return try db.all(
            """
            SELECT \(Pupil.columns) FROM pupils WHERE school_id = \(school) AND left_on IS NULL
                AND (lower(first_name) LIKE \(first) OR lower(preferred_name) LIKE \(first) OR lower(last_name) LIKE \(first))
                AND (\(words.count == 1) = 1 OR lower(last_name) LIKE \(last))
            ORDER BY last_name, first_name LIMIT \(limit)
            """, Pupil.init(row:))
    }
}
