import Database
import Foundation
import Policy
import Web

enum PictureHandlers {
    /// A picture as it goes out, for those who may see a post it belongs to.
    static func made(_ request: Request, _ context: Context, _ viewer: Viewer, digest: String) async throws -> Response
    {
        let type = try await context.database.read { db in
            try db.first(
                """
                SELECT content_type FROM media WHERE digest = \(digest) AND erased_at IS NULL AND EXISTS (
                    SELECT 1 FROM post_pictures JOIN posts ON posts.id = post_pictures.post_id
                    WHERE media.digest IN (post_pictures.media_digest, post_pictures.video_digest)
                        AND posts.school_id = \(viewer.school.id))
                """
            ) { $0.text(0) }
        }
        guard let type else { throw Problem.notFound }
        var response = Response.part(of: try context.media.bytes(digest), type: type, asked: request)
        response.headers.append(("Cache-Control", "private, max-age=300"))
        return response
    }

    /// The unblurred picture, for those alone who write the post or may decide about it; kept by no browser.
    static func working(_ request: Request, _ context: Context, _ viewer: Viewer, key: String) async throws -> Response
    {
        let picture = try await seen(key, by: viewer, context)
        guard let bytes = try picture.flatMap({ try context.working.bytes($0.working ?? "") }) else {
            throw Problem.notFound
        }
        let isPNG = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        return .bytes(bytes, type: isPNG ? "image/png" : "image/jpeg")
    }

    /// A video before it is out, for the same people.
    static func video(_ request: Request, _ context: Context, _ viewer: Viewer, key: String) async throws -> Response {
        guard let video = try await seen(key, by: viewer, context)?.video, let sealed = video.key,
            let bytes = try context.working.bytes(sealed)
        else { throw Problem.notFound }
        return .part(of: bytes, type: video.contentType, asked: request)
    }

    /// A working picture as a post has it; nil for whoever may not see it unblurred.
    private static func seen(_ key: String, by viewer: Viewer, _ context: Context) async throws -> PostPicture? {
        guard WorkingFolder.isName(key) else { throw Problem.notFound }
        return try await context.database.read { db -> PostPicture? in
            guard let picture = try WorkingPicture.of([key], in: db)[key], !picture.isErased,
                let room = try context.rooms.room(of: viewer.school.id, in: db)
            else { return nil }
            let posts = try Post.all(
                """
                posts.school_id = \(viewer.school.id) AND posts.id IN (
                    SELECT post_id FROM post_pictures WHERE working_key = \(key))
                """, in: db)
            let post = posts.first { picture.isSeen(by: viewer, of: $0, room.rulebook) }
            return post?.pictures.first { $0.working == key }
        }
    }

    /// Names on the school's own roll that begin like what was typed: never a list of everybody (P28).
    static func pupils(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = request.query["q"] ?? ""
        let names = try await context.database.read { db in
            try PupilSearch.run(query, at: viewer.school.id, in: db).pupils.prefix(10).map(\.nameAndYear)
        }
        let json = String(decoding: try JSONEncoder().encode(names), as: UTF8.self)
        return .text(json, type: "application/json")
    }
}

extension Post {
    /// Deletes what its pictures were made from, and the pictures too where nothing needs them any more.
    func erasePictures(_ context: Context, at now: Instant, in db: Connection) throws {
        try Media.eraseUnusedWorking(Set(pictures.compactMap(\.working)), context, at: now, in: db)
        try Media.eraseUnused(Set(pictures.flatMap(\.digests)), context, at: now, in: db)
    }
}
