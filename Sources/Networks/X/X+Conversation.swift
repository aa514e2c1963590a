extension X {
    private static let fields: [(String, String)] = [
        ("tweet.fields", "author_id,conversation_id,created_at,entities,note_tweet,referenced_tweets"),
        ("expansions", "author_id"), ("user.fields", "name,username"),
    ]

    /// X finds answers of the last seven days.
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard XID.isValid(post.rawValue) else { return .failed(X.strangeID) }
        return await found("conversation_id:\(post.rawValue) is:reply", page, under: post)
    }

    public func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>> {
        let query = XText.query(words, longest: settings.longestQuery)
        guard !query.isEmpty else { return .failed(Failure(.refused, "Enter a word to search for.")) }
        return await found(query, page, under: nil)
    }

    private func found(_ query: String, _ page: String?, under post: RemoteID?) async -> Answer<Page<Comment>> {
        let parameters =
            [("query", query), ("max_results", "50")] + X.fields + (page.map { [("next_token", $0)] } ?? [])
        return await list("tweets/search/recent", parameters).map { comments(in: $0, under: post) }
    }

    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        let user: String
        switch await self.user() {
        case .done(let id): user = id
        case let other: return other.asking()
        }
        let parameters =
            [("max_results", "50")] + X.fields + (page.map { [("pagination_token", $0)] } ?? [])
        return await list("users/\(user)/mentions", parameters).map { comments(in: $0, under: nil) }
    }

    /// X does not tell which replies are hidden.
    private func comments(in found: Found, under post: RemoteID?) -> Page<Comment> {
        var people: [String: Author] = [:]
        for person in JSON(found.reply.body)?["includes"]["users"].array ?? [] {
            guard let id = person["id"].string, XID.isValid(id) else { continue }
            let handle = person["username"].string ?? id
            people[id] = Author(
                id: RemoteID(rawValue: id), handle: "@\(handle)", name: person["name"].string ?? handle,
                url: "\(settings.website)/i/user/\(id)")
        }
        let comments = found.posts.filter { !$0.isRepost }.map { entry in
            let author =
                people[entry.author]
                ?? Author(id: RemoteID(rawValue: entry.author), handle: "", name: "Somebody on X", url: url(entry.id))
            let root = post?.rawValue ?? entry.conversation.flatMap { $0 == entry.id ? nil : $0 }
            return Comment(
                id: RemoteID(rawValue: entry.id), post: root.map(RemoteID.init(rawValue:)),
                parent: entry.repliesTo.flatMap { $0 == root ? nil : RemoteID(rawValue: $0) }, author: author,
                text: entry.text, url: url(entry.id), writtenAt: entry.createdAt,
                raw: Array(entry.source.bytes))
        }
        return Page(comments, next: found.next)
    }

    /// An answer to the same comment with the same words is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        guard XID.isValid(comment.id.rawValue) else { return .failed(X.strangeID) }
        if let failure = refusal(of: text) { return .failed(failure) }
        let day: Int64 = 86_400_000
        let since = max(comment.writtenAt ?? 0, Instant.now() - 7 * day)
        func earlier() async -> Answer<Published?> {
            await search(since: since, text) { $0.repliesTo == comment.id.rawValue }
        }
        switch await earlier() {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let body: JSON = [
            "text": .text(text), "reply": ["in_reply_to_tweet_id": .text(comment.id.rawValue)],
        ]
        return await post(body, []) { await earlier() }
    }

    public func hide(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: true) }

    public func show(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: false) }

    private func change(_ comment: Comment, isHidden: Bool) async -> Answer<Void> {
        guard XID.isValid(comment.id.rawValue) else { return .failed(X.strangeID) }
        let heard = await send("PUT", "tweets/\(comment.id.rawValue)/hidden", ["hidden": JSON(.bool(isHidden))])
        return heard.answer.flatMap { reply in
            switch JSON(reply.body)?["data"]["hidden"].bool {
            case isHidden?: .done(())
            case nil: X.unreadable(reply)
            default: .failed(Failure(.refused, "X left the reply as it was. Hide it in the X app."))
            }
        }
    }
}
