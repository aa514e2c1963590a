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

    func ask(_ request: [UInt8], within limit: Duration) -> Result<PictureResult, PictureProblem> {
        guard let child = take() else {
            return .failure(PictureProblem("Pictures cannot be prepared just now. Try again in a minute."))
        }
        let answer = child.exchange(request, until: .now + limit, most: 64 * 1_024 * 1_024)
        child.end()
        return answer.flatMap(PictureWire.read) ?? .failure(.tooMuch)
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
