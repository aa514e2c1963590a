import Crypto
import Database

/// What a check of the whole record found.
public struct AuditReport: Sendable, Equatable {
    /// What is wrong, each with its chain and event.
    public var problems: [String] = []
    public var events = 0
    /// The fields whose content was erased; their digests still hold the chain together.
    public var erasedFields = 0
    public var chains: [Chain] = []
    /// How many digests were computed, and over how many bytes.
    var digests = 0
    var digestedBytes = 0

    public var isSound: Bool { problems.isEmpty }

    public struct Chain: Sendable, Equatable {
        public let chain: Int64
        public let name: String
        public var events: Int64
        /// The last event that a signed head vouches for; zero when none does.
        public var anchored: Int64
        /// When that head was signed, in milliseconds since 1970.
        public var anchoredAt: Int64?
    }
}

/// Checks the record from its first event to its last: every digest, every link, every signed head.
struct Audit {
    private static let mostProblems = 100

    private var report = AuditReport()
    private let heads: [SignedHead]
    private let keys: [VerifyingKey]

    init(heads: [SignedHead], keys: [VerifyingKey]) {
        self.heads = heads
        self.keys = keys
    }

    /// Reads a consistent state of the database; `names` are the schools' by chain.
    ///
    /// `extra` are heads that were kept outside the database; `keys` are those whose signatures count; with `only` no
    /// other chain is read.
    static func verify(
        in db: Connection, extra: [SignedHead], keys: [VerifyingKey], only: Set<Int64>? = nil
    ) throws -> AuditReport {
        // The same head may be kept in several places.
        var heads: [SignedHead] = []
        var seen: Set<String> = []
        for head in try SignedHead.all(in: db) + extra
        where seen.insert("\(head.chain) \(head.number) \(head.digest) \(head.signature)").inserted {
            heads.append(head)
        }
        var audit = Audit(heads: heads, keys: keys)
        var names: [Int64: String] = [0: "the trust"]
        try db.each("SELECT id, name FROM schools") { names[$0.int(0)] = $0.text(1) }
        let chains = try db.all(
            "SELECT chain FROM events UNION SELECT chain FROM chain_heads UNION SELECT chain FROM signed_heads"
        ) { $0.int(0) }
        for chain in Set(chains + extra.map(\.chain)).sorted() where only?.contains(chain) ?? true {
            try audit.check(chain, named: names[chain] ?? "chain \(chain)", in: db)
        }
        return audit.report
    }

    private mutating func check(_ chain: Int64, named name: String, in db: Connection) throws {
        var stretch = AuditStretch(of: chain), number: Int64 = 0
        var anchors = Dictionary(grouping: heads.filter { $0.chain == chain }, by: \.number)
        var result = AuditReport.Chain(chain: chain, name: name, events: 0, anchored: 0, anchoredAt: nil)
        while try stretch.readNext(in: db) {
            for event in stretch.events {
                if event.number != number + 1 {
                    note("\(name): event \(number + 1) is missing; \(event.number) follows \(number).")
                }
                if !event.isWhole {
                    note("\(name): event \(event.number) is not what was written: its digest does not match.")
                }
                for index in event.fields where stretch.fields[index].state != .whole {
                    tell(of: stretch.fields[index], of: event, stretch, name)
                }
                if !anchors.isEmpty {
                    for head in anchors.removeValue(forKey: event.number) ?? []
                    where anchor(head, event, stretch.digest(of: event), name) {
                        result.anchored = event.number
                        result.anchoredAt = max(result.anchoredAt ?? 0, head.signedAt)
                    }
                }
                number = event.number
            }
            report.events += stretch.events.count
        }
        report.digests += stretch.digests
        report.digestedBytes += stretch.digestedBytes
        let head = try db.first("SELECT number, digest FROM chain_heads WHERE chain = \(chain)") {
            ($0.int(0), $0.text(1))
        }
        if head?.0 ?? 0 != number || (number > 0 && head?.1 != stretch.lastDigest) {
            note("\(name): the chain ends at event \(number), but its head says \(head?.0 ?? 0).")
        }
        for head in anchors.values.joined().sorted(by: { $0.number < $1.number }) where isGenuine(head) {
            note("\(name): a signed head vouches for event \(head.number), which is not there: the end was cut off.")
        }
        result.events = number
        report.chains.append(result)
    }

    private mutating func tell(
        of field: AuditStretch.Field, of event: AuditStretch.Event, _ stretch: AuditStretch, _ name: String
    ) {
        switch field.state {
        case .whole: break
        case .erased: report.erasedFields += 1
        case .half: note("\(name): event \(event.number), field \(stretch.name(of: field)): half of it is gone.")
        case .changed: note("\(name): event \(event.number), field \(stretch.name(of: field)) was changed.")
        }
    }

    /// Whether a signed head vouches for this event; a head that vouches for another one is a problem.
    private mutating func anchor(
        _ head: SignedHead, _ event: AuditStretch.Event, _ digest: String, _ name: String
    ) -> Bool {
        guard isGenuine(head) else {
            note("\(name): the signed head at event \(event.number) does not carry this installation's signature.")
            return false
        }
        guard head.digest == digest else {
            note(
                "\(name): event \(event.number) is not the one a signed head vouches for: the chain was computed anew.")
            return false
        }
        return true
    }

    private func isGenuine(_ head: SignedHead) -> Bool { keys.contains { head.isGenuine($0) } }

    private mutating func note(_ problem: String) {
        if report.problems.count < Self.mostProblems { report.problems.append(problem) }
    }
}
