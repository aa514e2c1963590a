import Schoolgate

/// `schoolgate register verify`: whether a downloaded register is the school's, offline.
enum RegisterVerb {
    static let verify = Verb(
        words: ["register", "verify"], summary: "check a downloaded register of official accounts, offline",
        operands: "FILE",
        options: [
            CommandOption(
                name: "key", value: "FILE|HEX", meaning: "the trust's public key, as its register page shows it",
                isRequired: true),
            .format,
        ],
        explanation: """
            Reads /register.json as somebody downloaded it: a JSON Web Signature by Ed25519. Prints the official accounts when
            the key signed exactly them.

            Exit codes: 0 it is signed and still stands, 1 it is not or has expired, 2 bad usage.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one file: schoolgate register verify register.json --key KEY")
            }
            let key = try AuditVerb.verifyingKey(arguments.value("key") ?? "")
            let file = arguments.operands[0]
            let bytes = try InputFile.read(file, limit: largest)
            guard bytes.count <= largest else { throw UsageProblem("A register may have 16 MB. This file is larger.") }
            do {
                let report = try RegisterReport(bytes, key: key, at: StoredData.now)
                if arguments.isJSON {
                    Output.json(
                        .object([
                            ("sound", .bool(true)), ("current", .bool(report.isCurrent)),
                            ("trust", .string(report.trust)),
                            ("issued", .string(report.issued)), ("expires", .string(report.expires)),
                            ("accounts", .strings(report.accounts)),
                        ]))
                } else {
                    Output.line("The register of \(report.trust), signed with this key on \(report.issued).")
                    report.accounts.forEach(Output.line)
                    Output.line(
                        report.isCurrent
                            ? "It stands until \(report.expires)."
                            : "It stood until \(report.expires). Download the latest one.")
                }
                return report.isCurrent ? 0 : 1
            } catch let problem as RegisterProblem {
                if arguments.isJSON {
                    Output.json(.object([("sound", .bool(false)), ("problem", .string(problem.description))]))
                } else {
                    Output.error("\(file): \(problem)")
                }
                return 1
            }
        })

    private static let largest = 1 << 24
}
