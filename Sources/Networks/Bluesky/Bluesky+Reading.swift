extension Bluesky {
    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        if let page, page.hasPrefix("records:") { return await ownRecords(String(page.dropFirst("records:".count))) }
        let parameters = [("actor", did), ("limit", "50"), ("filter", "posts_with_replies")] + Bluesky.cursor(page)
        let heard = await query("app.bsky.feed.getAuthorFeed", parameters, to: settings.appView)
        // A server that shows no feeds still has the records.
        if page == nil, heard.isNotOffered || heard.status == 404 { return await ownRecords(nil) }
        return heard.answer.flatMap { reply in
            guard let told = JSON(reply.body), let feed = told["feed"].array else {
                return Bluesky.unreadable(reply)
            }
            var posts: [TimelinePost] = []
            for entry in feed {
                guard let view = PostView(entry["post"]) else { return Bluesky.unreadable(reply) }
                // What the account only passed on is somebody else's.
                guard view.author.id.rawValue == did else { continue }
                posts.append(view.timelinePost(settings.website, raw: Array(view.source.bytes)))
            }
            return .done(Page(posts, next: told["cursor"].string))
        }
    }

    private func ownRecords(_ cursor: String?) async -> Answer<Page<TimelinePost>> {
        let parameters = [("repo", did), ("collection", Bluesky.posts), ("limit", "100")] + Bluesky.cursor(cursor)
        return await look("com.atproto.repo.listRecords", parameters).answer.flatMap { reply in
            guard let told = JSON(reply.body), let records = told["records"].array else {
                return Bluesky.unreadable(reply)
            }
            var posts: [TimelinePost] = []
            for record in records {
                guard let address = record["uri"].string.flatMap(RecordAddress.init), case let value = record["value"],
                    value.object != nil
                else {
                    return Bluesky.unreadable(reply)
                }
                let pictures = value["embed"]["images"].array ?? []
                posts.append(
                    TimelinePost(
                        id: RecordAddress(did, Bluesky.posts, address.key).id,
                        url: "\(settings.website)/profile/\(did)/post/\(address.key)",
                        text: value["text"].string ?? "",
                        publishedAt: value["createdAt"].string.flatMap(Instant.milliseconds),
                        media: pictures.compactMap { picture in
                            picture["image"]["ref"]["$link"].string.map { link in
                                let query = Bluesky.encoded([("did", did), ("cid", link)])
                                return TimelineMedia(
                                    url: "\(service)/xrpc/com.atproto.sync.getBlob?\(query)", isVideo: false,
                                    alt: picture["alt"].string ?? "")
                            }
                        },
                        raw: Array(record.bytes)))
            }
            posts.sort { ($0.publishedAt ?? 0) > ($1.publishedAt ?? 0) }
            let next = records.isEmpty ? nil : told["cursor"].string.map { "records:" + $0 }
            return .done(Page(posts, next: next))
        }
    }

    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard let root = own(post) else { return .failed(.strangeRecord) }
        let parameters = [("uri", root.uri), ("depth", "50"), ("parentHeight", "0")]
        return await query("app.bsky.feed.getPostThread", parameters, to: settings.appView).answer.flatMap { reply in
            guard let thread = JSON(reply.body)?["thread"], thread["post"].object != nil else {
                return Bluesky.unreadable(reply)
            }
            // It stands with the post, or in the newer interface beside the thread.
            let gates = [thread["post"]["threadgate"], JSON(reply.body)?["threadgate"] ?? .null]
            let hidden = Set(gates.flatMap { $0["record"]["hiddenReplies"].array ?? [] }.compactMap(\.string))
            var comments: [Comment] = []
            var waiting = thread["replies"].array ?? []
            while let next = waiting.popLast(), comments.count < 2_000 {
                waiting += next["replies"].array ?? []
                // Deleted and blocked replies stand in the thread without their words.
                guard let view = PostView(next["post"]) else { continue }
                comments.append(
                    view.comment(
                        settings.website, under: post, isHidden: hidden.contains(view.address.uri),
                        raw: Array(view.source.bytes)))
            }
            comments.sort { ($0.writtenAt ?? 0, $0.id.rawValue) < ($1.writtenAt ?? 0, $1.id.rawValue) }
            return .done(Page(comments))
        }
    }

    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        let reasons = ["mention", "reply", "quote"]
        let parameters = reasons.map { ("reasons", $0) } + [("limit", "50")] + Bluesky.cursor(page)
        let heard = await query("app.bsky.notification.listNotifications", parameters, to: settings.appView)
        return heard.answer.flatMap { reply in
            guard let told = JSON(reply.body), let list = told["notifications"].array else {
                return Bluesky.unreadable(reply)
            }
            let comments = list.compactMap { entry -> Comment? in
                // Older servers do not know the parameter and tell of likes too.
                guard reasons.contains(entry["reason"].string ?? ""), let view = PostView(entry) else { return nil }
                return view.comment(settings.website, under: nil, isHidden: false, raw: Array(entry.bytes))
            }
            return .done(Page(comments, next: told["cursor"].string))
        }
    }

    public func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>> {
        let parameters = [("q", String(words.prefix(300))), ("limit", "25"), ("sort", "latest")] + Bluesky.cursor(page)
        return await query("app.bsky.feed.searchPosts", parameters, to: settings.appView).answer.flatMap { reply in
            guard let told = JSON(reply.body), let list = told["posts"].array else {
                return Bluesky.unreadable(reply)
            }
            let found = list.compactMap(PostView.init).map {
                $0.comment(settings.website, under: nil, isHidden: false, raw: Array($0.source.bytes))
            }
            return .done(Page(found, next: told["cursor"].string))
        }
    }

    private static func cursor(_ page: String?) -> [(String, String)] { page.map { [("cursor", $0)] } ?? [] }
}

