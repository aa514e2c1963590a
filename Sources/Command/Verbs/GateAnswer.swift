import Gate
import Policy

/// What the gate says of one post, for people or for programs.
struct GateAnswer {
    /// As JSON; nil for a post that is a file.
    let id: String?
    let post: Post
    let findings: [Finding]

    private var outcome: Outcome { Outcome(findings) }

    var json: [UInt8] {
        let id = id.map { [("id", JSON.written($0))] } ?? []
        let answer = JSON.object(
            id + [("outcome", .string(outcome.rawValue)), ("findings", .array(findings.map(json)))])
        return answer.bytes + [UInt8(ascii: "\n")]
    }

    private func json(_ finding: Finding) -> JSON {
        let span = finding.span.map { span in
            JSON.object([
                ("start", .number(span.start)), ("end", .number(span.end)),
                ("text", .string(String(decoding: Array(post.text.utf8)[span.start..<span.end], as: UTF8.self))),
            ])
        }
        return .object(
            [
                ("rule", .string(finding.rule)), ("clause", .string(finding.clause.rawValue)),
                ("severity", .string(finding.severity.rawValue)), ("span", span ?? .null),
            ] + (finding.image.map { [("image", .number($0))] } ?? [])
                + [("reason", .string(finding.reason)), ("remedy", .string(finding.remedy))])
    }

    var text: [UInt8] {
        let bytes = Array(post.text.utf8)
        var lines = [id.map { "\($0): \(outcome.rawValue)" } ?? "Outcome: \(outcome.rawValue)"]
        if findings.isEmpty { lines.append("  Nothing found.") }
        for finding in findings.sorted(by: { $0.severity > $1.severity }) {
            let place = finding.span.map { span in
                let line = bytes[..<span.start].count(where: { $0 == UInt8(ascii: "\n") }) + 1
                return "line \(line), “\(String(decoding: bytes[span.start..<span.end], as: UTF8.self))”"
            }
            let picture = finding.image.map { "picture \($0 + 1)" }
            lines.append("")
            lines.append("  \(finding.severity.rawValue.uppercased())  \(place ?? picture ?? "the whole post")")
            lines.append("    \(finding.reason)")
            lines.append("    \(finding.remedy)")
            lines.append("    Clause \(finding.clause.rawValue), rule \(finding.rule)")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
