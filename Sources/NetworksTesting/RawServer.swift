import Glibc
import Synchronization

/// A connection of a test's own server, as plain bytes.
package struct RawConnection: Sendable {
    package let socket: Int32

    package init(socket: Int32) { self.socket = socket }

    /// Reads until the end of a request's header, and of its body when it says how long that is.
    package func readRequest() -> String { String(decoding: readRequestBytes(), as: UTF8.self) }

    package func readRequestBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        var expected: Int?
        while bytes.count < 64 * 1_048_576 {
            if let expected, bytes.count >= expected { break }
            let chunk = read(16_384)
            if chunk.isEmpty { break }
            bytes.append(contentsOf: chunk)
            if expected == nil, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound {
                expected = end + RawConnection.contentLength(bytes[..<end])
            }
        }
        return bytes
    }

    package func shut() { close(socket) }

    package func read(_ limit: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = recv(socket, &buffer, limit, 0)
        return count > 0 ? Array(buffer[..<count]) : []
    }

    /// False when the other side has gone away.
    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Answers with a reply that says how long it is.
    package func answer(_ status: String, _ headers: [String] = [], _ body: String = "") {
        let lines =
            ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)", "Connection: close", "", ""]
        write(lines.joined(separator: "\r\n") + body)
    }

    package static func contentLength(_ header: some Sequence<UInt8>) -> Int {
        for line in String(decoding: Array(header), as: UTF8.self).lowercased().split(separator: "\r\n") {
            guard line.hasPrefix("content-length:") else { continue }
            return Int(line.dropFirst("content-length:".count).drop { $0 == " " }) ?? 0
        }
        return 0
    }
}

/// A server on a free port of the loopback interface that does to each connection what a test says.
package final class RawServer: Sendable {
    package let port: Int
    private let listener: Int32
    private let count = Mutex(0)
    private let log = Mutex<[String]>([])

    package var address: String { "http://127.0.0.1:\(port)" }
    /// How many connections came.
    package var connections: Int { count.withLock { $0 } }
    /// The requests that handlers kept with ``keep(_:)``.
    package var requests: [String] { log.withLock { $0 } }

    package struct CannotListen: Error {}

    package init(_ handle: @escaping @Sendable (RawConnection, RawServer) -> Void) throws {
        let (listener, port) = try RawServer.listen()
        self.listener = listener
        self.port = port
        startThread { [self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { return }
                count.withLock { $0 += 1 }
                startThread {
                    handle(RawConnection(socket: socket), self)
                    shutdown(socket, Int32(SHUT_WR))
                    close(socket)
                }
            }
        }
    }

    package func keep(_ request: String) { log.withLock { $0.append(request) } }

    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    package static func listen() throws -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && Glibc.listen(listener, 64) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard bound else { throw CannotListen() }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}

/// Runs a body on a thread of its own, away from Swift's, because it blocks.
package func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
        &thread, nil,
        { context in
            if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, context
    )
    pthread_detach(thread)
}