/// A post as the services that show feeds and threads return one.
struct PostView {
    let source: JSON
    let address: RecordAddress
    let cid: String
    let author: Author
    let record: JSON

    /// Nil when it lacks what every post has.
    init?(_ source: JSON) {
        guard let address = source["uri"].string.flatMap(RecordAddress.init), let cid = source["cid"].string,
            let did = source["author"]["did"].string, DID.isValid(did), source["record"].object != nil
        else { return nil }
        self.source = source
        self.address = address
        self.cid = cid
        record = source["record"]
        let handle = source["author"]["handle"].string ?? did
        let name = source["author"]["displayName"].string ?? ""
        author = Author(
            id: RemoteID(rawValue: did), handle: "@\(handle)", name: name.isEmpty ? handle : name,
            url: "https://bsky.app/profile/\(did)")
    }

    private var text: String { record["text"].string ?? "" }
    private var instant: Int64? {
        (record["createdAt"].string ?? source["indexedAt"].string).flatMap(Instant.milliseconds)
    }

    func timelinePost(_ website: String, raw: [UInt8]) -> TimelinePost {
        let embed = source["embed"]["media"].isNull ? source["embed"] : source["embed"]["media"]
        var media = (embed["images"].array ?? []).compactMap { image in
            image["fullsize"].string.map {
                TimelineMedia(url: $0, isVideo: false, alt: image["alt"].string ?? "")
            }
        }
        if let video = embed["playlist"].string {
            media.append(TimelineMedia(url: video, isVideo: true, alt: embed["alt"].string ?? ""))
        }
        return TimelinePost(
            id: address.id, url: url(website), text: text, publishedAt: instant, media: media, raw: raw)
    }

    func comment(_ website: String, under post: RemoteID?, isHidden: Bool, raw: [UInt8]) -> Comment {
        let root = record["reply"]["root"]["uri"].string
        let parent = record["reply"]["parent"]["uri"].string
        let under = post ?? root.map(RemoteID.init(rawValue:))
        return Comment(
            id: address.id, post: under,
            parent: parent == under?.rawValue ? nil : parent.map(RemoteID.init(rawValue:)),
            author: author, text: text, url: url(website), writtenAt: instant, isHidden: isHidden, raw: raw)
    }

    private func url(_ website: String) -> String {
        "\(website)/profile/\(address.repo)/post/\(address.key)"
    }
}
