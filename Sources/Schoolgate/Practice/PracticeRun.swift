import Database

/// A rehearsal that somebody started on a practice page.
struct PracticeRun: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<PracticeRun>

    let id: ID
    let account: Account.ID
    let script: PracticeScript
    /// How many steps have come.
    let played: Int
    /// When the next one comes by itself; nil when the trainer brings it.
    let nextAt: Instant?
    let startedBy: Person.ID
    let startedAt: Instant
    let endedAt: Instant?

    /// How long a script's own outage lasts, unless the next step ends it.
    static let outage = 10

    var next: PracticeScript.Step? { played < script.steps.count ? script.steps[played] : nil }

    static func running(on account: Account.ID, in db: Connection) throws -> PracticeRun? {
        try load("account_id = \(account) AND ended_at IS NULL", in: db).first
    }

    static func ended(on account: Account.ID, in db: Connection) throws -> [PracticeRun] {
        try load("account_id = \(account) AND ended_at IS NOT NULL", in: db)
    }

    static func find(_ id: ID, in db: Connection) throws -> PracticeRun? { try load("id = \(id)", in: db).first }

    /// Those whose next step is due, with a step that is to come by the clock.
    static func due(at now: Instant, in db: Connection) throws -> [PracticeRun] {
        try load("ended_at IS NULL AND next_at <= \(now)", in: db)
    }

    private static func load(_ condition: SQL, in db: Connection) throws -> [PracticeRun] {
        try db.all(
            """
            SELECT id, account_id, script, played, next_at, started_by, started_at, ended_at FROM practice_runs
            WHERE \(condition) ORDER BY id DESC LIMIT 20
            """
        ) { row -> PracticeRun? in
            PracticeScript.named(row.text(2)).map { script in
                PracticeRun(
                    id: ID(rawValue: row.int(0)), account: Account.ID(rawValue: row.int(1)), script: script,
                    played: Int(row.int(3)), nextAt: row.intOrNil(4).map(Instant.init(milliseconds:)),
                    startedBy: Person.ID(rawValue: row.int(5)), startedAt: Instant(milliseconds: row.int(6)),
                    endedAt: row.intOrNil(7).map(Instant.init(milliseconds:)))
            }
        }.compactMap { $0 }
    }
}

extension PracticeRun {
    static func start(
        _ script: PracticeScript, byClock: Bool, on account: Account, by person: Person.ID, at now: Instant,
        in db: Connection
    ) throws {
        guard try running(on: account.id, in: db) == nil else {
            throw Problem.conflict("A rehearsal is running on this page. End it before another one begins.")
        }
        let next = byClock ? now + .minutes(script.steps[0].after) : nil
        try db.run(
            """
            INSERT INTO practice_runs (account_id, script, next_at, started_by, started_at)
            VALUES (\(account.id), \(script.id), \(next), \(person), \(now))
            """
        )
        try Record.write(
            Event(
                "started a rehearsal on", "account", account.id.rawValue, in: .school(account.school), by: person,
                fields: [("rehearsal", script.title)]), at: now, in: db)
    }

    /// What the next step needs and does not have; nil when it can come.
    func missing(in db: Connection) throws -> String? {
        guard let step = next, !step.lines.isEmpty, try post(in: db) == nil else { return nil }
        return script.wantsNewPost
            ? "Nothing has been posted since the rehearsal began. Write a post and send it to this page first."
            : "Nothing is on the page for people to write under. Write a post and send it to this page first."
    }

    /// Lets the next step come; the account is locked.
    func playNext(at now: Instant, in db: Connection) throws {
        guard endedAt == nil, let step = next else {
            throw Problem.conflict("Every step of this rehearsal has come. End it to see what was done.")
        }
        if let missing = try missing(in: db) { throw Problem.refused(missing) }
        if let weather = step.weather {
            try PracticeWeatherChange.set(weather, minutes: Self.outage, on: account, at: now, in: db)
        }
        if let post = try post(in: db) {
            for line in step.lines { try say(line.text, as: line.player, under: post, step: played, at: now, in: db) }
            try db.run("UPDATE practice_posts SET hearts = hearts + \(Int64(step.hearts)) WHERE id = \(post)")
        }
        try db.run(
            "INSERT INTO practice_deeds (run_id, step, ask, at) VALUES (\(id), \(Int64(played)), \(PracticeDeed.came), \(now))"
        )
        let after = played + 1
        let next = nextAt != nil && after < script.steps.count ? now + .minutes(script.steps[after].after) : nil
        try db.run("UPDATE practice_runs SET played = \(Int64(after)), next_at = \(next) WHERE id = \(id)")
    }

