import Database
import DatabaseTesting
import Synchronization
import Testing

@Suite("What is kept from the database is what stands in it")
struct UnchangedTests {
    private let counters = Migration("counters") { db in
        try db.run("CREATE TABLE counters (name TEXT PRIMARY KEY, value \(.integer) NOT NULL)\(.strict)")
        try db.run("INSERT INTO counters (name, value) VALUES ('posts', 0)")
    }

    /// Counts how often it had to look.
    private final class Looks: Sendable {
        let count = Atomic<Int>(0)
        var made: Int { count.load(ordering: .relaxed) }

        /// As a transaction of its own reads it.
        func expect(
            _ value: Int64?, at key: String = "posts", in database: Database,
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws {
            let found = try await database.read { db in try self.value(key, in: db) }
            #expect(found == value, sourceLocation: sourceLocation)
        }

        func value(_ key: String = "posts", in db: Connection) throws -> Int64? {
            try db.unchanged(key) {
                count.add(1, ordering: .relaxed)
                return try db.first("SELECT value FROM counters WHERE name = \(key)") { $0.int(0) }
            }
        }
    }

    @Test("it is worked out once, and again after a commit of this process or another's", arguments: Engine.all)
    func untilCommit(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let looks = Looks()
            for _ in 0..<3 { try await looks.expect(0, in: database) }
            // PostgreSQL's snapshots know nothing of databases: another's transactions are changes too.
            #expect(engine == .postgresql || looks.made == 1)
            try await database.write { db in try db.run("UPDATE counters SET value = 1") }
            try await looks.expect(1, in: database)
            try await database.another().write { db in try db.run("UPDATE counters SET value = 2") }
            try await looks.expect(2, in: database)
            try await looks.expect(2, in: database)
            #expect(engine == .postgresql || looks.made == 3)
        }
    }

    @Test("each key has its own, and nothing at all is kept too", arguments: Engine.all)
    func keys(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let looks = Looks()
            for _ in 0..<2 {
                try await looks.expect(0, at: "posts", in: database)
                try await looks.expect(nil, at: "none", in: database)
            }
            #expect(engine == .postgresql || looks.made == 2)
            struct Other: Hashable, Sendable { let name: String }
            let other = try await database.read { db in try db.unchanged(Other(name: "posts")) { "another" } }
            #expect(other == "another")
            // The same key for a value of another type is no answer.
            let text = try await database.read { db in try db.unchanged("posts") { "a text" } }
            #expect(text == "a text")
        }
    }

    @Test("who writes sees their own changes, and what is rolled back is seen by nobody", arguments: Engine.all)
    func writing(_ engine: Engine) async throws {
        struct Refusal: Error {}
        try await withDatabase(engine, migrations: [counters]) { database in
            let looks = Looks()
            try await looks.expect(0, in: database)
            await #expect(throws: Refusal.self) {
                try await database.write { db in
                    try db.run("UPDATE counters SET value = 5")
                    let own = try looks.value(in: db)
                    #expect(own == 5)
                    throw Refusal()
                }
            }
            try await looks.expect(0, in: database)
        }
    }

    @Test("in a database in memory it is worked out each time")
    func memory() async throws {
        let database = try Database(path: ":memory:")
        try await database.migrate([counters])
        let looks = Looks()
        for number in 1...3 {
            try await database.write { db in try db.run("UPDATE counters SET value = \(number)") }
            try await looks.expect(Int64(number), in: database)
        }
    }

    @Test(
        "read by its key, what is kept is found on the spot, and worked out anew after a commit", arguments: Engine.all)
    func keptUnder(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let looks = Looks()
            for value in Int64(0)...2 {
                for _ in 0..<3 {
                    let found = try await database.read(keptUnder: "posts") { db in try looks.value(in: db) }
                    #expect(found == value)
                }
                try await database.another().write { db in try db.run("UPDATE counters SET value = \(value + 1)") }
            }
            #expect(engine == .postgresql || looks.made == 3)
        }
    }

    @Test("what failed is not kept", arguments: Engine.all)
    func failure(_ engine: Engine) async throws {
        struct Refusal: Error {}
        try await withDatabase(engine, migrations: [counters]) { database in
            await #expect(throws: Refusal.self) {
                try await database.read { db -> Int64? in try db.unchanged("posts") { throw Refusal() } }
            }
            try await Looks().expect(0, in: database)
        }
    }

    @Test("among writers of two processes every reader sees what its own transaction sees", arguments: Engine.all)
    func crowd(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [counters]) { database in
            let another = try database.another()
            let looks = Looks()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    let writer = number.isMultiple(of: 2) ? database : another
                    group.addTask {
                        try await writer.write { db in _ = try db.run("UPDATE counters SET value = value + 1") }
                    }
                    for reader in [database, another, database] {
                        group.addTask {
                            let (kept, actual) = try await reader.read { db in
                                (
                                    try looks.value(in: db),
                                    try db.first("SELECT value FROM counters") { $0.int(0) }
                                )
                            }
                            #expect(kept == actual)
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await looks.expect(60, in: database)
        }
    }
}
