import Crypto

/// The PDFs made lately: strangers may ask for one as often as they like, and it is made once.
actor PDFShelf {
    private let make: @Sendable (String) async throws -> [UInt8]
    private let now: @Sendable () -> ContinuousClock.Instant
    private var kept: [Entry] = []
    private var underWay: [String: Task<[UInt8], any Error>] = [:]

    /// How much is kept, in bytes.
    static let room = 32 * 1_048_576
    /// How many may be under way or waiting; each takes seconds of a processor.
    static let patience = 4
    /// How long what could not be made is not tried again.
    static let rest = Duration.seconds(60)

    private struct Entry {
        let digest: String
        let outcome: Result<[UInt8], any Error>
        let since: ContinuousClock.Instant

        var size: Int { (try? outcome.get().count) ?? 0 }
    }

    init(
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        making make: @escaping @Sendable (String) async throws -> [UInt8]
    ) {
        self.now = now
        self.make = make
    }

    /// A page as a PDF: the one on the shelf, the one under way, or a new one.
    func pdf(_ html: String) async throws -> [UInt8] {
        let digest = Digest.of(Array(html.utf8)).hex
        let since = now()
        kept.removeAll { entry in
            if case .failure = entry.outcome { since - entry.since > Self.rest } else { false }
        }
        if let place = kept.firstIndex(where: { $0.digest == digest }) {
            let entry = kept.remove(at: place)
            kept.append(entry)
            return try entry.outcome.get()
        }
        if let task = underWay[digest] { return try await task.value }
        guard underWay.count < Self.patience else {
            throw Problem.unavailable("Too many PDFs are being made at once. Try again in a minute.")
        }
        // A task of its own: whoever asked first may go away, and others wait for it too.
        let task = Task { [make] in try await make(html) }
        underWay[digest] = task
        let outcome = await task.result
        underWay[digest] = nil
        kept.append(Entry(digest: digest, outcome: outcome, since: now()))
        var size = kept.reduce(0) { $0 + $1.size }
        while kept.count > 1, size > Self.room || kept.count > 200 { size -= kept.removeFirst().size }
        return try outcome.get()
    }
}
