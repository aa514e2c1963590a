import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing

@testable import Schoolgate

@Suite("A backup brings everything back, and tells nothing to whoever has no key") struct BackupTests {
    @Test("What was backed up comes back on either engine", arguments: Engine.all, Engine.all)
    func roundTrip(source: Engine, target: Engine) async throws {
        try await withInstallation(source) { test in
            let backup = try await test.backUp()
            #expect(backup.pictures == 1)
            #expect(backup.missing.isEmpty)
            try await withEmptyInstallation(target) { empty in
                try test.lendKeys(to: empty)
                let restored = try await test.restore(backup.path, into: empty)
                #expect(restored.report.isSound, "\(restored.report.problems)")
                #expect(restored.notes.isEmpty)
                #expect(restored.rows == backup.rows)
                let before = try await test.installation.rows(), after = try await empty.rows()
                #expect(before.values.reduce(0) { $0 + $1.count } == backup.rows)
                for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
                #expect(try empty.media.bytes(Digest.of(BackedUp.picture).hex) == BackedUp.picture)
                // The school's chain is anchored by the head that the backup signed.
                let chain = try #require(restored.report.chains.first { $0.chain == 1 })
                #expect(chain.anchored == 5)
                let heads = try SignedHead.read(empty.headsFile)
                #expect(heads == (try SignedHead.read(test.installation.headsFile)))
            }
        }
    }

    @Test("New rows are numbered after the restored ones", arguments: Engine.all)
    func numbering(engine: Engine) async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await withEmptyInstallation(engine) { empty in
                try test.lendKeys(to: empty)
                _ = try await test.restore(backup.path, into: empty)
                let id = try await empty.database.write { db in
                    try db.one(
                        """
                        INSERT INTO posts (school_id, author_id, last_editor_id, text, state, created_at, updated_at)
                        VALUES (1, 3, 3, 'New', 'draft', 0, 0) RETURNING id
                        """
                    ) { $0.int(0) }
                }
                #expect(id == 71)
            }
        }
    }

    @Test("A backup holds nothing that can be read without the key")
    func sealed() async throws {
        try await withInstallation { test in
            let path = try await test.backUp().path
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let secrets = [
                Data(test.keys.master), Data(test.keys.master.hex.utf8), Data(TestSite.password.utf8),
                Data("network-password".utf8), Data(BackedUp.words.utf8), Data("example.test".utf8),
                Data("Larkmere".utf8), Data("CREATE TABLE".utf8), Data("policy_versions".utf8),
                Data(BackedUp.picture.prefix(32)), Data(test.operatorKey.bytes),
            ]
            for secret in secrets { #expect(bytes.range(of: secret) == nil) }
            let rights = try FileManager.default.attributesOfItem(atPath: path)
            #expect(rights[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("Even opened, it holds no key, no session and no link")
    func leftOut() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            var opener = StreamOpener(with: test.operatorKey)
            let plain = Data(try opener.open(Array(Data(contentsOf: URL(fileURLWithPath: backup.path)))))
            #expect(plain.range(of: Data(BackedUp.words.utf8)) != nil)
            let record = try String(contentsOfFile: test.installation.keysFolder + "/record.key", encoding: .utf8)
            let seed = try #require([UInt8](hex: record.trimmingCharacters(in: .newlines)))
            let secrets = [
                Data(test.keys.master), Data(test.keys.master.hex.utf8), Data(seed), Data(seed.hex.utf8),
                Data(BackedUp.session.utf8), Data("link-digest".utf8), Data(TestSite.password.utf8),
                Data("network-password".utf8),
            ]
            for secret in secrets { #expect(plain.range(of: secret) == nil) }
        }
    }

    @Test("Every table is either in the backup or on the list of those left out", arguments: Engine.all)
    func tables(engine: Engine) async throws {
        try await withInstallation(engine) { test in
            let backup = try await test.backUp()
            let contents = try BackupContents(BackupFile(path: backup.path, key: test.operatorKey))
            let names: [String] = try await test.installation.database.read { db in
                engine == .sqlite
                    ? try db.all("SELECT name FROM sqlite_master WHERE type = 'table'") { $0.text(0) }
                    : try db.all("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") { $0.text(0) }
            }
            let there = Set(names.filter { !$0.hasPrefix("sqlite_") })
            #expect(Set(contents.header.tables.map(\.name)).union(Backup.leftOut) == there)
            #expect(Set(contents.header.tables.map(\.name)).isDisjoint(with: Backup.leftOut))
            let order = contents.header.tables.map(\.name)
            #expect(
                try #require(order.firstIndex(of: "people")) < (try #require(order.firstIndex(of: "appointments"))))
        }
    }

    @Test("A backup made while people write is one state, and its record is sound", arguments: Engine.all)
    func concurrent(engine: Engine) async throws {
        try await withInstallation(engine) { test in
            let database = test.installation.database
            let writer = Task {
                var count = 0
                while !Task.isCancelled {
                    try await database.write { db in
                        try TestSite.writeEvents(verb: "wrote", at: BackedUp.now, in: db)
                        try db.run("UPDATE posts SET edits = edits + 5")
                    }
                    count += 5
                }
                return count
            }
            var last = ""
            for number in 1...5 { last = try await test.backUp(at: BackedUp.now + .minutes(number)).path }
            writer.cancel()
            #expect(try await writer.value > 0)
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                let restored = try await test.restore(last, into: empty)
                #expect(restored.report.isSound, "\(restored.report.problems)")
                let counts = try await empty.database.read { db in
                    try db.one("SELECT (SELECT count(*) FROM events WHERE chain = 1), (SELECT edits FROM posts)") {
                        ($0.int(0), $0.int(1))
                    }
                }
                #expect(counts.0 == counts.1 + 5)
            }
        }
    }

    @Test("A picture that is missing from the folder is named")
    func missingPicture() async throws {
        try await withInstallation { test in
            let digest = Digest.of(BackedUp.picture).hex
            try test.installation.media.erase(digest)
            let backup = try await test.backUp()
            #expect(backup.missing == [digest])
            #expect(backup.pictures == 0)
        }
    }

    @Test("A folder that is not there is named, and nothing is made")
    func noFolder() async throws {
        try await withInstallation { test in
            await #expect(throws: InstallationProblem.self) {
                try await Backup.make(
                    of: test.installation, to: test.operatorKey.recipient, in: test.shelf + "/none",
                    at: BackedUp.now, environment: [:])
            }
        }
    }

    @Test("Keys are read as they were written, and a wrong digit is noticed")
    func keys() throws {
        let key = BackupKey()
        #expect(try BackupKey(text: key.text).bytes == key.bytes)
        #expect(try BackupKey(text: key.file).bytes == key.bytes)
        #expect(try BackupRecipient(text: key.recipient.text + "\n") == key.recipient)
        let digit = key.recipient.text.last == "0" ? "1" : "0"
        for text in [
            String(key.recipient.text.dropLast()) + digit, String(key.recipient.text.dropLast(2)), "", key.text,
        ] {
            #expect(throws: BackupKeyProblem.self) { try BackupRecipient(text: text) }
        }
        #expect(throws: BackupKeyProblem.self) { try BackupKey(text: key.recipient.text) }
    }
}
