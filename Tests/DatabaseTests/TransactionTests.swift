import Database
import DatabaseTesting
import Testing

@Suite("Transactions are kept whole or not at all")
struct TransactionTests {
    private struct Refusal: Error {}

    private let counters = Migration("counters") { db in
        try db.run(
            "CREATE TABLE counters (name TEXT PRIMARY KEY, value \(.integer) NOT NULL CHECK (value >= 0))\(.strict)")
        try db.run("CREATE TABLE marks (id \(.id), counter TEXT NOT NULL REFERENCES counters (name))\(.strict)")
        try db.run("INSERT INTO counters (name, value) VALUES ('posts', 0)")
    }

    private func value(_ database: Database) async throws -> Int64 {
        try await database.read { db in try db.one("SELECT value FROM counters WHERE name = 'posts'") { $0.int(0) } }
    }

    @Test("what throws is rolled back", arguments: Engine.all)
    func rollback(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            await #expect(throws: Refusal.self) {
                try await database.write { db in
                    try db.run("UPDATE counters SET value = 5")
                    throw Refusal()
                }
            }
            let left = try await value(database)
            #expect(left == 0)
        }
    }

    @Test("500 writers at once each count", arguments: Engine.all)
    func writers(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<500 {
                    group.addTask {
                        try await database.write { db in
                            let value = try db.one("SELECT value FROM counters WHERE name = 'posts'\(.forUpdate)") {
                                $0.int(0)
                            }
                            try db.run("UPDATE counters SET value = \(value + 1) WHERE name = 'posts'")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await value(database) == 500)
        }
    }

    @Test("each broken constraint has its kind and no value in it", arguments: Engine.all)
    func kinds(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let secret = "Amira Khan"
            let broken: [(DatabaseError.Kind, SQL)] = [
                (.uniqueViolation, "INSERT INTO counters (name, value) VALUES (\(secret), 1), (\(secret), 2)"),
                (.checkViolation, "INSERT INTO counters (name, value) VALUES (\(secret), \(-1))"),
                (.notNullViolation, "INSERT INTO counters (name, value) VALUES (\(secret), NULL)"),
                (.foreignKeyViolation, "INSERT INTO marks (counter) VALUES (\(secret))"),
            ]
            for (kind, sql) in broken {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.write { db in try db.run(sql) }
                }
                #expect(error?.kind == kind)
                #expect(error?.statement?.hasPrefix("INSERT INTO") == true)
                #expect(!"\(String(describing: error))".contains("Amira"))
            }
        }
    }

    @Test("a value of the wrong kind is refused without being quoted", arguments: Engine.all)
    func wrongType(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let wrong: SQL =
                engine == .sqlite
                ? "UPDATE counters SET value = \("Amira")"
                : "UPDATE counters SET value = CAST(\("Amira") AS BIGINT)"
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { db in try db.run(wrong) }
            }
            #expect(error?.kind == .badValue)
            #expect(!"\(String(describing: error))".contains("Amira"))
        }
    }

    @Test("after a failed statement nothing is kept, even when the failure was caught", arguments: Engine.all)
    func failedEarlier(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.write { db in
                    try db.run("UPDATE counters SET value = 5")
                    _ = try? db.run("INSERT INTO counters (name, value) VALUES ('posts', 1)")
                }
            }
            await #expect(throws: DatabaseError.self) {
                try await database.write { db in
                    _ = try? db.run("INSERT INTO counters (name, value) VALUES ('posts', 1)")
                    try db.run("UPDATE counters SET value = 5")
                }
            }
            let left = try await value(database)
            #expect(left == 0)
        }
    }

    @Test("an attempt that fails undoes itself alone", arguments: Engine.all)
    func attempt(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            try await database.write { db in
                try db.run("UPDATE counters SET value = 5")
                #expect(throws: DatabaseError.self) {
                    try db.attempt {
                        try db.run("UPDATE counters SET value = 6")
                        try db.attempt { try db.run("INSERT INTO counters (name, value) VALUES ('other', 1)") }
                        try db.run("INSERT INTO counters (name, value) VALUES ('posts', 1)")
                    }
                }
                try db.attempt { try db.run("INSERT INTO marks (counter) VALUES ('posts')") }
            }
            #expect(try await value(database) == 5)
            let counts = try await database.read { db in
                try db.one("SELECT (SELECT COUNT(*) FROM counters), (SELECT COUNT(*) FROM marks)") {
                    [$0.int(0), $0.int(1)]
                }
            }
            #expect(counts == [1, 1])
        }
    }

    @Test("reading cannot write", arguments: Engine.all)
    func readOnly(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { db in try db.run("UPDATE counters SET value = 5") }
            }
            #expect(error?.kind == .readOnly)
            try await database.write { db in try db.run("UPDATE counters SET value = 4") }
            #expect(try await value(database) == 4)
        }
    }

    @Test("a database in memory reads and writes, and keeps them apart")
    func memory() async throws {
        let database = try Database(path: ":memory:")
        try await database.migrate([counters])
        let error = await #expect(throws: DatabaseError.self) {
            try await database.read { db in try db.run("UPDATE counters SET value = 5") }
        }
        #expect(error?.kind == .readOnly)
        try await database.write { db in try db.run("UPDATE counters SET value = 4") }
        #expect(try await value(database) == 4)
    }

    @Test("a snapshot sees one state while others write", arguments: Engine.all)
    func snapshot(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let gate = Gate()
            async let seen = database.snapshot { db in
                let before = try db.one("SELECT value FROM counters") { $0.int(0) }
                gate.open(0)
                gate.wait(1)
                return [before, try db.one("SELECT value FROM counters") { $0.int(0) }]
            }
            try await database.write { db in
                gate.wait(0)
                try db.run("UPDATE counters SET value = 9")
            }
            gate.open(1)
            #expect(try await seen == [0, 0])
            #expect(try await value(database) == 9)
        }
    }
}
