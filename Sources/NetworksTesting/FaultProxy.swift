import Glibc
import Synchronization

/// Stands between a connector and a real server, and breaks what a test tells it to break.
package final class FaultProxy: Sendable {
    package enum Action: Sendable {
        case pass
        /// The server gets the request and carries it out; its answer is thrown away.
        case cutAfterForwarding
        /// The connection ends before the server hears of it.
        case cutBeforeForwarding
        /// The server carries it out; half of its answer arrives.
        case cutHalfway
        /// The server never hears of it.
        case answer(String, [String], String)
        /// The server carries it out; something else is answered.
        case forwardAndAnswer(String, [String], String)
        case delay(milliseconds: UInt32)
    }

    private let server: RawServer
    private let log: Log

    private final class Log: Sendable {
        let lines = Mutex<[String]>([])
    }

    package var address: String { server.address }
    /// The first line of every request, in order.
    package var requests: [String] { log.lines.withLock { $0 } }

    /// The rule goes by the first line of a request, such as `POST /wp-json/wp/v2/posts HTTP/1.1`.
    package init(to port: Int, _ rule: @escaping @Sendable (String) -> Action) throws {
        let log = Log()
        self.log = log
        server = try RawServer { client, _ in
            let request = client.readRequestBytes()
            let line = String(decoding: request.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            guard !line.isEmpty else { return }
            log.lines.withLock { $0.append(line) }
            switch rule(line) {
            case .pass: client.write(FaultProxy.forward(request, to: port))
            case .cutAfterForwarding: _ = FaultProxy.forward(request, to: port)
            case .cutBeforeForwarding: break
            case .cutHalfway:
                let reply = FaultProxy.forward(request, to: port)
                client.write(Array(reply[..<(reply.count / 2)]))
            case .answer(let status, let headers, let body): client.answer(status, headers, body)
            case .forwardAndAnswer(let status, let headers, let body):
                _ = FaultProxy.forward(request, to: port)
                client.answer(status, headers, body)
            case .delay(let milliseconds):
                usleep(milliseconds * 1_000)
                client.write(FaultProxy.forward(request, to: port))
            }
        }
    }

    package func stop() { server.stop() }

    static func forward(_ request: [UInt8], to port: Int) -> [UInt8] {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let server = RawConnection(socket: socket)
        guard connected, server.write(request) else { return [] }
        var reply: [UInt8] = []
        while true {
            let chunk = server.read(65_536)
            if chunk.isEmpty { return reply }
            reply += chunk
        }
    }
}
