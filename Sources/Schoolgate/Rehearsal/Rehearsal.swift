import Database
import FoundationEssentials
import Gate

/// A policy that was tried, or is being tried, on the posts of the past year (N3).
struct Rehearsal: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Rehearsal>
    typealias Tally = RehearsalTally<Int64>

    enum State: String, Sendable { case running, done, stopped, failed }

    let id: ID
    let person: Person.ID
    let version: PolicyVersion.ID
    /// The schools whose posts were read.
    let schools: [School.ID]
    /// The text that was rehearsed.
    let digest: String
    /// What it was compared with.
    let against: String
    /// The control that was changed for it, in words; nil when the text itself was rehearsed.
    let change: String?
    /// Schools whose policy cannot be read on top of the new text.
    let unread: [String]
    let state: State
    let total: Int
    let done: Int
    let startedAt: Instant
    let beatAt: Instant
    let finishedAt: Instant?
    let summary: Summary?

    /// How many posts, and what becomes of them: no more than that is kept.
    struct Summary: Codable, Sendable {
        let posts: Int
        let unchanged: Int
        let newlyStopped: Int
        let newlyWaiting: Int
        let newlyOut: Int

        init(_ tally: Tally) {
            posts = tally.posts
            unchanged = tally.unchanged
            newlyStopped = tally.newly(.block)
            newlyWaiting = tally.newly(.hold)
            newlyOut = tally.newly(.publish)
        }
    }

    /// How long what was found can be read.
    static let lifetime = Duration.days(1)
    /// How long a rehearsal may say nothing before it counts as broken off.
    private static let patience = Duration.seconds(60)

    /// Whether the process that ran it has gone.
    func isBrokenOff(_ now: Instant) -> Bool { state == .running && beatAt < now - Self.patience }
}

extension Rehearsal {
    private static let columns: SQL =
        """
        id, person_id, version_id, schools, digest, against, change, unread, state, total, done, started_at, beat_at,
        finished_at, summary
        """

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        person = Person.ID(row.int(1))
        version = PolicyVersion.ID(row.int(2))
        schools = row.text(3).split(separator: ",").compactMap { Int64($0) }.map { School.ID($0) }
        digest = row.text(4)
        against = row.text(5)
        change = row.textOrNil(6)
        unread = row.text(7).split(separator: "\n").map(String.init)
        state = State(rawValue: row.text(8)) ?? .failed
        total = Int(row.int(9))
        done = Int(row.int(10))
        startedAt = Instant(milliseconds: row.int(11))
        beatAt = Instant(milliseconds: row.int(12))
        finishedAt = row.intOrNil(13).map { Instant(milliseconds: $0) }
        summary = row.textOrNil(14).flatMap { try? JSONDecoder().decode(Summary.self, from: Data($0.utf8)) }
    }

    /// A rehearsal is for whoever asked for it, as long as they may see every post that it read.
    static func find(_ id: ID, for viewer: Viewer, in db: Connection) throws -> Rehearsal? {
        let found = try db.first(
            "SELECT \(columns) FROM rehearsals WHERE id = \(id) AND person_id = \(viewer.id)", Rehearsal.init(row:))
        return found.flatMap { $0.isVisible(to: viewer) ? $0 : nil }
    }

    /// The last whole rehearsal of exactly this text against what is in force, whoever asked for it: its counts are
    /// for everybody who may see the posts that were counted.
    static func last(of version: PolicyVersion, for viewer: Viewer, in db: Connection) throws -> Rehearsal? {
        let schools = RehearsalPlan.schools(of: version, for: viewer)
        guard !schools.isEmpty else { return nil }
        let against = try RehearsalPlan.against(schools, in: db)
        let found = try db.all(
            """
            SELECT \(columns) FROM rehearsals WHERE version_id = \(version.id) AND state = 'done'
                AND digest = \(version.digest) AND against = \(against) AND change IS NULL ORDER BY id DESC LIMIT 20
            """, Rehearsal.init(row:))
        return found.first { $0.isVisible(to: viewer) }
    }

    private func isVisible(to viewer: Viewer) -> Bool {
        schools.allSatisfy { school in
            viewer.schools.contains { $0.id == school } && viewer.holds(Right.seePosts.roles, at: school)
        }
    }

    /// What was found, while it may still be read.
    func tally(at now: Instant, in db: Connection) throws -> Tally? {
        guard state == .done, let finishedAt, finishedAt > now - Self.lifetime else { return nil }
        let text = try db.first("SELECT result FROM rehearsals WHERE id = \(id)") { $0.textOrNil(0) } ?? nil
        return try text.map { try JSONDecoder().decode(Tally.self, from: Data($0.utf8)) }
    }

    /// Begins one; another of the same person that still runs stops.
    static func begin(
        _ plan: RehearsalPlan, of version: PolicyVersion.ID, by person: Person.ID, at now: Instant, in db: Connection
    ) throws -> ID {
        try db.run(
            """
            UPDATE rehearsals SET state = 'stopped', finished_at = \(now)
            WHERE person_id = \(person) AND state = 'running'
            """
        )
        let schools = plan.pieces.map { "\($0.school.id.rawValue)" }.joined(separator: ",")
        return try db.one(
            """
            INSERT INTO rehearsals (person_id, version_id, schools, digest, against, change, unread, state, started_at,
                beat_at)
            VALUES (\(person), \(version), \(schools), \(plan.digest), \(plan.against), \(plan.change),
                \(plan.unread.joined(separator: "\n")), 'running', \(now), \(now))
            RETURNING id
            """
        ) { ID($0.int(0)) }
    }

    /// Says how far it is; false when nobody waits for it any more.
    static func beat(_ id: ID, done: Int, of total: Int, at now: Instant, in db: Connection) throws -> Bool {
        try db.run(
            """
            UPDATE rehearsals SET done = \(done), total = \(total), beat_at = \(now)
            WHERE id = \(id) AND state = 'running'
            """
        ) == 1
    }

    static func finish(_ id: ID, _ tally: Tally, at now: Instant, in db: Connection) throws {
        let encoder = JSONEncoder()
        let result = String(decoding: try encoder.encode(tally), as: UTF8.self)
        let summary = String(decoding: try encoder.encode(Summary(tally)), as: UTF8.self)
        try db.run(
            """
            UPDATE rehearsals SET state = 'done', done = \(tally.posts), total = \(tally.posts), beat_at = \(now),
                finished_at = \(now), summary = \(summary), result = \(result)
            WHERE id = \(id) AND state = 'running'
            """
        )
    }

    static func end(_ id: ID, as state: State, at now: Instant, in db: Connection) throws {
        try db.run(
            "UPDATE rehearsals SET state = \(state.rawValue), finished_at = \(now) WHERE id = \(id) AND state = 'running'"
        )
    }

    /// Deletes what was found a day ago, and what nobody finished.
    static func forget(at now: Instant, in db: Connection) throws {
        let before = now - lifetime
        try db.run(
            "UPDATE rehearsals SET result = NULL WHERE state = 'done' AND finished_at < \(before) AND result IS NOT NULL"
        )
        try db.run("DELETE FROM rehearsals WHERE state <> 'done' AND beat_at < \(before)")
        try db.run("DELETE FROM rehearsals WHERE change IS NOT NULL AND finished_at < \(before)")
    }
}
