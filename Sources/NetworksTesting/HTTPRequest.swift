import Foundation
import Glibc

/// A request that a stand-in was sent, taken apart.
package struct HTTPRequest: Sendable {
    package let method: String
    package let path: String
    package let query: [(name: String, value: String)]
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    package var line: String { "\(method) \(path)" }

    /// Nil when it is none.
    package init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let parts = (lines.first ?? "").split(separator: " ")
        guard parts.count == 3 else { return nil }
        method = String(parts[0])
        let target = parts[1].split(separator: "?", maxSplits: 1)
        path = target.first.map(String.init) ?? "/"
        query = target.count == 2 ? HTTPRequest.fields(String(target[1])) : []
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces)
        }
        self.headers = headers
        body = Array(bytes[end.upperBound...])
    }

    package func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

    package var bearer: String? {
        guard let value = headers["authorization"], value.hasPrefix("Bearer ") else { return nil }
        return String(value.dropFirst(7))
    }

    package var contentType: String {
        String((headers["content-type"] ?? "").prefix { $0 != ";" }).lowercased()
    }

    /// Of a body in JSON; nil when it is none or its content type says otherwise.
    package var json: [String: Any]? {
        guard contentType == "application/json" else { return nil }
        return try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
    }

    /// Of a form; nil when the content type is another.
    package var form: [(name: String, value: String)]? {
        guard contentType == "application/x-www-form-urlencoded" else { return nil }
        return HTTPRequest.fields(String(decoding: body, as: UTF8.self))
    }

    package func form(_ name: String) -> String? { form?.first { $0.name == name }?.value }

    /// The parts of a form with files; nil when the content type is another.
    package var parts: [Part]? {
        guard contentType == "multipart/form-data", let type = headers["content-type"],
            let start = type.range(of: "boundary=")
        else { return nil }
        let boundary = Array("--\(type[start.upperBound...])".utf8)
        var parts: [Part] = [], rest = body[...]
        while let found = rest.firstRange(of: boundary) {
            if let part = Part(rest[..<found.lowerBound]) { parts.append(part) }
            rest = rest[found.upperBound...]
        }
        return parts
    }

    package struct Part: Sendable {
        package let name: String
        package let filename: String?
        package let contentType: String?
        package let bytes: [UInt8]

        init?(_ slice: ArraySlice<UInt8>) {
            guard let end = slice.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            let head = String(decoding: slice[..<end.lowerBound], as: UTF8.self)
            func value(_ key: String) -> String? {
                guard let start = head.range(of: "\(key)=\""),
                    let close = head[start.upperBound...].firstIndex(of: "\"")
                else { return nil }
                return String(head[start.upperBound..<close])
            }
            guard let name = value("; name") else { return nil }
            self.name = name
            filename = value("filename")
            contentType = head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-type:") }
                .map { $0.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces) }
            bytes = Array(slice[end.upperBound...].dropLast(2))
        }

        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    package static func fields(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { field in
            let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func plain(_ side: Substring) -> String {
                side.replacing("+", with: " ").removingPercentEncoding ?? String(side)
            }
            return (plain(sides[0]), sides.count == 2 ? plain(sides[1]) : "")
        }
    }
}

/// What a stand-in answers.
package struct HTTPAnswer: Sendable {
    package var status: String
    package var headers: [String]
    package var body: [UInt8]

    package init(_ status: String, _ headers: [String] = [], _ body: String = "") {
        self.status = status
        self.headers = headers
        self.body = Array(body.utf8)
    }

    package init(bytes: [UInt8], contentType: String) {
        status = "200 OK"
        headers = ["Content-Type: \(contentType)"]
        body = bytes
    }

    /// An object or a list, as JSON.
    package static func json(_ value: Any, status: String = "200 OK", headers: [String] = []) -> HTTPAnswer {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        var answer = HTTPAnswer(status, ["Content-Type: application/json; charset=utf-8"] + headers)
        answer.body = (try? JSONSerialization.data(withJSONObject: value, options: options)).map { Array($0) } ?? []
        return answer
    }

    package static func text(_ status: String, _ body: String) -> HTTPAnswer {
        HTTPAnswer(status, ["Content-Type: text/plain"], body)
    }

    package static func html(_ status: String, _ body: String) -> HTTPAnswer {
        HTTPAnswer(status, ["Content-Type: text/html; charset=utf-8"], body)
    }

    package func send(_ connection: RawConnection) {
        let head = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "Connection: close", "", ""]
        connection.write(Array(head.joined(separator: "\r\n").utf8) + body)
    }
}

/// How a network fails a request.
package enum HTTPFault: Sendable {
    /// The connection ends before the network hears of it.
    case cutBefore
    /// It is carried out, and nothing is answered.
    case cutAfter
    /// It is carried out, and half of the answer arrives.
    case half
    /// It is not carried out, and this is answered.
    case answer(HTTPAnswer)
    /// It is carried out, and this is answered.
    case carryOutAndAnswer(HTTPAnswer)
    /// A body without end.
    case endless
    case delay(milliseconds: UInt32)
}

extension RawConnection {
    /// Answers a request as a fault says, where there is one.
    package func answer(_ fault: HTTPFault?, _ carryOut: () -> HTTPAnswer) {
        switch fault {
        case nil: carryOut().send(self)
        case .cutBefore: break
        case .cutAfter: _ = carryOut()
        case .half:
            let answer = carryOut()
            write("HTTP/1.1 \(answer.status)\r\nContent-Length: \(answer.body.count)\r\n\r\n")
            write(Array(answer.body.prefix(answer.body.count / 2)))
        case .answer(let answer): answer.send(self)
        case .carryOutAndAnswer(let answer):
            _ = carryOut()
            answer.send(self)
        case .endless:
            write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n[")
            while write(String(repeating: "{\"id\":\"1\"},", count: 400)) {}
        case .delay(let milliseconds):
            usleep(milliseconds * 1_000)
            carryOut().send(self)
        }
    }
}
