import Synchronization

/// The server of a stand-in for a network: it keeps what it was asked and fails as a test says.
package final class StandInServer: Sendable {
    private let server: RawServer
    private let handler: Handler

    private final class Handler: Sendable {
        let answer = Mutex<(@Sendable (HTTPRequest) -> HTTPAnswer)?>(nil)
    }

    package var address: String { server.address }
    package var port: Int { server.port }
    /// `POST /api/v1/statuses` and so on, in order.
    package var requests: [String] { server.requests }

    /// The fault goes by a request's method and path.
    package init(fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        let handler = Handler()
        self.handler = handler
        server = try RawServer { connection, server in
            guard let request = HTTPRequest(connection.readRequestBytes()) else { return }
            server.keep(request.line)
            let answer = handler.answer.withLock { $0 }
            connection.answer(fault(request.line)) { answer?(request) ?? HTTPAnswer("503 Service Unavailable") }
        }
    }

    /// Whoever answers; it may hold this server, so it is held weakly there.
    package func serve(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
        handler.answer.withLock { $0 = answer }
    }

    package func stop() {
        server.stop()
        handler.answer.withLock { $0 = nil }
    }
}
