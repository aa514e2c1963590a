import Dispatch
import Glibc
import Synchronization

/// Has pictures worked on in a child process, one for each picture and one at a time: whatever a file does to its
/// decoder, the server goes on, and the next picture's child knows nothing of it.
///
///     let seen = try await worker.work(on: upload, PictureOrder())                  // facts and faces only
///     let master = try await worker.prepare(upload, maxEdge: 4_096)                 // kept, never published
///     let ready = try await worker.work(                                            // what is published
///         on: master.bytes,
///         PictureOrder(sizes: [PictureSize(maxEdge: 2_048, maxBytes: 1_000_000)], blurred: [box], findsFaces: false))
///
/// Boxes, those found and those to blur, are in pixels of the upright picture that was handed in, at its full size
/// (`facts.width` by `facts.height`): where a prepared picture is handed in, they are in that one's pixels.
public actor PictureWorker {
    private let timeLimit: Duration
    private let maxWaiting: Int
    private var waiting = 0
    private let queue = DispatchQueue(label: "pictures")
    private let children: SpareChild
    private let isWarm = Atomic<Bool>(false)

    /// The program that stands beside the running one.
    public init(timeLimit: Duration = .seconds(20), maxWaiting: Int = 50) {
        self.init(executable: Self.sibling(), arguments: [], timeLimit: timeLimit, maxWaiting: maxWaiting)
    }

    public init(
        executable: String, arguments: [String] = [], timeLimit: Duration = .seconds(20), maxWaiting: Int = 50
    ) {
        children = SpareChild(command: [executable] + arguments)
        self.timeLimit = timeLimit
        self.maxWaiting = maxWaiting
    }

    /// Starts a child now, so that the first picture does not wait for it; called again, it does nothing.
    public nonisolated func warm() {
        guard !isWarm.exchange(true, ordering: .relaxed) else { return }
        queue.async { [children] in children.keepOne() }
    }

    /// Counts faces, reads what the file says of itself, and makes the sizes that are ordered.
    public func work(on bytes: [UInt8], _ order: PictureOrder) async throws(PictureProblem) -> PictureResult {
        guard bytes.count <= PictureLimits.bytes else { throw .tooLarge }
        guard order.sizes.count <= PictureLimits.sizes, order.blurred.count <= PictureLimits.blurred else {
            throw PictureProblem("A picture is made in at most 8 sizes, and blurred in at most 500 places.")
        }
        return try await ask(
            PictureWire.request(bytes, order), atMost: 64 * 1_048_576, PictureWire.read, otherwise: .tooMuch)
    }

    /// Waits for a child, asks it, and has the next one get ready.
    func ask<Answer: Sendable>(
        _ request: [[UInt8]], atMost most: Int,
        _ read: @escaping @Sendable ([UInt8]) -> Result<Answer, PictureProblem>?, otherwise problem: PictureProblem
    ) async throws(PictureProblem) -> Answer {
        guard waiting < maxWaiting else {
            throw PictureProblem("Many pictures are being prepared just now. Try again in a minute.")
        }
        waiting += 1
        defer { waiting -= 1 }
        let (children, timeLimit) = (children, timeLimit)
        let result = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: children.ask(request, within: timeLimit, atMost: most, read, otherwise: problem))
                children.keepOne()
            }
        }
        return try result.get()
    }

    /// One size, without counting faces.
    public func prepare(
        _ bytes: [UInt8], maxEdge: Int = 2_048, blurred: [PixelBox] = []
    ) async throws(PictureProblem) -> PreparedPicture {
        let order = PictureOrder(sizes: [PictureSize(maxEdge: maxEdge)], blurred: blurred, findsFaces: false)
        guard let picture = try await work(on: bytes, order).pictures.first else { throw .damaged }
        return picture
    }

    private static func sibling() -> String {
        var path = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let running = String(decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = running.lastIndex(of: "/").map { running[...$0] } ?? "/usr/bin/"
        return folder + "schoolgate-pictures"
    }
}
