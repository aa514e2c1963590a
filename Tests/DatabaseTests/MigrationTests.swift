import Database
import DatabaseTesting
import Testing

@Suite("Migrations")
struct MigrationTests {
    private let first = Migration("0001 things") { db in
        try db.run("CREATE TABLE things (id \(.id), name TEXT NOT NULL)\(.strict)")
    }
    private let second = Migration("0002 first thing") { db in
        try db.run("INSERT INTO things (name) VALUES ('one')")
    }

    private func names(_ database: Database) async throws -> [String] {
        try await database.read { db in try db.all("SELECT name FROM things ORDER BY id") { $0.text(0) } }
    }

    @Test("migrating twice does it once", arguments: Engine.all)
    func twice(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.migrate([first])
            try await database.migrate([first, second])
            try await database.migrate([first, second])
            #expect(try await names(database) == ["one"])
        }
    }

    @Test("several programs that start at once migrate once", arguments: Engine.all)
    func atOnce(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await database.another().migrate([first, second]) }
                }
                try await group.waitForAll()
            }
            #expect(try await names(database) == ["one"])
        }
    }

    @Test("a migration that fails leaves nothing behind", arguments: Engine.all)
    func failing(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let broken = Migration("0002 broken") { db in
                try db.run("INSERT INTO things (name) VALUES ('half')")
                try db.run("INSERT INTO nowhere (name) VALUES ('done')")
            }
            await #expect(throws: DatabaseError.self) { try await database.migrate([first, broken]) }
            #expect(try await names(database) == [])
            try await database.migrate([first, second])
            #expect(try await names(database) == ["one"])
        }
    }

    @Test("a database made by a newer program is refused and left as it is", arguments: Engine.all)
    func newer(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.migrate([first, second])
            let error = await #expect(throws: DatabaseError.self) {
                try await database.migrate([first, Migration("0003 more") { try $0.run("DROP TABLE things") }])
            }
            #expect(error?.kind == .newer)
            #expect(error?.message.contains("“0002 first thing”") == true)
            #expect(try await names(database) == ["one"])
        }
    }
}
