import Database
import DatabaseTesting
import FoundationEssentials
import Testing

@Suite("When the disk is full, the database locked, or the server gone")
struct FailureTests {
    private let notes = Migration("notes") { db in
        try db.run("CREATE TABLE notes (id \(.id), body TEXT NOT NULL)\(.strict)")
    }

    private func count(_ database: Database) async throws -> Int64 {
        try await database.read { db in try db.one("SELECT COUNT(*) FROM notes") { $0.int(0) } }
    }

    private func add(_ body: String, _ database: Database) async throws {
        try await database.write { db in try db.run("INSERT INTO notes (body) VALUES (\(body))") }
    }

    @Test("a full disk is told, nothing is half done, and writing goes on when there is room again")
    func full() async throws {
        try await withDatabase(.sqlite, migrations: [notes]) { database in
            try await add("before", database)
            let pages = try await database.write { db in
                let pages = try db.one("PRAGMA page_count") { $0.int(0) }
                try db.run("PRAGMA max_page_count = \(unsafe: String(pages + 2))")
                return pages
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { db in
                    try db.run("INSERT INTO notes (body) VALUES ('small')")
                    try db.run("INSERT INTO notes (body) VALUES (\(String(repeating: "x", count: 100_000)))")
                }
            }
            #expect(error?.kind == .full)
            #expect(try await count(database) == 1)
            try await database.write { db in try db.run("PRAGMA max_page_count = \(unsafe: String(pages + 2_000))") }
            try await add(String(repeating: "x", count: 100_000), database)
            #expect(try await count(database) == 2)
        }
    }

    @Test("a row somebody else holds is told as busy, and is free afterwards")
    func locked() async throws {
        try await withDatabase(.postgresql, migrations: [notes]) { database in
            try await add("one", database)
            let gate = Gate()
            async let holder: Void = database.write { db in
                try db.run("UPDATE notes SET body = 'held'")
                gate.open(0)
                gate.wait(1)
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { db in
                    gate.wait(0)
                    try db.script("SET LOCAL lock_timeout = '50ms'")
                    try db.run("UPDATE notes SET body = 'mine'")
                }
            }
            #expect(error?.kind == .busy)
            gate.open(1)
            try await holder
            try await database.write { db in try db.run("UPDATE notes SET body = 'mine'") }
        }
    }

    @Test("a file another program is writing to is told as busy")
    func lockedFile() async throws {
        try await withDatabase(.sqlite, migrations: [notes]) { database in
            let other = try database.another()
            try await other.write { db in try db.script("PRAGMA busy_timeout = 50") }
            let gate = Gate()
            async let holder: Void = database.write { db in
                try db.run("INSERT INTO notes (body) VALUES ('held')")
                gate.open(0)
                gate.wait(1)
            }
            await Task.detached { gate.wait(0) }.value
            let error = await #expect(throws: DatabaseError.self) { try await add("mine", other) }
            #expect(error?.kind == .busy)
            gate.open(1)
            try await holder
            try await add("mine", other)
            #expect(try await count(database) == 2)
        }
    }

    @Test("a lost server fails the transaction under way, and the next one works")
    func lost() async throws {
        try await withDatabase(.postgresql, migrations: [notes]) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { db in
                    try db.run("INSERT INTO notes (body) VALUES ('half')")
                    try db.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error?.kind == .gone)
            #expect(try await count(database) == 0)
            try await add("whole", database)
            #expect(try await count(database) == 1)
        }
    }

    @Test("a server lost while committing leaves the outcome open, and says so")
    func lostWhileCommitting() async throws {
        try await withDatabase(.postgresql, migrations: [notes]) { database in
            try await database.write { db in
                try db.script(
                    """
                    CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER vanish AFTER INSERT ON notes
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vanish()
                    """
                )
            }
            let error = await #expect(throws: DatabaseError.self) { try await add("perhaps", database) }
            #expect(error?.kind == .uncertain)
            let left = try await count(database)
            #expect(left == 0)
        }
    }

    @Test("a server that restarted while nothing was under way is not noticed")
    func idle() async throws {
        try await withDatabase(.postgresql, migrations: [notes]) { database in
            try await add("before", database)
            let other = try database.another()
            try await other.write { db in
                try db.run(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                )
            }
            for _ in 0..<6 { try await add("after", database) }
            #expect(try await count(database) == 7)
        }
    }

    @Test("a server that is not there is told without its password")
    func unreachable() async throws {
        let database = try Database(url: "postgresql://schoolgate:hunter2@127.0.0.1:1/schoolgate")
        let error = await #expect(throws: DatabaseError.self) { try await database.read { _ in } }
        #expect(error?.kind == .gone)
        #expect(!"\(String(describing: error))".contains("hunter2"))
        let unreadable = #expect(throws: DatabaseError.self) {
            try Database(url: "postgresql://schoolgate:hunter2@[::1/x?nonsense=1")
        }
        #expect(!"\(String(describing: unreadable))".contains("hunter2"))
    }

    @Test("a file that cannot be opened, or is no database, is told as such")
    func unopenable() async throws {
        try await withTemporaryFolder { folder in
            #expect(throws: DatabaseError.self) { try Database(path: folder + "/missing/a.sqlite") }
            let path = folder + "/text.sqlite"
            try Data(String(repeating: "not a database\n", count: 100).utf8).write(to: URL(filePath: path))
            let error = #expect(throws: DatabaseError.self) { try Database(path: path) }
            #expect(error?.kind == .corrupt)
        }
    }

    @Test("a database file is readable by its owner alone")
    func rights() async throws {
        try await withTemporaryFolder { folder in
            let database = try Database(path: folder + "/a.sqlite")
            try await database.migrate([notes])
            for name in ["a.sqlite", "a.sqlite-wal"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                #expect(String(describing: attributes[.posixPermissions]).contains("384"))
            }
        }
    }

    @Test("a backup of a running database is whole, private, and never overwrites")
    func backup() async throws {
        try await withDatabase(.sqlite, migrations: [notes]) { database in
            try await withTemporaryFolder { folder in
                for _ in 0..<20 { try await add(String(repeating: "x", count: 10_000), database) }
                async let writing: Void = {
                    for _ in 0..<50 { try await add("meanwhile", database) }
                }()
                let target = folder + "/copy.sqlite"
                try await database.backup(to: target)
                try await writing
                let copied = try await count(Database(path: target))
                #expect(copied >= 20 && copied <= 70)
                await #expect(throws: DatabaseError.self) { try await database.backup(to: target) }
                await #expect(throws: DatabaseError.self) { try await database.backup(to: folder + "/no/copy") }
            }
        }
    }
}
