extension Instagram {
    /// Some of the account's own posts, newest first.
    struct Listed: Sendable {
        let posts: [InstagramPost]
        let next: String?
        let reply: Outgoing.Reply
    }

    private static let forgiven: Int64 = 60_000

    func own(_ page: String?, limit: Int) async -> Answer<Listed> {
        guard GraphID.isValid(account) else { return .failed(Instagram.strangeID) }
        var query = [("fields", InstagramPost.fields), ("limit", String(limit))]
        if let page { query.append(("after", page)) }
        return await graph.list("\(account)/media", query).flatMap { found, next in
            var posts: [InstagramPost] = []
            for entry in found.json["data"].array ?? [] {
                guard let post = InstagramPost(entry) else { return graph.judgement.unreadable(found.reply) }
                posts.append(post)
            }
            return .done(Listed(posts: posts, next: next, reply: found.reply))
        }
    }

    /// Looks among the account's own posts for one with this caption and as many pictures, not older than this publication
    /// and not known to be another; of several the oldest is it.
    public func find(_ publication: Publication) async -> Answer<Published?> {
        guard let since = publication.since else {
            return .unknown("Nobody knows since when this post could be there. Look at the account.")
        }
        let words = SameWords.comparable(publication.text)
        // Somebody who only looks for it may no longer have the pictures.
        let isKnown = publication.media.allSatisfy { !$0.bytes.isEmpty } && !publication.media.isEmpty
        var match: Published?
        var page: String?
        for _ in 0..<settings.mostPages {
            switch await own(page, limit: 50) {
            case .done(let listed):
                for post in listed.posts
                where SameWords.comparable(post.caption) == words
                    && !publication.claimed.contains(RemoteID(rawValue: post.id))
                    && (post.createdAt ?? since) >= since - Instagram.forgiven
                    && (!isKnown || post.media.count == publication.media.count)
                {
                    match = post.published(settings.website, listed.reply, raw: Array(post.source.bytes))
                }
                // Pinned posts stand before newer ones, so that only a part that is old from end to end is the end.
                let isOld = listed.posts.allSatisfy { ($0.createdAt ?? since) < since - Instagram.forgiven }
                guard let next = listed.next, next != page, !isOld else { return .done(match) }
                page = next
            case let other: return other.asking()
            }
        }
        return match.map { .done($0) }
            ?? .unknown("The account has posted too much since to look through it all. Look there.")
    }

    /// Instagram lets no program take a post down; that somebody did so is seen.
    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        switch await isGone(post, media: media) {
        case .done(true): .done(())
        case .done(false): .unsupported(step(.delete))
        case let other: other.asking()
        }
    }

    /// That a post cannot be seen is not enough: the account's list of posts must be readable, and without it.
    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard GraphID.areValid([post] + media) else { return .failed(Instagram.strangeID) }
        for id in [post] + media {
            let heard = await graph.get(id.rawValue, [("fields", "id")])
            if heard.saysMissing { continue }
            return heard.answer.flatMap { found in
                found.json["id"].id == id.rawValue ? .done(false) : graph.judgement.unreadable(found.reply)
            }
        }
        return await own(nil, limit: 50).map { listed in
            let ids = Set((media + [post]).map(\.rawValue))
            return !listed.posts.contains { shown in
                ids.contains(shown.id) || shown.media.contains { ids.contains($0.id) }
            }
        }
    }

    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await own(page, limit: 50).map { listed in
            Page(
                listed.posts.map { post in
                    TimelinePost(
                        id: RemoteID(rawValue: post.id), url: post.url ?? settings.website, text: post.caption,
                        publishedAt: post.createdAt, media: post.media.map(\.shown), raw: Array(post.source.bytes))
                }, next: listed.next)
        }
    }
}
