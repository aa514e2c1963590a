import Database

/// What an author has typed so far: saved as it is, whatever the gate thinks of it.
struct Draft: Sendable, Equatable {
    /// The longest text any network takes, Facebook's.
    static let longestText = 63_206
    static let mostPictures = 10

    var text = ""
    var accounts: [Account.ID] = []
    var slot: Instant?
    var pictures: [PostPicture] = []

    static func start(
        _ draft: Draft, at school: School.ID, by author: Person.ID, now: Instant, in db: Connection
    ) throws -> Post.ID {
        let id = try db.one(
            """
            INSERT INTO posts (school_id, author_id, last_editor_id, text, state, slot_at, created_at, updated_at)
            VALUES (\(school), \(author), \(author), \(draft.text), 'draft', \(draft.slot), \(now), \(now))
            RETURNING id
            """
        ) { Post.ID($0.int(0)) }
        try draft.writeParts(of: id, in: db)
        try Record.write(Event("drafted", "post", id.rawValue, in: .school(school), by: author), at: now, in: db)
        return id
    }

    /// Saves over a post; whatever was approved or queued of it is void when anything changed.
    ///
    /// Throws `conflict` when somebody else saved since `edits`: neither text is lost, the page shows both.
    func save(
        over post: Post, edits: Int64, by editor: Person.ID, as verb: String = "changed",
        fields: [(name: String, value: String)] = [], now: Instant, in db: Connection
    ) throws {
        guard post.state.isEditable else {
            throw Problem.refused("This post is \(post.state.rawValue), so its words can no longer be changed.")
        }
        guard post.edits == edits else {
            throw Problem.conflict("Somebody else saved this post since you opened it. Compare before you save again.")
        }
        guard self != Draft(post) else { return }
        let state: Post.State = post.state == .returned ? .returned : .draft
        try db.run(
            """
            UPDATE posts SET text = \(text), slot_at = \(slot), last_editor_id = \(editor), state = \(state.rawValue),
                edits = edits + 1, updated_at = \(now), fingerprint = NULL WHERE id = \(post.id)
            """
        )
        try db.run("DELETE FROM post_accounts WHERE post_id = \(post.id)")
        try db.run(
            """
            DELETE FROM post_picture_pupils WHERE picture_id IN
                (SELECT id FROM post_pictures WHERE post_id = \(post.id))
            """
        )
        try db.run(
            """
            DELETE FROM post_picture_faces WHERE picture_id IN
                (SELECT id FROM post_pictures WHERE post_id = \(post.id))
            """
        )
        try db.run("DELETE FROM post_pictures WHERE post_id = \(post.id)")
        try writeParts(of: post.id, in: db)
        try Approval.void(of: post.id, because: "The post was changed.", at: now, in: db)
        try Delivery.cancel(of: post.id, because: "The post was changed.", at: now, in: db)
        if post.state != .draft || verb != "changed" {
            try Record.write(
                Event(verb, "post", post.id.rawValue, in: .school(post.school), by: editor, fields: fields), at: now,
                in: db)
        }
    }

    init() {}

    init(_ post: Post) {
        text = post.text
        accounts = post.accounts
        slot = post.slot
        pictures = post.pictures
    }

    private func writeParts(of post: Post.ID, in db: Connection) throws {
        for account in accounts {
            try db.run("INSERT INTO post_accounts (post_id, account_id) VALUES (\(post), \(account))")
        }
        for (position, picture) in pictures.enumerated() {
            let id = try db.one(
                """
                INSERT INTO post_pictures (post_id, position, media_digest, alt, provenance, not_pupils, is_complete,
                    working_key, blurred, device, video_digest)
                VALUES (\(post), \(position), \(picture.media), \(picture.alt), \(picture.provenance),
                    \(picture.notPupils), \(picture.isComplete), \(picture.working), \(picture.blurred),
                    \(picture.device), \(picture.video?.digest))
                RETURNING id
                """
            ) { $0.int(0) }
            for face in picture.faces { try face.keep(of: id, in: db) }
            for pupil in picture.shown {
                try db.run(
                    "INSERT INTO post_picture_pupils (picture_id, pupil_id, kind) VALUES (\(id), \(pupil), 'shown')")
            }
            for pupil in picture.workOf {
                try db.run(
                    "INSERT INTO post_picture_pupils (picture_id, pupil_id, kind) VALUES (\(id), \(pupil), 'work')")
            }
        }
    }
}
