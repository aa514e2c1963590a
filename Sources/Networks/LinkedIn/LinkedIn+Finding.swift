extension LinkedIn {
    /// A post of the page as LinkedIn tells it.
    struct Post {
        let id: String
        let author: String
        let text: String
        let createdAt: Int64?
        let media: [(id: String, alt: String)]
        let source: JSON

        /// Nil when it lacks what every post has.
        init?(_ source: JSON) {
            guard let id = source["id"].string, LinkedInURN.isPost(id), let author = source["author"].string else {
                return nil
            }
            self.source = source
            self.id = id
            self.author = author
            text = LittleText.plain(source["commentary"].string ?? "")
            createdAt = source["publishedAt"].int ?? source["createdAt"].int
            let content = source["content"]
            let pictures = content["multiImage"]["images"].array ?? [content["media"]]
            media = pictures.compactMap { picture in
                picture["id"].string.map { ($0, picture["altText"].string ?? "") }
            }
        }
    }

    struct Listed {
        let posts: [Post]
        let next: String?
        let reply: Outgoing.Reply
    }

    private static let forgiven: Int64 = 60_000

    func read(_ id: String) async -> Answer<(post: Post, reply: Outgoing.Reply)> {
        await send("GET", "posts/\(FormText.escaped(id))").answer.flatMap { reply in
            guard let post = JSON(reply.body).flatMap(Post.init), post.id == id else {
                return LinkedIn.judgement.unreadable(reply)
            }
            return .done((post, reply))
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard LinkedInURN.isPost(post.rawValue) else { return .failed(LinkedIn.strangeID) }
        return await read(post.rawValue).map { read in
            Archived(
                id: post, url: url(read.post.id), text: read.post.text, raw: read.reply.body,
                contentType: read.reply.contentType)
        }
    }

    /// A page of the page's own posts, newest first.
    func own(_ page: String?, count: Int) async -> Answer<Listed> {
        guard LinkedInURN.isNumber(organisation[...]), LinkedInURN.isNumber((page ?? "0")[...]) else {
            return .failed(LinkedIn.strangeID)
        }
        let query = [
            ("author", urn), ("q", "author"), ("count", String(count)), ("start", page ?? "0"),
            ("sortBy", "CREATED"),
        ]
        return await send("GET", "posts", query, method: "FINDER").answer.flatMap { reply in
            guard let json = JSON(reply.body), let elements = json["elements"].array else {
                return LinkedIn.judgement.unreadable(reply)
            }
            var posts: [Post] = []
            for element in elements {
                guard let post = Post(element) else { return LinkedIn.judgement.unreadable(reply) }
                posts.append(post)
            }
            return .done(Listed(posts: posts, next: LinkedIn.next(json, page, count), reply: reply))
        }
    }

    /// Where a list goes on; nil at its end.
    static func next(_ json: JSON, _ page: String?, _ count: Int) -> String? {
        let goesOn = (json["paging"]["links"].array ?? []).contains { $0["rel"].string == "next" }
        return goesOn ? String((Int(page ?? "0") ?? 0) + count) : nil
    }

    /// Looks among the page's own posts for one with these words and as many pictures, not older than this publication and
    /// not known to be another; of several the oldest is it.
    public func find(_ publication: Publication) async -> Answer<Published?> {
        guard let since = publication.since else {
            return .unknown("Nobody knows since when this post could be there. Look at the page.")
        }
        let words = SameWords.comparable(publication.text)
        // Somebody who only looks for it may no longer have the pictures.
        let isKnown = publication.media.allSatisfy { !$0.bytes.isEmpty }
        var match: Published?
        var page: String?
        for _ in 0..<settings.mostPages {
            switch await own(page, count: 50) {
            case .done(let listed):
                for post in listed.posts
                where post.author == urn && SameWords.comparable(post.text) == words
                    && !publication.claimed.contains(RemoteID(rawValue: post.id))
                    && (post.createdAt ?? since) >= since - LinkedIn.forgiven
                    && (!isKnown || post.media.count == publication.media.count)
                {
                    match = Published(
                        id: RemoteID(rawValue: post.id), url: url(post.id),
                        media: post.media.map { RemoteID(rawValue: $0.id) }, raw: Array(post.source.bytes),
                        contentType: listed.reply.contentType)
                }
                let isOld = listed.posts.contains { ($0.createdAt ?? since) < since - LinkedIn.forgiven }
                guard let next = listed.next, !isOld else { return .done(match) }
                page = next
            case let other: return other.asking()
            }
        }
        return match.map { .done($0) }
            ?? .unknown("The page has posted too much since to look through it all. Look there.")
    }

    /// That LinkedIn does not find it is not enough: the page's list must be readable, and without it. Pictures are shown by
    /// their post only.
    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard LinkedInURN.isPost(post.rawValue) else { return .failed(LinkedIn.strangeID) }
        let heard = await send("GET", "posts/\(FormText.escaped(post.rawValue))")
        if heard.saysMissing {
            return await own(nil, count: 50).map { listed in !listed.posts.contains { $0.id == post.rawValue } }
        }
        return heard.answer.flatMap { reply in
            JSON(reply.body)?["id"].string == post.rawValue ? .done(false) : LinkedIn.judgement.unreadable(reply)
        }
    }

    /// LinkedIn tells a picture's address only when it is asked for that picture, and for an hour.
    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await own(page, count: 50).map { listed in
            Page(
                listed.posts.map { post in
                    TimelinePost(
                        id: RemoteID(rawValue: post.id), url: url(post.id), text: post.text,
                        publishedAt: post.createdAt,
                        media: post.media.map {
                            TimelineMedia(url: "", isVideo: $0.id.hasPrefix("urn:li:video:"), alt: $0.alt)
                        }, raw: Array(post.source.bytes))
                }, next: listed.next)
        }
    }
}
