extension LinkedIn {
    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        var pictures: [JSON] = []
        var ids: [RemoteID] = []
        for media in publication.media {
            switch await upload(media) {
            case .done(let id):
                ids.append(RemoteID(rawValue: id))
                let picture: JSON = ["id": .text(id)]
                pictures.append(media.alt.isEmpty ? picture : picture.with("altText", .text(media.alt)))
            // Nobody sees what no post shows: that it did not come out is certain.
            case .unknown:
                return .failed(
                    Failure(
                        .unavailable, "LinkedIn did not take a picture. Nothing was posted; it is tried again later."))
            case let other: return other.asking()
            }
        }
        let distribution: JSON = [
            "feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": [],
        ]
        var body: JSON = [
            "author": .text(urn), "commentary": .text(LittleText.escaped(publication.text)), "visibility": "PUBLIC",
            "distribution": distribution, "lifecycleState": "PUBLISHED", "isReshareDisabledByAuthor": false,
        ]
        if pictures.count == 1 { body = body.with("content", ["media": pictures[0]]) }
        if pictures.count > 1 { body = body.with("content", ["multiImage": ["images": .list(pictures)]]) }
        let heard = await send("POST", "posts", [], body)
        if heard.saysTwice, case .done(let found?) = await find(publication) { return .done(found) }
        guard case .done(let reply) = heard.answer else { return heard.answer.asking() }
        // The answer is a header and nothing else.
        guard reply.status == 201, let id = reply.header("x-restli-id"), LinkedInURN.isPost(id) else {
            return LinkedIn.judgement.unreadable(reply)
        }
        let raw: Outgoing.Reply? = await read(id).value?.reply
        return .done(
            Published(
                id: RemoteID(rawValue: id), url: url(id), media: ids, raw: raw?.body ?? Array(id.utf8),
                contentType: raw?.contentType ?? "text/plain"))
    }

    func refusal(of publication: Publication) -> Failure? {
        guard LinkedInURN.isNumber(organisation[...]) else { return LinkedIn.strangeID }
        guard !publication.key.isEmpty else { return Failure(.misconfigured, "The post has no key.") }
        if let failure = refusal(of: publication.text, longest: settings.longestText) { return failure }
        if publication.text.allSatisfy(\.isWhitespace) {
            return Failure(.refused, "The post has no words. Write something.")
        }
        if publication.media.count > settings.mostPictures {
            return Failure(.tooLarge, "A post on LinkedIn takes \(settings.mostPictures) pictures. Leave some out.")
        }
        for media in publication.media {
            if let failure = refusal(of: media) { return failure }
        }
        return nil
    }

    private func refusal(of media: PublicationMedia) -> Failure? {
        guard ["image/jpeg", "image/png", "image/gif"].contains(media.contentType) else {
            return Failure(
                .refused,
                media.isVideo
                    ? "Videos do not go to LinkedIn from here yet. Leave it out, or add it on LinkedIn."
                    : "LinkedIn takes JPEG, PNG and GIF pictures. Use one of these.")
        }
        let pixels = PictureSize(media.bytes).map { $0.width * $0.height } ?? 0
        if media.bytes.count > settings.largestPicture || pixels > settings.mostPixels {
            return Failure(
                .tooLarge,
                "A picture is larger than the \(settings.largestPicture / 1_048_576) MB and \(settings.mostPixels / 1_000_000) megapixels that go to LinkedIn. Use a smaller one."
            )
        }
        guard media.alt.utf16.count > settings.longestAlt else { return nil }
        return Failure(
            .tooLarge,
            "A description is longer than the \(settings.longestAlt) characters that LinkedIn takes. Shorten it.")
    }

    func refusal(of text: String, longest: Int) -> Failure? {
        let count = TextCount(.utf16).count(text)
        guard count > longest else { return nil }
        return Failure(.tooLarge, "This has \(count) characters; LinkedIn takes \(longest). Shorten it.")
    }

    /// Announces a picture, sends it, and waits until LinkedIn can show it.
    private func upload(_ media: PublicationMedia) async -> Answer<String> {
        let announced = await send(
            "POST", "images", [("action", "initializeUpload")], ["initializeUploadRequest": ["owner": .text(urn)]])
        guard case .done(let reply) = announced.answer else { return announced.answer.asking() }
        let value = JSON(reply.body)?["value"]
        guard let id = value?["image"].string, LinkedInURN.isImage(id), let address = value?["uploadUrl"].string else {
            return LinkedIn.judgement.unreadable(reply)
        }
        let sent = await put(media.bytes, to: address)
        guard case .done = sent.answer else { return sent.answer.asking() }
        let end = ContinuousClock.now + settings.mostProcessing
        while true {
            let heard = await send("GET", "images/\(FormText.escaped(id))")
            guard case .done(let reply) = heard.answer else { return heard.answer.asking() }
            switch JSON(reply.body)?["status"].string {
            case "AVAILABLE": return .done(id)
            case "PROCESSING", "WAITING_UPLOAD": break
            case "PROCESSING_FAILED":
                return .failed(Failure(.refused, "LinkedIn could not use a picture. Try it in another format."))
            default: return LinkedIn.judgement.unreadable(reply)
            }
            guard ContinuousClock.now + settings.between < end else {
                return .failed(
                    Failure(
                        .unavailable,
                        "LinkedIn takes too long with a picture. Nothing was posted; it is tried again later."))
            }
            do { try await Task.sleep(for: settings.between) } catch {
                return .failed(Failure(.unavailable, "It was stopped before anything was posted."))
            }
        }
    }

    /// LinkedIn shows nobody a picture that no post shows.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    /// Only the words of a post can be changed.
    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        guard LinkedInURN.isPost(post.rawValue) else { return .failed(LinkedIn.strangeID) }
        if let failure = refusal(of: publication.text, longest: settings.longestText) { return .failed(failure) }
        // Read first: afterwards nothing may come between what was done and saying so.
        switch await read(post.rawValue) {
        case .done(let before):
            let patch: JSON = ["patch": ["$set": ["commentary": .text(LittleText.escaped(publication.text))]]]
            let heard = await send(
                "POST", "posts/\(FormText.escaped(post.rawValue))", [], patch, method: "PARTIAL_UPDATE")
            return heard.answer.flatMap { reply in
                guard reply.status == 204 else { return LinkedIn.judgement.unreadable(reply) }
                return .done(
                    Published(
                        id: post, url: url(post.rawValue), media: before.post.media.map { RemoteID(rawValue: $0.id) },
                        raw: reply.body, contentType: reply.contentType))
            }
        case let other: return other.asking()
        }
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard LinkedInURN.isPost(post.rawValue) else { return .failed(LinkedIn.strangeID) }
        let heard = await send("DELETE", "posts/\(FormText.escaped(post.rawValue))", method: "DELETE")
        if heard.saysMissing {
            return await isGone(post, media: media).flatMap { isGone in
                isGone
                    ? .done(())
                    : .failed(
                        Failure(.refused, "LinkedIn did not take the post down. Take it down on LinkedIn itself."))
            }
        }
        return heard.answer.flatMap { reply in
            // LinkedIn answers the same for a post that was gone already.
            reply.status == 204 ? .done(()) : LinkedIn.judgement.unreadable(reply)
        }
    }
}
