extension YouTube {
    struct Listed {
        let videos: [YouTubeVideo]
        let next: String?
        let reply: Outgoing.Reply
    }

    private static let forgiven: Int64 = 60_000

    func read(_ id: String) async -> Answer<(video: YouTubeVideo, reply: Outgoing.Reply)> {
        await videos([id]).flatMap { listed in
            guard let video = listed.videos.first(where: { $0.id == id }) else {
                return .failed(Failure(.refused, "It is no longer on YouTube."))
            }
            return .done((video, listed.reply))
        }
    }

    /// These videos, without those that are gone.
    private func videos(_ ids: [String]) async -> Answer<Listed> {
        await list("videos", [("part", "snippet,status"), ("id", ids.joined(separator: ","))])
    }

    func list(_ path: String, _ query: [(String, String)]) async -> Answer<Listed> {
        await get(path, query).answer.flatMap { reply in
            guard let json = JSON(reply.body), let items = json["items"].array else {
                return YouTube.judgement.unreadable(reply)
            }
            var videos: [YouTubeVideo] = []
            for item in items {
                guard let video = YouTubeVideo(item) else { return YouTube.judgement.unreadable(reply) }
                videos.append(video)
            }
            return .done(Listed(videos: videos, next: json["nextPageToken"].string, reply: reply))
        }
    }

    /// A page of the channel's uploads, newest first.
    private func uploads(_ page: String?) async -> Answer<Listed> {
        switch await own() {
        case .done(let own):
            var query = [("part", "snippet,contentDetails,status"), ("playlistId", own.uploads), ("maxResults", "50")]
            if let page { query.append(("pageToken", page)) }
            return await list("playlistItems", query)
        case let other: return other.asking()
        }
    }

    /// Looks among the channel's uploads for one with this title and description, not older than this publication and not
    /// known to be another; of several the oldest is it. One that nobody can see is not it.
    public func find(_ publication: Publication) async -> Answer<Published?> {
        guard let since = publication.since else {
            return .unknown("Nobody knows since when this video could be there. Look at the channel.")
        }
        let words = SameWords.comparable(publication.text)
        let title = SameWords.comparable(title(of: publication))
        var match: Published?
        var page: String?
        for _ in 0..<settings.mostPages {
            switch await uploads(page) {
            case .done(let listed):
                for video in listed.videos
                where SameWords.comparable(video.description) == words && SameWords.comparable(video.title) == title
                    && !publication.claimed.contains(RemoteID(rawValue: video.id))
                    && (video.publishedAt ?? since) >= since - YouTube.forgiven
                    && (video.privacy ?? "public") == "public"
                {
                    match = video.published(
                        url(video.id), raw: Array(video.source.bytes), contentType: listed.reply.contentType)
                }
                let isOld = listed.videos.contains { ($0.publishedAt ?? since) < since - YouTube.forgiven }
                guard let next = listed.next, next != page, !isOld else { return .done(match) }
                page = next
            case let other: return other.asking()
            }
        }
        return match.map { .done($0) }
            ?? .unknown("The channel has uploaded too much since to look through it all. Look there.")
    }

    /// The channel's own token sees all of its videos, private ones too, so that an empty list is YouTube's word.
    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard YouTubeID.isValid(post.rawValue) else { return .failed(YouTube.strangeID) }
        switch await own() {
        case .done:
            return await videos([post.rawValue]).map { listed in listed.videos.allSatisfy { $0.id != post.rawValue } }
        case let other: return other.asking()
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard YouTubeID.isValid(post.rawValue) else { return .failed(YouTube.strangeID) }
        return await read(post.rawValue).map { read in
            Archived(
                id: post, url: url(read.video.id), text: read.video.text, raw: read.reply.body,
                contentType: read.reply.contentType)
        }
    }

    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await uploads(page).map { listed in
            Page(
                listed.videos.map { video in
                    TimelinePost(
                        id: RemoteID(rawValue: video.id), url: url(video.id), text: video.text,
                        publishedAt: video.publishedAt,
                        media: [TimelineMedia(url: url(video.id), isVideo: true, alt: "")],
                        raw: Array(video.source.bytes))
                }, next: listed.next)
        }
    }

    /// Public videos; a search is dear and counted by itself.
    public func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>> {
        guard words.contains(where: { !$0.isWhitespace }) else {
            return .failed(Failure(.refused, "Enter a word to search for."))
        }
        var query = [
            ("part", "snippet"), ("type", "video"), ("order", "date"), ("maxResults", "25"),
            ("q", String(words.prefix(500))),
        ]
        if let page { query.append(("pageToken", page)) }
        return await list("search", query).map { listed in
            Page(
                listed.videos.map { video in
                    let channel = video.channel ?? ""
                    let author = Author(
                        id: RemoteID(rawValue: channel), handle: "",
                        name: video.source["snippet"]["channelTitle"].string ?? "Somebody on YouTube",
                        url: "\(settings.website)/channel/\(FormText.escaped(channel))")
                    return Comment(
                        id: RemoteID(rawValue: video.id), post: nil, author: author, text: video.text,
                        url: url(video.id), writtenAt: video.publishedAt, raw: Array(video.source.bytes))
                }, next: listed.next)
        }
    }
}
