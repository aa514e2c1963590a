import Foundation

/// A request taken apart, for servers of tests that look at more than its first line.
package struct HTTPMessage: Sendable {
    package let method: String
    package let path: String
    package let query: [(name: String, value: String)]
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    /// Nil when no whole request came.
    package init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines[0].split(separator: " ")
        guard first.count == 3 else { return nil }
        method = String(first[0])
        let target = first[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0]).removingPercentEncoding ?? String(target[0])
        query =
            target.count < 2
            ? []
            : target[1].split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let value = parts.count > 1 ? String(parts[1]) : ""
                return (String(parts[0]), value.removingPercentEncoding ?? value)
            }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        self.headers = headers
        body = Array(bytes[end.upperBound...])
    }

    package func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    package var bearer: String? {
        guard let value = headers["authorization"], value.hasPrefix("Bearer ") else { return nil }
        return String(value.dropFirst(7))
    }

    /// The body when it is a JSON object and says that it is one.
    package var object: [String: Any]? {
        guard headers["content-type"]?.hasPrefix("application/json") == true else { return nil }
        return (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
    }
}

/// What a stand-in answers.
package struct StandInReply: Sendable {
    package var status: String
    package var headers: [String]
    package var body: [UInt8]

    package init(_ status: String = "200 OK", headers: [String] = [], json: Any) {
        self.status = status
        self.headers = headers + ["Content-Type: application/json; charset=utf-8"]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        body = (try? JSONSerialization.data(withJSONObject: json, options: options)).map { Array($0) } ?? []
    }

    package init(_ status: String, text: String) {
        self.status = status
        headers = ["Content-Type: text/plain"]
        body = Array(text.utf8)
    }

    package init(bytes: [UInt8], contentType: String) {
        status = "200 OK"
        headers = ["Content-Type: \(contentType)"]
        body = bytes
    }

    package func send(on client: RawConnection) {
        let head = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "Connection: close", "", ""]
        client.write(Array(head.joined(separator: "\r\n").utf8) + body)
    }
}
