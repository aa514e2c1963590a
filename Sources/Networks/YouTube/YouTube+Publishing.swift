extension YouTube {
    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let snippet: JSON = [
            "title": .text(title(of: publication)), "description": .text(publication.text),
            "categoryId": .text(settings.category),
        ]
        let status: JSON = ["privacyStatus": "public", "selfDeclaredMadeForKids": JSON(.bool(settings.isMadeForKids))]
        return await upload(publication.media[0], ["snippet": snippet, "status": status]).flatMap { reply in
            guard let video = JSON(reply.body).flatMap(YouTubeVideo.init) else {
                return YouTube.judgement.unreadable(reply)
            }
            return await check(video).flatMap {
                .done(video.published(url(video.id), raw: reply.body, contentType: reply.contentType))
            }
        }
    }

    /// YouTube may take a video and show it to nobody: that is no success, and the video goes again.
    private func check(_ video: YouTubeVideo) async -> Answer<Void> {
        let why: String
        switch (video.uploadStatus, video.privacy) {
        case ("rejected"?, _), ("failed"?, _):
            why = "YouTube could not use the video, or rejected it. Look at it in YouTube Studio"
        case (_, "public"?): return .done(())
        case (_, nil):
            return .unknown("YouTube did not say whether the video can be seen. Look at the channel.")
        default:
            why =
                "YouTube keeps videos from this Schoolgate private. Whoever runs Schoolgate can have it audited by YouTube; until then, upload it in YouTube Studio"
        }
        switch await remove(RemoteID(rawValue: video.id), media: []) {
        case .done: return .failed(Failure(.refused, "\(why). Nothing can be seen."))
        default: return .unknown("\(why). It is still in YouTube Studio and must be deleted there.")
        }
    }

    func title(of publication: Publication) -> String {
        let line = publication.title ?? publication.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.utf16.count > settings.longestTitle else { return line }
        var words = ""
        for word in line.split(separator: " ") {
            guard words.utf16.count + word.utf16.count + 2 <= settings.longestTitle else { break }
            words += words.isEmpty ? "\(word)" : " \(word)"
        }
        return (words.isEmpty ? String(line.prefix(settings.longestTitle / 2)) : words) + "…"
    }

    func refusal(of publication: Publication) -> Failure? {
        guard !publication.key.isEmpty else { return Failure(.misconfigured, "The post has no key.") }
        if let failure = refusal(of: publication.text) { return failure }
        if publication.media.isEmpty {
            return Failure(
                .refused,
                "Only videos go to YouTube from here. A post without one is written in YouTube Studio: Create, then Create post."
            )
        }
        if publication.media.count > 1 {
            return Failure(.tooLarge, "YouTube takes one video at a time. Leave the others out.")
        }
        let video = publication.media[0]
        guard video.isVideo else {
            return Failure(
                .refused, "Only videos go to YouTube from here. Leave the picture out, or do not send it there.")
        }
        if video.bytes.isEmpty { return Failure(.refused, "The video is empty. Choose it again.") }
        if video.bytes.count > settings.largestVideo {
            return Failure(
                .tooLarge,
                "The video is larger than the \(settings.largestVideo / 1_048_576) MB that go to YouTube from here. Save it smaller, or upload it in YouTube Studio."
            )
        }
        if title(of: publication).allSatisfy(\.isWhitespace) {
            return Failure(.refused, "A video needs a title. Write something in the first line.")
        }
        return publication.title.flatMap(refusal(of:))
    }

    func refusal(of text: String) -> Failure? {
        if text.contains(where: { $0 == "<" || $0 == ">" }) {
            return Failure(.refused, "YouTube takes no < or > in words. Write them another way.")
        }
        let count = TextCount(.bytes).count(text)
        guard count > settings.longestDescription else { return nil }
        return Failure(
            .tooLarge, "The post has \(count) bytes; YouTube takes \(settings.longestDescription). Shorten it.")
    }

    /// A session that was not ended is forgotten by YouTube, and nothing of it can be seen.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        guard YouTubeID.isValid(post.rawValue) else { return .failed(YouTube.strangeID) }
        if let failure = refusal(of: publication.text) ?? publication.title.flatMap(refusal(of:)) {
            return .failed(failure)
        }
        switch await read(post.rawValue) {
        case .done(let before):
            // What is not sent along is deleted.
            var snippet: JSON = [
                "title": .text(title(of: publication)), "description": .text(publication.text),
                "categoryId": .text(before.video.source["snippet"]["categoryId"].string ?? settings.category),
            ]
            for name in ["tags", "defaultLanguage", "defaultAudioLanguage"] {
                let value = before.video.source["snippet"][name]
                if !value.isNull { snippet = snippet.with(name, value) }
            }
            let body: JSON = ["id": .text(post.rawValue), "snippet": snippet]
            return await send("PUT", "videos", [("part", "snippet")], body).answer.flatMap { reply in
                guard let video = JSON(reply.body).flatMap(YouTubeVideo.init), video.id == post.rawValue else {
                    return YouTube.judgement.unreadable(reply)
                }
                return .done(video.published(url(video.id), raw: reply.body, contentType: reply.contentType))
            }
        case let other: return other.asking()
        }
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard YouTubeID.isValid(post.rawValue) else { return .failed(YouTube.strangeID) }
        let heard = await send("DELETE", "videos", [("id", post.rawValue)])
        if heard.saysMissing { return .done(()) }
        return heard.answer.flatMap { reply in
            reply.status == 204 ? .done(()) : YouTube.judgement.unreadable(reply)
        }
    }
}
