import CMicroHTTPD
import Synchronization

/// One request from its first line to the end of its answer. It is touched only by the library's thread that
/// serves its connection; the handler's task shares nothing with it but the `Pending`.
final class Exchange {
    private enum Stage {
        case head
        case body(RequestHead, BodyReader)
        case waiting(Pending)
        case answered
    }

    private let rawTarget: [UInt8]
    private let core: ServerCore
    private let peer: Peer
    private var stage = Stage.head

    init(rawTarget: [UInt8], core: ServerCore, peer: Peer) {
        self.rawTarget = rawTarget
        self.core = core
        self.peer = peer
    }

    var isBegun: Bool {
        if case .head = stage { false } else { true }
    }

    /// The head has arrived: refuse early, or get ready for the body.
    func begin(_ connection: OpaquePointer, method: String, version: String) -> MHD_Result {
        do {
            let limits = core.configuration
            let head = try RequestHead(
                method: method, version: version, rawTarget: rawTarget, fields: HeaderField.all(of: connection),
                limits: limits
            )
            let limit = limits.bodyLimit(head.method, head.target.path)
            let reader = try BodyReader(head, limit: limit, connection: connection, core: core)
            stage = .body(head, reader)
            peer.enter(.reading(since: .now, bytes: 0))
            return .YES
        } catch {
            return send(core.refuse(error), to: connection, closing: true)
        }
    }

    /// What the library calls for each piece of the body, once at its end, and once after the handler's answer.
    func proceed(_ connection: OpaquePointer, chunk: UnsafeRawBufferPointer) -> MHD_Result {
        switch stage {
        case .head, .answered: return .NO
        case .waiting(let pending):
            guard let response = pending.take() else { return .NO }
            return send(response, to: connection)
        case .body(let head, let reader):
            guard chunk.isEmpty else {
                peer.received(chunk.count)
                return reader.take(chunk) ? .YES : .NO
            }
            do {
                hand(try request(head, reader), to: connection)
                return .YES
            } catch {
                return send(core.refuse(error), to: connection)
            }
        }
    }

    private func request(_ head: RequestHead, _ reader: BodyReader) throws(Refusal) -> Request {
        let (form, body) = try reader.finish()
        var headers = head.headers
        let client = ClientAddress(
            peer: peer.address, headers: &headers, trusted: core.configuration.trustedProxies
        )
        return Request(
            head.method, head.target.path, query: head.target.query, headers: headers,
            cookies: headers["cookie"].map(parseCookies) ?? [:], form: form, address: client.address, body: body,
            isSecure: client.isSecure
        )
    }

    private func hand(_ request: Request, to connection: OpaquePointer) {
        let pending = Pending(connection: connection, isSafe: request.method == .get)
        stage = .waiting(pending)
        peer.enter(.handling(pending))
        MHD_suspend_connection(connection)
        let core = core
        pending.started(
            Task {
                let response = await core.respond(request)
                pending.answer(response, resume: MHD_resume_connection)
            }
        )
    }

    private func send(_ response: Response, to connection: OpaquePointer, closing: Bool = false) -> MHD_Result {
        stage = .answered
        peer.enter(.sending(since: .now))
        let isClosing = closing || core.isDraining.load(ordering: .relaxed)
        return Answer.queue(response, on: connection, closing: isClosing)
    }

    /// The answer is out, or the connection broke.
    func end() {
        peer.enter(.waiting(until: .now + core.configuration.idleDeadline))
    }
}
