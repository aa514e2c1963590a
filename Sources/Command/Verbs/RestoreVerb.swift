import Crypto
import Foundation
import Schoolgate

/// `schoolgate restore`: puts a backup into an empty installation.
enum RestoreVerb {
    static let verb = Verb(
        words: ["restore"], summary: "put a backup into an empty installation", operands: "FILE",
        options: [
            CommandOption(
                name: "key", value: "KEYFILE", meaning: "the file that `schoolgate backup new-key` wrote",
                isRequired: true)
        ] + StoredData.options + [
            CommandOption(
                name: "new-keys", value: nil, meaning: "go on although the old installation's DATA/keys are lost")
        ],
        explanation: """
            Stop the server first. Put the old installation's keys into DATA/keys. The target must be empty: a new folder, or
            a database without anybody in it. The whole file is checked before anything is changed, and it is restored
            whole or not at all. At the end the record is checked as `audit verify` does. Everybody signs in anew.

            Exit codes: 0 restored and the record is sound, 1 restored but the record is not sound, 2 nothing was restored.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one backup: schoolgate restore FILE --key KEYFILE")
            }
            let text = try InputFile.read(arguments.value("key") ?? "", limit: 4_096)
            let key = try BackupKey(text: String(decoding: text, as: UTF8.self))
            let file = arguments.operands[0]
            guard FileManager.default.fileExists(atPath: file) else {
                throw UsageProblem("There is no file `\(file)`.")
            }
            let restored = try await Restore.run(
                file, with: key,
                into: .make(data: StoredData.folder(arguments), database: arguments.value("database")),
                hasNewKeys: arguments.has("new-keys"), at: StoredData.now, environment: StoredData.environment)
            Output.line(
                "Restored \(counted(restored.rows, "row")) and \(counted(restored.pictures, "picture")) as they were on "
                    + "\(StoredData.moment(restored.madeAt)).")
            restored.notes.forEach(Output.line)
            restored.report.lines.forEach(Output.line)
            return restored.report.isSound ? 0 : 1
        })
}
