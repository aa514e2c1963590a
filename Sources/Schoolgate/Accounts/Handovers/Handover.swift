import Database
import Gate
import Policy

/// What has to be done with one account because somebody who runs it leaves (M12).
struct Handover: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Handover>

    enum Outcome: String, Sendable {
        case handedOver = "handed over"
        case closed
        /// The leaving day was taken back.
        case stays
    }

    let id: ID
    let school: School.ID
    let account: Account.ID
    let accountName: String
    let network: Network
    let person: Person.ID
    let personName: String
    let leavesOn: Day
    let dueAt: Instant
    let closedAt: Instant?
    let outcome: Outcome?
    /// What somebody still has to take away on the network, after the account was closed.
    let leftByHand: String?
    let steps: [HandoverStep]

    var open: [HandoverStep] { steps.filter { $0.state == .open } }
    /// From the day after; Today is kept for a day, so the hour does not count.
    func isOverdue(_ context: Context) -> Bool {
        closedAt == nil && context.clock.day(of: dueAt) < context.today
    }
}

/// One thing to be done, and who did it when.
struct HandoverStep: Sendable {
    enum Kind: String, Sendable, CaseIterable { case tokens, secret, native, successor }
    enum State: String, Sendable {
        case open, done
        case notNeeded = "not needed"
    }

    let kind: Kind
    let state: State
    let note: String
    let doneBy: String?
    let doneAt: Instant?
}

extension HandoverStep.Kind {
    /// Whether a network knows this step at all.
    func applies(to network: Network) -> Bool {
        switch self {
        case .successor: true
        case .tokens: network != "practice" && network != "wordpress"
        case .secret, .native: network != "practice"
        }
    }

    var title: String {
        switch self {
        case .tokens: "Revoke access tokens"
        case .secret: "Change the shared password"
        case .native: "Remove their own rights on the network"
        case .successor: "Name a successor, or close the account"
        }
    }

    /// What to do, in words for whoever does it.
    func advice(_ person: String, _ network: Network) -> String {
        switch (self, network) {
        case (.tokens, _):
            "Under the network’s settings, take back what \(person) let other programs do for this account."
        case (.secret, "wordpress"):
            "In WordPress, under Users, Profile, revoke the application password, make a new one, and give it to Schoolgate on the accounts page."
        case (.secret, _): "Change the password on the network, and give Schoolgate the new one."
        case (.native, "wordpress"):
            "By hand, in WordPress, under Users: delete \(person)’s user, or take its administrator role. Schoolgate cannot do this for you."
        case (.native, _):
            "By hand, on the network: take \(person) off the list of administrators. Schoolgate cannot do this for you."
        case (.successor, _): "Somebody runs it, and owns its posts, from now on."
        }
    }
}

extension Handover {
    private static func all(_ condition: SQL, in db: Connection) throws -> [Handover] {
        var steps: [Int64: [HandoverStep]] = [:]
        try db.each(
            """
            SELECT handover_id, step, state, note, people.first_name || ' ' || people.last_name, done_at
            FROM handover_steps LEFT JOIN people ON people.id = done_by
            WHERE handover_id IN (SELECT handovers.id FROM handovers WHERE \(condition))
            """
        ) { row in
            guard let kind = HandoverStep.Kind(rawValue: row.text(1)) else { return }
            steps[row.int(0), default: []].append(
                HandoverStep(
                    kind: kind, state: HandoverStep.State(rawValue: row.text(2)) ?? .open, note: row.text(3),
                    doneBy: row.textOrNil(4), doneAt: row.intOrNil(5).map { Instant(milliseconds: $0) }))
        }
        let order = HandoverStep.Kind.allCases
        return try db.all(
            """
            SELECT handovers.id, handovers.school_id, handovers.account_id, accounts.name, accounts.network,
                handovers.person_id, people.first_name || ' ' || people.last_name, handovers.leaves_on,
                handovers.due_at, handovers.closed_at, handovers.outcome,
                CASE WHEN accounts.closed_at IS NULL THEN NULL ELSE accounts.trouble END
            FROM handovers JOIN accounts ON accounts.id = handovers.account_id
            JOIN people ON people.id = handovers.person_id
            WHERE \(condition) ORDER BY handovers.due_at, handovers.id LIMIT 200
            """
        ) { row in
            Handover(
                id: ID(row.int(0)), school: School.ID(row.int(1)), account: Account.ID(row.int(2)),
                accountName: row.text(3), network: Network(rawValue: row.text(4)), person: Person.ID(row.int(5)),
                personName: row.text(6), leavesOn: Day(row.text(7)) ?? Day(daysSince1970: 0),
                dueAt: Instant(milliseconds: row.int(8)),
                closedAt: row.intOrNil(9).map { Instant(milliseconds: $0) },
                outcome: row.textOrNil(10).flatMap { Outcome(rawValue: $0) },
                leftByHand: row.textOrNil(11),
                steps: (steps[row.int(0)] ?? []).sorted {
                    (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0)
                })
        }
    }

    static func find(_ id: ID, in db: Connection) throws -> Handover? {
        try all("handovers.id = \(id)", in: db).first
    }

    static func open(at school: School.ID, in db: Connection) throws -> [Handover] {
        try all("handovers.school_id = \(school) AND handovers.closed_at IS NULL", in: db)
    }

    static func open(of person: Person.ID, in db: Connection) throws -> [Handover] {
        try all("handovers.person_id = \(person) AND handovers.closed_at IS NULL", in: db)
    }

    static func lock(_ id: ID, in db: Connection) throws {
        try db.each("SELECT id FROM handovers WHERE id = \(id)\(.forUpdate)") { _ in }
    }
}

