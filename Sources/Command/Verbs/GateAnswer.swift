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
        let text = Array(post.text.utf8)
        let list = findings.map { finding in
            let span = finding.span.map { span in
                let words = String(decoding: text[span.start..<span.end], as: UTF8.self)
                return "{\"start\":\(span.start),\"end\":\(span.end),\"text\":\(PostLines.json(words))}"
            }
            let image = finding.image.map { "\"image\":\($0)," } ?? ""
            return "{\"rule\":\(PostLines.json(finding.rule)),\"clause\":\(PostLines.json(finding.clause.rawValue)),"
                + "\"severity\":\"\(finding.severity.rawValue)\",\"span\":\(span ?? "null"),\(image)"
                + "\"reason\":\(PostLines.json(finding.reason)),\"remedy\":\(PostLines.json(finding.remedy))}"
        }
        let id = id.map { "\"id\":\($0)," } ?? ""
        return Array("{\(id)\"outcome\":\"\(outcome.rawValue)\",\"findings\":[\(list.joined(separator: ","))]}\n".utf8)
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
