import Database
import Policy

/// What somebody looks for in the record, and from where on.
struct RecordQuery: Sendable {
    /// The school's chain, and the trust's for people who work for all of it.
    let chains: [Event.Chain]
    /// The kind of thing it happened to, such as `post`.
    var kind: String?
    var person: Person.ID?
    var day: Day?
    /// Where the page before ended, in each chain.
    var before: [Int64: Int64] = [:]

    init(_ viewer: Viewer) {
        let isOfTrust = viewer.appointments.contains { $0.school == nil && Right.seeRecord.roles.contains($0.role) }
        chains = [.school(viewer.school.id)] + (isOfTrust ? [.trust] : [])
    }

    private init(_ chains: [Event.Chain]) { self.chains = chains }

    /// Everything of the school's own chain.
    var ofSchool: RecordQuery { RecordQuery([chains[0]]) }

    var isNarrowed: Bool { kind != nil || person != nil || day != nil }

    /// Up to `count` events, newest first, and whether there are more.
    func events(_ count: Int, _ clock: WallClock, in db: Connection) throws -> (events: [RecordedEvent], more: Bool) {
        var heads = try chains.map { try events(of: $0.number, count + 1, clock, in: db)[...] }
        var merged: [RecordedEvent] = []
        // Each chain keeps its own order, whatever the clocks said.
        while merged.count <= count,
            let next = heads.indices.filter({ !heads[$0].isEmpty }).max(by: { a, b in
                (heads[a].first?.at.milliseconds ?? 0) < (heads[b].first?.at.milliseconds ?? 0)
            })
        { merged.append(heads[next].removeFirst()) }
        let page = Array(merged.prefix(count))
        return (try RecordedEvent.withFields(page, in: db), merged.count > count)
    }

    private func events(
        of chain: Int64, _ count: Int, _ clock: WallClock, in db: Connection
    ) throws -> [RecordedEvent] {
        var conditions: [SQL] = ["chain = \(chain)"]
        if let last = before[chain] { conditions.append("number < \(last)") }
        if let kind { conditions.append("object = \(kind)") }
        if let person { conditions.append("actor_id = \(person)") }
        if let day, let start = clock.instant(day: day, hour: 0, minute: 0),
            let end = clock.instant(day: day.adding(days: 1), hour: 0, minute: 0)
        {
            conditions.append("at >= \(start) AND at < \(end)")
        }
        return try db.all(
            """
            SELECT \(RecordedEvent.columns) FROM events WHERE \(conditions.joined(separator: " AND "))
            ORDER BY number DESC LIMIT \(count)
            """, RecordedEvent.init(row:))
    }

    /// Where the next page begins: the lowest number shown of each chain.
    func end(of events: [RecordedEvent]) -> [Int64: Int64] {
        events.reduce(into: before) { $0[$1.chain] = min($0[$1.chain] ?? .max, $1.number) }
    }

    /// The address of this query; `before` is left out for its first page.
    func path(_ base: String, before: [Int64: Int64] = [:]) -> String {
        var parts: [String] = []
        if let kind { parts.append("kind=\(kind.replacing(" ", with: "+"))") }
        if let person { parts.append("person=\(person.rawValue)") }
        if let day { parts.append("day=\(day)") }
        if !before.isEmpty {
            let list = before.sorted { $0.key < $1.key }.map { "\($0.key).\($0.value)" }
            parts.append("before=\(list.joined(separator: "-"))")
        }
        return parts.isEmpty ? base : base + "?" + parts.joined(separator: "&")
    }

    /// Reads `before` as ``path(_:before:)`` wrote it; nil when it is something else.
    static func cursor(_ text: String) -> [Int64: Int64]? {
        var cursor: [Int64: Int64] = [:]
        for part in text.split(separator: "-") {
            let pair = part.split(separator: ".")
            guard pair.count == 2, let chain = Int64(pair[0]), let number = Int64(pair[1]) else { return nil }
            cursor[chain] = number
        }
        return cursor.count <= 2 ? cursor : nil
    }
}

/// An event as the record keeps it.
struct RecordedEvent: Sendable {
    struct Field: Sendable {
        let name: String
        /// Nil when it was erased, with its salt.
        let value: String?
        let salt: String?
        let digest: String
    }

    let chain: Int64
    let number: Int64
    let at: Instant
    let actor: Person.ID?
    let verb: String
    let object: String
    let objectID: Int64?
    let clause: String?
    let digest: String
    var fields: [Field] = []

    /// Whether its details tell of a child, named or described: they are for those who see the register.
    /// Reasons that people typed about a post may speak of a child.
    func hides(_ field: String) -> Bool { object == "post" && ["reason", "best interests"].contains(field) }

    var isAboutAChild: Bool { object == "pupil" || object == "unnamed objection" }

    static let columns: SQL = "chain, number, at, actor_id, verb, object, object_id, clause, digest"

    init(row: borrowing Row) {
        chain = row.int(0)
        number = row.int(1)
        at = Instant(milliseconds: row.int(2))
        actor = row.intOrNil(3).map { Person.ID($0) }
        verb = row.text(4)
        object = row.text(5)
        objectID = row.intOrNil(6)
        clause = row.textOrNil(7)
        digest = row.text(8)
    }

    /// Reads the fields of many events at once, a thousand events at a time.
    static func withFields(_ events: [RecordedEvent], in db: Connection) throws -> [RecordedEvent] {
        var fields: [Int64: [Int64: [Field]]] = [:]
        for (chain, part) in Dictionary(grouping: events, by: \.chain) {
            var numbers = part.map(\.number)[...]
            while !numbers.isEmpty {
                let some = Array(numbers.prefix(1_000))
                numbers = numbers.dropFirst(1_000)
                try db.each(
                    """
                    SELECT number, name, value, salt, digest FROM event_fields
                    WHERE chain = \(chain) AND number IN (\(list: some)) ORDER BY name
                    """
                ) { row in
                    fields[chain, default: [:]][row.int(0), default: []].append(
                        Field(
                            name: row.text(1), value: row.textOrNil(2), salt: row.textOrNil(3), digest: row.text(4)))
                }
            }
        }
        return events.map { event in
            var event = event
            event.fields = fields[event.chain]?[event.number] ?? []
            return event
        }
    }
}
