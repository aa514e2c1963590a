import Dispatch
import Glibc

/// Has pictures prepared in a child process, one for each picture and one at a time: whatever a file does to its
/// decoder, the server goes on.
public actor PictureWorker {
    /// The program and its arguments; `/proc/self/exe` is the running one, also after it was replaced on disk.
    private let command: [String]
    private let timeLimit: Duration
    private let maxWaiting: Int
    private var waiting = 0
    private let queue = DispatchQueue(label: "pictures")

    public init(
        executable: String = "/proc/self/exe", arguments: [String] = ["photo-worker"],
        timeLimit: Duration = .seconds(20), maxWaiting: Int = 50
    ) {
        command = [executable] + arguments
        self.timeLimit = timeLimit
        self.maxWaiting = maxWaiting
    }

    public func prepare(_ bytes: [UInt8], maxEdge: Int = 2_048) async throws(PictureProblem) -> PreparedPicture {
        guard bytes.count <= PictureLimits.bytes else {
            throw PictureProblem("This file is larger than 30 MB. Save the picture smaller, as JPEG.")
        }
        guard waiting < maxWaiting else {
            throw PictureProblem("Many pictures are being prepared just now. Try again in a minute.")
        }
        waiting += 1
        defer { waiting -= 1 }
        let request = PictureWire.request(bytes, maxEdge: maxEdge)
        let (command, timeLimit) = (command, timeLimit)
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: ask(command, request, within: timeLimit)) }
        }
        return try result.get()
    }
}

private func ask(
    _ command: [String], _ request: [UInt8], within limit: Duration
) -> Result<PreparedPicture, PictureProblem> {
    guard let child = ChildProcess(command) else {
        return .failure(PictureProblem("Pictures cannot be prepared just now. Try again in a minute."))
    }
    let answer = child.exchange(request, until: .now + limit, most: 64 * 1_024 * 1_024)
    child.end()
    return answer.flatMap(PictureWire.read) ?? .failure(.tooMuch)
}
