import Database
import Gate
import Policy

/// What a refusal sets in motion: everything that shows or names the child, wherever it is on its way.
enum Withdrawal {
    struct Outcome: Sendable {
        /// Posts stopped before they went out.
        var stopped: [Post.ID] = []
        /// Drafts whose authors are told by the gate when they open them.
        var drafts: [Post.ID] = []
        /// Published posts whose removal has been opened.
        var removals: [Post.ID] = []
        /// Published posts with a name that may be the child's or somebody else's, and posts that are going out at
        /// this moment: a person looks.
        var toCheck: [Post.ID] = []

        var isEmpty: Bool { stopped.isEmpty && drafts.isEmpty && removals.isEmpty && toCheck.isEmpty }

        fileprivate mutating func add(_ other: Outcome) {
            stopped += other.stopped
            drafts += other.drafts
            removals += other.removals
            toCheck += other.toCheck
        }
    }

    /// The gate's rooms of some schools; those without a policy in force have none, and have published nothing.
    static func rooms(
        of schools: Set<School.ID>, _ context: Context, in db: Connection
    ) throws -> [School.ID: GateRoom] {
        var rooms: [School.ID: GateRoom] = [:]
        for school in schools { rooms[school] = try context.rooms.room(of: school, in: db) }
        return rooms
    }

    /// N4: goes through drafts, the queue and what is published, and asks the gate what the children's answers change.
    ///
    /// `rooms` are those from before the answers were written.
    static func sweep(
        _ pupils: [Pupil], _ rooms: [School.ID: GateRoom], by person: Person.ID?, _ context: Context,
        in db: Connection
    ) throws -> Outcome {
        var outcome = Outcome()
        for (id, children) in Dictionary(grouping: pupils, by: \.school).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            guard let room = rooms[id], let school = try School.find(id, in: db) else { continue }
            let sweep = try Sweep(children, at: school, room, context, in: db)
            outcome.add(try sweep.run(by: person, context, in: db))
        }
        return outcome
    }
}

/// One school's posts, held against the answers for some of its children.
private struct Sweep {
    private let school: School
    private let room: GateRoom
    private let pupils: [Pupil.ID: Pupil]
    private let upns: Set<String>
    /// The children's answers as they are now.
    private let actual: ConsentRegister
    /// As if every answer for them were a yes: what is found beyond this is due to them.
    private let permissive: ConsentRegister
    private let rule: (control: PostWithdrawal, clause: Clause.ID)?

