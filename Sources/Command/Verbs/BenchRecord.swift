import Database
import Foundation
import Schoolgate

/// `schoolgate bench record`: checking the record, beside hashing the same bytes and nothing else.
enum BenchRecord {
    static let verb = Verb(
        words: ["bench", "record"], summary: "measure how many events of the record are checked in a second",
        operands: nil,
        options: [
            CommandOption(name: "events", value: "N", meaning: "how many events the made-up record has: 100000"),
            .format,
        ],
        explanation: "On SQLite, on one core. Beside it: as many bytes hashed in as many pieces, without a database.",
        run: run)

    private static func run(_ arguments: Arguments) async throws -> Int32 {
        let events = try BenchVerb.count("events", arguments, usual: 100_000, in: 1...10_000_000)
        return try await BenchFolder.with { folder in
            var record = try await RecordBenchmark(
                events: events, in: Database(path: folder.appendingPathComponent("record.sqlite").path))
            var report = BenchReport("record", "Checking \(events) events of the record on SQLite, on one core")
            var best = Int.max
            // The first time fills the database's cache.
            for _ in 0..<3 {
                let start = BenchClock.processTime
                guard try await record.verify() == events else {
                    throw UsageProblem("the made-up record does not verify, which it should")
                }
                best = min(best, BenchClock.processTime - start)
            }
            var alone = Int.max
            for _ in 0..<3 {
                let start = BenchClock.threadTime
                _ = record.hashAlone()
                alone = min(alone, BenchClock.threadTime - start)
            }
            report.add("events", "events", events, .count)
            report.add("digests", "digests computed", record.digests, .count)
            report.add("digested", "bytes digested", record.digestedBytes, .bytes)
            report.add("verify", "checking all of it", best, .nanoseconds)
            report.add("hashAlone", "hashing the same bytes alone", alone, .nanoseconds)
            report.add("rate", "events checked", events * 1_000_000_000 / max(1, best), .perSecond)
            report.print(arguments)
            return 0
        }
    }
}

/// A folder of a bench's own, gone afterwards.
enum BenchFolder {
    static func with<T>(_ body: (URL) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "schoolgate-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
