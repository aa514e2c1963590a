import Crypto
import Foundation
import Schoolgate

/// `schoolgate backup`: everything of a running installation in one file that only the operator can open.
enum BackupVerb {
    static let all = [verb, newKey]

    static let verb = Verb(
        words: ["backup"], summary: "back up a running installation, sealed to your key", operands: "DIR",
        options: StoredData.options + [
            CommandOption(
                name: "to", value: "RECIPIENT", meaning: "the public key that `schoolgate backup new-key` printed",
                isRequired: true)
        ],
        explanation: """
            Writes DIR/schoolgate-DATE.backup: one state of the database, every picture and the signed heads of the record,
            which are signed first. People go on working meanwhile. A backup made on SQLite restores into PostgreSQL and
            back. It holds neither the keys of the data folder, nor sessions, one-time links and sign-in tries.

            Official accounts' passwords are in it as the database holds them: sealed under the master key. Keep
            DATA/keys somewhere else, once. Without it a restored installation has to connect its accounts anew.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one folder for the backup: schoolgate backup DIR --to RECIPIENT")
            }
            let recipient = try recipient(arguments.value("to") ?? "")
            let backup = try await Backup.make(
                of: StoredData.open(arguments), to: recipient, in: arguments.operands[0], at: StoredData.now,
                environment: StoredData.environment)
            Output.line(
                "\(backup.path): \(counted(backup.rows, "row")), \(counted(backup.pictures, "picture")), \(backup.bytes) bytes."
            )
            Output.line(
                "It does not hold the keys. Keep \(StoredData.folder(arguments))/keys somewhere else, apart from the backups."
            )
            for digest in backup.missing {
                Output.error("The picture \(digest) is missing from the media folder, so it is not in the backup.")
            }
            return backup.missing.isEmpty ? 0 : 1
        })

    static let newKey = Verb(
        words: ["backup", "new-key"], summary: "make a key that opens backups", operands: "FILE", options: [],
        explanation: """
            Writes the secret key to FILE, which only you can read, and prints its public half for `backup --to`. Run it on
            your own computer, or move FILE away from the server: the server never needs it.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one file for the key: schoolgate backup new-key FILE")
            }
            let key = BackupKey(), path = arguments.operands[0]
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw UsageProblem(
                    errno == EEXIST
                        ? "`\(path)` is there already, and a key is never written over. Choose another name."
                        : "`\(path)` cannot be written: \(String(cString: strerror(errno)).lowercased()).")
            }
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try file.write(contentsOf: Data(key.file.utf8))
            try file.synchronize()
            Output.line(key.recipient.text)
            return 0
        })

    private static func recipient(_ text: String) throws -> BackupRecipient {
        guard FileManager.default.fileExists(atPath: text) else { return try BackupRecipient(text: text) }
        return try BackupRecipient(text: String(decoding: try InputFile.read(text, limit: 4_096), as: UTF8.self))
    }
}
