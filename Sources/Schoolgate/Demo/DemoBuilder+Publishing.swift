import Database
import Gate
import Networks
import Policy

extension DemoBuilder {
    /// What the outbox would have done on each account.
    func publish(_ key: PostKey, _ now: Instant) throws {
        guard let post = try Post.find(key.post, in: db), post.state == .scheduled else { return }
        for delivery in try Delivery.of(post.id, in: db) where delivery.kind == .publish {
            guard let account = try Account.find(delivery.account, in: db) else { continue }
            let published =
                try account.network == "practice"
                ? onPracticePage(post, delivery, account, now) : onWebsite(post, account)
            try PublishedPost.keep(delivery, published, nil, at: now, in: db)
            try db.run(
                """
                UPDATE deliveries SET state = 'confirmed', attempts = 1, finished_at = \(now) WHERE id = \(delivery.id)
                """
            )
            try post.record(
                "published", by: nil, clause: nil, fields: [("account", account.name), ("address", published.url)],
                at: now, in: db)
        }
        try Post.settle(post.id, in: db, now: now)
    }

    private func onPracticePage(
        _ post: Post, _ delivery: Delivery, _ account: Account, _ now: Instant
    ) throws -> Published {
        let pictures = post.pictures.map {
            DatabasePracticeStore.Picture(digest: $0.media, type: "image/png", alt: $0.alt)
        }
        let id = try db.one(
            """
            INSERT INTO practice_posts (account_id, key, text, pictures, posted_at)
            VALUES (\(account.id), \(delivery.key), \(post.text), \(DatabasePracticeStore.Picture.write(pictures)), \(now))
            RETURNING id
            """
        ) { $0.int(0) }
        return try Published(
            PracticePost(
                id: RemoteID(rawValue: "\(id)"),
                url: "\(context.configuration.publicURL)\(account.publicPath)#post-\(id)",
                account: account.name, text: post.text, media: pictures.map { $0.post(context) }))
    }

    /// Nobody's website answers in the demo, so this is what one would have said.
    private func onWebsite(_ post: Post, _ account: Account) throws -> Published {
        let number = 1_000 + post.id.rawValue, url = "\(account.address)/?p=\(number)"
        let raw = #"{"id":\#(number),"link":"\#(url)","status":"publish"}"#
        return Published(
            id: RemoteID(rawValue: "\(number)"), url: url, media: [RemoteID(rawValue: "\(number + 1)")],
            raw: Array(raw.utf8), contentType: "application/json")
    }

    /// Takes a post down where a program can, and leaves to a person what no program gets into.
    func confirmRemoval(of id: Post.ID, _ now: Instant) throws {
        guard let post = try Post.find(id, in: db) else { return }
        for delivery in try Delivery.of(id, in: db) where delivery.kind == .remove && delivery.state == .armed {
            guard let account = try Account.find(delivery.account, in: db),
                let publication = try PublishedPost.find(id, account.id, in: db)
            else { continue }
            guard account.network == "practice" else {
                try db.run(
                    """
                    UPDATE deliveries SET state = 'by hand', attempts = 1, problem =
                        'The website does not let Schoolgate in. Sign in there, move the post and its picture to the bin, and empty the bin.'
                    WHERE id = \(delivery.id)
                    """
                )
                continue
            }
            try db.run(
                """
                UPDATE practice_posts SET removed_at = \(now), text = '', pictures = '[]'
                WHERE id = \(Int64(publication.remoteID) ?? 0) AND account_id = \(account.id)
                """
            )
            try db.run("UPDATE publications SET removed_at = \(now) WHERE id = \(publication.id)")
            try db.run(
                """
                UPDATE deliveries SET state = 'confirmed', attempts = 1, finished_at = \(now) WHERE id = \(delivery.id)
                """
            )
            try Record.write(
                Event(
                    "confirmed the removal of", "post", id.rawValue, in: .school(post.school), by: nil,
                    clause: delivery.clause, fields: [("account", account.name)]), at: now, in: db)
        }
        try Post.settle(id, in: db, now: now)
    }
}
