import Database
import Gate
import Policy

/// A stored post as the gate is told of it now.
struct RehearsedPost: Sendable {
    let id: Post.ID
    let text: String
    /// Once for each network it goes to.
    let versions: [Gate.Post]
}

extension RehearsedPost {
    /// The most posts of one school that are read, newest first.
    static let most = 100_000

    /// What was sent in the last year and not thrown away: published, waiting, sent back, taken down, or changed since.
    static func ids(at school: School.ID, now: Instant, in db: Connection) throws -> [Post.ID] {
        let since = now - .days(365)
        return try db.all(
            """
            SELECT id FROM posts WHERE school_id = \(school) AND state <> 'discarded' AND created_at > \(since)
                AND (submitted_at IS NOT NULL OR EXISTS (SELECT 1 FROM post_findings
                    WHERE post_findings.post_id = posts.id AND post_findings.moment = 'submission'))
            ORDER BY created_at DESC, id DESC LIMIT \(most)
            """
        ) { Post.ID($0.int(0)) }
    }

    /// The same few queries however many posts.
    ///
    /// Links are taken as they are written: where each led on the day is not kept.
    static func gather(
        _ ids: [Post.ID], at school: School, _ clock: WallClock, in db: Connection
    ) throws
        -> [RehearsedPost]
    {
        let posts = try Post.all("posts.id IN (\(list: ids.map(\.rawValue)))", in: db)
        let accounts = try Account.byID(posts.flatMap(\.accounts), in: db)
        let pupils = try Pupil.all(
            Array(Set(posts.flatMap { $0.pictures.flatMap { $0.shown + $0.workOf } })), in: db)
        let upns = Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0.upn) })
        let authors = Array(Set(posts.map(\.author.rawValue)))
        var staffIDs: [Person.ID: String] = [:]
        try db.each("SELECT id, staff_id FROM people WHERE id IN (\(list: authors)) AND staff_id IS NOT NULL") {
            staffIDs[Person.ID($0.int(0))] = $0.text(1)
        }
        let appointments = Dictionary(
            grouping: try AppointmentEntry.all(
                "person_id IN (\(list: authors)) AND (school_id IS NULL OR school_id = \(school.id))", in: db),
            by: \.person)
        let first = posts.map { clock.day(of: $0.slot ?? $0.createdAt) }.min()
        let quietDays = try first.map { try CalendarNote.quietDays(since: $0, at: school.id, in: db) } ?? []
        let room = try PictureRoom.load(posts.flatMap(\.pictures), at: school.id, in: db)
        let order = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        return posts.sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }.map { post in
            let day = clock.day(of: post.slot ?? post.createdAt)
            var networks: [Network] = []
            for network in post.accounts.compactMap({ accounts[$0]?.network }) where !networks.contains(network) {
                networks.append(network)
            }
            let role = (appointments[post.author] ?? []).first { $0.isRunning(on: day) }?.role
            let facts = PostFacts(
                draft: Draft(post), school: school, author: staffIDs[post.author] ?? "person-\(post.author.rawValue)",
                authorRole: role ?? "teacher", networks: networks.isEmpty ? ["wordpress"] : networks,
                links: [], upns: upns, quietDays: quietDays, room: room)
            return RehearsedPost(
                id: post.id, text: post.text, versions: facts.networks.map { facts.post(for: $0, on: day) })
        }
    }
}
