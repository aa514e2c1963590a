import DatabaseTesting
import Testing

@testable import Database

@Suite("Statements say the same on both engines")
struct StatementTests {
    @Test("hostile text is data, wherever it comes from", arguments: Engine.all)
    func hostile(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let hostile = "'; DROP TABLE notes; -- \"\\ ? $1 :a @b"
            try await database.write { db in
                try db.run("CREATE TABLE notes (id \(.id), body TEXT NOT NULL)\(.strict)")
                try db.run("INSERT INTO notes (body) VALUES (\(hostile))")
            }
            let bodies = try await database.read { db in
                try db.all("SELECT body FROM notes WHERE body = \(hostile)") { $0.text(0) }
            }
            #expect(bodies == [hostile])
        }
    }

    @Test("a value inside quotes is refused, not spliced", arguments: Engine.all)
    func quoted(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { db in try db.all("SELECT '\("x")'") { $0.text(0) } }
            }
            #expect(error?.message.contains("leave the quotes out") == true)
        }
    }

    @Test("several statements in one are refused", arguments: Engine.all)
    func several(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.write { db in try db.run("SELECT 1; SELECT 2") }
            }
            try await database.write { db in
                try db.script("CREATE TABLE a (id \(.id))\(.strict); CREATE TABLE b (id \(.id))\(.strict);")
                try db.run("INSERT INTO b (id) VALUES (\(7))")
            }
        }
    }

    @Test("a NUL character is refused", arguments: Engine.all)
    func nul(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { db in try db.all("SELECT CAST(\("a\0b") AS TEXT)") { $0.text(0) } }
            }
            #expect(error?.kind == .badValue)
        }
    }

    @Test("fragments join with their values in order", arguments: Engine.all)
    func fragments(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let people: [(String, Int)] = [("Ann", 1), ("Ben", 2), ("Cem", 3), ("Dee", 4)]
            try await database.write { db in
                try db.run("CREATE TABLE people (name TEXT NOT NULL, year \(.integer))\(.strict)")
                let rows = people.map { SQL("(\($0.0), \($0.1))") }.joined(separator: ", ")
                #expect(try db.run("INSERT INTO people (name, year) VALUES " + rows) == 4)
            }
            try await database.read { db in
                func names(_ condition: SQL) throws -> [String] {
                    try db.all("SELECT name FROM people WHERE \(condition) ORDER BY name") { $0.text(0) }
                }
                let conditions: [SQL] = ["name <> \("Cem")", "year < \(4)"]
                let both = conditions.joined(separator: " AND ")
                let found = [
                    try names("year > \(1) AND \(both)"),
                    try names("name IN (\(list: ["Dee", "Ann"]))"),
                    try names("year IN (\(list: [] as [Int]))"),
                    try names("name NOT IN (\(list: [] as [String]))"),
                ]
                #expect(found == [["Ben"], ["Ann", "Dee"], [], ["Ann", "Ben", "Cem", "Dee"]])
            }
        }
    }

    @Test("a null parameter has its type: it can be asked about", arguments: Engine.all)
    func nulls(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let wanted: String? = nil
            let year: Int64? = nil
            let found = try await database.read { db in
                try db.one("SELECT 1 WHERE \(wanted) IS NULL AND COALESCE(\(year), \(3)) = 3") { $0.int(0) }
            }
            #expect(found == 1)
        }
    }

    enum Role: String, SQLBindable { case teacher, head }
    struct PersonID: RawRepresentable, SQLBindable, Equatable { let rawValue: Int64 }

    @Test("ids and enumerations bind by what they stand for")
    func raw() {
        let sql: SQL = "UPDATE people SET role = \(Role.head) WHERE id = \(PersonID(rawValue: 3))"
        let statement = Statement(sql, for: .postgresql)
        #expect(statement.text == "UPDATE people SET role = $1 WHERE id = $2")
        #expect(statement.parameters.map(\.value) == [.text("head"), .integer(3)])
    }

    @Test("the number of changed rows is told, and is none for reading", arguments: Engine.all)
    func changes(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { db in
                try db.run("CREATE TABLE things (id \(.id), version \(.integer) NOT NULL)\(.strict)")
                #expect(try db.run("INSERT INTO things (version) VALUES (1), (1), (2)") == 3)
                #expect(try db.run("UPDATE things SET version = 3 WHERE version = \(1)") == 2)
                #expect(try db.run("UPDATE things SET version = 3 WHERE version = \(1)") == 0)
                #expect(try db.run("SELECT id FROM things") == 0)
                #expect(try db.run("DELETE FROM things") == 3)
            }
        }
    }

    @Test("a statement may run inside itself", arguments: Engine.all)
    func nested(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let pairs = try await database.read { db in
                func numbers<T>(_ decode: (Int64) throws -> T) throws -> [T] {
                    try db.all("SELECT 1 AS n UNION ALL SELECT 2 ORDER BY n") { try decode($0.int(0)) }
                }
                return try numbers { outer in try numbers { inner in outer * 10 + inner } }
            }
            #expect(pairs == [[11, 12], [21, 22]])
        }
    }

    @Test("more statements than are kept prepared still run", arguments: Engine.all)
    func eviction(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let sum = try await database.read { db in
                try (0..<2).reduce(Int64(0)) { sum, _ in
                    try (0..<450).reduce(sum) { $0 + (try db.one("SELECT \(unsafe: String($1)) + \(1)") { $0.int(0) }) }
                }
            }
            #expect(sum == 2 * (450 * 449 / 2 + 450))
        }
    }

    @Test("sums and averages read alike", arguments: Engine.all)
    func aggregates(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { db in
                try db.run("CREATE TABLE n (v \(.integer))\(.strict)")
                try db.run("INSERT INTO n (v) VALUES (1), (2), (4)")
                let row = try db.one("SELECT SUM(v), COUNT(*), AVG(v), EXISTS (SELECT 1 FROM n) FROM n") {
                    ($0.int(0), $0.int(1), Int($0.double(2) * 1_000), $0.bool(3))
                }
                #expect(row == (7, 3, 2_333, true))
            }
        }
    }
}
