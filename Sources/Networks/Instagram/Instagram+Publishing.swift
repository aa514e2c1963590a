extension Instagram {
    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        guard let shelf else { return .unsupported(step(.publish)) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        if let failure = await fullDay() { return .failed(failure) }
        var offered: [String] = []
        let answer = await publish(publication, shelf, &offered)
        for address in offered { await shelf.withdraw(address) }
        return answer
    }

    private func publish(
        _ publication: Publication, _ shelf: any MediaShelf, _ offered: inout [String]
    ) async -> Answer<Published> {
        let isOne = publication.media.count == 1
        var containers: [String] = []
        for media in publication.media {
            guard let address = try? await shelf.offer(media) else {
                return .failed(
                    Failure(
                        .misconfigured,
                        "Schoolgate could not put a picture where Instagram can fetch it. Tell whoever runs Schoolgate; nothing was posted."
                    ))
            }
            offered.append(address)
            guard let open = Address(address), open.scheme == "https" || graph.mayBeInOwnNetwork else {
                return .failed(
                    Failure(
                        .misconfigured,
                        "Instagram fetches pictures from https addresses only. Tell whoever runs Schoolgate; nothing was posted."
                    ))
            }
            var fields = [("image_url", address)]
            if !media.alt.isEmpty { fields.append(("alt_text", media.alt)) }
            fields.append(isOne ? ("caption", publication.text) : ("is_carousel_item", "true"))
            switch await container(fields) {
            case .done(let id): containers.append(id)
            case let other: return other.asking()
            }
        }
        var whole = containers[0]
        if !isOne {
            let fields = [
                ("media_type", "CAROUSEL"), ("children", containers.joined(separator: ",")),
                ("caption", publication.text),
            ]
            switch await container(fields) {
            case .done(let id): whole = id
            case let other: return other.asking()
            }
        }
        return await publish(container: whole)
    }

    /// Makes a container and waits until it can be published. Nobody sees a container, so that nothing about one is unknown.
    private func container(_ fields: [(String, String)]) async -> Answer<String> {
        let notTaken = Failure(
            .unavailable, "Instagram did not take a picture. Nothing was posted; it is tried again later.")
        let id: String
        switch await graph.ask("POST", "\(account)/media", [], .form(fields), time: .seconds(60)).answer {
        case .done(let found):
            guard let made = found.json["id"].id, GraphID.isValid(made) else { return .failed(notTaken) }
            id = made
        case .unknown: return .failed(notTaken)
        case let other: return other.asking()
        }
        let end = ContinuousClock.now + settings.mostProcessing
        while true {
            switch await graph.get(id, [("fields", "status_code,status")]).answer {
            case .done(let found):
                switch found.json["status_code"].string {
                case "FINISHED": return .done(id)
                case "ERROR", "EXPIRED":
                    return .failed(
                        Failure(
                            .refused,
                            "Instagram could not use a picture. Check that it is a JPEG of 4:5 to 1.91:1, or ask whoever runs Schoolgate."
                        ))
                case "IN_PROGRESS": break
                default: return .failed(notTaken)
                }
            case .unknown: return .failed(notTaken)
            case let other: return other.asking()
            }
            guard ContinuousClock.now + settings.between < end else {
                return .failed(
                    Failure(
                        .unavailable,
                        "Instagram takes too long with a picture. Nothing was posted; it is tried again later."))
            }
            do { try await Task.sleep(for: settings.between) } catch {
                return .failed(Failure(.unavailable, "It was stopped before anything was posted."))
            }
        }
    }

    private func publish(container: String) async -> Answer<Published> {
        let heard = await graph.ask(
            "POST", "\(account)/media_publish", [], .form([("creation_id", container)]), time: .seconds(60))
        switch heard.answer {
        case .done(let found):
            guard let id = found.json["id"].id, GraphID.isValid(id) else {
                return graph.judgement.unreadable(found.reply)
            }
            // Where it is and what its pictures are called is asked for; without an answer it is out all the same.
            if case .done(let read) = await read(id) {
                return .done(read.post.published(settings.website, read.found.reply, raw: found.reply.body))
            }
            return .done(
                Published(
                    id: RemoteID(rawValue: id), url: settings.website, media: [], raw: found.reply.body,
                    contentType: found.reply.contentType))
        case let other: return other.asking()
        }
    }

    /// How many posts Instagram takes in a day differs and changes, so that it is asked.
    private func fullDay() async -> Failure? {
        let query = [("fields", "quota_usage,config")]
        guard let found = await graph.get("\(account)/content_publishing_limit", query).answer.value,
            case let limit = found.json["data"][0], let used = limit["quota_usage"].int,
            let most = limit["config"]["quota_total"].int, used >= most
        else { return nil }
        return Failure(
            .rateLimited(seconds: nil),
            "Instagram takes \(most) posts a day of this account, and has them. It is tried again later.")
    }

    func read(_ id: String) async -> Answer<(post: InstagramPost, found: Graph.Found)> {
        await graph.get(id, [("fields", InstagramPost.fields)]).answer.flatMap { found in
            guard let post = InstagramPost(found.json), post.id == id else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done((post, found))
        }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard GraphID.isValid(post.rawValue) else { return .failed(Instagram.strangeID) }
        return await read(post.rawValue).map { read in
            Archived(
                id: post, url: read.post.url ?? settings.website, text: read.post.caption, raw: read.found.reply.body,
                contentType: read.found.reply.contentType)
        }
    }

    /// A container that was not published is thrown away by Instagram after a day, and shown to nobody.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }
}
