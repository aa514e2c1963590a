import Database
import Foundation
import Networks

/// The practice network's own side of things, in our database; pictures are the post's own, in the media folder.
struct DatabasePracticeStore: PracticeStore {
    let account: Account
    let context: Context
    /// Who answers and hides; nil for the outbox, which does neither.
    var person: Person.ID?

    func insert(key: String, account name: String, text: String, media: [PublicationMedia]) async throws -> PracticePost
    {
        let now = context.now()
        let pictures = try media.map {
            Picture(
                digest: try context.media.keep($0.bytes), type: $0.contentType, alt: $0.alt,
                poster: try $0.poster.map(context.media.keep))
        }
        let json = try Picture.write(pictures)
        return try await context.database.write { db in
            try db.run(
                """
                INSERT INTO practice_posts (account_id, key, text, pictures, posted_at)
                VALUES (\(account.id), \(key), \(text), \(json), \(now)) ON CONFLICT (key) DO UPDATE
                    SET text = excluded.text, pictures = excluded.pictures, removed_at = NULL
                    WHERE practice_posts.removed_at IS NOT NULL
                """
            )
            guard let post = try first("key = \(key)", in: db) else { throw Problem.notFound }
            return post
        }
    }

    func find(key: String) async throws -> PracticePost? {
        try await context.database.read { db in try first("key = \(key) AND removed_at IS NULL", in: db) }
    }

    func remove(_ id: RemoteID) async throws {
        let now = context.now()
        try await context.database.write { db in
            try db.run(
                """
                UPDATE practice_posts SET removed_at = \(now), text = '', pictures = '[]'
                WHERE id = \(Int64(id.rawValue) ?? 0) AND account_id = \(account.id) AND removed_at IS NULL
                """
            )
        }
    }

    func fetch(_ id: RemoteID) async throws -> PracticePost? {
        try await context.database.read { db in
            try first("id = \(Int64(id.rawValue) ?? 0) AND removed_at IS NULL", in: db)
        }
    }

    func posts(before id: RemoteID?) async throws -> [PracticePost] {
        let limit = id.map { Int64($0.rawValue) ?? 0 } ?? .max
        return try await context.database.read { db in
            try db.all(
                """
                SELECT id, text, pictures, posted_at FROM practice_posts
                WHERE account_id = \(account.id) AND removed_at IS NULL AND id < \(limit)
                ORDER BY id DESC LIMIT \(PracticeNetwork.pageLength)
                """, post(row:))
        }
    }

    private func first(_ condition: SQL, in db: Connection) throws -> PracticePost? {
        try db.first(
            """
            SELECT id, text, pictures, posted_at FROM practice_posts WHERE account_id = \(account.id) AND \(condition)
            """, post(row:))
    }

    private func post(row: borrowing Row) -> PracticePost {
        let id = row.int(0)
        return PracticePost(
            id: RemoteID(rawValue: "\(id)"),
            url: "\(context.configuration.publicURL)\(account.publicPath)#post-\(id)",
            account: account.name, text: row.text(1),
            media: Picture.read(row.text(2)).map { $0.post(context) }, publishedAt: row.int(3))
    }

    struct Picture: Codable, Sendable {
        let digest: String
        let type: String
        let alt: String
        /// The still that stands for a video.
        var poster: String?

        static func write(_ pictures: [Picture]) throws -> String {
            String(decoding: try JSONEncoder().encode(pictures), as: UTF8.self)
        }

        static func read(_ json: String) -> [Picture] {
            (try? JSONDecoder().decode([Picture].self, from: Data(json.utf8))) ?? []
        }

        func post(_ context: Context) -> PracticePost.Picture {
            PracticePost.Picture(
                id: RemoteID(rawValue: digest), url: "\(context.configuration.publicURL)/practice/pictures/\(digest)",
                contentType: type, alt: alt)
        }
    }
}
