/// A video as YouTube tells it.
struct YouTubeVideo {
    let id: String
    let channel: String?
    let title: String
    let description: String
    let publishedAt: Int64?
    let privacy: String?
    let uploadStatus: String?
    let source: JSON

    /// From a video, or from a list's entry, which names its video apart; nil when it lacks what every video has.
    init?(_ source: JSON) {
        let snippet = source["snippet"]
        let own = snippet["resourceId"]["videoId"].string ?? source["id"]["videoId"].string ?? source["id"].string
        guard let id = own, YouTubeID.isValid(id), let title = snippet["title"].string else { return nil }
        self.source = source
        self.id = id
        self.title = title
        channel = snippet["channelId"].string
        description = snippet["description"].string ?? ""
        publishedAt = (source["contentDetails"]["videoPublishedAt"].string ?? snippet["publishedAt"].string)
            .flatMap(Instant.milliseconds)
        privacy = source["status"]["privacyStatus"].string
        uploadStatus = source["status"]["uploadStatus"].string
    }

    /// The description, behind the title where that is no part of it.
    var text: String {
        let start = title.hasSuffix("…") ? String(title.dropLast()) : title
        if description.isEmpty { return title }
        return description.hasPrefix(start) ? description : "\(title)\n\n\(description)"
    }

    func published(_ url: String, raw: [UInt8], contentType: String) -> Published {
        Published(
            id: RemoteID(rawValue: id), url: url, media: [RemoteID(rawValue: id)], raw: raw, contentType: contentType)
    }
}
