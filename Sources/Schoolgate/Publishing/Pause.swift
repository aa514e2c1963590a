import Database

/// A school that has stopped everything it has not yet said: who did it, when and why.
struct Pause: Sendable {
    let school: School.ID
    let reason: String
    let by: String
    let since: Instant

    static let longestReason = 500

    /// The pause that is on at a school; nil when posts go out as ever.
    static func on(at school: School.ID, in db: Connection) throws -> Pause? {
        try db.first(
            """
            SELECT school_pauses.reason, people.first_name, people.last_name, school_pauses.paused_at
            FROM school_pauses JOIN people ON people.id = school_pauses.paused_by
            WHERE school_pauses.school_id = \(school) AND school_pauses.resumed_at IS NULL
            """
        ) {
            Pause(
                school: school, reason: $0.text(0), by: "\($0.text(1)) \($0.text(2))",
                since: Instant(milliseconds: $0.int(3)))
        }
    }

    /// Stops everything that has not left: whoever publishes takes the same lock, so a post is out before this is
    /// answered, or it stays.
    static func begin(
        at school: School.ID, because reason: String, by person: Person.ID, now: Instant, in db: Connection
    ) throws {
        try Post.lock([], at: school, in: db)
        guard try on(at: school, in: db) == nil else { throw Problem.conflict("Posting is paused already.") }
        try db.run(
            """
            INSERT INTO school_pauses (school_id, reason, paused_by, paused_at)
            VALUES (\(school), \(reason), \(person), \(now))
            """
        )
        try Record.write(
            Event(
                "paused posting at", "school", school.rawValue, in: .school(school), by: person,
                fields: [("reason", reason)]), at: now, in: db)
    }

    /// Lets posts go out again; those whose time passed meanwhile go back to a person.
    static func end(at school: School.ID, by person: Person.ID, now: Instant, in db: Connection) throws {
        try Post.lock([], at: school, in: db)
        guard let pause = try on(at: school, in: db) else { throw Problem.conflict("Posting is not paused.") }
        try db.run(
            """
            UPDATE school_pauses SET resumed_by = \(person), resumed_at = \(now)
            WHERE school_id = \(school) AND resumed_at IS NULL
            """
        )
        let waiting = try Waiting.of(school, now: now, in: db)
        for delivery in waiting.missed { try delivery.giveBack(now: now, in: db) }
        try Record.write(
            Event(
                "resumed posting at", "school", school.rawValue, in: .school(school), by: person,
                fields: [
                    ("paused since", "\(pause.since.milliseconds)"), ("posts given back", "\(waiting.missedPosts)"),
                ]), at: now, in: db)
    }

    /// What stands in the queue of a paused school.
    struct Waiting: Sendable {
        /// Their time passed in the pause.
        let missed: [Delivery]
        let still: [Delivery]

        var missedPosts: Int { Set(missed.map(\.post)).count }
        var stillPosts: Int { Set(still.map(\.post)).count }

        static func of(_ school: School.ID, now: Instant, in db: Connection) throws -> Waiting {
            var slots: [Post.ID: Instant] = [:]
            let armed = try db.all(
                """
                SELECT \(Delivery.columns), posts.slot_at FROM deliveries JOIN posts ON posts.id = deliveries.post_id
                WHERE posts.school_id = \(school) AND deliveries.kind = 'publish' AND deliveries.state = 'armed'
                ORDER BY deliveries.id
                """
            ) { row in
                let delivery = Delivery(row: row)
                slots[delivery.post] = row.intOrNil(17).map { Instant(milliseconds: $0) }
                return delivery
            }
            // A slot counts as passed the moment it does: what was held back goes out because somebody wants it to.
            let isMissed: (Delivery) -> Bool = { delivery in
                if let slot = slots[delivery.post] { return slot <= now }
                return delivery.deadline(slot: nil) < now
            }
            return Waiting(missed: armed.filter(isMissed), still: armed.filter { !isMissed($0) })
        }
    }
}

extension Delivery {
    fileprivate static let pausedWords = "Posting was paused when its time came."

    /// Gives a post whose time passed in a pause back to a person; where it is out elsewhere, only this account goes
    /// without it.
    fileprivate func giveBack(now: Instant, in db: Connection) throws {
        guard let post = try Post.find(post, in: db) else { return }
        guard try post.isOut(in: db) else {
            if post.state == .scheduled { try post.miss(Self.pausedWords, now: now, in: db) }
            return
        }
        try db.run(
            """
            UPDATE deliveries SET state = 'failed', problem = \(Self.pausedWords), finished_at = \(now), lease = NULL,
                leased_until = 0 WHERE id = \(id) AND state = 'armed'
            """
        )
        let name = try Account.find(account, in: db)?.name ?? ""
        try post.record(
            "could not publish", by: nil, clause: nil, fields: [("account", name), ("why", Self.pausedWords)], at: now,
            in: db)
        try Post.settle(post.id, in: db, now: now)
    }
}
