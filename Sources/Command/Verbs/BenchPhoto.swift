import Imaging

/// `schoolgate bench photo FILE`: a picture made ready in the child process, faces included.
enum BenchPhoto {
    static let verb = Verb(
        words: ["bench", "photo"], summary: "measure how long a picture takes to be made ready",
        operands: "FILE",
        options: [
            CommandOption(name: "rounds", value: "N", meaning: "how often it is made ready: 10"), .format,
        ],
        explanation: """
            In the child process that waits for pictures: reading the file, counting faces, one size of 2048 pixels as JPEG. \
            Times are by the clock on the wall, since the work is done elsewhere. scripts/bench-photo makes a picture of 12 \
            megapixels and measures libvips alone beside it.
            """,
        run: run)

    private static func run(_ arguments: Arguments) async throws -> Int32 {
        guard arguments.operands.count == 1 else { throw UsageProblem("Name one picture: schoolgate bench photo FILE") }
        let rounds = try BenchVerb.count("rounds", arguments, usual: 10, in: 1...1_000)
        let bytes = try InputFile.read(arguments.operands[0], limit: 64 * 1_024 * 1_024)
        let worker = PictureWorker()
        let order = PictureOrder(sizes: [PictureSize(maxEdge: 2_048)], findsFaces: true)
        let facts = try await worker.work(on: bytes, order).facts
        var samples: [Int] = []
        for _ in 0..<rounds {
            let start = BenchClock.wallTime
            _ = try await worker.work(on: bytes, order)
            samples.append(BenchClock.wallTime - start)
        }
        var report = BenchReport(
            "photo", "A picture of \(facts.width) by \(facts.height) pixels made ready, faces included")
        report.add("file", "the file", bytes.count, .bytes)
        report.add("ready", "ready, by the clock", BenchSpread(samples))
        report.print(arguments)
        return 0
    }
}
