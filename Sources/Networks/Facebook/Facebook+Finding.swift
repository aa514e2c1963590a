extension Facebook {
    /// Some of the page's own posts, newest first.
    struct Listed: Sendable {
        let posts: [FacebookPost]
        let next: String?
        let reply: Outgoing.Reply
    }

    private static let forgiven: Int64 = 60_000

    func own(_ page: String?, since: Int64? = nil, limit: Int) async -> Answer<Listed> {
        guard GraphID.isValid(self.page) else { return .failed(Facebook.strangeID) }
        var query = [("fields", FacebookPost.fields), ("limit", String(limit))]
        if let since { query.append(("since", String((since - Facebook.forgiven) / 1_000))) }
        if let page { query.append(("after", page)) }
        return await graph.list("\(self.page)/published_posts", query).flatMap { found, next in
            var posts: [FacebookPost] = []
            for entry in found.json["data"].array ?? [] {
                guard let post = FacebookPost(entry) else { return graph.judgement.unreadable(found.reply) }
                posts.append(post)
            }
            return .done(Listed(posts: posts, next: next, reply: found.reply))
        }
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
            switch await own(page, since: since, limit: 100) {
            case .done(let listed):
                for post in listed.posts
                where SameWords.comparable(post.message) == words
                    && !publication.claimed.contains(RemoteID(rawValue: post.id))
                    && (post.createdAt ?? since) >= since - Facebook.forgiven
                    && (!isKnown || post.media.count == publication.media.count)
                {
                    match = Published(
                        id: RemoteID(rawValue: post.id), url: url(post.id),
                        media: post.media.map { RemoteID(rawValue: $0.id) }, raw: Array(post.source.bytes),
                        contentType: listed.reply.contentType)
                }
                guard let next = listed.next, next != page else { return .done(match) }
                page = next
            case let other: return other.asking()
            }
        }
        return match.map { .done($0) }
            ?? .unknown("The page has posted too much since to look through it all. Look there.")
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard GraphID.areValid([post] + media) else { return .failed(Facebook.strangeID) }
        var isSure = true
        for id in [post] + media {
            let heard = await graph.delete(id.rawValue)
            // Pictures often go with their post.
            if heard.saysMissing {
                isSure = false
                continue
            }
            let answer = graph.confirmed(heard)
            guard case .done = answer else { return answer }
        }
        guard !isSure else { return .done(()) }
        return await isGone(post, media: media).flatMap { isGone in
            isGone
                ? .done(())
                : .failed(Failure(.refused, "Facebook did not take it all down. Take it down on Facebook itself."))
        }
    }

    /// That a post cannot be seen is not enough: the page's list of posts must be readable, and without it.
    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard GraphID.areValid([post] + media) else { return .failed(Facebook.strangeID) }
        for id in [post] + media {
            let heard = await graph.get(id.rawValue, [("fields", "id")])
            if heard.saysMissing { continue }
            return heard.answer.flatMap { found in
                found.json["id"].id == id.rawValue ? .done(false) : graph.judgement.unreadable(found.reply)
            }
        }
        return await own(nil, limit: 100).map { listed in
            let ids = Set((media + [post]).map(\.rawValue))
            return !listed.posts.contains { shown in
                ids.contains(shown.id) || shown.media.contains { ids.contains($0.id) }
            }
        }
    }

    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        switch await own(page, limit: 50) {
        case .done(let listed):
            let descriptions = await descriptions(of: listed.posts.flatMap(\.media).map(\.id))
            return .done(
                Page(
                    listed.posts.map { post in
                        TimelinePost(
                            id: RemoteID(rawValue: post.id), url: url(post.id), text: post.message,
                            publishedAt: post.createdAt,
                            media: post.media.map {
                                TimelineMedia(url: $0.url, isVideo: $0.isVideo, alt: descriptions[$0.id] ?? "")
                            }, raw: Array(post.source.bytes))
                    }, next: listed.next))
        case let other: return other.asking()
        }
    }

    /// Of these pictures, fifty at a time; without an answer they are left out.
    private func descriptions(of ids: [String]) async -> [String: String] {
        var descriptions: [String: String] = [:]
        var rest = ids[...]
        while !rest.isEmpty {
            let some = rest.prefix(50)
            rest = rest.dropFirst(50)
            let query = [("ids", some.joined(separator: ",")), ("fields", "alt_text_custom,alt_text")]
            guard let found = await graph.get("", query).answer.value else { continue }
            for id in some {
                let photo = found.json[id]
                descriptions[id] = photo["alt_text_custom"].string ?? photo["alt_text"].string
            }
        }
        return descriptions
    }
}
