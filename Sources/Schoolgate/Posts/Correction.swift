import Database
import Policy

/// A post that puts another right: the original stays as it was published, and comes down once this one is out (W23).
struct Correction: Sendable {
    let post: Post.ID
    let original: Post.ID
    let reason: String
    let begunBy: String
    let begunAt: Instant
    let text: String
    let state: Post.State

    /// The corrections of a post, oldest first, whichever of them `id` is; the first original's id and words come along.
    static func history(
        of id: Post.ID, in db: Connection
    ) throws -> (original: (id: Post.ID, text: String), corrections: [Correction])? {
        var root = id, seen: Set<Post.ID> = [id]
        while let before = try db.first(
            "SELECT original_id FROM corrections WHERE post_id = \(root)", { Post.ID($0.int(0)) }),
            seen.insert(before).inserted
        { root = before }
        var found: [Correction] = [], next = [root]
        while !next.isEmpty, found.count < 100 {
            let some = try of(next, in: db)
            found += some
            next = some.map(\.post)
        }
        guard !found.isEmpty else { return nil }
        let text = try db.one("SELECT text FROM posts WHERE id = \(root)") { $0.text(0) }
        return ((root, text), found)
    }

    /// How many pictures of the original are deleted, so that its correction goes without them.
    static func picturesLeftOut(of post: Post.ID, in db: Connection) throws -> Int64 {
        try db.one(
            """
            SELECT count(*) FROM corrections JOIN post_pictures ON post_pictures.post_id = original_id
            JOIN media ON digest = media_digest AND erased_at IS NOT NULL WHERE corrections.post_id = \(post)
            """
        ) { $0.int(0) }
    }

    private static func of(_ originals: [Post.ID], in db: Connection) throws -> [Correction] {
        try db.all(
            """
            SELECT corrections.post_id, original_id, reason, first_name || ' ' || last_name, begun_at, text, state
            FROM corrections JOIN people ON people.id = begun_by JOIN posts ON posts.id = corrections.post_id
            WHERE original_id IN (\(list: originals.map(\.rawValue))) ORDER BY corrections.post_id LIMIT 100
            """
        ) { row in
            Correction(
                post: Post.ID(row.int(0)), original: Post.ID(row.int(1)), reason: row.text(2), begunBy: row.text(3),
                begunAt: Instant(milliseconds: row.int(4)), text: row.text(5),
                state: Post.State(rawValue: row.text(6)) ?? .draft)
        }
    }

    /// Takes down the originals whose correction is out; asked again and again, so that none is forgotten.
    static func finish(_ context: Context) async throws {
        let due = try await context.database.read { db in
            try db.all(
                """
                SELECT corrections.original_id, corrections.post_id, posts.school_id, reason, begun_by FROM corrections
                JOIN posts ON posts.id = corrections.post_id AND posts.state = 'published'
                JOIN posts AS originals ON originals.id = original_id AND originals.state = 'published' LIMIT 50
                """
            ) {
                (
                    original: Post.ID($0.int(0)), post: Post.ID($0.int(1)), school: School.ID($0.int(2)),
                    reason: $0.text(3), person: Person.ID($0.int(4))
                )
            }
        }
        let now = context.now()
        for item in due {
            try await context.database.write { db in
                try Post.lock([item.original], at: item.school, in: db)
                guard let original = try Post.find(item.original, in: db), original.state == .published else { return }
                let clause = try context.rooms.room(of: item.school, in: db)?.rulebook.rule(PostCorrections.self)?
                    .clause
                try Delivery.remove(
                    original, because: "It was corrected. " + item.reason, clause: clause?.rawValue, due: nil,
                    by: item.person, at: now, in: db)
                try original.record(
                    "replaced by its correction", by: nil, clause: clause,
                    fields: [("correction", "\(item.post.rawValue)")], at: now, in: db)
            }
        }
    }
}

extension Post {
    /// Begins a correction: a draft with the same words, pictures and accounts, which goes the way of every post.
    func correct(
        because reason: String, by viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> Post.ID {
        let rule = try context.rooms.room(of: school, in: db)?.rulebook.rule(PostCorrections.self), now = context.now()
        guard state == .published else {
            throw Problem.refused("This post is \(state.rawValue). Only what is out can be corrected.")
        }
        guard !reason.isEmpty || rule?.control.needsReason == false else {
            throw Problem.refused("Say what was wrong, so that readers can be told.")
        }
        let open = try Correction.history(of: id, in: db)?.corrections.first {
            $0.original == id && $0.state != .discarded && $0.state != .removed
        }
        guard open == nil else {
            throw Problem.conflict("A correction of this post has been begun already. Go on with that one.")
        }
        var draft = Draft(self)
        draft.slot = nil
        // What was published is taken as it is; what it was made from is gone, and pixels that were deleted stay so.
        draft.pictures = pictures.filter { !$0.isErased }.map { picture in
            var picture = picture
            picture.working = nil
            return picture
        }
        let correction = try Draft.start(draft, at: school, by: viewer.id, now: now, in: db)
        try db.run(
            """
            INSERT INTO corrections (post_id, original_id, reason, begun_by, begun_at)
            VALUES (\(correction), \(id), \(reason), \(viewer.id), \(now))
            """
        )
        try record(
            "began to correct", by: viewer.id, clause: rule?.clause,
            fields: [("reason", reason), ("correction", "\(correction.rawValue)")], at: now, in: db)
        return correction
    }
}
