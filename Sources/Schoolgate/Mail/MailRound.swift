import Crypto
import Database
import Policy

/// Looks through what waits for whom, and makes the mails that tell of it: each item once to each person.
struct MailRound: Sendable {
    static let pause = Duration.minutes(5)
    static let digestHour = 7

    let context: Context

    /// Somebody, and all that waits for them at their schools.
    struct Found: Sendable {
        struct Item: Sendable {
            let school: School.ID
            let kind: Waiting.Kind
            let item: String
        }

        let person: Person
        let kept: MailPerson
        let items: [Item]
        let told: Set<Told>
        let isDigestDue: Bool

        /// What they were told of and waits no more.
        var gone: Set<Told> { told.subtracting(items.map(Told.init)) }

        /// What a mail tells of now: in a digest everything.
        var due: [Item] {
            if kept.isRefused(person.email) { return [] }
            if isDigestDue { return items }
            return items.filter { (kept.choice == .atOnce || $0.kind.isDuty) && !told.contains(Told($0)) }
        }
    }

    struct Told: Hashable, Sendable {
        let school: Int64
        let item: String

        init(school: Int64, item: String) {
            self.school = school
            self.item = item
        }

        init(_ found: Found.Item) { self.init(school: found.school.rawValue, item: found.item) }
    }

    /// Does a round when one is due, in one process alone; answers how many mails were made.
    func runWhenDue() async throws -> Int {
        let now = context.now()
        let isDue = try await context.database.read { db in
            try db.first("SELECT next_round_at FROM mail_state") { $0.int(0) <= now.milliseconds } ?? true
        }
        guard isDue else { return 0 }
        let isOurs = try await context.database.write { db in
            try db.run("INSERT INTO mail_state (id, next_round_at) VALUES (1, 0) ON CONFLICT DO NOTHING")
            return try db.run(
                "UPDATE mail_state SET next_round_at = \(now + Self.pause) WHERE next_round_at <= \(now)") == 1
        }
        return isOurs ? try await run() : 0
    }

    func run() async throws -> Int {
        let now = context.now(), today = context.today
        let people = try await context.database.read { db in
            try db.all(
                """
                SELECT DISTINCT people.id FROM people JOIN appointments ON appointments.person_id = people.id
                WHERE people.deactivated_at IS NULL AND (people.password_hash IS NOT NULL
                        OR EXISTS (SELECT 1 FROM identities WHERE identities.person_id = people.id))
                    AND since <= \(today) AND (until IS NULL OR until >= \(today)) ORDER BY people.id
                """
            ) { Person.ID($0.int(0)) }
        }
        var count = 0
        for person in people {
            if Task.isCancelled { break }
            // A transaction for each, so that nobody's page waits for the whole round.
            guard let found = try await context.database.read({ db in try find(person, at: now, in: db) }) else {
                continue
            }
            // Mostly there is nothing to write.
            if found.gone.isEmpty, found.due.isEmpty { continue }
            if try await context.database.write({ db in try tell(found, at: now, in: db) }) { count += 1 }
        }
        return count
    }

    private func find(_ id: Person.ID, at now: Instant, in db: Connection) throws -> Found? {
        guard let first = try Standing.of(id, choosing: nil, on: context.today, now: now, in: db) else { return nil }
        var items: [Found.Item] = []
        var isWorkingDay = false
        for school in first.schools {
            let standing =
                school.id == first.school.id
                ? first
                : try Standing.of(id, choosing: school.id.rawValue, on: context.today, now: now, in: db)
            guard let standing else { continue }
            isWorkingDay = isWorkingDay || school.bankHolidays.isWorkingDay(context.today)
            let viewer = Viewer(
                person: standing.person, school: standing.school, schools: standing.schools,
                appointments: standing.appointments, trust: standing.trust, csrf: "",
                links: LinkNotice(standing.links, context), pause: standing.pause, standing: standing.number)
            items += try Waiting.all(for: viewer, context, in: db).filter { $0.kind.isMailed }.map {
                Found.Item(school: school.id, kind: $0.kind, item: $0.item)
            }
        }
        let kept = try MailPerson.find(id, in: db)
        let told = try db.all("SELECT school_id, item FROM mail_told WHERE person_id = \(id)") {
            Told(school: $0.int(0), item: $0.text(1))
        }
        return Found(
            person: first.person, kept: kept, items: items, told: Set(told),
            isDigestDue: kept.choice == .digest && isWorkingDay && kept.digestOn != "\(context.today)"
                && isMorning(now))
    }

    private func isMorning(_ now: Instant) -> Bool {
        context.clock.instant(day: context.today, hour: Self.digestHour, minute: 0).map { now >= $0 } ?? false
    }

    /// Makes the mail that is due; whoever was told of an item meanwhile is not told again.
    private func tell(_ found: Found, at now: Instant, in db: Connection) throws -> Bool {
        for gone in found.gone {
            try db.run(
                """
                DELETE FROM mail_told WHERE person_id = \(found.person.id) AND school_id = \(gone.school)
                    AND item = \(gone.item)
                """
            )
        }
        let due = found.due
        guard !due.isEmpty else { return false }
        let isDigest = found.isDigestDue
        if isDigest, try !MailPerson.sentDigest(to: found.person.id, on: "\(context.today)", in: db) { return false }
        let fresh = try due.filter { item in
            let isNew = try db.run(
                """
                INSERT INTO mail_told (person_id, school_id, item, told_at)
                VALUES (\(found.person.id), \(item.school), \(item.item), \(now)) ON CONFLICT DO NOTHING
                """
            )
            return isNew == 1 || isDigest
        }
        guard !fresh.isEmpty else { return false }
        try Mailing.add(isDigest ? .digest : .notice, fresh, to: found.person.id, at: now, in: db)
        return true
    }
}
