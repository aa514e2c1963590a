import CMicroHTTPD
import Synchronization

/// One request from its first line to the end of its answer. It is touched only by the library's thread that
/// serves its connection; the handler's task shares nothing with it but the `Pending`.
final class Exchange {
    private enum Stage {
        case head
        /// Whether this may be a large body is being found out; nothing of it is read before.
        case asking(RequestHead, BodyLimit, Pending)
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
            // A length that is not declared may be any.
            if limit.fromKnown > limit.fromAnybody, head.declaredLength.map({ $0 > limit.fromAnybody }) ?? true {
                ask(head, limit, connection)
            } else {
                try read(head, within: limit.fromAnybody, connection)
            }
            return .YES
        } catch {
            return send(core.refuse(error), to: connection, closing: true)
        }
    }

    /// What the library calls for each piece of the body, once at its end, and once after the handler's answer.
    func proceed(_ connection: OpaquePointer, chunk: UnsafeRawBufferPointer) -> MHD_Result {
        switch stage {
        case .head, .answered: return .NO
        case .asking(let head, let limit, let pending):
            return asked(head, limit, pending.take(), connection)
        case .waiting(let pending):
            guard case .response(let response) = pending.take() else { return .NO }
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

    private func read(_ head: RequestHead, within limit: Int, _ connection: OpaquePointer) throws(Refusal) {
        stage = .body(head, try BodyReader(head, limit: limit, connection: connection, core: core))
        peer.enter(.reading(since: .now, bytes: 0))
    }

    /// Has the site look at who is asking, while the connection waits and takes nothing in.
    private func ask(_ head: RequestHead, _ limit: BodyLimit, _ connection: OpaquePointer) {
        let pending = Pending(connection: connection, isSafe: true)
        stage = .asking(head, limit, pending)
        let request = request(head)
        let core = core
        wait(for: pending, connection) {
            let isKnown = await core.configuration.admitsLargeBody(request)
            pending.admit(isKnown, resume: MHD_resume_connection)
        }
    }

    private func asked(
        _ head: RequestHead, _ limit: BodyLimit, _ answer: Pending.Answer?, _ connection: OpaquePointer
    ) -> MHD_Result {
        guard let answer else { return .NO }
        do throws(Refusal) {
            switch answer {
            case .response(let response): return send(response, to: connection, closing: true)
            case .admission(true): try read(head, within: limit.fromKnown, connection)
            case .admission(false):
                guard head.declaredLength == nil else { throw Refusal.notKnown(limit) }
                try read(head, within: limit.fromAnybody, connection)
            }
            return .YES
        } catch {
            return send(core.refuse(error), to: connection, closing: true)
        }
    }

    private func request(_ head: RequestHead, _ reader: BodyReader) throws(Refusal) -> Request {
        let (form, body) = try reader.finish()
        return request(head, form, body)
    }

    private func request(_ head: RequestHead, _ form: Form = Form(), _ body: [UInt8] = []) -> Request {
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
        let core = core
        wait(for: pending, connection) {
            let response = await core.respond(request)
            pending.answer(response, resume: MHD_resume_connection)
        }
    }

    private func wait(
        for pending: Pending, _ connection: OpaquePointer, _ work: @escaping @Sendable () async -> Void
    ) {
        peer.enter(.handling(pending))
        MHD_suspend_connection(connection)
        pending.started(Task { await work() })
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
