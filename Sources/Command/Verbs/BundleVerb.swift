import Crypto
import Schoolgate

/// `schoolgate bundle verify`: an outsider checks an exported record, offline and without the installation.
enum BundleVerb {
    static let verify = Verb(
        words: ["bundle", "verify"], summary: "check an exported record, offline", operands: "FILE",
        options: [
            CommandOption(
                name: "key", value: "FILE|HEX",
                meaning: "the school’s public key, as `schoolgate audit key` printed it"),
            .format,
        ],
        explanation: """
            Reads what the page Record hands out as a proof, and nothing else: every event is compared with its digest and
            with the one before it, every detail with its salted digest, every signed head with the key. Without --key that
            key is the one in the file, so compare what is printed with what the school gives you.

            Exit codes: 0 the record proves itself, 1 it does not, 2 bad usage or a file that is no record.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("Name one file: schoolgate bundle verify record.json")
            }
            let key = try arguments.value("key").map(AuditVerb.verifyingKey)
            let bytes = try InputFile.read(arguments.operands[0], limit: largest)
            guard bytes.count <= largest else { throw UsageProblem("A record may have 1 GB. This file is larger.") }
            let report = try BundleReport(bytes, key: key)
            if arguments.isJSON {
                Output.json(report.json)
            } else {
                report.lines(isKnown: key != nil).forEach(Output.line)
            }
            return report.isSound ? 0 : 1
        })

    private static let largest = 1 << 30
}

extension BundleReport {
    func lines(isKnown: Bool) -> [String] {
        var lines = ["The record of \(name), exported on \(StoredData.moment(madeAt))."]
        lines.append(events.map { "Events \($0.lowerBound) to \($0.upperBound)." } ?? "It holds no event.")
        if let anchored, let anchoredAt {
            lines.append(
                "A head signed on \(StoredData.moment(anchoredAt)) vouches for everything up to event \(anchored).")
        }
        if hiddenFields > 0 {
            lines.append(
                "\(hiddenFields == 1 ? "One detail is" : "\(hiddenFields) details are") hidden or erased; the chain holds without them."
            )
        }
        lines.append(
            isKnown ? "Signed with your key." : "Signed with the key \(key). Ask the school whether that is its own.")
        if problems.isEmpty { return lines + ["The record proves itself."] }
        if isKnown { lines.removeLast() }
        return lines + problems.prefix(100) + ["The record does not prove itself."]
    }

    var json: JSON {
        .object([
            ("sound", .bool(isSound)), ("name", .string(name)), ("madeAt", .string(AuditReport.stamp(madeAt))),
            ("first", events.map { .number(Int($0.lowerBound)) } ?? .null),
            ("last", events.map { .number(Int($0.upperBound)) } ?? .null),
            ("hiddenFields", .number(hiddenFields)), ("anchored", anchored.map { .number(Int($0)) } ?? .null),
            ("anchoredAt", .optional(anchoredAt.map(AuditReport.stamp))), ("key", .string(key)),
            ("problems", .strings(problems.prefix(100))),
        ])
    }
}
