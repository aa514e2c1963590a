import Crypto
import Foundation
import Schoolgate

/// `schoolgate audit`: checks the record, signs its heads, prints the key they are signed with.
enum AuditVerb {
    static let all = [verify, sign, key]

    static let verify = Verb(
        words: ["audit", "verify"], summary: "check that nobody changed the record", operands: nil,
        options: StoredData.options + [
            CommandOption(
                name: "head", value: "FILE", meaning: "signed heads kept elsewhere, a line of JSON each",
                mayRepeat: true),
            CommandOption(
                name: "key", value: "FILE|HEX", meaning: "what `schoolgate audit key` printed, where the keys are not"),
            .format,
        ],
        explanation: """
            Reads every event of every chain, and compares each with the digests and the signed heads: those in the
            database, in the data folder (record-heads.jsonl) and those given as --head. A head from somewhere else, such as
            an older backup, also finds an end that was cut off and a chain that was computed anew.

            Exit codes: 0 the record is sound, 1 it is not, 2 bad usage or input.
            """,
        run: { arguments in
            let key = try arguments.value("key").map(verifyingKey)
            for file in arguments.values("head") where !FileManager.default.fileExists(atPath: file) {
                throw UsageProblem("There is no file `\(file)`.")
            }
            let report = try await StoredData.open(arguments)
                .verifyRecord(headFiles: arguments.values("head"), key: key)
            if arguments.isJSON { Output.json(report.json) } else { report.lines.forEach(Output.line) }
            return report.isSound ? 0 : 1
        })

    static let sign = Verb(
        words: ["audit", "sign"], summary: "sign the record's heads now", operands: nil, options: StoredData.options,
        explanation: """
            A running server does this every day, and every backup does it first. The heads go into the database and into
            record-heads.jsonl of the data folder. Keep copies of that file elsewhere.
            """,
        run: { arguments in
            let count = try await StoredData.open(arguments).signRecord(at: StoredData.now, StoredData.environment)
            Output.line(
                count == 0
                    ? "Nothing has happened yet, so there is nothing to sign."
                    : "Signed \(count == 1 ? "1 head" : "\(count) heads").")
            return 0
        })

    static let key = Verb(
        words: ["audit", "key"], summary: "print the public key that checks the record's signatures", operands: nil,
        options: [StoredData.options[0]],
        explanation: "It is no secret. Keep it away from the server, so that nobody can exchange it unseen.",
        run: { arguments in
            Output.line(try Installation.recordKey(data: StoredData.folder(arguments)).bytes.hex)
            return 0
        })

    static func verifyingKey(_ text: String) throws(UsageProblem) -> VerifyingKey {
        var hex = text
        if FileManager.default.fileExists(atPath: text) {
            hex = String(decoding: try InputFile.read(text, limit: 1_024), as: UTF8.self)
        }
        guard let bytes = [UInt8](hex: hex.filter { !$0.isWhitespace }), let key = VerifyingKey(bytes: bytes) else {
            throw UsageProblem("`--key` is 64 hex digits or a file that holds them, not `\(text.prefix(80))`")
        }
        return key
    }
}

extension AuditReport {
    /// As people read it.
    var lines: [String] {
        var lines = chains.map(\.sentence)
        if erasedFields > 0 {
            lines.append(
                "\(erasedFields == 1 ? "One field was" : "\(erasedFields) fields were") erased; the chain holds without them."
            )
        }
        lines += problems
        lines.append(
            isSound
                ? "The record is sound."
                : "The record is not sound: \(problems.count == 1 ? "one problem" : "\(problems.count) problems"). "
                    + "Keep a copy of the database as it is before you do anything else.")
        return lines
    }

    var json: JSON {
        .object([
            ("sound", .bool(isSound)), ("events", .number(events)), ("erasedFields", .number(erasedFields)),
            (
                "chains",
                .array(
                    chains.map { chain in
                        .object([
                            ("chain", .number(Int(chain.chain))), ("name", .string(chain.name)),
                            ("events", .number(Int(chain.events))), ("anchored", .number(Int(chain.anchored))),
                            ("anchoredAt", .optional(chain.signedAt.map(Self.stamp))),
                        ])
                    })
            ),
            ("problems", .strings(problems)),
        ])
    }

    static func stamp(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000).ISO8601Format()
    }
}

extension AuditReport.Chain {
    var signedAt: Instant? { anchoredAt.map { Instant(milliseconds: $0) } }

    var sentence: String {
        let count = "\(name): \(events == 1 ? "1 event" : "\(events) events")."
        guard let signedAt, anchored > 0 else {
            return "\(count) No signed head vouches for any of them yet."
        }
        let anchor = "\(count) Anchored up to event \(anchored), signed on \(StoredData.moment(signedAt))"
        switch events - anchored {
        case ...0: return anchor + "."
        case 1: return anchor + "; event \(events) has no anchor yet."
        default: return anchor + "; events \(anchored + 1) to \(events) have no anchor yet."
        }
    }
}
