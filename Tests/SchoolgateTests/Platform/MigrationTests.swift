import Database
import DatabaseTesting
import Testing

@testable import Schoolgate

@Suite struct MigrationTests {
    @Test("People and what belongs to them stay when columns that nothing reads go", arguments: Engine.all)
    func columnsGo(engine: Engine) async throws {
        let earlier = Migration.all.prefix { $0.name != Migration.signInColumns.name }
        try await withDatabase(engine, migrations: Array(earlier)) { database in
            try await database.write { db in
                try db.run(
                    """
                    INSERT INTO people (first_name, last_name, email, password_hash, failed_sign_ins, locked_until, created_at)
                    VALUES ('Tom', 'Okafor', 'tom', 'hash', 3, 9, 7)
                    """
                )
                try db.run("INSERT INTO appointments (person_id, role, since) VALUES (1, 'teacher', '2026-01-01')")
            }
            try await database.migrate(Migration.all)
            let (tom, roles) = try await database.read { db in
                (
                    try db.one("SELECT * FROM people") { row in
                        [row.text(2), row.text(3), row.text(4), row.text(5), row.textOrNil(6) ?? "", row.text(7)]
                    },
                    try db.all("SELECT role FROM appointments WHERE person_id = 1") { $0.text(0) }
                )
            }
            #expect(tom == ["Tom", "Okafor", "tom", "hash", "", "7"])
            #expect(roles == ["teacher"])
        }
    }
    @Test(
        "An installation that has the register takes in what was numbered before it, and keeps its sessions",
        arguments: Engine.all)
    func outOfOrder(engine: Engine) async throws {
        let late = [Migration.secondFactors.name, Migration.identities.name]
        try await withDatabase(engine, migrations: Migration.all.filter { !late.contains($0.name) }) { database in
            try await database.write { db in
                try db.run(
                    "INSERT INTO people (first_name, last_name, email, created_at) VALUES ('Tom', 'Okafor', 'tom', 7)")
                try db.run(
                    """
                    INSERT INTO sessions (digest, person_id, created_at, last_seen_at, address)
                    VALUES ('d', 1, 7, 7, '127.0.0.1')
                    """
                )
            }
            try await database.migrate(Migration.all)
            let session = try await database.read { db in
                try db.one("SELECT way, confirmed_at FROM sessions") { ($0.text(0), $0.intOrNil(1)) }
            }
            #expect(session.0 == "password" && session.1 == nil)
        }
    }
}
