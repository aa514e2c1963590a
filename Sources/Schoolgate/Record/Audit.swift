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
    private static let page: Int64 = 2_000
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
        var previous = Record.beginning, number: Int64 = 0
        var anchors = Dictionary(grouping: heads.filter { $0.chain == chain }, by: \.number)
        var result = AuditReport.Chain(chain: chain, name: name, events: 0, anchored: 0, anchoredAt: nil)
        while true {
            let events = try Stored.page(after: number, of: chain, count: Self.page, in: db)
            guard !events.isEmpty else { break }
            for event in events {
                if event.number != number + 1 {
                    note("\(name): event \(number + 1) is missing; \(event.number) follows \(number).")
                }
                if event.digest != event.computed(after: previous) {
                    note("\(name): event \(event.number) is not what was written: its digest does not match.")
                }
                for field in event.fields { check(field, of: event, name) }
                for head in anchors.removeValue(forKey: event.number) ?? [] {
                    if anchor(head, event, name) {
                        result.anchored = event.number
                        result.anchoredAt = max(result.anchoredAt ?? 0, head.signedAt)
                    }
                }
                previous = event.digest
                number = event.number
                report.events += 1
            }
        }
        let head = try db.first("SELECT number, digest FROM chain_heads WHERE chain = \(chain)") {
            ($0.int(0), $0.text(1))
        }
        if head?.0 ?? 0 != number || (number > 0 && head?.1 != previous) {
            note("\(name): the chain ends at event \(number), but its head says \(head?.0 ?? 0).")
        }
        for head in anchors.values.joined().sorted(by: { $0.number < $1.number }) where isGenuine(head) {
            note("\(name): a signed head vouches for event \(head.number), which is not there: the end was cut off.")
        }
        result.events = number
        report.chains.append(result)
    }

    private mutating func check(_ field: Stored.Field, of event: Stored, _ name: String) {
        guard let salt = field.salt, let value = field.value else {
            if field.salt == nil, field.value == nil {
                report.erasedFields += 1
            } else {
                note("\(name): event \(event.number), field \(field.name): half of it is gone.")
            }
            return
        }
        if SealedField.digest(name: field.name, salt: salt, value: value) != field.digest {
            note("\(name): event \(event.number), field \(field.name) was changed.")
        }
    }

    /// Whether a signed head vouches for this event; a head that vouches for another one is a problem.
    private mutating func anchor(_ head: SignedHead, _ event: Stored, _ name: String) -> Bool {
        guard isGenuine(head) else {
            note("\(name): the signed head at event \(event.number) does not carry this installation's signature.")
            return false
        }
        guard head.digest == event.digest else {
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

/// An event as it is stored, for checking.
private struct Stored {
    struct Field {
        let name: String
        let salt: String?
        let value: String?
        let digest: String
    }

    let chain: Int64
    let number: Int64
    let at: Int64
    let actor: Int64?
    let verb: String
    let object: String
    let objectID: Int64?
    let clause: String?
    let digest: String
    var fields: [Field] = []

    func computed(after previous: String) -> String {
        EventDigest(
            chain: chain, number: number, at: at, actor: actor, verb: verb, object: object, objectID: objectID,
            clause: clause, fields: fields.map { ($0.name, $0.digest) }, previous: previous
        ).hex
    }

    static func page(after number: Int64, of chain: Int64, count: Int64, in db: Connection) throws -> [Stored] {
        var events = try db.all(
            """
            SELECT number, at, actor_id, verb, object, object_id, clause, digest FROM events
            WHERE chain = \(chain) AND number > \(number) ORDER BY number LIMIT \(count)
            """
        ) {
            Stored(
                chain: chain, number: $0.int(0), at: $0.int(1), actor: $0.intOrNil(2), verb: $0.text(3),
                object: $0.text(4), objectID: $0.intOrNil(5), clause: $0.textOrNil(6), digest: $0.text(7))
        }
        guard let last = events.last else { return [] }
        var index = 0
        try db.each(
            """
            SELECT number, name, salt, value, digest FROM event_fields
            WHERE chain = \(chain) AND number > \(number) AND number <= \(last.number) ORDER BY number, name
            """
        ) { row in
            while index < events.count, events[index].number < row.int(0) { index += 1 }
            guard index < events.count, events[index].number == row.int(0) else { return }
            events[index].fields.append(
                Field(name: row.text(1), salt: row.textOrNil(2), value: row.textOrNil(3), digest: row.text(4)))
        }
        return events
    }
}
