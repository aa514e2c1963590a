import Foundation
import Glibc

/// A demo served by a process of its own, for measuring it from outside.
final class BenchServer {
    let port: UInt16
    private let process: Process

    /// The running program itself.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()

    private init(_ process: Process, port: UInt16) {
        self.process = process
        self.port = port
    }

    /// Starts it and waits until it listens.
    static func start(data: String) throws -> BenchServer {
        let process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--demo", "--data", data, "--listen", "127.0.0.1:0"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while let more = try pipe.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
            said += String(decoding: more, as: UTF8.self)
            guard said.hasSuffix("\n") else { continue }
            guard let address = said.split(separator: "\n").first(where: { $0.contains("http://127.0.0.1:") }),
                let port = UInt16(address.split(separator: ":").last?.filter(\.isNumber) ?? "")
            else { continue }
            // What else it says must not fill the pipe.
            pipe.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
            return BenchServer(process, port: port)
        }
        process.terminate()
        throw UsageProblem("the server to be measured did not start: \(said)")
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// What its threads have spent on a core so far, in nanoseconds.
    var time: Int {
        let tasks = "/proc/\(process.processIdentifier)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.reduce(0) { sum, thread in
            let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/schedstat", encoding: .utf8)) ?? ""
            return sum + (text.split(separator: " ").first.flatMap { Int($0) } ?? 0)
        }
    }

    /// The memory it occupies, in bytes.
    var resident: Int {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1_024
    }
}

/// The least of a browser: one connection, cookies, and a form to sign in.
struct BenchBrowser: ~Copyable {
    private let socket: Int32
    private let port: UInt16
    private var cookies: [String: String] = [:]

    init(port: UInt16) throws(UsageProblem) {
        self.port = port
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw UsageProblem("the server to be measured cannot be reached") }
    }

    deinit { close(socket) }

    /// The body of a page; anything but 200 is a mistake of the bench.
    mutating func get(_ path: String) throws(UsageProblem) -> [UInt8] {
        let answer = try ask("GET \(path) HTTP/1.1\r\n\(headers)\r\n")
        guard answer.status == 200 else { throw UsageProblem("\(path) was answered with \(answer.status)") }
        return answer.body
    }

    mutating func signIn(_ email: String, _ password: String) throws(UsageProblem) {
        let page = String(decoding: try get("/sign-in"), as: UTF8.self)
        guard let name = page.range(of: #"name="csrf""#),
            let value = page[name.upperBound...].range(of: #"value=""#),
            let end = page[value.upperBound...].firstIndex(of: "\"")
        else { throw UsageProblem("the page for signing in has no token") }
        let token = page[value.upperBound..<end]
        let allowed = CharacterSet.alphanumerics
        let body = [("csrf", String(token)), ("email", email), ("password", password)].map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        let answer = try ask(
            "POST /sign-in HTTP/1.1\r\n\(headers)Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        guard answer.status == 303 else { throw UsageProblem("signing in was answered with \(answer.status)") }
    }

    private var headers: String {
        "Host: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n"
            + "Cookie: \(cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))\r\n"
    }

    private mutating func ask(_ request: String) throws(UsageProblem) -> (status: Int, body: [UInt8]) {
        var rest = Array(request.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw UsageProblem("the server to be measured closed the connection") }
            rest = rest.dropFirst(sent)
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var head: String?
        var whole = Int.max
        var start = 0
        while received.count < whole {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { throw UsageProblem("the server to be measured closed the connection") }
            received += buffer[..<count]
            guard head == nil, let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let text = String(decoding: received[..<end.lowerBound], as: UTF8.self)
            head = text
            start = end.upperBound
            whole = start + (header("content-length", in: text).first.flatMap { Int($0) } ?? 0)
        }
        for cookie in header("set-cookie", in: head ?? "") {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
        }
        let status = head?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return (status, Array(received[start...]))
    }

    private func header(_ name: String, in head: String) -> [String] {
        head.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.lowercased().hasPrefix(name + ":") else { return nil }
            return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
        }
    }
}
