import CMicroHTTPD
import Dispatch
import Foundation
import Glibc
import Testing

@testable import Web

/// A socket and the bytes we want on it, nothing that would tidy them.
final class RawClient: Sendable {
    private let socket: Int32

    init(_ port: Int, timeout: Int = 8) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: timeout, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(message: "cannot connect: \(errno)") }
    }

    deinit { close(socket) }

    struct Failure: Error { let message: String }

    /// False when the other end has closed.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Everything until the other end closes.
    func rest() -> String {
        var bytes: [UInt8] = []
        while let more = receive() { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One answer: its head, and as much body as its length says.
    func answer(hasBody: Bool = true) -> String {
        var bytes: [UInt8] = []
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = text[..<end.lowerBound]
                let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
                let count = length.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
                if !hasBody || text[end.upperBound...].utf8.count >= count { return text }
            }
            guard let more = receive(hasBody ? 65_536 : 1) else { return text }
            bytes += more
        }
    }

    func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Lets the end of this client be a reset, as of a phone that loses its network.
    func endByReset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }

    /// Nil at the end, or when nothing came in time.
    func receive(_ most: Int = 65_536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: most)
        let count = recv(socket, &buffer, most, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// Whether the other end closes before the socket's timeout.
    func isClosed() -> Bool {
        while true {
            var byte: UInt8 = 0
            let count = recv(socket, &byte, 1, 0)
            if count == 0 || (count < 0 && errno == ECONNRESET) { return true }
            if count < 0 { return false }
        }
    }
}

/// Runs blocking work on a thread of its own: the shared ones belong to the server's handlers.
func offPool<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}

/// A server on any free port that answers what the request held, unless told otherwise.
func withServer<T: Sendable>(
    _ configure: (inout Server.Configuration) -> Void = { _ in },
    respond: @escaping @Sendable (Request) async -> Response = echo,
    _ use: @escaping @Sendable (Int) throws -> T
) async throws -> T {
    var configuration = Server.Configuration.quick
    configure(&configuration)
    let server = Server(configuration: configuration, respond: respond)
    try await server.start()
    let port = await server.port
    let result: Result<T, any Error>
    do { result = .success(try await offPool { try use(port) }) } catch { result = .failure(error) }
    await server.stop()
    return try result.get()
}

@Sendable func echo(_ request: Request) async -> Response {
    if request.path == "/slow" { try? await Task.sleep(for: .milliseconds(300)) }
    var text = "\(request.method.rawValue) \(request.path)\n"
    for (name, value) in request.query.fields { text += "query \(name)=\(value)\n" }
    for (name, value) in request.form.fields { text += "field \(name)=\(value)\n" }
    for (name, file) in request.form.files {
        text += "file \(name) \(file.filename) \(file.contentType) \(file.bytes.count)\n"
    }
    for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) { text += "header \(name)=\(value)\n" }
    text += "address \(request.address) secure \(request.isSecure)\nbody \(request.body.count)\n"
    return .text(text)
}

/// The status of one request on a connection of its own.
func status(_ port: Int, _ text: String) throws -> Int {
    let client = try RawClient(port)
    client.send(text)
    let line = client.answer().split(separator: " ")
    return line.count > 1 ? Int(line[1]) ?? 0 : 0
}

extension Server.Configuration {
    /// Any free port, and a watchdog that looks often.
    static var quick: Server.Configuration {
        var configuration = Server.Configuration(port: 0)
        configuration.watchInterval = .milliseconds(20)
        return configuration
    }
}

/// Resumes a little later, whatever becomes of the task.
func later(_ continuation: CheckedContinuation<Void, Never>) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { continuation.resume() }
}
