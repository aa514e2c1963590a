import Crypto
import Database
import Foundation
import Networks

/// Where a post went up, and what the network returned: the school's own archive.
struct PublishedPost: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<PublishedPost>

    let id: ID
    let account: Account.ID
    let remoteID: String
    let media: [String]
    let url: String
    let publishedAt: Instant
    let removedAt: Instant?

    private static let columns: SQL = "id, account_id, remote_id, remote_media, url, published_at, removed_at"

    init(row: borrowing Row) {
        id = ID(row.int(0))
        account = Account.ID(row.int(1))
        remoteID = row.text(2)
        media = (try? JSONDecoder().decode([String].self, from: Data(row.text(3).utf8))) ?? []
        url = row.text(4)
        publishedAt = Instant(milliseconds: row.int(5))
        removedAt = row.intOrNil(6).map { Instant(milliseconds: $0) }
    }

    static func find(_ post: Post.ID, _ account: Account.ID, in db: Connection) throws -> PublishedPost? {
        try db.first(
            "SELECT \(columns) FROM publications WHERE post_id = \(post) AND account_id = \(account)",
            PublishedPost.init(row:))
    }

    static func all(of post: Post.ID, in db: Connection) throws -> [PublishedPost] {
        try db.all("SELECT \(columns) FROM publications WHERE post_id = \(post) ORDER BY id", PublishedPost.init(row:))
    }

    static func keep(
        _ delivery: Delivery, _ published: Published, _ archived: Archived?, at now: Instant, in db: Connection
    ) throws {
        let raw = archived?.raw ?? published.raw
        let media = String(decoding: try JSONEncoder().encode(published.media.map(\.rawValue)), as: UTF8.self)
        try db.run("DELETE FROM publications WHERE post_id = \(delivery.post) AND account_id = \(delivery.account)")
        try db.run(
            """
            INSERT INTO publications (post_id, account_id, remote_id, remote_media, url, published_at, archive,
                archive_type, archive_digest)
            VALUES (\(delivery.post), \(delivery.account), \(published.id.rawValue), \(media), \(published.url), \(now),
                \(raw), \(archived?.contentType ?? published.contentType), \(Digest.of(raw).hex))
            """
        )
    }

    /// What the network says now of a post that only a person had seen there.
    func name(_ published: Published, in db: Connection) throws {
        let media = String(decoding: try JSONEncoder().encode(published.media.map(\.rawValue)), as: UTF8.self)
        try db.run(
            """
            UPDATE publications SET remote_id = \(published.id.rawValue), remote_media = \(media), url = \(published.url)
            WHERE id = \(id)
            """
        )
    }
}

extension Published {
    /// A post that a person has seen on the network: what was sent stands in for what the network did not say.
    init(seen post: Post, on account: Account) {
        self.init(
            id: RemoteID(rawValue: ""), url: account.publicPath, media: [], raw: Array(post.text.utf8),
            contentType: "text/plain; charset=utf-8")
    }
}

extension PublishedPost {
    /// Whether the address that the network gave is one of the web.
    var isOnTheWeb: Bool { ["https://", "http://"].contains { url.utf8.starts(with: $0.utf8) } }
}
