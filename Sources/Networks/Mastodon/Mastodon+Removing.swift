extension Mastodon {
    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        guard let part = Mastodon.part(post) else { return .failed(.strangeServerID) }
        // Without this the pictures can stay for a day where anybody with their address sees them.
        let answer: Answer<Void> = await attempt("DELETE", "/api/v1/statuses/\(part)", [("delete_media", "true")])
            .flatMap { result in
                switch result {
                case .failure(let problem): return judgement.problem(problem)
                case .success(let reply) where [404, 405, 410, 501].contains(reply.status):
                    return await explain(post, reply)
                case .success(let reply):
                    return await read(reply).map { _ in () }
                }
            }
        guard case .done = answer else { return answer }
        for id in media {
            guard let part = Mastodon.part(id), case .done(false) = await isMediaGone(id) else { continue }
            _ = await attempt("DELETE", "/api/v1/media/\(part)")
        }
        return .done(())
    }

    /// Why a server does not delete a post: it is gone already, or the server never deletes.
    private func explain(_ post: RemoteID, _ reply: Outgoing.Reply) async -> Answer<Void> {
        await isPostGone(post).flatMap { isGone in
            if isGone { return .done(()) }
            guard Mastodon.error(in: reply) != nil, reply.status != 405 else {
                return .unsupported(MastodonServer.deletionByHand)
            }
            return .failed(
                Failure(
                    .refused, "The server shows the post and says that it has none to delete. Delete it there by hand.")
            )
        }
    }

    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        var answer = await isPostGone(post)
        for id in media {
            guard case .done(true) = answer else { return answer }
            answer = await isMediaGone(id)
        }
        return answer
    }

    private func isPostGone(_ post: RemoteID) async -> Answer<Bool> {
        guard let part = Mastodon.part(post) else { return .failed(.strangeServerID) }
        return await isGone("/api/v1/statuses/\(part)")
    }

    /// A file is gone when the account has it no longer; where files have no number, when nobody is shown it.
    private func isMediaGone(_ media: RemoteID) async -> Answer<Bool> {
        if let part = Mastodon.part(media) { return await isGone("/api/v1/media/\(part)") }
        guard let address = Address(media.rawValue), address.host == Address(server)?.host else {
            return .failed(.strangeServerID)
        }
        let reach: Outgoing.Reach = mayBeInOwnNetwork ? .ownHost(address.host) : .internet
        let limits = Outgoing.Limits(replyBytes: 4_096, isBeginningEnough: true)
        switch await outgoing.send(Outgoing.Request("GET", address.text, limits: limits, reach: reach)) {
        case .failure(let problem): return judgement.problem(problem)
        case .success(let reply) where [404, 410].contains(reply.status): return await confirmGone()
        case .success(let reply): return await judge(reply).map { _ in false }
        }
    }

    private func isGone(_ path: String) async -> Answer<Bool> {
        await attempt("GET", path).flatMap { result in
            switch result {
            case .failure(let problem): return judgement.problem(problem)
            case .success(let reply) where [404, 410].contains(reply.status): return await confirmGone()
            // Still being worked on.
            case .success(let reply) where reply.status == 206: return .done(false)
            case .success(let reply):
                return await read(reply).flatMap { found in
                    found.json["id"].id == nil ? judgement.unreadable(found.reply) : .done(false)
                }
            }
        }
    }

    /// "Not found" is believed only of a server that still knows the account: a page that says 404 may be anybody's.
    private func confirmGone() async -> Answer<Bool> {
        await identify().map { _ in true }
    }

    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        guard let part = Mastodon.part(post) else { return .failed(.strangeServerID) }
        let about = known
        let length = about.counting.count(publication.text)
        guard length <= about.longestText else {
            return .failed(
                Failure(
                    .tooLarge, "The post has \(length) characters; this server takes \(about.longestText). Shorten it.")
            )
        }
        // Pictures that are not named again would be taken off the post.
        return await ask("GET", "/api/v1/statuses/\(part)").flatMap { found in
            guard let status = MastodonStatus(found.json, server: server) else {
                return judgement.unreadable(found.reply)
            }
            let ids = status.media.map(\.id.rawValue)
            var attributes: [JSONFields]?
            if !ids.isEmpty, ids.count == publication.media.count {
                attributes = zip(ids, publication.media).map { JSONFields([("id", $0), ("description", $1.alt)]) }
            }
            let fields: [(String, (any JSONWritable)?)] = [
                ("status", publication.text), ("media_ids", ids.isEmpty ? nil : ids),
                ("media_attributes", attributes),
            ]
            return await attempt("PUT", "/api/v1/statuses/\(part)", [], .json(fields)).flatMap { result in
                switch result {
                case .failure(let problem): return judgement.problem(problem)
                case .success(let reply) where [404, 405, 501].contains(reply.status):
                    return .unsupported("This server changes nothing for Schoolgate. Sign in there and edit the post.")
                case .success(let reply):
                    return await read(reply).flatMap { found in
                        guard let status = MastodonStatus(found.json, server: server) else {
                            return judgement.unreadable(found.reply)
                        }
                        return .done(status.published(found.reply.contentType))
                    }
                }
            }
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard let part = Mastodon.part(post) else { return .failed(.strangeServerID) }
        return await ask("GET", "/api/v1/statuses/\(part)").flatMap { found in
            guard let status = MastodonStatus(found.json, server: server) else {
                return judgement.unreadable(found.reply)
            }
            return .done(
                Archived(
                    id: status.id, url: status.url, text: status.text, raw: found.reply.body,
                    contentType: found.reply.contentType))
        }
    }
}
