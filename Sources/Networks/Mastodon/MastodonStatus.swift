/// A post as such servers write one.
struct MastodonStatus {
    let id: RemoteID
    let url: String
    let createdAt: Int64?
    let text: String
    /// Exactly as it was written, where the server says that; otherwise it is found behind `/source`.
    let source: String?
    let media: [Attachment]
    let author: Author
    let parent: RemoteID?
    let parentAuthor: RemoteID?
    let isBoost: Bool
    /// How many answers the server counts.
    let answers: Int64
    let raw: [UInt8]

    struct Attachment {
        let id: RemoteID
        let url: String
        let isVideo: Bool
        let alt: String
    }

    init?(_ json: JSON, server: String) {
        guard let id = json["id"].id, let author = Author(json["account"], server: server) else { return nil }
        self.id = RemoteID(rawValue: id)
        self.author = author
        isBoost = json["reblog"].object != nil
        let shown = isBoost ? json["reblog"] : json
        url = WebText.address(shown["url"].string) ?? WebText.address(shown["uri"].string) ?? ""
        createdAt = json["created_at"].string.flatMap { Instant.milliseconds($0) }
        // GoToSocial and snac give the words as they were written; Pleroma keeps them apart.
        let plain = shown["text"].string ?? shown["pleroma"]["content"]["text/plain"].string
        source = shown["text"].string.flatMap { $0.isEmpty ? nil : $0 }
        let body = plain.flatMap { $0.isEmpty ? nil : $0 } ?? HTMLText.plain(shown["content"].string ?? "")
        let warning = HTMLText.plain(shown["spoiler_text"].string ?? "")
        text = warning.isEmpty ? body : "\(warning)\n\n\(body)"
        media = (shown["media_attachments"].array ?? []).compactMap(Attachment.init)
        parent = json["in_reply_to_id"].id.map { RemoteID(rawValue: $0) }
        parentAuthor = json["in_reply_to_account_id"].id.map { RemoteID(rawValue: $0) }
        answers = json["replies_count"].int ?? 0
        raw = Array(json.bytes)
    }

    func published(_ contentType: String) -> Published {
        Published(id: id, url: url, media: media.map(\.id), raw: raw, contentType: contentType)
    }

    var timelinePost: TimelinePost {
        TimelinePost(
            id: id, url: url, text: text, publishedAt: createdAt,
            media: media.map { TimelineMedia(url: $0.url, isVideo: $0.isVideo, alt: $0.alt) }, raw: raw)
    }

    /// As something that was written under a post of the account, or to it.
    func comment(on post: RemoteID?) -> Comment {
        Comment(
            id: id, post: post, parent: parent, author: author, text: text, url: url, writtenAt: createdAt, raw: raw)
    }
}

extension MastodonStatus.Attachment {
    init?(_ json: JSON) {
        guard let id = json["id"].id else { return nil }
        let url = WebText.address(json["url"].string) ?? WebText.address(json["preview_url"].string) ?? ""
        // snac numbers the pictures of a post by its address; their own is what they can be asked for by.
        self.id = RemoteID(rawValue: Mastodon.part(RemoteID(rawValue: id)) ?? (url.isEmpty ? id : url))
        self.url = url
        isVideo = ["video", "gifv"].contains(json["type"].string ?? "")
        alt = json["description"].string ?? ""
    }
}

extension Author {
    init?(_ json: JSON, server: String) {
        guard let id = json["id"].id, let name = json["acct"].string ?? json["username"].string else { return nil }
        let host = server.split(separator: "/").last ?? ""
        let display = json["display_name"].string.flatMap { $0.isEmpty ? nil : $0 } ?? name
        self.init(
            id: RemoteID(rawValue: id), handle: name.contains("@") ? "@\(name)" : "@\(name)@\(host)", name: display,
            url: WebText.address(json["url"].string) ?? "")
    }
}

/// What a network says in fields that end up in pages.
enum WebText {
    /// Only what a browser may be led to: never `javascript:` or the like.
    static func address(_ text: String?) -> String? {
        guard let text, let address = Address(text) else { return nil }
        return address.text
    }
}