extension Handover {
    /// Opens one for each official account that somebody runs or owns, or moves the day of those that are open.
    static func begin(
        for person: Person.ID, leaving day: Day, by actor: Person.ID?, _ context: Context, in db: Connection
    ) throws {
        let now = context.now()
        let accounts = try db.all(
            """
            SELECT id, school_id, network FROM accounts WHERE closed_at IS NULL
                AND (network <> 'practice' OR proposal_id IS NOT NULL)
                AND (owner_id = \(person) OR EXISTS (SELECT 1 FROM account_managers
                    WHERE account_id = accounts.id AND person_id = \(person))) ORDER BY id
            """
        ) { (id: $0.int(0), school: School.ID($0.int(1)), network: Network(rawValue: $0.text(2))) }
        for account in accounts {
            let rulebook = try context.rooms.room(of: account.school, in: db)?.rulebook
            let control = rulebook?.rule(AccountHandover.self)?.control ?? AccountHandover()
            let holidays = try School.find(account.school, in: db)?.bankHolidays ?? .englandAndWales
            let from = context.clock.instant(day: day, hour: 12, minute: 0) ?? now
            let due = control.within.end(from: from < now ? now : from, context.clock, holidays)
            let known = try db.first(
                """
                SELECT id FROM handovers WHERE account_id = \(account.id) AND person_id = \(person)
                    AND closed_at IS NULL
                """
            ) { $0.int(0) }
            if let known {
                try db.run("UPDATE handovers SET leaves_on = \(day), due_at = \(due) WHERE id = \(known)")
                continue
            }
            let id = try db.one(
                """
                INSERT INTO handovers (school_id, account_id, person_id, leaves_on, due_at, opened_at)
                VALUES (\(account.school), \(account.id), \(person), \(day), \(due), \(now)) RETURNING id
                """
            ) { $0.int(0) }
            for kind in HandoverStep.Kind.allCases {
                let state = kind.applies(to: account.network) ? HandoverStep.State.open : .notNeeded
                try db.run(
                    "INSERT INTO handover_steps (handover_id, step, state) VALUES (\(id), \(kind.rawValue), \(state.rawValue))"
                )
            }
            try Record.write(
                Event(
                    "opened the handover of", "account", account.id, in: .school(account.school), by: actor,
                    clause: rulebook?.rule(AccountHandover.self)?.clause.rawValue, fields: [("leaves", "\(day)")]),
                at: now, in: db)
        }
    }

    /// Ends those of somebody who stays after all.
    static func takeBack(of person: Person.ID, by actor: Person.ID?, at now: Instant, in db: Connection) throws {
        for handover in try open(of: person, in: db) {
            try handover.end(.stays, by: actor, at: now, in: db)
        }
    }

    /// Ends those of an account that was closed instead.
    static func close(with account: Account.ID, by actor: Person.ID?, at now: Instant, in db: Connection) throws {
        for handover in try all("handovers.account_id = \(account) AND handovers.closed_at IS NULL", in: db) {
            try handover.end(.closed, by: actor, at: now, in: db)
        }
    }

    private func end(_ outcome: Outcome, by actor: Person.ID?, at now: Instant, in db: Connection) throws {
        try db.run("UPDATE handovers SET closed_at = \(now), outcome = \(outcome.rawValue) WHERE id = \(id)")
        try Record.write(
            Event(
                "ended the handover of", "account", account.rawValue, in: .school(school), by: actor,
                fields: [("outcome", outcome.rawValue)]), at: now, in: db)
    }

    /// Signs off one step; the last one ends the handover.
    func sign(
        _ kind: HandoverStep.Kind, _ state: HandoverStep.State, note: String, by person: Person.ID, at now: Instant,
        in db: Connection
    ) throws {
        guard closedAt == nil else { throw Problem.conflict("This handover has ended already.") }
        guard steps.contains(where: { $0.kind == kind && $0.state == .open }) else {
            throw Problem.conflict("Somebody has signed this step off already.")
        }
        if state == .notNeeded, note.isEmpty { throw Problem.refused("Say why this step is not needed.") }
        try db.run(
            """
            UPDATE handover_steps SET state = \(state.rawValue), note = \(note), done_by = \(person), done_at = \(now)
            WHERE handover_id = \(id) AND step = \(kind.rawValue)
            """
        )
        try Record.write(
            Event(
                "signed off a step of the handover of", "account", account.rawValue, in: .school(school), by: person,
                fields: [("step", kind.title), ("state", state.rawValue), ("note", note)]), at: now, in: db)
        if open.allSatisfy({ $0.kind == kind }) { try end(.handedOver, by: person, at: now, in: db) }
    }

    /// Somebody else runs the account from now on, and owns what the leaver published there.
    func succeed(
        _ successor: StaffCandidate, by person: Person.ID, on day: Day, at now: Instant, in db: Connection
    ) throws {
        guard successor.id != self.person else { throw Problem.refused("Choose somebody other than \(personName).") }
        guard let found = try Account.find(account, in: db),
            let keeping = try AccountKeeping.load([found], on: day, in: db).first
        else { throw Problem.notFound }
        try keeping.add(successor, by: person, at: now, in: db)
        if keeping.managers.contains(where: { $0.id == self.person }) {
            try keeping.remove(self.person, by: person, at: now, in: db)
        }
        if keeping.owner == self.person {
            try db.run("UPDATE accounts SET owner_id = \(successor.id) WHERE id = \(account)")
        }
        try db.run(
            """
            UPDATE posts SET owner_id = \(successor.id) WHERE coalesce(owner_id, author_id) = \(self.person)
                AND EXISTS (SELECT 1 FROM post_accounts WHERE post_id = posts.id AND account_id = \(account))
            """
        )
        try sign(.successor, .done, note: successor.name, by: person, at: now, in: db)
    }
}
