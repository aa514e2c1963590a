import Glibc
import Synchronization

/// One connection, as the watchdog sees it.
final class Peer: Sendable {
    enum Phase {
        /// For the head of a request, until the instant.
        case waiting(until: ContinuousClock.Instant)
        case reading(since: ContinuousClock.Instant, bytes: Int)
        case handling(Pending)
        case sending(since: ContinuousClock.Instant)
    }

    let socket: Int32
    let address: String
    let phase: Mutex<Phase>

    init(socket: Int32, address: String, phase: Phase) {
        self.socket = socket
        self.address = address
        self.phase = Mutex(phase)
    }

    func enter(_ next: Phase) {
        phase.withLock { $0 = next }
    }

    func received(_ count: Int) {
        phase.withLock {
            if case .reading(let since, let bytes) = $0 { $0 = .reading(since: since, bytes: bytes + count) }
        }
    }

    /// Ends both directions; the library then sees the end and closes.
    func cut() {
        _ = shutdown(socket, Int32(SHUT_RDWR))
    }
}

/// A request whose connection is suspended until its handler has answered.
final class Pending: Sendable {
    enum Answer {
        case response(Response)
        /// Whether the body may be a large one.
        case admission(Bool)
    }

    private enum State {
        case open(Task<Void, Never>?)
        case answered(Answer)
        case taken
    }

    /// The library's connection; it lives as long as it is suspended, and only the one answer resumes it.
    let connection: UInt
    /// Whether the request changes nothing, so that nobody misses it when the client has gone.
    let isSafe: Bool
    private let state = Mutex(State.open(nil))

    init(connection: OpaquePointer, isSafe: Bool) {
        self.connection = UInt(bitPattern: connection)
        self.isSafe = isSafe
    }

    func started(_ task: Task<Void, Never>) {
        state.withLock { if case .open = $0 { $0 = .open(task) } }
    }

    func cancel() {
        state.withLock { if case .open(let task) = $0 { task?.cancel() } }
    }

    /// The first answer counts; what comes later finds the connection gone and is dropped.
    func answer(_ response: Response, resume: (OpaquePointer) -> Void) {
        answer(.response(response), resume)
    }

    /// Answers in place of what is being worked out, and tells that to stop: in this order, for what is told to stop may
    /// answer as well.
    func stop(_ response: Response, resume: (OpaquePointer) -> Void) {
        let task: Task<Void, Never>? = state.withLock {
            if case .open(let task) = $0 { task } else { nil }
        }
        answer(.response(response), resume)
        task?.cancel()
    }

    func admit(_ isKnown: Bool, resume: (OpaquePointer) -> Void) {
        answer(.admission(isKnown), resume)
    }

    private func answer(_ answer: Answer, _ resume: (OpaquePointer) -> Void) {
        state.withLock {
            guard case .open = $0, let connection = OpaquePointer(bitPattern: connection) else { return }
            $0 = .answered(answer)
            resume(connection)
        }
    }

    func take() -> Answer? {
        state.withLock {
            guard case .answered(let answer) = $0 else { return nil }
            $0 = .taken
            return answer
        }
    }
}
