import Database
import Gate

/// A school of the trust, as the database holds it.
struct School: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<School>

    let id: ID
    /// The short word the roll uses for it.
    let code: String
    let name: String
    let details: Gate.School
}

extension School {
    private static let columns: SQL =
        "id, code, name, address, postcode, phone, email, domain, handle, hashtag, nation"

    static func all(in db: Connection) throws -> [School] {
        try db.all("SELECT \(columns) FROM schools ORDER BY name", School.init(row:))
    }

    static func find(_ id: ID, in db: Connection) throws -> School? {
        try db.first("SELECT \(columns) FROM schools WHERE id = \(id)", School.init(row:))
    }

    static func find(code: String, in db: Connection) throws -> School? {
        try db.first("SELECT \(columns) FROM schools WHERE code = \(code)", School.init(row:))
    }

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        code = row.text(1)
        name = row.text(2)
        details = Gate.School(
            code: row.text(1), name: row.text(2), address: row.text(3), postcode: row.text(4), phone: row.text(5),
            email: row.text(6), domain: row.text(7), handle: row.text(8), hashtag: row.text(9),
            nation: Gate.School.Nation(rawValue: row.text(10)) ?? .england)
    }
}

/// The trust that this installation serves: there is one.
struct Trust: Sendable {
    let name: String

    static func find(in db: Connection) throws -> Trust? {
        try db.first("SELECT name FROM trusts ORDER BY id LIMIT 1") { Trust(name: $0.text(0)) }
    }
}
