import Crypto
import Database
import Imaging

/// Pictures as they may go out, and when they and what they were made from are deleted.
enum Media {
    /// Keeps a picture under its digest; one that was deleted before is there again.
    ///
    /// The row comes first: who erases the file holds the same row until it is done.
    static func keep(
        _ picture: PreparedPicture, by person: Person.ID, _ context: Context, at now: Instant, in db: Connection
    ) throws -> String {
        let digest = Digest.of(picture.bytes).hex
        try db.run(
            """
            INSERT INTO media (digest, content_type, width, height, byte_count, added_by, added_at)
            VALUES (\(digest), \(picture.contentType), \(picture.width), \(picture.height), \(picture.bytes.count),
                \(person), \(now))
            ON CONFLICT (digest) DO UPDATE SET erased_at = NULL
            """
        )
        _ = try context.media.keep(picture.bytes)
        return digest
    }

    /// Deletes files whose transaction was rolled back after they were written.
    static func eraseUnknown(_ digests: [String], _ context: Context) async throws {
        guard !digests.isEmpty else { return }
        try await context.database.write { db in
            let known = Set(try db.all("SELECT digest FROM media WHERE digest IN (\(list: digests))") { $0.text(0) })
            for digest in digests where !known.contains(digest) { try context.media.erase(digest) }
        }
    }

    /// Deletes the pixels of those that no post needs any more; their digests stay.
    ///
    /// A post needs its pictures unless it was thrown away, or came down because somebody may not be shown; one under
    /// legal hold needs them always.
    static func eraseUnused(_ digests: Set<String>, _ context: Context, at now: Instant, in db: Connection) throws {
        for digest in digests.sorted() {
            try db.each("SELECT digest FROM media WHERE digest = \(digest)\(.forUpdate)") { _ in }
            let isNeeded = try db.one(
                """
                SELECT count(*) FROM post_pictures JOIN posts ON posts.id = post_pictures.post_id
                WHERE (post_pictures.media_digest = \(digest) OR post_pictures.video_digest = \(digest))
                    AND NOT \(pixelsGo)
                """
            ) { $0.int(0) > 0 }
            guard !isNeeded else { continue }
            try context.media.erase(digest)
            try db.run("UPDATE media SET erased_at = \(now) WHERE digest = \(digest) AND erased_at IS NULL")
        }
    }

    /// Deletes what pictures were made from, once no post is still being written with it.
    static func eraseUnusedWorking(
        _ keys: Set<String>, _ context: Context, at now: Instant, in db: Connection
    ) throws {
        for key in keys.sorted() {
            try db.each("SELECT key FROM working_pictures WHERE key = \(key)\(.forUpdate)") { _ in }
            let isNeeded = try db.one(
                """
                SELECT count(*) FROM post_pictures JOIN posts ON posts.id = post_pictures.post_id
                WHERE post_pictures.working_key = \(key) AND NOT \(isDone)
                """
            ) { $0.int(0) > 0 }
            guard !isNeeded else { continue }
            try eraseWorking(key, context, at: now, in: db)
        }
    }

    /// A still goes with the video it stands for.
    static func eraseWorking(_ key: String, _ context: Context, at now: Instant, in db: Connection) throws {
        let video = try db.first("SELECT video_key FROM working_pictures WHERE key = \(key)") { $0.textOrNil(0) } ?? nil
        if let video { try context.working.erase(video) }
        try context.working.erase(key)
        try db.run("UPDATE working_pictures SET erased_at = \(now) WHERE key = \(key) AND erased_at IS NULL")
    }

    /// Puts a video among the media, in the moment in which it goes out.
    static func keep(
        _ video: PostVideo, _ bytes: [UInt8], by person: Person.ID, _ context: Context, at now: Instant,
        in db: Connection
    ) throws {
        try db.run(
            """
            INSERT INTO media (digest, content_type, width, height, byte_count, added_by, added_at)
            VALUES (\(video.digest), \(video.contentType), \(video.width), \(video.height), \(video.byteCount),
                \(person), \(now))
            ON CONFLICT (digest) DO UPDATE SET erased_at = NULL
            """
        )
        _ = try context.media.keep(bytes)
    }

    /// A post whose pictures are not worked on any more.
    static let isDone: SQL =
        """
        (posts.legal_hold IS NULL AND posts.state IN ('published', 'removing', 'removed', 'discarded'))
        """

    /// A post whose pixels are to go.
    static let pixelsGo: SQL =
        """
        (posts.legal_hold IS NULL AND (posts.state = 'discarded'
            OR (posts.state = 'removed' AND posts.forgets_pictures = 1)))
        """
}

/// Deletes what is not needed any more: after every round of the outbox, and once an hour whatever happened.
struct PictureTidying: Sendable {
    /// How long a picture that belongs to no post may stay: somebody may just be adding it.
    static let grace = Duration.days(1)

    let context: Context

    func run() async throws {
        let now = context.now(), old = now - Self.grace
        try await context.database.write { db in
            let working = try db.all(
                """
                SELECT key FROM working_pictures WHERE erased_at IS NULL AND (EXISTS (
                    SELECT 1 FROM post_pictures JOIN posts ON posts.id = post_pictures.post_id
                    WHERE post_pictures.working_key = working_pictures.key AND \(Media.isDone))
                    OR (added_at < \(old) AND NOT EXISTS (
                        SELECT 1 FROM post_pictures WHERE post_pictures.working_key = working_pictures.key)))
                """
            ) { $0.text(0) }
            try Media.eraseUnusedWorking(Set(working), context, at: now, in: db)
            let media = try db.all(
                """
                SELECT DISTINCT media.digest FROM posts JOIN post_pictures ON post_pictures.post_id = posts.id
                    JOIN media ON media.digest IN (post_pictures.media_digest, post_pictures.video_digest)
                WHERE media.erased_at IS NULL AND \(Media.pixelsGo)
                """
            ) { $0.text(0) }
            try Media.eraseUnused(Set(media), context, at: now, in: db)
        }
    }

    /// Pictures that were made and never became part of a post: looked for among all, so not often.
    func sweep() async throws {
        let now = context.now(), old = now - Self.grace
        try await context.database.write { db in
            let media = try db.all(
                """
                SELECT digest FROM media WHERE erased_at IS NULL AND added_at < \(old) AND NOT EXISTS (
                    SELECT 1 FROM post_pictures WHERE post_pictures.media_digest = media.digest
                        OR post_pictures.video_digest = media.digest)
                """
            ) { $0.text(0) }
            try Media.eraseUnused(Set(media), context, at: now, in: db)
        }
    }
}
