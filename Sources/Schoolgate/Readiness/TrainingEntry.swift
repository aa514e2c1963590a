import Database
import Policy

/// A training that somebody had, as the head or an administrator wrote it down.
struct TrainingEntry: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<TrainingEntry>

    let id: ID
    let person: Person.ID
    let what: String
    let heldOn: Day
    /// The day after which it counts no longer, where the training itself says one.
    let expiresOn: Day?

    /// What stands, newest first; what was struck out is left out.
    static func all(of people: [Person.ID], in db: Connection) throws -> [TrainingEntry] {
        guard !people.isEmpty else { return [] }
        return try db.all(
            """
            SELECT id, person_id, what, held_on, expires_on FROM training
            WHERE person_id IN (\(list: people.map(\.rawValue))) AND struck_at IS NULL ORDER BY held_on DESC, id DESC
            """
        ) {
            TrainingEntry(
                id: ID($0.int(0)), person: Person.ID($0.int(1)), what: $0.text(2),
                heldOn: Day($0.text(3)) ?? Day(daysSince1970: 0), expiresOn: $0.textOrNil(4).flatMap { Day($0) })
        }
    }

    /// The last day on which it counts: its own, or the policy's, whichever comes first.
    func lastDay(_ control: AccountTraining?, _ clock: WallClock, _ holidays: BankHolidays) -> Day? {
        let asked = control.flatMap { control in
            clock.instant(day: heldOn, hour: 12, minute: 0).map {
                clock.day(of: control.validFor.end(from: $0, clock, holidays))
            }
        }
        return [asked, expiresOn].compactMap { $0 }.min()
    }

    static func add(
        _ what: String, heldOn: Day, expiresOn: Day?, to person: Person.ID, in chain: Event.Chain, by actor: Person.ID?,
        at now: Instant, in db: Connection
    ) throws {
        try db.run(
            """
            INSERT INTO training (person_id, what, held_on, expires_on, recorded_by, recorded_at)
            VALUES (\(person), \(what), \(heldOn), \(expiresOn), \(actor), \(now))
            """
        )
        try Record.write(
            Event(
                "recorded a training of", "person", person.rawValue, in: chain, by: actor,
                fields: [("training", what), ("held", "\(heldOn)"), ("counts until", expiresOn.map { "\($0)" } ?? "")]),
            at: now, in: db)
    }

    /// Takes back what was entered wrongly; it stays in the books as struck out.
    func strike(in chain: Event.Chain, by actor: Person.ID, at now: Instant, in db: Connection) throws {
        try db.run("UPDATE training SET struck_at = \(now) WHERE id = \(id) AND struck_at IS NULL")
        try Record.write(
            Event(
                "struck out a training of", "person", person.rawValue, in: chain, by: actor,
                fields: [("training", what), ("held", "\(heldOn)")]), at: now, in: db)
    }
}
