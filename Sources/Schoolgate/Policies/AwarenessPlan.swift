import Database
import Policy

/// One place where people are told about a version: who sees to it, by when, and when it was done (W4).
struct AwarenessStep: Sendable {
    let channel: String
    let owner: Person.ID?
    let ownerName: String?
    /// Nil as long as the version has no day to take effect.
    let due: Day?
    let done: Day?

    func isLate(on day: Day) -> Bool { done == nil && due.map { $0 < day } ?? false }

    /// Every place that the version names, in its order, with what was arranged for it.
    static func plan(
        of version: PolicyVersion, _ rulebook: Rulebook, _ clock: WallClock, in db: Connection
    ) throws -> [AwarenessStep] {
        guard let control = rulebook.rule(PolicyAwareness.self)?.control else { return [] }
        let rows = try db.all(
            """
            SELECT channel, owner_id, people.first_name || ' ' || people.last_name, due_on, done_on
            FROM awareness_steps LEFT JOIN people ON people.id = owner_id WHERE version_id = \(version.id)
            """
        ) {
            AwarenessStep(
                channel: $0.text(0), owner: $0.intOrNil(1).map { Person.ID($0) }, ownerName: $0.textOrNil(2),
                due: $0.textOrNil(3).flatMap { Day($0) }, done: $0.textOrNil(4).flatMap { Day($0) })
        }
        // The trust's own version goes by the days of most of its schools.
        let holidays = try version.school.flatMap { try School.find($0, in: db) }?.bankHolidays ?? .englandAndWales
        let usual = version.effectiveOn.flatMap { day in
            clock.instant(day: day, hour: 12, minute: 0).map {
                clock.day(of: control.within.end(from: $0, clock, holidays))
            }
        }
        return control.channels.map { channel in
            let row = rows.first { $0.channel == channel }
            return AwarenessStep(
                channel: channel, owner: row?.owner, ownerName: row?.ownerName, due: row?.due ?? usual, done: row?.done)
        }
    }
}

extension PolicyVersion {
    /// Arranges one place of the plan: somebody sees to it, by a day, or it has been done.
    func arrange(
        _ channel: String, owner: Person.ID?, due: Day?, done: Day?, by viewer: Viewer, _ context: Context,
        in db: Connection
    ) throws {
        let rulebook = try rulebook(in: db), today = context.today
        guard rulebook.rule(PolicyAwareness.self)?.control.channels.contains(channel) == true else {
            throw Problem.notFound
        }
        guard state != .dropped, state != .superseded else {
            throw Problem.conflict("Version \(number) is \(state.rawValue). Plan for the version that follows it.")
        }
        if let done, done > today { throw Problem.refused("\(done) has not come yet. Choose the day it was done.") }
        if let owner, try !Colleague.all(at: viewer.school.id, on: today, in: db).contains(where: { $0.id == owner }) {
            throw Problem.refused("Choose somebody who works here.")
        }
        try db.run(
            """
            INSERT INTO awareness_steps (version_id, channel, owner_id, due_on, done_on)
            VALUES (\(id), \(channel), \(owner), \(due), \(done))
            ON CONFLICT (version_id, channel) DO UPDATE
            SET owner_id = excluded.owner_id, due_on = excluded.due_on, done_on = excluded.done_on
            """
        )
        try Self.record(
            done == nil ? "planned to make known" : "made known", id, of: school, by: viewer.id,
            fields: [("place", channel), ("done", done.map { "\($0)" } ?? "")], at: context.now(), in: db)
    }
}
