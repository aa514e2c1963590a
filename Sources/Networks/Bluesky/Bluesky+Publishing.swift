extension Bluesky {
    static let posts = "app.bsky.feed.post"

    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        return await post(publication.text, publication.media, reply: nil, key: publication.key)
    }

    public func find(_ publication: Publication) async -> Answer<Published?> {
        let address = RecordAddress(did, Bluesky.posts, RecordKey.made(from: publication.key))
        return await record(address).map { $0.map { Published($0, website: settings.website) } }
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard let address = own(post) else { return .failed(.strangeRecord) }
        let answer = await delete(address)
        if case .done = answer {
            // What replies were hidden under a post says nothing without it.
            _ = await delete(RecordAddress(did, Bluesky.gates, address.key))
        }
        return answer
    }

    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        guard let address = own(post) else { return .failed(.strangeRecord) }
        var answer = await record(address).map { $0 == nil }
        for picture in Set(media) {
            guard case .done(true) = answer else { return answer }
            answer = await isBlobGone(picture)
        }
        return answer
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard let address = RecordAddress(post.rawValue), address.collection == Bluesky.posts else {
            return .failed(.strangeRecord)
        }
        return await record(address).flatMap { found in
            guard let found else { return .failed(Failure(.refused, "The post is no longer on Bluesky.")) }
            return .done(
                Archived(
                    id: post, url: "\(settings.website)/profile/\(address.repo)/post/\(address.key)",
                    text: found.value["text"].string ?? "", raw: found.raw, contentType: found.contentType
                ))
        }
    }

    /// Nothing is left behind: a server forgets pictures that no post refers to.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    func refusal(of publication: Publication) -> Failure? {
        guard !publication.key.isEmpty, publication.key.utf8.count <= 64 else {
            return Failure(.misconfigured, "The post has no key that Bluesky could find it by.")
        }
        if let failure = refusal(of: publication.text) { return failure }
        if publication.media.count > settings.mostPictures {
            return Failure(.tooLarge, "A post on Bluesky takes \(settings.mostPictures) pictures. Leave some out.")
        }
        for media in publication.media {
            guard media.contentType.hasPrefix("image/") else {
                return Failure(
                    .refused,
                    "Schoolgate cannot put videos on Bluesky yet. Leave it out, or post it in the Bluesky app.")
            }
            guard media.bytes.count <= settings.largestPicture else {
                return Failure(
                    .tooLarge,
                    "A picture is larger than the \(settings.largestPicture / 1_000) kB that Bluesky takes. Use a smaller one."
                )
            }
        }
        return nil
    }

    private func refusal(of text: String) -> Failure? {
        guard text.count > settings.longestText || text.utf8.count > settings.mostTextBytes else { return nil }
        return Failure(
            .tooLarge, "The post has \(text.count) characters; Bluesky takes \(settings.longestText). Shorten it.")
    }

    /// Uploads the pictures and writes the record, unless one is there under this key.
    func post(_ text: String, _ media: [PublicationMedia], reply: JSON?, key: String) async -> Answer<Published> {
        if let failure = refusal(of: text) { return .failed(failure) }
        var images: [JSON] = []
        for picture in media {
            switch await blob(picture) {
            case .done(let blob): images.append(Bluesky.image(blob, of: picture))
            case let other: return other.asking()
            }
        }
        var record: JSON = [
            "$type": .text(Bluesky.posts), "text": .text(text), "createdAt": .text(Instant.text(Instant.now())),
            "langs": .list(settings.languages.prefix(3).map(JSON.text)),
        ]
        let facets = await facets(of: text)
        if !facets.isEmpty { record = record.with("facets", .list(facets)) }
        if !images.isEmpty {
            record = record.with("embed", ["$type": "app.bsky.embed.images", "images": .list(images)])
        }
        if let reply { record = record.with("reply", reply) }
        let address = RecordAddress(did, Bluesky.posts, RecordKey.made(from: key))
        let heard = await put(record, at: address, replacing: .null)
        // Somebody else was quicker with the same publication: theirs is the post.
        if heard.code == "InvalidSwap" {
            return await self.record(address).flatMap { found in
                guard let found else {
                    return .unknown("Bluesky says that the post is there and then that it is not. Look at the account.")
                }
                return .done(Published(found, website: settings.website))
            }
        }
        return heard.answer.flatMap { reply in
            guard JSON(reply.body)?["uri"].string.flatMap(RecordAddress.init)?.key == address.key else {
                return Bluesky.unreadable(reply)
            }
            let kept = Record(
                address: address, cid: nil, value: record, raw: reply.body, contentType: reply.contentType)
            return .done(Published(kept, website: settings.website))
        }
    }

    private func blob(_ picture: PublicationMedia) async -> Answer<JSON> {
        await upload(picture).answer.flatMap { reply in
            guard let blob = JSON(reply.body)?["blob"], blob["ref"]["$link"].string?.isEmpty == false,
                blob["mimeType"].string != nil, blob["size"].int == Int64(picture.bytes.count)
            else { return Bluesky.unreadable(reply) }
            return .done(blob)
        }
    }

    private static func image(_ blob: JSON, of picture: PublicationMedia) -> JSON {
        let image: JSON = ["image": blob, "alt": .text(picture.alt)]
        guard let size = PictureSize(picture.bytes) else { return image }
        return image.with("aspectRatio", ["width": .number(size.width), "height": .number(size.height)])
    }

    /// A handle that nobody has stays plain words.
    private func facets(of text: String) async -> [JSON] {
        var records: [JSON] = []
        var asked: [String: String?] = [:]
        for facet in Facet.found(in: text) {
            var did: String?
            if case .mention(let handle) = facet.feature {
                if asked[handle] == nil, asked.count < 10 { asked[handle] = await self.did(of: handle) }
                did = asked[handle] ?? nil
            }
            if let record = facet.record(did: did) { records.append(record) }
        }
        return records
    }

    private func did(of handle: String) async -> String? {
        let heard = await query("com.atproto.identity.resolveHandle", [("handle", handle)])
        guard let did = heard.answer.value.flatMap({ JSON($0.body)?["did"].string }), DID.isValid(did) else {
            return nil
        }
        return did
    }
}

extension Published {
    fileprivate init(_ record: Bluesky.Record, website: String) {
        let images = record.value["embed"]["images"].array ?? []
        self.init(
            id: record.address.id, url: "\(website)/profile/\(record.address.repo)/post/\(record.address.key)",
            media: images.compactMap { $0["image"]["ref"]["$link"].string.map(RemoteID.init(rawValue:)) },
            raw: record.raw, contentType: record.contentType
        )
    }
}
