import Database
import Gate
import Policy

/// Who keeps an account and how: its owner, at least two who run it, who watches over it, and when it is looked at again.
struct AccountKeeping: Sendable {
    struct Manager: Sendable, Identifiable {
        let person: Person
        /// Whether they still work here.
        let isHere: Bool
        var id: Person.ID { person.id }
    }

    let account: Account
    let owner: Person.ID?
    let managers: [Manager]
    let monitor: Person?
    let houseRules: String
    let isOpen: Bool
    let reviewOn: Day?
    let proposal: Proposal.ID?

    /// Whether it speaks for the school; a practice page that nobody proposed is for trying things out.
    var isOfficial: Bool { Self.isOfficial(account, proposal) }

    static func isOfficial(_ account: Account, _ proposal: Proposal.ID?) -> Bool {
        account.network != "practice" || proposal != nil
    }

    var present: [Manager] { managers.filter(\.isHere) }

    /// M12: an official account with fewer people to run it than the policy asks for.
    func isShort(_ rule: AccountRule) -> Bool { isOfficial && present.count < rule.control.managers }

    func isReviewDue(on day: Day) -> Bool { isOfficial && reviewOn.map { $0 <= day } ?? true }
}

extension AccountKeeping {
    /// Every open account of a school, in three queries.
    static func all(at school: School.ID, on day: Day, in db: Connection) throws -> [AccountKeeping] {
        try load(try Account.open(at: school, in: db), on: day, in: db)
    }

    /// An open account of the school the viewer looks at.
    static func find(_ id: Account.ID, _ viewer: Viewer, on day: Day, in db: Connection) throws -> AccountKeeping {
        guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed,
            let keeping = try load([account], on: day, in: db).first
        else { throw Problem.notFound }
        return keeping
    }

    static func load(_ accounts: [Account], on day: Day, in db: Connection) throws -> [AccountKeeping] {
        guard !accounts.isEmpty else { return [] }
        let ids: SQL = "\(list: accounts.map(\.id.rawValue))"
        var managers: [Int64: [Manager]] = [:]
        try db.each(
            """
            SELECT \(Person.columns), account_managers.account_id, CASE WHEN people.deactivated_at IS NULL AND EXISTS (
                SELECT 1 FROM appointments WHERE appointments.person_id = people.id AND since <= \(day)
                    AND (until IS NULL OR until >= \(day))
                    AND (appointments.school_id = accounts.school_id OR appointments.school_id IS NULL))
                THEN 1 ELSE 0 END
            FROM account_managers JOIN people ON people.id = account_managers.person_id
            JOIN accounts ON accounts.id = account_managers.account_id
            WHERE account_managers.account_id IN (\(ids)) ORDER BY people.last_name, people.first_name, people.id
            """
        ) { managers[$0.int(5), default: []].append(Manager(person: Person(row: $0), isHere: $0.bool(6))) }
        let rows = try db.all(
            """
            SELECT id, owner_id, monitor_id, house_rules, visibility, review_on, proposal_id
            FROM accounts WHERE id IN (\(ids))
            """
        ) { row in
            (
                id: row.int(0), owner: row.intOrNil(1).map { Person.ID($0) },
                monitor: row.intOrNil(2).map { Person.ID($0) }, rules: row.text(3), isOpen: row.text(4) == "open",
                review: row.textOrNil(5).flatMap { Day($0) }, proposal: row.intOrNil(6).map { Proposal.ID($0) }
            )
        }
        let kept = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        let monitors = try Person.byID(rows.compactMap(\.monitor), in: db)
        return accounts.compactMap { account in
            guard let row = kept[account.id.rawValue] else { return nil }
            return AccountKeeping(
                account: account, owner: row.owner, managers: managers[account.id.rawValue] ?? [],
                monitor: row.monitor.flatMap { monitors[$0] }, houseRules: row.rules, isOpen: row.isOpen,
                reviewOn: row.review, proposal: row.proposal)
        }
    }
}

extension AccountKeeping {
    /// What keeping an account comes down to, as its page changes it.
    struct Change: Sendable {
        let owner: Person.ID
        let monitor: Person.ID
        let houseRules: String
        let isOpen: Bool
        let reviewOn: Day
    }

    func change(_ change: Change, by person: Person.ID, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE accounts SET owner_id = \(change.owner), monitor_id = \(change.monitor),
                house_rules = \(change.houseRules), visibility = \(change.isOpen ? "open" : "private"),
                review_on = \(change.reviewOn) WHERE id = \(account.id)
            """
        )
        let people = try Person.byID([change.owner, change.monitor], in: db)
        try record(
            "changed how to keep", by: person,
            [
                ("owner", people[change.owner]?.name ?? ""), ("watched over by", people[change.monitor]?.name ?? ""),
                ("house rules", change.houseRules), ("visibility", change.isOpen ? "open" : "private"),
                ("review", "\(change.reviewOn)"),
            ], at: now, in: db)
    }

    func add(_ manager: StaffCandidate, by person: Person.ID, at now: Instant, in db: Connection) throws {
        guard manager.id != monitor?.id else {
            throw Problem.refused("\(manager.name) watches over it. Choose somebody else, or another to watch.")
        }
        guard !managers.contains(where: { $0.id == manager.id }) else { return }
        guard managers.count < 20 else { throw Problem.refused("Twenty people run it already. Take one off first.") }
        try db.run(
            "INSERT INTO account_managers (account_id, person_id, since) VALUES (\(account.id), \(manager.id), \(now))")
        try record("gave somebody the running of", by: person, [("person", manager.name)], at: now, in: db)
    }

    /// Takes somebody off, even where too few are left: people do leave, and the page and Today say so.
    func remove(_ manager: Person.ID, by person: Person.ID, at now: Instant, in db: Connection) throws {
        guard let leaving = managers.first(where: { $0.id == manager }) else { throw Problem.notFound }
        try db.run("DELETE FROM account_managers WHERE account_id = \(account.id) AND person_id = \(manager)")
        if owner == manager {
            let next = managers.first { $0.id != manager && $0.isHere }?.id
            try db.run("UPDATE accounts SET owner_id = \(next) WHERE id = \(account.id)")
        }
        try record("took somebody from the running of", by: person, [("person", leaving.person.name)], at: now, in: db)
    }

    func record(
        _ verb: String, by person: Person.ID?, _ fields: [(name: String, value: String)], at now: Instant,
        in db: Connection
    ) throws {
        try Record.write(
            Event(verb, "account", account.id.rawValue, in: .school(account.school), by: person, fields: fields),
            at: now, in: db)
    }
}

extension Proposal {
    /// What was approved becomes how the account is kept; the first who runs it owns it.
    func settle(in account: Account.ID, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE accounts SET proposal_id = \(id), owner_id = \(draft.managers.first), monitor_id = \(draft.monitor),
                house_rules = \(draft.houseRules), visibility = \(draft.isOpen ? "open" : "private"),
                review_on = \(draft.reviewOn) WHERE id = \(account)
            """
        )
        for manager in draft.managers {
            try db.run(
                "INSERT INTO account_managers (account_id, person_id, since) VALUES (\(account), \(manager), \(now))")
        }
    }
}