    /// A comment in the trainer's own words, of somebody in the script.
    func improvise(_ text: String, as player: PracticeScript.Player, at now: Instant, in db: Connection) throws {
        guard let post = try post(in: db) else {
            throw Problem.refused(
                "Nothing is on the page for people to write under. Write a post and send it to this page first.")
        }
        try say(text, as: player, under: post, step: max(played - 1, 0), at: now, in: db)
    }

    /// A tick for what was done outside the program; a second one changes nothing.
    func tick(_ ask: Int, of step: Int, by person: Person.ID, at now: Instant, in db: Connection) throws {
        guard endedAt == nil, (0..<played).contains(step), script.steps[step].asks.indices.contains(ask),
            script.steps[step].asks[ask].way == .tick
        else { throw Problem.notFound }
        try db.run(
            """
            INSERT INTO practice_deeds (run_id, step, ask, person_id, at)
            VALUES (\(id), \(Int64(step)), \(Int64(ask)), \(person), \(now)) ON CONFLICT (run_id, step, ask) DO NOTHING
            """
        )
    }

    func end(by person: Person.ID, of school: School.ID, at now: Instant, in db: Connection) throws {
        try db.run("UPDATE practice_runs SET ended_at = \(now), next_at = NULL WHERE id = \(id)")
        try PracticeWeatherChange.set(.fine, minutes: 0, on: account, at: now, in: db)
        try Record.write(
            Event(
                "ended a rehearsal on", "account", account.rawValue, in: .school(school), by: person,
                fields: [("rehearsal", script.title)]), at: now, in: db)
    }

    /// The newest post that is up; of this rehearsal alone, where the script asks for one.
    func post(in db: Connection) throws -> Int64? {
        let since = script.wantsNewPost ? startedAt : Instant(milliseconds: 0)
        return try db.first(
            """
            SELECT id FROM practice_posts WHERE account_id = \(account) AND removed_at IS NULL AND posted_at >= \(since)
            ORDER BY id DESC LIMIT 1
            """
        ) { $0.int(0) }
    }

    private func say(
        _ text: String, as player: PracticeScript.Player, under post: Int64, step: Int, at now: Instant,
        in db: Connection
    ) throws {
        let written = try db.one("SELECT count(*) FROM practice_comments WHERE run_id = \(id)") { $0.int(0) }
        guard written < PracticeComment.most else {
            throw Problem.refused("This rehearsal has all the comments it can hold. End it and start another.")
        }
        try db.run(
            """
            INSERT INTO practice_comments (account_id, post_id, run_id, step, name, handle, text, written_at)
            VALUES (\(account), \(post), \(id), \(Int64(step)), \(player.name), \(player.handle), \(text), \(now))
            """
        )
    }
}

/// Lets people write by the clock, beside the pages.
struct PracticeClock: Sendable {
    let context: Context

    func run() async throws {
        let now = context.now()
        for due in try await context.database.read({ db in try PracticeRun.due(at: now, in: db) }) {
            try await context.database.write { db in
                try Account.lock(due.account, in: db)
                // Another process may have been quicker, or the trainer.
                guard let run = try PracticeRun.find(due.id, in: db), run.endedAt == nil, run.played == due.played,
                    run.nextAt.map({ $0 <= now }) ?? false
                else { return }
                if try run.missing(in: db) != nil {
                    try db.run("UPDATE practice_runs SET next_at = \(now + .minutes(1)) WHERE id = \(run.id)")
                } else {
                    try run.playNext(at: now, in: db)
                }
            }
        }
    }
}
