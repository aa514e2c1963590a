import Database
import Policy

/// Everything the page of the record shows.
struct RecordView: Sendable {
    static let pageSize = 50

    let query: RecordQuery
    let events: [RecordedEvent]
    let names: RecordNames
    /// Of the policy in force; nil while there is none.
    let citations: Citations?
    let next: [Int64: Int64]?
    let kinds: [String]
    let people: [(id: Person.ID, name: String)]
    let anchors: [Anchor]
    let checkedAt: Instant?

    /// How far a chain is vouched for by a signed head.
    struct Anchor: Sendable {
        let chain: Int64
        let events: Int64
        let anchored: Int64
        let signedAt: Instant
    }

    static func load(_ query: RecordQuery, _ viewer: Viewer, _ context: Context, in db: Connection) throws -> RecordView
    {
        let found = try query.events(pageSize, context.clock, in: db)
        let chains = query.chains.map(\.number)
        return RecordView(
            query: query, events: found.events, names: try RecordNames(of: found.events, for: viewer, in: db),
            citations: try context.rooms.room(of: viewer.school.id, in: db).map { Citations($0.rulebook) },
            next: found.more ? query.end(of: found.events) : nil,
            kinds: try db.all("SELECT DISTINCT object FROM events WHERE chain IN (\(list: chains)) ORDER BY object") {
                $0.text(0)
            },
            people: try db.all(
                """
                SELECT DISTINCT people.id, people.first_name, people.last_name FROM people
                JOIN appointments ON appointments.person_id = people.id
                WHERE appointments.school_id = \(viewer.school.id) OR appointments.school_id IS NULL
                ORDER BY people.last_name, people.first_name
                """
            ) { (id: Person.ID($0.int(0)), name: "\($0.text(1)) \($0.text(2))") },
            anchors: try db.all(
                """
                SELECT h.chain, h.number, s.number, s.signed_at FROM chain_heads h
                JOIN signed_heads s ON s.id = (SELECT max(id) FROM signed_heads WHERE chain = h.chain)
                WHERE h.chain IN (\(list: chains)) ORDER BY h.chain DESC
                """
            ) {
                Anchor(
                    chain: $0.int(0), events: $0.int(1), anchored: $0.int(2),
                    signedAt: Instant(milliseconds: $0.int(3)))
            },
            checkedAt: try db.first(
                """
                SELECT max(at) FROM events
                WHERE object = 'record' AND verb = 'checked' AND chain = \(Event.Chain.school(viewer.school.id).number)
                """
            ) { $0.intOrNil(0).map { Instant(milliseconds: $0) } } ?? nil)
    }
}