    init(_ pupils: [Pupil], at school: School, _ room: GateRoom, _ context: Context, in db: Connection) throws {
        self.school = school
        self.room = room
        self.pupils = Dictionary(pupils.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        upns = Set(pupils.map(\.upn))
        var consents: [Consent] = []
        for batch in Array(self.pupils.keys).inBatches(of: 500) {
            consents += try Consent.answers(of: Array(batch), in: db)
        }
        actual = ConsentRegister(consents)
        let always = Day(daysSince1970: -36_500)
        permissive = ConsentRegister(
            upns.flatMap { upn in
                ((room.roll.pupil(upn)?.guardians.map(\.name) ?? []) + [""]).map {
                    Consent(upn: upn, purpose: nil, decision: .yes, date: always, givenBy: $0)
                }
            })
        rule = room.rulebook.rule(PostWithdrawal.self)
    }

    func run(by person: Person.ID?, _ context: Context, in db: Connection) throws -> Withdrawal.Outcome {
        var outcome = Withdrawal.Outcome()
        let now = context.now(), today = context.clock.day(of: now)
        let due = (rule?.control ?? PostWithdrawal()).within.end(from: now, context.clock, school.bankHolidays)
        let found = try candidates(in: db)
        try Post.lock(found.map { Post.ID($0) }, at: school.id, in: db)
        try forgetPictures(in: db)
        for batch in found.inBatches(of: 200) {
            for post in try Post.all("posts.id IN (\(list: Array(batch)))", in: db) {
                let facts = try PostFacts.gather(Draft(post), at: school, author: post.author, today: today, in: db)
                guard let hit = hit(post, facts, on: today) else { continue }
                switch post.state {
                case .published where !hit.isCertain, .publishing where !hit.isCertain: outcome.toCheck.append(post.id)
                case .published, .publishing:
                    let clause = rule?.clause ?? hit.clause
                    let count = try Delivery.remove(
                        post, because: hit.reason, clause: clause?.rawValue, due: due, by: person, at: now, in: db)
                    guard count > 0 else { continue }
                    try post.record("opened the removal of", by: person, clause: clause, at: now, in: db)
                    outcome.removals.append(post.id)
                case .held, .scheduled:
                    try post.stop(hit.reason, clause: hit.clause, now: now, in: db)
                    outcome.stopped.append(post.id)
                default: outcome.drafts.append(post.id)
                }
            }
        }
        return outcome
    }

    /// Once a post is down, the pixels of children who may not be shown are not kept here either.
    private func forgetPictures(in db: Connection) throws {
        for batch in Array(pupils.keys.map(\.rawValue)).inBatches(of: 500) {
            try db.run(
                """
                UPDATE posts SET forgets_pictures = 1
                WHERE school_id = \(school.id) AND state IN ('published', 'publishing', 'removing', 'removed') AND id IN (
                    SELECT post_pictures.post_id FROM post_pictures JOIN post_picture_pupils
                        ON post_picture_pupils.picture_id = post_pictures.id
                    WHERE post_picture_pupils.pupil_id IN (\(list: Array(batch))) AND post_picture_pupils.kind = 'shown')
                """
            )
        }
    }

    private struct Hit {
        let clause: Clause.ID?
        let reason: String
        /// Whether it is this child, and not another of the same name.
        let isCertain: Bool
    }

    /// What the answers change about a post; nil when nothing.
    private func hit(_ post: Post, _ facts: PostFacts, on day: Day) -> Hit? {
        let before = Verdict.of(facts, in: with(permissive), on: day).findings
        let known = Set(before.map(FindingKey.init))
        let new = Verdict.of(facts, in: with(actual), on: day).findings
            .filter { $0.severity >= .hold && !known.contains(FindingKey($0)) }
        if let pictured = new.first(where: { $0.image != nil }) {
            return Hit(clause: pictured.clause, reason: "Consent for a child in it was withdrawn.", isCertain: true)
        }
        if let named = new.first {
            return Hit(
                clause: named.clause, reason: "It names a child who is not to be named.",
                isCertain: isCertain(post))
        }
        // Somebody who has left is on no roll for the gate to know, but is in the picture all the same.
        let shown = post.pictures.flatMap(\.shown).compactMap { pupils[$0] }
        guard shown.contains(where: { room.roll.pupil($0.upn) == nil }) else { return nil }
        return Hit(clause: nil, reason: "Consent for a child in it was withdrawn.", isCertain: true)
    }

    private func with(_ register: ConsentRegister) -> GateRoom {
        GateRoom(
            roll: room.roll, consents: register, rulebook: room.rulebook, version: room.version,
            changed: room.changed)
    }

    private func isCertain(_ post: Post) -> Bool {
        ([post.text] + post.pictures.map(\.alt)).contains { text in
            mentions(in: text).contains { $0.count == 1 }
        }
    }

    private func mentions(in text: String) -> [Mention] {
        room.roll.mentions(in: AnalysedText(text), school: school.code).filter { mention in
            mention.kind == .pupil
                && (mention.count > mention.people.count
                    || mention.people.contains { upns.contains(room.roll.roll.pupils[$0].upn) })
        }
    }

    /// Posts with one of the children in a picture, and posts whose words may give a name of theirs.
    private func candidates(in db: Connection) throws -> [Int64] {
        let live: SQL =
            "posts.school_id = \(school.id) AND posts.state NOT IN ('removed', 'discarded', 'removing')"
        var found: Set<Int64> = []
        for batch in Array(pupils.keys.map(\.rawValue)).inBatches(of: 500) {
            try db.each(
                """
                SELECT DISTINCT posts.id FROM posts JOIN post_pictures ON post_pictures.post_id = posts.id
                    JOIN post_picture_pupils ON post_picture_pupils.picture_id = post_pictures.id
                WHERE \(live) AND post_picture_pupils.pupil_id IN (\(list: Array(batch)))
                """
            ) { found.insert($0.int(0)) }
        }
        // A row at a time: a school has years of posts, and only their words are looked at here.
        try db.each("SELECT posts.id, posts.text FROM posts WHERE \(live)") { row in
            if !mentions(in: row.text(1)).isEmpty { found.insert(row.int(0)) }
        }
        try db.each(
            """
            SELECT posts.id, post_pictures.alt FROM posts JOIN post_pictures ON post_pictures.post_id = posts.id
            WHERE \(live) AND post_pictures.alt <> ''
            """
        ) { row in
            if !found.contains(row.int(0)), !mentions(in: row.text(1)).isEmpty { found.insert(row.int(0)) }
        }
        return found.sorted()
    }
}

extension Consent {
    /// Every answer about some children, oldest first.
    static func answers(of pupils: [Pupil.ID], in db: Connection) throws -> [Consent] {
        try db.all(
            """
            SELECT pupils.upn, purpose, network, decision, day, expiry, given_by, lifted_on
            FROM consents JOIN pupils ON pupils.id = consents.pupil_id
            WHERE consents.pupil_id IN (\(list: pupils)) ORDER BY consents.id
            """, Consent.init(row:))
    }

    init(row: borrowing Row) {
        self.init(
            upn: row.text(0), purpose: Purpose(rawValue: row.text(1)),
            network: row.textOrNil(2).map { Network(rawValue: $0) },
            decision: Decision(rawValue: row.text(3)) ?? .no, date: Day(row.text(4)) ?? Day(daysSince1970: 0),
            expiry: row.textOrNil(5).flatMap { Day($0) }, givenBy: row.text(6),
            lifted: row.textOrNil(7).flatMap { Day($0) })
    }
}
