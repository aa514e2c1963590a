import Database
import HTML
import Web

/// M17: a picture that should never have been there is deleted without a copy; that it happened is recorded.
enum PictureDeletion {
    static func carryOut(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID, position: Int
    ) async throws -> Response {
        let now = context.now()
        let seen = request.form["picture"] ?? ""
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db),
                post.pictures.indices.contains(position), !post.pictures[position].isErased
            else { throw Problem.notFound }
            guard post.pictures[position].key == seen else {
                throw Problem.conflict(
                    "The pictures changed after you opened the post. Look again before you delete one.")
            }
            if let reason = try LegalHold.reason(of: id, in: db) {
                throw Problem.refused("This post is kept for legal reasons: \(reason) Somebody has to lift that first.")
            }
            try delete(position, of: post, by: viewer, context, at: now, in: db)
        }
        return .seeOther(PostRoutes.show.path(id))
    }

    private static func delete(
        _ position: Int, of post: Post, by viewer: Viewer, _ context: Context, at now: Instant, in db: Connection
    ) throws {
        let picture = post.pictures[position]
        // Every post of the school that shows the same pixels: none of them keeps a copy.
        let others = try Post.all(
            """
            posts.school_id = \(post.school) AND posts.id IN (
                SELECT post_id FROM post_pictures WHERE media_digest = \(picture.media)
                    OR video_digest = \(picture.video?.digest) OR (working_key IS NOT NULL AND working_key = \(picture.working)))
            """, in: db)
        let why = "A \(picture.word) in it was deleted."
        for other in others {
            if other.state.isEditable {
                let wasSent = other.state != .draft && other.state != .returned
                var draft = Draft(other)
                draft.pictures.removeAll { $0.media == picture.media || $0.key == picture.key }
                try draft.save(over: other, edits: other.edits, by: other.lastEditor, now: now, in: db)
                if wasSent { try other.stop(why, clause: nil, now: now, in: db) }
            } else if other.state == .published || other.state == .publishing {
                try Delivery.remove(
                    other, because: why, clause: nil, due: nil, by: viewer.id, at: now, in: db)
            }
            try other.record("deleted a \(picture.word) of", by: viewer.id, clause: nil, at: now, in: db)
        }
        let all = others.flatMap(\.pictures).filter { $0.media == picture.media || $0.key == picture.key }
        try Media.destroy(
            Set(all.flatMap(\.digests)), Set(all.compactMap(\.working)), at: post.school, context, at: now, in: db)
    }
}

extension Media {
    /// Deletes pixels whoever may still want them at this school; what another school has for itself stays with it.
    static func destroy(
        _ digests: Set<String>, _ working: Set<String>, at school: School.ID, _ context: Context, at now: Instant,
        in db: Connection
    ) throws {
        for key in working {
            try eraseWorking(key, context, at: now, in: db)
        }
        for digest in digests {
            try db.each("SELECT digest FROM media WHERE digest = \(digest)\(.forUpdate)") { _ in }
            let isElsewhere = try db.one(
                """
                SELECT count(*) FROM post_pictures JOIN posts ON posts.id = post_pictures.post_id
                WHERE \(digest) IN (post_pictures.media_digest, post_pictures.video_digest) AND posts.school_id <> \(school) AND NOT \(pixelsGo)
                """
            ) { $0.int(0) > 0 }
            guard !isElsewhere else { continue }
            try context.media.erase(digest)
            try db.run("UPDATE media SET erased_at = \(now) WHERE digest = \(digest) AND erased_at IS NULL")
        }
    }
}

/// The button for it, under a picture.
struct PictureDeletionForm: HTML {
    let post: Post
    let position: Int
    let viewer: Viewer

    private var word: String { post.pictures[position].word }
    private var isVideo: Bool { post.pictures[position].isVideo }

    var body: Markup {
        details {
            summary { "This \(word) should not be here" }
            form(.method("post"), .action(PostRoutes.deletePicture.path(post.id, position)), .class("stack stack--s")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("picture"), .value(post.pictures[position].key))
                p {
                    "\(isVideo ? "It is" : "Its pixels are") deleted in every size, here and in every other post of the school. "
                        + "The record says that it happened and keeps no copy. Nobody can bring it back."
                }
                p { "If it may be an indecent \(word) of a child, do not look again: tell the safeguarding lead now." }
                p {
                    button(.class("button button--danger"), .type("submit")) { "Delete this \(word), keep no copy" }
                }
            }
        }
    }
}
