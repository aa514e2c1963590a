import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing

@testable import Schoolgate

@Suite("A restore is whole, or changes nothing") struct RestoreTests {
    @Test("A target with people in it is refused", arguments: Engine.all)
    func notEmpty(engine: Engine) async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await withInstallation(engine) { other in
                let before = try await other.installation.rows()
                try FileManager.default.removeItem(atPath: other.installation.keysFolder)
                try test.lendKeys(to: other.installation)
                await refused("in use") { try await test.restore(backup.path, into: other.installation) }
                #expect(try await other.installation.rows() == before)
            }
        }
    }

    @Test("A folder with pictures in it is refused")
    func pictures() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                let digest = try empty.media.keep([1, 2, 3])
                await refused("holds pictures") { try await test.restore(backup.path, into: empty) }
                #expect(try empty.media.bytes(digest) == [1, 2, 3])
            }
        }
    }

    @Test("Another key, and any change to the file, leave the target as it was")
    func damaged() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            let good = try Data(contentsOf: URL(fileURLWithPath: backup.path))
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                let path = test.shelf + "/file"
                try good.write(to: URL(fileURLWithPath: path))
                await refused("does not open") { try await test.restore(path, into: empty, key: BackupKey()) }
                var spoilt = [Data(), Data("SQLite format 3".utf8), good + Data([0]), good.dropLast()]
                for part in [27, 150, good.count / 2, good.count - 30] { spoilt.append(good.prefix(part)) }
                for place in [0, 40, 120, 137, 200, good.count / 2, good.count - 1] {
                    var flipped = good
                    flipped[place] ^= 1
                    spoilt.append(flipped)
                }
                for data in spoilt {
                    try data.write(to: URL(fileURLWithPath: path))
                    await #expect(throws: InstallationProblem.self, "\(data.count) bytes") {
                        try await test.restore(path, into: empty)
                    }
                    #expect(try await empty.isUntouched())
                }
                // It is the changes that were refused: the same bytes unchanged are restored.
                try good.write(to: URL(fileURLWithPath: path))
                #expect(try await test.restore(path, into: empty).report.isSound)
            }
        }
    }

    @Test("A forged backup, sealed to the public key by somebody else, is refused")
    func forged() async throws {
        try await withInstallation { test in
            try await withInstallation { other in
                // Anybody who knows the recipient can seal to it; only the server can sign.
                let forged = try await Backup.make(
                    of: other.installation, to: test.operatorKey.recipient, in: other.shelf, at: BackedUp.now,
                    environment: [:])
                try await withEmptyInstallation { empty in
                    try test.lendKeys(to: empty)
                    await refused("are not those") { try await test.restore(forged.path, into: empty) }
                    #expect(try await empty.isUntouched())
                }
            }
        }
    }

    @Test("A backup that its holder opened, changed and sealed again is refused")
    func resealed() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            let genuine = BackupFile(path: backup.path, key: test.operatorKey)
            for changes in [false, true] {
                var plain: [UInt8] = []
                let end = try genuine.read { frame in
                    guard changes, case .row(let table, let values) = frame else { return try frame.write(to: &plain) }
                    let changed = values.map { $0 == .text(BackedUp.words) ? .text("Words of another") : $0 }
                    try BackupFrame.row(table: table, values: changed).write(to: &plain)
                }
                try BackupFrame.end(end).write(to: &plain)
                var sealer = StreamSealer(to: test.operatorKey.recipient)
                var sealed = sealer.seal(plain)
                sealed += sealer.finish()
                let path = test.shelf + "/resealed"
                try Data(sealed).write(to: URL(fileURLWithPath: path))
                try await withEmptyInstallation { empty in
                    try test.lendKeys(to: empty)
                    if changes {
                        await refused("does not hold what") { try await test.restore(path, into: empty) }
                        #expect(try await empty.isUntouched())
                    } else {
                        #expect(try await test.restore(path, into: empty).report.isSound)
                    }
                }
            }
        }
    }

    @Test("Without the old keys it says so; with new ones the record can still be checked")
    func newKeys() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await withEmptyInstallation { empty in
                await refused("--new-keys") { try await test.restore(backup.path, into: empty) }
                #expect(try await empty.isUntouched())
                let restored = try await test.restore(backup.path, into: empty, hasNewKeys: true)
                #expect(restored.report.isSound)
                #expect(restored.notes.contains { $0.contains(test.keys.recordSigning.verifying.bytes.hex) })
                // The next start makes keys; heads of both installations count from then on.
                _ = try Keys(folder: empty.folder, environment: [:])
                _ = try await empty.signRecord(at: BackedUp.now + .days(1), [:])
                let report = try await empty.verifyRecord()
                #expect(report.isSound, "\(report.problems)")
                #expect(report.chains.allSatisfy { $0.anchored == $0.events })
            }
        }
    }

    @Test(
        "A backup of another version says which one is needed",
        arguments: [
            ("INSERT INTO schema_migrations (name) VALUES ('9999_later')", "newer Schoolgate"),
            ("DELETE FROM schema_migrations WHERE name = '0009_annexes'", "older Schoolgate"),
        ])
    func versions(statement: String, message: String) async throws {
        try await withInstallation { test in
            try await test.installation.database.write { db in try db.run("\(unsafe: statement)") }
            let backup = try await test.backUp()
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                await refused(message) { try await test.restore(backup.path, into: empty) }
                #expect(try await empty.isUntouched())
            }
        }
    }

    @Test("A backup whose tables are not ours never becomes a statement")
    func foreignTables() async throws {
        try await withInstallation { test in
            let table = StoredTable(
                name: "people\" (id) VALUES (1); DROP TABLE people; --", columns: [.init(name: "id", kind: .integer)])
            let path = try craft(test, table, .integer(1), signing: test.keys.recordSigning)
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                await refused("not those of this version") { try await test.restore(path, into: empty) }
                let people = try await empty.database.read { db in
                    try db.one("SELECT count(*) FROM people") { $0.int(0) }
                }
                #expect(people == 0)
            }
        }
    }

    @Test("A backup that names our key and is signed by another is refused")
    func signedByAnother() async throws {
        try await withInstallation { test in
            let table = StoredTable(name: "revisions", columns: [.init(name: "name", kind: .text)])
            let path = try craft(test, table, .text("roll"), signing: SigningKey())
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                await refused("does not hold what") { try await test.restore(path, into: empty) }
                #expect(try await empty.isUntouched())
            }
        }
    }

    @Test("A set-up link of the empty installation does not outlive the restore")
    func setUpLink() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                try await empty.database.migrate(Migration.all)
                try await empty.database.write { db in
                    try db.run(
                        """
                        INSERT INTO one_time_links (digest, kind, created_at, expires_at)
                        VALUES ('fresh', 'setup', 0, 99999999999999)
                        """
                    )
                }
                _ = try await test.restore(backup.path, into: empty)
                let links = try await empty.database.read { db in
                    try db.one("SELECT count(*) FROM one_time_links") { $0.int(0) }
                }
                #expect(links == 0)
            }
        }
    }

    @Test("Heads that vouch for what came after the backup are kept aside")
    func laterHeads() async throws {
        try await withInstallation { test in
            let backup = try await test.backUp()
            try await test.installation.database.write { db in
                try TestSite.writeEvents(verb: "wrote", at: BackedUp.now, in: db)
            }
            _ = try await test.installation.signRecord(at: BackedUp.now + .days(1), [:])
            try await withEmptyInstallation { empty in
                try test.lendKeys(to: empty)
                try FileManager.default.copyItem(
                    atPath: test.installation.headsFile, toPath: empty.headsFile)
                let restored = try await test.restore(backup.path, into: empty)
                #expect(restored.report.isSound)
                #expect(restored.notes.contains { $0.contains("kept in") })
                let aside = empty.headsFile + ".before-" + Backup.stamp(BackedUp.now)
                let report = try await empty.verifyRecord(headFiles: [aside])
                #expect(report.problems.contains { $0.contains("the end was cut off") })
            }
        }
    }

    /// A backup with one row, as somebody who knows the form and the recipient can make it.
    private func craft(
        _ test: BackedUp, _ table: StoredTable, _ value: SQLValue, signing key: SigningKey
    ) throws -> String {
        let path = test.shelf + "/crafted"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try #require(FileHandle(forWritingAtPath: path))
        var writer = BackupWriter(to: file, sealedTo: test.operatorKey.recipient)
        try writer.write(
            .header(
                BackupHeader(
                    madeAt: 0, migrations: Migration.all.map(\.name), tables: [table],
                    recordKey: test.keys.recordSigning.verifying.bytes.hex, masterCheck: test.keys.masterCheck)))
        try writer.write(.row(table: 0, values: [value]))
        _ = try writer.finish(signing: key)
        try file.close()
        return path
    }

    private func refused(
        _ words: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Restore
    ) async {
        do {
            _ = try await body()
            Issue.record("it was not refused", sourceLocation: sourceLocation)
        } catch let problem as InstallationProblem {
            #expect(problem.description.contains(words), "\(problem)", sourceLocation: sourceLocation)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
    }
}
