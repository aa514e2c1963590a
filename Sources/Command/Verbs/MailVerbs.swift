import Foundation
import Schoolgate

/// `schoolgate mail`: whether mails can be sent, and what came back.
enum MailVerbs {
    static let all = [test, bounced]

    static let test = Verb(
        words: ["mail", "test"], summary: "send a test mail, and say what the server answered", operands: "ADDRESS",
        options: [
            CommandOption(
                name: "data", value: "DIR", meaning: "the data folder with mail.conf (./schoolgate-data)"),
            .format,
        ],
        explanation: """
            Reads the mail server from mail.conf in the data folder and from the environment, as `serve` does, and needs
            no database. That the server took the mail does not say yet that it arrived: look into the mailbox.

            Exit codes: 0 the server took it, 1 it did not, 2 bad usage or settings.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one address: schoolgate mail test you@school.example")
            }
            let folder = StoredData.folder(arguments)
            guard let settings = try MailSettings.read(folder: folder, environment: StoredData.environment) else {
                throw UsageProblem(
                    "No mail server is set. Write \(folder)/mail.conf, or set SCHOOLGATE_MAIL_SERVER and SCHOOLGATE_MAIL_FROM."
                )
            }
            let answer = try await MailTest.send(to: arguments.operands[0], settings, at: StoredData.now)
            if arguments.isJSON {
                Output.json(
                    .object([
                        ("accepted", .bool(answer.isAccepted)), ("server", .string(MailTest.place(settings))),
                        ("answer", .string(answer.words)),
                    ]))
            } else if answer.isAccepted {
                Output.line("\(MailTest.place(settings)): \(answer.words)")
            } else {
                Output.error("\(MailTest.place(settings)): \(answer.words)")
            }
            return answer.isAccepted ? 0 : 1
        })

    static let bounced = Verb(
        words: ["mail", "bounced"], summary: "read a mail that came back, and note whom it did not reach",
        operands: "FILE|-", options: StoredData.options + [.format],
        explanation: """
            Reads one report of a mail server (RFC 3464), from a file or from standard input, so that an alias of the mail
            server can hand it over. Whoever manages people then sees on Today whose mail does not arrive.

            Exit codes: 0 noted, or nothing to note; 1 no report about a mail of Schoolgate's; 2 bad usage.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one file, or - for standard input: schoolgate mail bounced -")
            }
            let limit = MailReturn.mostBytes
            let file = arguments.operands[0]
            let bytes = try file == "-" ? standardInput(limit: limit) : InputFile.read(file, limit: limit)
            let installation = try await StoredData.open(arguments)
            let answer = try await MailReturn.take(bytes, in: installation.database, at: StoredData.now)
            var isOurs = true
            if case .notOurs = answer { isOurs = false }
            if arguments.isJSON {
                var isNoted = false
                if case .noted = answer { isNoted = true }
                Output.json(.object([("noted", .bool(isNoted)), ("answer", .string(answer.words))]))
            } else if isOurs {
                Output.line(answer.words)
            } else {
                Output.error(answer.words)
            }
            return isOurs ? 0 : 1
        })

    /// At most one byte more than the limit, so that whoever reads it can tell that it is too large.
    private static func standardInput(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit,
            let more = try FileHandle.standardInput.read(upToCount: min(65_536, limit + 1 - bytes.count)), !more.isEmpty
        {
            bytes += more
        }
        return bytes
    }
}
