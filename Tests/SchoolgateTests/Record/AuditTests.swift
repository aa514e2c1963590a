import Crypto
import Database
import DatabaseTesting
import Testing

@testable import Schoolgate

@Suite("The record proves itself (N6)") struct AuditTests {
    @Test("An untouched record is sound, and so is one whose fields were erased", arguments: Engine.all)
    func sound(engine: Engine) async throws {
        try await withRecord(engine) { test in
            #expect(try await test.audit().isSound)
            try await test.database.write { db in
                try db.run("UPDATE event_fields SET salt = NULL, value = NULL WHERE number = 2")
            }
            let report = try await test.audit()
            #expect(report.isSound)
            #expect(report.erasedFields == 1)
            #expect(report.events == 5)
        }
    }

    @Test(
        "N6: any change is found",
        arguments: [
            "UPDATE events SET verb = 'approved' WHERE chain = 1 AND number = 3",
            "UPDATE events SET at = at + 1 WHERE chain = 1 AND number = 3",
            "UPDATE events SET actor_id = 4 WHERE chain = 1 AND number = 3",
            "UPDATE events SET actor_id = NULL WHERE chain = 1 AND number = 3",
            "UPDATE events SET object = 'person' WHERE chain = 1 AND number = 3",
            "UPDATE events SET object_id = 33 WHERE chain = 1 AND number = 3",
            "UPDATE events SET object_id = -3 WHERE chain = 1 AND number = 3",
            "UPDATE events SET object_id = NULL WHERE chain = 1 AND number = 3",
            "UPDATE events SET clause = 'other' WHERE chain = 1 AND number = 3",
            "UPDATE events SET clause = NULL WHERE chain = 1 AND number = 3",
            "UPDATE events SET digest = 'aa' WHERE chain = 1 AND number = 3",
            "UPDATE events SET digest = digest || 'a' WHERE chain = 1 AND number = 3",
            "UPDATE events SET digest = upper(digest) WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET value = 'other' WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET salt = 'aa' WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET salt = NULL WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET digest = 'aa' WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET digest = '' WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET digest = upper(digest) WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET value = NULL WHERE chain = 1 AND number = 3",
            "UPDATE event_fields SET name = 'other' WHERE chain = 1 AND number = 3",
            "DELETE FROM event_fields WHERE chain = 1 AND number = 3",
            "INSERT INTO event_fields VALUES (1, 3, 'more', 'aa', 'bb', 'cc')",
            "UPDATE chain_heads SET number = 4 WHERE chain = 1",
            "UPDATE chain_heads SET digest = 'aa' WHERE chain = 1",
            "DELETE FROM chain_heads WHERE chain = 1",
        ], Engine.all)
    func changed(statement: String, engine: Engine) async throws {
        try await withRecord(engine) { test in
            try await test.database.write { db in try db.run("\(unsafe: statement)") }
            #expect(try await !test.audit().isSound)
        }
    }

    @Test("N6: a removed event is found, in the middle and at the end")
    func removed() async throws {
        for number in [1, 3, 5] {
            try await withRecord { test in
                try await test.database.write { db in
                    try db.run("DELETE FROM event_fields WHERE number = \(number)")
                    try db.run("DELETE FROM events WHERE number = \(number)")
                }
                #expect(try await !test.audit().isSound, "\(number)")
            }
        }
    }

    @Test("N6: two events that change places are found")
    func reordered() async throws {
        try await withRecord { test in
            try await test.database.write { db in
                try db.run("DELETE FROM event_fields")
                for (from, to) in [(2, 100), (3, 2), (100, 3)] {
                    try db.run("UPDATE events SET number = \(to) WHERE number = \(from)")
                }
            }
            #expect(try await !test.audit().isSound)
        }
    }

    @Test("N6: a tail that was cut off with the head put back is found by a signed head")
    func cut() async throws {
        try await withRecord { test in
            let heads = try await test.sign()
            try await test.database.write { db in
                let digest = try db.one("SELECT digest FROM events WHERE number = 3") { $0.text(0) }
                try db.run("DELETE FROM event_fields WHERE number > 3")
                try db.run("DELETE FROM events WHERE number > 3")
                try db.run("UPDATE chain_heads SET number = 3, digest = \(digest)")
                try db.run("DELETE FROM signed_heads")
            }
            // Without the head there is nothing to find; with it there is.
            #expect(try await test.audit().isSound)
            let report = try await test.audit(heads)
            #expect(report.problems.contains { $0.contains("the end was cut off") })
        }
    }

    @Test("N6: a chain computed anew is found by a signed head, and a forged head is no anchor")
    func recomputed() async throws {
        try await withRecord { test in
            let heads = try await test.sign()
            try await test.database.write { db in
                for table in ["event_fields", "events", "chain_heads", "signed_heads"] {
                    try db.run("DELETE FROM \(unsafe: table)")
                }
                try TestSite.writeEvents(verb: "invented", at: test.time.now, in: db)
            }
            #expect(try await test.audit().isSound)
            #expect(try await test.audit(heads).problems.contains { $0.contains("computed anew") })
            let forged = SignedHead.sign(
                chain: 1, number: 5, digest: heads[0].digest, at: test.time.now, with: SigningKey())
            #expect(try await !test.audit([forged]).isSound)
        }
    }

    @Test("The report says from when it has no anchor")
    func anchored() async throws {
        try await withRecord { test in
            #expect(try await test.audit().chains.first?.anchored == 0)
            _ = try await test.sign()
            try await test.database.write { db in
                try Record.write(
                    Event("wrote", "post", 9, in: .school(TestPeople.larkmere), by: nil), at: test.time.now, in: db)
            }
            let chain = try await test.audit().chains.first
            #expect(chain?.anchored == 5)
            #expect(chain?.events == 6)
        }
    }

    private func withRecord(_ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void) async throws
    {
        try await withSite(engine) { test in
            try await test.database.write { db in try TestSite.writeEvents(verb: "wrote", at: test.time.now, in: db) }
            try await body(test)
        }
    }
}

extension TestSite {
    static func writeEvents(verb: String, at now: Instant, in db: Connection) throws {
        for number in 1...5 {
            try Record.write(
                Event(
                    verb, "post", Int64(number), in: .school(TestPeople.larkmere), by: TestPeople.id("Tom"),
                    clause: "posting.approval", fields: [("title", "Lantern walk \(number)")]), at: now, in: db)
        }
    }

    func audit(_ heads: [SignedHead] = []) async throws -> AuditReport {
        let key = context.keys.recordSigning.verifying
        return try await database.snapshot { db in try Audit.verify(in: db, extra: heads, keys: [key]) }
    }

    func sign() async throws -> [SignedHead] {
        let now = time.now, keys = context.keys
        return try await database.write { db in try SignedHead.signAll(keys, at: now, in: db) }
    }
}
