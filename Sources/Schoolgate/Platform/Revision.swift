import Database

/// Counts changes of what is kept in memory, so that every process notices another's.
enum Revision: String, Sendable {
    case roll, consents, policies

    /// Gives it a number nobody has seen: counting up would meet the number of a transaction that was undone.
    func raise(in db: Connection) throws {
        let number = Int64.random(in: 1...Int64.max)
        try db.run(
            """
            INSERT INTO revisions (name, number) VALUES (\(rawValue), \(number))
            ON CONFLICT (name) DO UPDATE SET number = \(number)
            """
        )
    }

    static func numbers(in db: Connection) throws -> [String: Int64] {
        var numbers: [String: Int64] = [:]
        try db.each("SELECT name, number FROM revisions") { numbers[$0.text(0)] = $0.int(1) }
        return numbers
    }
}
