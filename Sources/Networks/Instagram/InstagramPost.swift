/// A post of an account as Instagram tells it.
struct InstagramPost {
    static let fields =
        "id,caption,media_type,permalink,timestamp,media_url,alt_text,children{id,media_type,media_url,alt_text}"

    let id: String
    let caption: String
    let createdAt: Int64?
    let url: String?
    let media: [(id: String, shown: TimelineMedia)]
    let source: JSON

    /// Nil when it lacks what every post has.
    init?(_ source: JSON) {
        guard let id = source["id"].id, GraphID.isValid(id) else { return nil }
        self.source = source
        self.id = id
        caption = source["caption"].string ?? ""
        createdAt = GraphTime.milliseconds(source["timestamp"].string)
        url = WebText.address(source["permalink"].string)
        // A single picture is its post.
        let parts = source["children"]["data"].array ?? [source]
        media = parts.compactMap { part in
            guard let id = part["id"].id, GraphID.isValid(id) else { return nil }
            return (
                id,
                TimelineMedia(
                    url: WebText.address(part["media_url"].string) ?? "", isVideo: part["media_type"].string == "VIDEO",
                    alt: part["alt_text"].string ?? "")
            )
        }
    }

    func published(_ fallback: String, _ reply: Outgoing.Reply, raw: [UInt8]) -> Published {
        Published(
            id: RemoteID(rawValue: id), url: url ?? fallback, media: media.map { RemoteID(rawValue: $0.id) }, raw: raw,
            contentType: reply.contentType)
    }
}
