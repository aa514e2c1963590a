extension Mastodon {
    /// What the server says of itself, asked for once.
    func about() async -> Answer<MastodonServer> {
        if let about = memory.about { return .done(about) }
        var answer = Answer<MastodonServer>.unknown("")
        for path in ["/api/v2/instance", "/api/v1/instance"] {
            answer = await ask("GET", path).flatMap { found in
                guard let about = MastodonServer(found.json) else { return judgement.unreadable(found.reply) }
                return .done(about)
            }
            switch answer {
            case .done(let about):
                memory.about = about
                return answer
            // The older interface is asked when the newer is not there, not when the server is not.
            case .failed(let failure) where failure.kind == .refused: continue
            default: return answer
            }
        }
        return answer
    }

    public func identify() async -> Answer<Identity> {
        await ask("GET", "/api/v1/accounts/verify_credentials").flatMap { found in
            guard let author = Author(found.json, server: server) else { return judgement.unreadable(found.reply) }
            let scopes = (found.json["token"]["scopes"].array ?? []).compactMap(\.string)
            let identity = Identity(
                id: author.id, handle: author.handle, name: author.name, url: author.url, scopes: scopes)
            memory.account = identity
            return .done(identity)
        }
    }

    func account() async -> Answer<Identity> {
        if let account = memory.account { return .done(account) }
        return await identify()
    }

    public func publish(_ publication: Publication) async -> Answer<Published> {
        // Without an answer Mastodon's own limits serve; the server still has the last word.
        if case .failed(let failure) = await about(), failure.kind != .refused { return .failed(failure) }
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        var media: [RemoteID] = []
        for item in publication.media {
            switch await upload(item) {
            case .done(let id): media.append(id)
            case let other:
                await discard(media)
                return other.asking()
            }
        }
        let answer = await send(publication, media)
        // A post that was refused leaves its pictures with the server, where nobody is shown them; better not at all.
        if case .failed = answer { await discard(media) }
        return answer
    }

    func refusal(of publication: Publication) -> Failure? {
        let about = known
        guard !publication.key.isEmpty, publication.since != nil else {
            return Failure(.misconfigured, "The post has no key and time by which it could be found again.")
        }
        let length = about.counting.count(publication.text)
        if length > about.longestText {
            return Failure(
                .tooLarge, "The post has \(length) characters; this server takes \(about.longestText). Shorten it.")
        }
        if publication.media.count > about.mostMedia {
            return Failure(.tooLarge, "A post takes \(about.mostMedia) pictures on this server. Leave some out.")
        }
        for media in publication.media {
            let isVideo = media.contentType.hasPrefix("video/")
            let largest = isVideo ? about.largestVideo : about.largestPicture
            if media.bytes.count > largest {
                return Failure(
                    .tooLarge,
                    "A \(isVideo ? "video" : "picture") is larger than the \(largest / 1_048_576) MB this server takes. Use a smaller one."
                )
            }
            if media.alt.count > about.longestDescription {
                return Failure(
                    .tooLarge,
                    "A picture’s description has \(media.alt.count) characters; this server takes \(about.longestDescription). Shorten it."
                )
            }
            if !about.contentTypes.isEmpty, !about.contentTypes.contains(media.contentType) {
                return Failure(.refused, "This server does not take \(media.contentType). Try a JPEG, PNG or MP4.")
            }
        }
        return nil
    }

    private func send(_ publication: Publication, _ media: [RemoteID]) async -> Answer<Published> {
        let fields: [(String, (any JSONWritable)?)] = [
            ("status", publication.text), ("visibility", "public"),
            ("media_ids", media.isEmpty ? nil : media.map(\.rawValue)),
        ]
        return await post(fields, key: publication.key).flatMap { found, status in
            guard status.media.count >= media.count else { return await withdraw(status) }
            return .done(status.published(found.contentType))
        }
    }

    /// Posts a status; the key stops those servers that mind it from posting it twice.
    func post(
        _ fields: [(String, (any JSONWritable)?)], key: String
    ) async -> Answer<(reply: Outgoing.Reply, status: MastodonStatus)> {
        let isPlain = key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && key.utf8.count <= 100
        let header = Outgoing.Header(
            "Idempotency-Key", isPlain ? key : key.utf8.map { String($0, radix: 16) }.joined(separator: "."))
        return await ask("POST", "/api/v1/statuses", [], .json(fields), headers: [header]).flatMap { found in
            guard let status = MastodonStatus(found.json, server: server) else {
                return judgement.unreadable(found.reply)
            }
            return .done((found.reply, status))
        }
    }

    /// Takes back a post that the server put out without all its pictures.
    private func withdraw(_ status: MastodonStatus) async -> Answer<Published> {
        guard case .done = await remove(status.id, media: status.media.map(\.id)) else {
            return .unknown(
                "The server published the post without all its pictures. Look at \(status.url), and delete it there.")
        }
        return .failed(
            Failure(
                .refused,
                "The server published the post without all its pictures, so it was taken back. Try it again with fewer pictures."
            ))
    }

    private func upload(_ media: PublicationMedia) async -> Answer<RemoteID> {
        var random = SystemRandomNumberGenerator()
        // The name may be seen by everybody: the one that the file had may be a child's. snac numbers files by name.
        let name = "picture-" + String(random.next() as UInt64, radix: 36) + String(random.next() as UInt64, radix: 36)
        let form = Multipart(
            fields: media.alt.isEmpty ? [] : [("description", media.alt)],
            file: (name: name + Multipart.ending(of: media), type: media.contentType, bytes: media.bytes))
        let time = Duration.seconds(60 + Int64(media.bytes.count) / 200_000)
        var result = await attempt("POST", "/api/v2/media", [], .multipart(form), time: time)
        // Older servers, and some that are not Mastodon, know only the first.
        if case .done(.success(let reply)) = result, [404, 405].contains(reply.status) {
            result = await attempt("POST", "/api/v1/media", [], .multipart(form), time: time)
        }
        let answer: Answer<(reply: Outgoing.Reply, json: JSON)> = await result.flatMap { result in
            switch result {
            case .failure(let problem): notPosted(judgement.problem(problem))
            case .success(let reply): notPosted(await read(reply))
            }
        }
        return await answer.flatMap { found in
            guard let id = found.json["id"].id else { return notPosted(judgement.unreadable(found.reply)) }
            let isVideo = media.contentType.hasPrefix("video/")
            guard found.reply.status == 202 else { return .done(RemoteID(rawValue: id)) }
            return await wait(for: RemoteID(rawValue: id), isVideo ? patience.video : patience.picture)
        }
    }

    /// Waits until the server has done its work on a picture or video.
    private func wait(for media: RemoteID, _ time: Duration) async -> Answer<RemoteID> {
        guard let part = Mastodon.part(media) else { return .failed(.strangeServerID) }
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            do { try await Task.sleep(for: patience.between) } catch {
                return .failed(
                    Failure(.unavailable, "It was stopped before anything was posted. It is tried again later."))
            }
            switch await attempt("GET", "/api/v1/media/\(part)") {
            case .done(.success(let reply)) where reply.status == 200 && JSON(reply.body)?["id"].id == media.rawValue:
                return .done(media)
            case .done(.success(let reply)) where reply.status == 206: continue
            case .done(.success(let reply)) where reply.status == 422 || reply.status == 404:
                let why = Mastodon.error(in: reply).map { ": “\($0)”" } ?? "."
                return .failed(Failure(.refused, "The server took the file and then could not use it\(why)"))
            case .done(.success(let reply)) where reply.status < 500:
                return await notPosted(read(reply)).flatMap { _ in notPosted(judgement.unreadable(reply)) }
            // A question without an answer is asked again until the time is over.
            case .done: continue
            case let other: return other.asking()
            }
        }
        return .failed(
            Failure(
                .unavailable, "The server is still working on the picture. Nothing was posted; it is tried again later."
            )
        )
    }

    /// Before the post itself is sent nothing can have been published, whatever is unknown of its pictures.
    private func notPosted<Value>(_ answer: Answer<Value>) -> Answer<Value> {
        guard case .unknown = answer else { return answer }
        return .failed(
            Failure(.unavailable, "The server did not take the picture. Nothing was posted; it is tried again later."))
    }

    /// Deletes files that no post has; servers that cannot do so forget them by themselves.
    private func discard(_ media: [RemoteID]) async {
        for id in media {
            if let part = Mastodon.part(id) { _ = await attempt("DELETE", "/api/v1/media/\(part)") }
        }
    }

    /// Nothing can be looked for: files without a post are shown to nobody, and the server deletes them.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }
}
