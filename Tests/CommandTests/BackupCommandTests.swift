import Foundation
import Testing

/// The verbs over stored data, run as an operator runs them.
@Suite struct BackupCommandTests {
    @Test func `a key, a backup, a restore and a check, one after the other`() throws {
        try withData { folder in
            let recipient = try newKey(in: folder)
            let backup = try schoolgate(["backup", "shelf", "--to", recipient, "--data", "data"], in: folder)
            #expect(backup.status == 0, "\(backup.errors)")
            #expect(backup.output.contains("It does not hold the keys."))
            let file = try backups(folder)[0]
            try copyKeys(folder)
            let restored = try schoolgate(["restore", file, "--key", "key", "--data", "other"], in: folder)
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output.contains("The record is sound."))
            let again = try schoolgate(["restore", file, "--key", "key", "--data", "other"], in: folder)
            #expect(again.status == 2)
            #expect(again.errors.contains("in use"))
            let check = try schoolgate(["audit", "verify", "--data", "other", "--format", "json"], in: folder)
            #expect(check.status == 0)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
            #expect(json["sound"] as? Bool == true)
            #expect((json["chains"] as? [[String: Any]])?.first?["name"] as? String == "the trust")
        }
    }

    @Test func `an unchecked file or a wrong key changes nothing`() throws {
        try withData { folder in
            let recipient = try newKey(in: folder)
            #expect(try schoolgate(["backup", "shelf", "--to", recipient, "--data", "data"], in: folder).status == 0)
            let file = try backups(folder)[0]
            #expect(try schoolgate(["backup", "new-key", "key2"], in: folder).status == 0)
            let wrong = try schoolgate(["restore", file, "--key", "key2", "--data", "other"], in: folder)
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("This key does not open"))
            let secret = try schoolgate(["backup", "shelf", "--to", "key", "--data", "data"], in: folder)
            #expect(secret.status == 2)
            #expect(secret.errors.contains("This is a secret backup key."))
        }
    }

    @Test func `a disk without room leaves nothing behind and says so`() throws {
        try inFolder(["shelf/.keep": "", "empty.csv": ""]) { folder in
            // Refused, but it leaves an installation without a record, so nothing but the backup is written.
            _ = try schoolgate(["import", "schools", "empty.csv", "--data", "data"], in: folder)
            let recipient = try newKey(in: folder)
            try Data(count: 16 << 20).write(to: folder.appendingPathComponent("data/record-heads.jsonl"))
            // A limit on the size of files stands for a full disk: writing fails half way.
            let text = "trap '' XFSZ; ulimit -f 4096; exec \"$0\" \"$@\""
            let result = try schoolgate(
                ["-c", text, try programURL().path, "backup", "shelf", "--to", recipient, "--data", "data"], in: folder,
                program: URL(fileURLWithPath: "/bin/sh"))
            #expect(result.status == 2)
            #expect(result.errors.contains("Nothing was left there."), "\(result.errors)")
            #expect(try backups(folder).isEmpty)
            // Without the limit there is room.
            let fine = try schoolgate(["backup", "shelf", "--to", recipient, "--data", "data"], in: folder)
            #expect(fine.status == 0, "\(fine.errors)")
            #expect(try backups(folder).count == 1)
        }
    }

    @Test(arguments: [
        (["audit", "verify", "--data", "none"], "There is no database in none."),
        (["audit", "verify", "--data", "data", "--head", "none"], "There is no file `none`."),
        (["audit", "verify", "--data", "data", "--key", "abc"], "`--key` is 64 hex digits"),
        (["audit", "key", "--data", "none"], "There is no key at none/keys/record.key."),
        (["backup", "--to", "x"], "Name one folder for the backup"),
        (["backup", "shelf"], "`--to RECIPIENT` is missing"),
        (["backup", "shelf", "--to", "x", "--data", "data"], "is no public backup key"),
        (["backup", "new-key", "shelf"], "is there already"),
        (["restore", "none", "--key", "none"], "There is no file `none`."),
        (["worker", "--data", "none"], "There is no database in none."),
    ])
    func `wrong usage exits with 2 and says how it is right`(arguments: [String], message: String) throws {
        try withData { folder in
            let result = try schoolgate(arguments, in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test func `a worker without the keys makes none`() throws {
        try withData { folder in
            let keys = folder.appendingPathComponent("data/keys")
            try FileManager.default.removeItem(at: keys)
            let result = try schoolgate(["worker", "--data", "data"], in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("record.key is missing"))
            #expect(!FileManager.default.fileExists(atPath: keys.path))
        }
    }

    @Test func `a worker does what is due until it is told to stop`() throws {
        try withData { folder in
            let process = Process()
            process.executableURL = try programURL()
            process.arguments = ["worker", "--data", "data"]
            process.currentDirectoryURL = folder
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            #expect(line == "Schoolgate does what is due.\n")
            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(process.terminationReason == .exit)
        }
    }

    /// A folder with an installation in `data` that has a record, and an empty `shelf`.
    private func withData(_ body: (URL) throws -> Void) throws {
        try inFolder(["shelf/.keep": "", "schools.csv": Self.schools]) { folder in
            let result = try schoolgate(["import", "schools", "schools.csv", "--data", "data"], in: folder)
            try #require(result.status == 0, "\(result.errors)")
            try body(folder)
        }
    }

    private static let schools =
        "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\noak,Oakfield School,,,,,,,,england\n"

    private func newKey(in folder: URL) throws -> String {
        let result = try schoolgate(["backup", "new-key", "key"], in: folder)
        #expect(result.status == 0)
        return result.output.trimmingCharacters(in: .newlines)
    }

    private func backups(_ folder: URL) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/shelf")
        return names.filter { $0 != ".keep" }.map { "shelf/\($0)" }
    }

    private func copyKeys(_ folder: URL) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/other", withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: folder.path + "/data/keys", toPath: folder.path + "/other/keys")
    }
}
