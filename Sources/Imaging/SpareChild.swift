import Synchronization

/// One child that has read its libraries and its network, and waits. It serves one picture and ends.
final class SpareChild: Sendable {
    private let command: [String]
    private let spare = Mutex<ChildProcess?>(nil)

    init(command: [String]) {
        self.command = command
    }

    deinit { spare.withLock { $0?.end() } }

    func keepOne() {
        spare.withLock { spare in
            if spare == nil { spare = ChildProcess(command) }
        }
    }

    /// What the child answers to a request, its parts one after the other.
    func ask<Answer>(
        _ request: [[UInt8]], within limit: Duration, atMost most: Int,
        _ read: ([UInt8]) -> Result<Answer, PictureProblem>?, otherwise problem: PictureProblem
    ) -> Result<Answer, PictureProblem> {
        guard let child = take() else {
            return .failure(PictureProblem("Pictures cannot be prepared just now. Try again in a minute."))
        }
        let answer = child.exchange(request, until: .now + limit, most: most)
        child.end()
        return answer.flatMap(read) ?? .failure(problem)
    }

    private func take() -> ChildProcess? {
        let waiting = spare.withLock { spare in
            defer { spare = nil }
            return spare
        }
        guard let waiting else { return ChildProcess(command) }
        if waiting.isReady { return waiting }
        waiting.end()
        return ChildProcess(command)
    }
}
