internal import Synchronization

/// Hands out workers, first come, first served.
final class Pool: Sendable {
    private struct State {
        var idle: [Worker]
        var waiting: [CheckedContinuation<Worker, any Error>] = []
    }

    private let state: Mutex<State>
    private let patience = 10_000

    init(_ workers: [Worker]) {
        self.state = Mutex(State(idle: workers))
    }

    func transaction<T: Sendable>(
        _ access: Access, _ body: @Sendable (Connection) throws -> T
    ) async throws -> T {
        let worker = try await take()
        defer { giveBack(worker) }
        return try await worker.transaction(access, body)
    }

    /// A transaction on the thread that asks.
    func glance<T: Sendable>(_ access: Access, _ body: @Sendable (Connection) throws -> T) async throws -> T {
        let worker = try await take()
        defer { giveBack(worker) }
        return try worker.perform(access, body)
    }

    private func take() async throws -> Worker {
        try await withCheckedThrowingContinuation { continuation in
            let answer: Result<Worker, any Error>? = state.withLock { state in
                if let worker = state.idle.popLast() { return .success(worker) }
                guard state.waiting.count < patience else {
                    return .failure(DatabaseError(.busy, "more than \(patience) transactions are waiting"))
                }
                state.waiting.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func giveBack(_ worker: Worker) {
        let next: CheckedContinuation<Worker, any Error>? = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.idle.append(worker)
            return nil
        }
        next?.resume(returning: worker)
    }
}
