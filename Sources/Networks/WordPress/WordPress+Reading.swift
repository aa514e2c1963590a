extension WordPress {
    public func identify() async -> Answer<Identity> {
        await get("users/me", query: "context=edit").flatMap { reply in
            guard let json = JSON(reply.body), let id = json["id"].int, let name = json["name"].string,
                let slug = json["slug"].string
            else { return WordPress.unreadable(reply).asking() }
            let roles = (json["roles"].array ?? []).compactMap(\.string)
            return .done(
                Identity(
                    id: RemoteID(rawValue: String(id)), handle: slug, name: HTMLText.plain(name),
                    url: WebText.address(json["link"].string) ?? site, scopes: roles))
        }
    }

    /// Everything that the website shows, whoever wrote it.
    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        let number = page.flatMap { Int($0) } ?? 1
        guard (1...10_000).contains(number) else { return .failed(.strangeID) }
        let query = "status=publish&per_page=50&orderby=date&order=desc&context=view&page=\(number)"
        return await get("posts", query: query).flatMap { reply in
            guard let list = JSON(reply.body)?.array else { return WordPress.unreadable(reply).asking() }
            return .done(Page(list.compactMap { WordPress.timelinePost($0) }, next: reply.pageAfter(number)))
        }
    }

    private static func timelinePost(_ json: JSON) -> TimelinePost? {
        guard let id = json["id"].int else { return nil }
        let content = json["content"]["rendered"].string ?? ""
        let text = [json["title"]["rendered"].string ?? "", content].map { HTMLText.plain($0) }
        return TimelinePost(
            id: RemoteID(rawValue: String(id)), url: WebText.address(json["link"].string) ?? "",
            text: text.filter { !$0.isEmpty }.joined(separator: "\n\n"),
            publishedAt: json["date_gmt"].string.flatMap { Instant.milliseconds($0 + "Z") },
            media: HTMLText.media(content), raw: Array(json.bytes))
    }

    /// The words change; the pictures, which stand in blocks of their own, stay as they are.
    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        guard let path = WordPress.path("posts", post) else { return .failed(.strangeID) }
        return await get(path, query: "context=edit").flatMap { reply in
            guard let raw = JSON(reply.body)?["content"]["raw"].string else {
                return WordPress.unreadable(reply).asking()
            }
            let kept = WordPress.mediaBlocks(raw)
            guard publication.media.isEmpty || publication.media.count == kept.count else {
                return .failed(
                    Failure(
                        .refused,
                        "The post on the website has other pictures. Publish a new post, and take this one down."))
            }
            let content = Content(publication, pictures: [])
            let blocks = ([content.blocks] + kept.map(\.block)).filter { !$0.isEmpty }.joined(separator: "\n\n")
            let body = JSON.text([("title", content.title), ("content", blocks)])
            return await self.post(path, contentType: "application/json", body).flatMap { reply in
                guard let edited = Post.one(reply.body), edited.remoteID == post else {
                    return WordPress.unreadable(reply).asking()
                }
                return .done(
                    Published(
                        id: post, url: edited.link, media: kept.compactMap(\.id), raw: reply.body,
                        contentType: reply.contentType))
            }
        }
    }

    /// The blocks of a post that are pictures and videos, and the numbers of these.
    static func mediaBlocks(_ raw: String) -> [(block: String, id: RemoteID?)] {
        var blocks: [(block: String, id: RemoteID?)] = [], rest = raw[...]
        while let start = rest.firstRange(of: "<!-- wp:") {
            let name = rest[start.upperBound...].prefix { $0.isLetter || $0 == "-" || $0 == "/" }
            let end = "<!-- /wp:\(name) -->"
            guard name == "image" || name == "video", let close = rest[start.upperBound...].firstRange(of: end) else {
                rest = rest[start.upperBound...]
                continue
            }
            let block = rest[start.lowerBound..<close.upperBound]
            let id = block.firstRange(of: "\"id\":").map { block[$0.upperBound...].prefix { $0.isNumber } }
            blocks.append((String(block), id.map { RemoteID(rawValue: String($0)) }))
            rest = rest[close.upperBound...]
        }
        return blocks
    }
}
