extension Facebook {
    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        var pictures: [RemoteID] = []
        for media in publication.media {
            switch await upload(media) {
            case .done(let id): pictures.append(id)
            case let other:
                await discard(pictures)
                // Nobody is shown a picture without its post: that nothing came out is certain.
                guard case .unknown = other else { return other.asking() }
                return .failed(
                    Failure(
                        .unavailable, "Facebook did not take a picture. Nothing was posted; it is tried again later."))
            }
        }
        var fields = [("message", publication.text)]
        for (index, picture) in pictures.enumerated() {
            let attached: JSON = ["media_fbid": .text(picture.rawValue)]
            fields.append(("attached_media[\(index)]", String(decoding: attached.written, as: UTF8.self)))
        }
        let heard = await graph.post("\(page)/feed", fields)
        if heard.saysTwice, case .done(let found?) = await find(publication) { return .done(found) }
        if case .failed = heard.answer { await discard(pictures) }
        return heard.answer.flatMap { found in
            guard let id = found.json["id"].id, GraphID.isValid(id) else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done(
                Published(
                    id: RemoteID(rawValue: id), url: url(id), media: pictures, raw: found.reply.body,
                    contentType: found.reply.contentType))
        }
    }

    func refusal(of publication: Publication) -> Failure? {
        guard GraphID.isValid(page) else { return Facebook.strangeID }
        guard !publication.key.isEmpty else { return Failure(.misconfigured, "The post has no key.") }
        if let failure = refusal(of: publication.text) { return failure }
        if publication.media.count > settings.mostPictures {
            return Failure(.tooLarge, "A post takes \(settings.mostPictures) pictures here. Leave some out.")
        }
        if publication.text.allSatisfy(\.isWhitespace), publication.media.isEmpty {
            return Failure(.refused, "The post is empty. Write something, or add a picture.")
        }
        for media in publication.media {
            guard ["image/jpeg", "image/png"].contains(media.contentType) else {
                return Failure(
                    .refused,
                    media.isVideo
                        ? "Videos do not go to Facebook from here yet. Leave it out, or add it on Facebook."
                        : "Facebook takes JPEG and PNG pictures from here. Use one of these.")
            }
            if media.bytes.count > settings.largestPicture {
                return Failure(
                    .tooLarge,
                    "A picture is larger than the \(settings.largestPicture / 1_048_576) MB that Facebook takes. Use a smaller one."
                )
            }
        }
        return nil
    }

    func refusal(of text: String) -> Failure? {
        let count = TextCount(.utf16).count(text)
        guard count > settings.longestText else { return nil }
        return Failure(
            .tooLarge, "The post has \(count) characters; Facebook takes \(settings.longestText). Shorten it.")
    }

    /// A picture that nobody is shown until a post shows it.
    private func upload(_ media: PublicationMedia) async -> Answer<RemoteID> {
        var fields = [("published", "false")]
        if !media.alt.isEmpty { fields.append(("alt_text_custom", media.alt)) }
        return await graph.ask("POST", "\(page)/photos", [], .file(fields, media), time: .seconds(120)).answer
            .flatMap { found in
                guard let id = found.json["id"].id, GraphID.isValid(id) else {
                    return graph.judgement.unreadable(found.reply)
                }
                return .done(RemoteID(rawValue: id))
            }
    }

    private func discard(_ pictures: [RemoteID]) async {
        for picture in pictures { _ = await graph.delete(picture.rawValue) }
    }

    /// Facebook shows nobody a picture that was uploaded without being published.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    /// Only the words of a post can be changed, and only of one that Schoolgate published.
    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        guard GraphID.isValid(post.rawValue) else { return .failed(Facebook.strangeID) }
        if let failure = refusal(of: publication.text) { return .failed(failure) }
        // Read first: afterwards nothing may come between what was done and saying so.
        switch await read(post.rawValue) {
        case .done(let before):
            let heard = await graph.post(post.rawValue, [("message", publication.text)])
            return graph.confirmed(heard).map { _ in
                Published(
                    id: post, url: url(post.rawValue), media: before.post.media.map { RemoteID(rawValue: $0.id) },
                    raw: heard.answer.value?.reply.body ?? [],
                    contentType: heard.answer.value?.reply.contentType ?? "")
            }
        case let other: return other.asking()
        }
    }

    func read(_ id: String) async -> Answer<(post: FacebookPost, found: Graph.Found)> {
        await graph.get(id, [("fields", FacebookPost.fields)]).answer.flatMap { found in
            guard let post = FacebookPost(found.json), post.id == id else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done((post, found))
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard GraphID.isValid(post.rawValue) else { return .failed(Facebook.strangeID) }
        return await read(post.rawValue).map { read in
            Archived(
                id: post, url: url(read.post.id), text: read.post.message, raw: read.found.reply.body,
                contentType: read.found.reply.contentType)
        }
    }
}
