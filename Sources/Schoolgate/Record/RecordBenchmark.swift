import Crypto
public import Database

/// A record of so many events, for `schoolgate bench record`.
public struct RecordBenchmark: Sendable {
    private let database: Database
    private let key: VerifyingKey
    /// How many digests a check computes, and over how many bytes; known once it was checked.
    public private(set) var digests = 0
    public private(set) var digestedBytes = 0

    /// Fills an empty database with events such as a school's year brings.
    public init(events: Int, in database: Database) async throws {
        self.database = database
        let key = SigningKey()
        self.key = key.verifying
        try await database.migrate(Migration.all)
        try await database.write { db in
            for number in 0..<events {
                let fields = Self.fields[number % Self.fields.count]
                try Record.write(
                    Event(
                        Self.verbs[number % Self.verbs.count], "post", Int64(number / 4 + 1), in: .trust, by: nil,
                        clause: number.isMultiple(of: 3) ? "posting.approval" : nil, fields: fields),
                    at: Instant(milliseconds: 1_790_000_000_000 + Int64(number) * 60_000), in: db)
            }
        }
    }

    /// Checks the record as `audit verify` does; answers how many events were sound.
    public mutating func verify() async throws -> Int {
        let key = key
        let report = try await database.snapshot { db in try Audit.verify(in: db, extra: [], keys: [key]) }
        (digests, digestedBytes) = (report.digests, report.digestedBytes)
        return report.isSound ? report.events : 0
    }

    /// Hashes as many bytes in as many pieces, without a database.
    public func hashAlone() -> Int {
        let piece = [UInt8](repeating: 0x61, count: digestedBytes / max(1, digests))
        var text: [UInt8] = []
        for _ in 0..<digests {
            text.removeAll(keepingCapacity: true)
            Digest.append(hexOf: piece, to: &text)
        }
        return text.count
    }

    private static let verbs = ["drafted", "submitted", "approved", "published"]
    private static let fields: [[(name: String, value: String)]] = [
        [("text", "Year 4 built a Roman road: big stones, small stones, sand and paving. It held a wheelbarrow.")],
        [("accounts", "Website, Facebook page"), ("slot", "2026-11-21 16:00")],
        [("fingerprint", "5b1c9f0e4d7a8b236c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b")],
        [("address", "https://larkmere.example/news/412"), ("network", "wordpress")],
    ]
}
