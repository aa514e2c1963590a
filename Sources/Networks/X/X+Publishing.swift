extension X {
    private static let fields: [(String, String)] = [
        (
            "tweet.fields",
            "attachments,author_id,conversation_id,created_at,entities,in_reply_to_user_id,note_tweet,referenced_tweets"
        ),
        ("expansions", "attachments.media_keys,author_id"), ("media.fields", "alt_text,preview_image_url,type,url"),
        ("user.fields", "name,username"),
    ]

    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        var pictures: [Uploaded] = []
        for media in publication.media {
            switch await upload(media) {
            case .done(let uploaded): pictures.append(uploaded)
            // Nobody sees what no post shows: that it did not come out is certain.
            case .unknown:
                return .failed(
                    Failure(.unavailable, "X did not take a picture. Nothing was posted; it is tried again later."))
            case let other: return other.asking()
            }
        }
        var body: JSON = ["text": .text(publication.text)]
        if !pictures.isEmpty { body = body.with("media", ["media_ids": .list(pictures.map { .text($0.id) })]) }
        return await post(body, pictures) { await find(publication) }
    }

    /// Looks among the account's own posts for one with these words and as many pictures, not older than this
    /// publication and not known to be another; of several the oldest is it.
    public func find(_ publication: Publication) async -> Answer<Published?> {
        guard let since = publication.since else {
            return .unknown("Nobody knows since when this post could be there. Look at the account.")
        }
        let media = publication.media.count
        // Somebody who only looks for it may no longer have the pictures.
        let isKnown = publication.media.allSatisfy { !$0.bytes.isEmpty }
        return await search(since: since, publication.text) { post in
            post.repliesTo == nil && !publication.claimed.contains(RemoteID(rawValue: post.id))
                && (!isKnown || post.mediaKeys.count == media)
        }
    }

    /// X keeps what it did not show for a day and shows it to nobody.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard XID.isValid(post.rawValue) else { return .failed(X.strangeID) }
        let heard = await send("DELETE", "tweets/\(post.rawValue)")
        if heard.saysGone { return .done(()) }
        return heard.answer.flatMap { reply in
            switch JSON(reply.body)?["data"]["deleted"].bool {
            case true?: .done(())
            case false?: .failed(Failure(.refused, "X did not take the post down. Take it down in the X app."))
            case nil: X.unreadable(reply)
            }
        }
    }

    /// Pictures go with their post and cannot be asked for alone.
    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard XID.isValid(post.rawValue) else { return .failed(X.strangeID) }
        let heard = await get("tweets/\(post.rawValue)")
        if heard.saysGone { return .done(true) }
        return heard.answer.flatMap { reply in
            guard JSON(reply.body)?["data"]["id"].string == post.rawValue else { return X.unreadable(reply) }
            return .done(false)
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard XID.isValid(post.rawValue) else { return .failed(X.strangeID) }
        return await get("tweets/\(post.rawValue)", X.fields).answer.flatMap { reply in
            guard let found = (JSON(reply.body)?["data"]).flatMap(XPost.init), found.id == post.rawValue else {
                return X.unreadable(reply)
            }
            return .done(
                Archived(
                    id: post, url: url(found.id), text: found.text, raw: reply.body, contentType: reply.contentType))
        }
    }

    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await own(page, since: nil).map { found in
            Page(
                found.posts.filter { !$0.isRepost }.map { post in
                    TimelinePost(
                        id: RemoteID(rawValue: post.id), url: url(post.id), text: post.text,
                        publishedAt: post.createdAt, media: post.mediaKeys.compactMap { found.media[$0] },
                        raw: Array(post.source.bytes))
                }, next: found.next)
        }
    }

    struct Found: Sendable {
        let posts: [XPost]
        let media: [String: TimelineMedia]
        let next: String?
        let reply: Outgoing.Reply
    }

    /// A page of the account's own posts, newest first.
    func own(_ page: String?, since: Int64?) async -> Answer<Found> {
        let user: String
        switch await self.user() {
        case .done(let id): user = id
        case let other: return other.asking()
        }
        var parameters = [("max_results", since == nil ? "50" : "100"), ("exclude", "retweets")] + X.fields
        if let page { parameters.append(("pagination_token", page)) }
        // X reads whole seconds; its own clock may be behind.
        if let since { parameters.append(("start_time", Instant.secondsText(since - X.forgiven))) }
        return await list("users/\(user)/tweets", parameters)
    }

    func list(_ path: String, _ parameters: [(String, String)]) async -> Answer<Found> {
        await get(path, parameters).answer.flatMap { reply in
            guard let told = JSON(reply.body), case let meta = told["meta"] else { return X.unreadable(reply) }
            let list = told["data"].array
            // An empty list is not sent at all, but counted.
            guard list != nil || meta["result_count"].int == 0 else { return X.unreadable(reply) }
            var posts: [XPost] = []
            for entry in list ?? [] {
                guard let post = XPost(entry) else { return X.unreadable(reply) }
                posts.append(post)
            }
            var media: [String: TimelineMedia] = [:]
            for entry in told["includes"]["media"].array ?? [] {
                guard let key = entry["media_key"].string else { continue }
                media[key] = TimelineMedia(
                    url: entry["url"].string ?? entry["preview_image_url"].string ?? "",
                    isVideo: entry["type"].string == "video", alt: entry["alt_text"].string ?? "")
            }
            return .done(Found(posts: posts, media: media, next: meta["next_token"].string, reply: reply))
        }
    }

    private static let forgiven: Int64 = 60_000
    private static let pagesToFind = 5

    /// The oldest of the account's own posts since then that has these words and is fit.
    func search(since: Int64, _ text: String, _ isFit: (XPost) -> Bool) async -> Answer<Published?> {
        let words = XText.comparable(text)
        // X puts the names of those who are answered in front of an answer.
        func isSame(_ post: XPost) -> Bool {
            let told = XText.comparable(post.text)
            return told == words || (post.repliesTo != nil && XText.withoutNames(told) == XText.withoutNames(words))
        }
        var match: Published?
        var page: String?
        for _ in 0..<X.pagesToFind {
            switch await own(page, since: since) {
            case .done(let found):
                for post in found.posts where !post.isRepost && isFit(post) && isSame(post) {
                    match = published(post, found)
                }
                guard let next = found.next, next != page else { return .done(match) }
                page = next
            case let other: return other.asking()
            }
        }
        return match.map { .done($0) }
            ?? .unknown("The account has posted too much since to look through it all. Look there.")
    }

    private func published(_ post: XPost, _ found: Found) -> Published {
        Published(
            id: RemoteID(rawValue: post.id), url: url(post.id), media: post.mediaKeys.map(RemoteID.init(rawValue:)),
            raw: Array(post.source.bytes), contentType: found.reply.contentType)
    }

    /// Posts once; when X says that the same is there already, that is looked for.
    func post(
        _ body: JSON, _ pictures: [Uploaded], find: () async -> Answer<Published?>
    ) async -> Answer<Published> {
        let heard = await send("POST", "tweets", body)
        if heard.saysTwice, case .done(let found?) = await find() { return .done(found) }
        return heard.answer.flatMap { reply in
            guard let id = JSON(reply.body)?["data"]["id"].string, XID.isValid(id) else {
                return X.unreadable(reply)
            }
            return .done(
                Published(
                    id: RemoteID(rawValue: id), url: url(id), media: pictures.map { RemoteID(rawValue: $0.key) },
                    raw: reply.body, contentType: reply.contentType))
        }
    }

    func url(_ id: String) -> String { "\(settings.website)/i/status/\(id)" }
}
