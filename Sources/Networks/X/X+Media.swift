internal import FoundationEssentials

extension X {
    /// A picture or video that X has, for a post.
    struct Uploaded: Sendable, Equatable {
        let id: String
        /// What X calls it in posts.
        let key: String
    }

    func refusal(of publication: Publication) -> Failure? {
        guard !publication.key.isEmpty else { return Failure(.misconfigured, "The post has no key.") }
        if let failure = refusal(of: publication.text) { return failure }
        if publication.media.count > settings.mostPictures {
            return Failure(.tooLarge, "A post on X takes \(settings.mostPictures) pictures. Leave some out.")
        }
        let kinds = publication.media.map { X.kind(of: $0.contentType) }
        if kinds.contains(nil) {
            return Failure(.refused, "X takes JPEG, PNG, WebP and GIF pictures and MP4 videos. Use one of these.")
        }
        if publication.media.count > 1, kinds.contains(where: { $0 != .picture }) {
            return Failure(
                .tooLarge, "A post on X takes four pictures, or one video or moving picture. Leave some out.")
        }
        for (media, kind) in zip(publication.media, kinds) {
            let largest =
                switch kind {
                case .gif: settings.largestGIF
                case .video: settings.largestVideo
                case .picture, nil: settings.largestPicture
                }
            if media.bytes.count > largest {
                return Failure(
                    .tooLarge,
                    "A picture or video is larger than the \(largest / 1_048_576) MB that X takes. Use a smaller one.")
            }
            if media.alt.count > settings.longestAlt {
                return Failure(
                    .tooLarge,
                    "A description is longer than the \(settings.longestAlt) characters that X takes. Shorten it.")
            }
        }
        return nil
    }

    func refusal(of text: String) -> Failure? {
        let count = TextCount(.weighted, link: settings.linkLength).count(text)
        guard count > settings.longestText else { return nil }
        return Failure(
            .tooLarge, "The post counts as \(count) characters; X takes \(settings.longestText). Shorten it.")
    }

    enum Kind: String { case picture = "tweet_image", gif = "tweet_gif", video = "tweet_video" }

    static func kind(of contentType: String) -> Kind? {
        switch contentType {
        case "image/jpeg", "image/png", "image/webp": .picture
        case "image/gif": .gif
        case "video/mp4", "video/quicktime": .video
        default: nil
        }
    }

    /// Announces, sends in parts, ends, waits until it is ready, describes.
    func upload(_ media: PublicationMedia) async -> Answer<Uploaded> {
        let start: JSON = [
            "media_type": .text(media.contentType), "total_bytes": .number(media.bytes.count),
            "media_category": .text((X.kind(of: media.contentType) ?? .picture).rawValue),
        ]
        let uploaded: Uploaded
        switch await send("POST", "media/upload/initialize", start).answer {
        case .done(let reply):
            guard let data = JSON(reply.body)?["data"], let id = data["id"].string, XID.isValid(id) else {
                return X.unreadable(reply)
            }
            uploaded = Uploaded(id: id, key: data["media_key"].string ?? id)
        case let other: return other.asking()
        }
        var place = 0
        var segment = 0
        while place < media.bytes.count {
            let end = min(media.bytes.count, place + max(1, settings.segment))
            let part: JSON = [
                "media": .text(Data(media.bytes[place..<end]).base64EncodedString()), "segment_index": .number(segment),
            ]
            let heard = await send("POST", "media/upload/\(uploaded.id)/append", part, .seconds(120))
            guard case .done = heard.answer else { return heard.answer.asking() }
            place = end
            segment += 1
        }
        let ended = await send("POST", "media/upload/\(uploaded.id)/finalize")
        switch await ready(uploaded, ended.answer) {
        case .done: break
        case let other: return other.asking()
        }
        guard !media.alt.isEmpty else { return .done(uploaded) }
        let description: JSON = [
            "id": .text(uploaded.id), "metadata": ["alt_text": ["text": .text(media.alt)]],
        ]
        return await send("POST", "media/metadata", description).answer.map { _ in uploaded }
    }

    /// Waits as long as X says, and not for ever.
    private func ready(_ uploaded: Uploaded, _ first: Answer<Outgoing.Reply>) async -> Answer<Void> {
        let end = ContinuousClock.now + settings.mostProcessing
        var answer = first
        while true {
            guard case .done(let reply) = answer else { return answer.map { _ in () } }
            guard let data = JSON(reply.body)?["data"], data.object != nil else { return X.unreadable(reply) }
            let info = data["processing_info"]
            guard info.object != nil else { return .done(()) }
            switch info["state"].string {
            case "succeeded": return .done(())
            case "failed":
                return .failed(Failure(.refused, "X could not use a picture or video. Try it in another format."))
            default: break
            }
            let wait = Duration.seconds(min(30, max(1, info["check_after_secs"].int ?? 5)))
            guard ContinuousClock.now + wait < end else {
                return .failed(
                    Failure(.unavailable, "X takes too long with a video. Nothing was posted; it is tried again later.")
                )
            }
            do { try await Task.sleep(for: wait) } catch {
                return .failed(Failure(.unavailable, "It was stopped before anything was posted."))
            }
            answer = await get("media/upload", [("command", "STATUS"), ("media_id", uploaded.id)]).answer
        }
    }
}
