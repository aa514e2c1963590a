import Database

/// Counts changes of what is kept in memory, so that every process notices another's.
enum Revision: String, Sendable {
    case roll, consents, policies

    func raise(in db: Connection) throws {
        try db.run(
            """
            INSERT INTO revisions (name, number) VALUES (\(rawValue), 1)
            ON CONFLICT (name) DO UPDATE SET number = revisions.number + 1
            """
        )
    }

    static func numbers(in db: Connection) throws -> [String: Int64] {
        var numbers: [String: Int64] = [:]
        try db.each("SELECT name, number FROM revisions") { numbers[$0.text(0)] = $0.int(1) }
        return numbers
    }
}
