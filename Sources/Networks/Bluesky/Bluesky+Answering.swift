extension Bluesky {
    static let gates = "app.bsky.feed.threadgate"
    private static let blocks = "app.bsky.graph.block"

    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        let trace = Publication(key: key, text: text, account: did)
        if let failure = refusal(of: trace) { return .failed(failure) }
        switch await find(trace) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        return await view(of: comment).flatMap { view in
            let parent: JSON = ["uri": .text(view.address.uri), "cid": .text(view.cid)]
            // The first post of a thread is its own root.
            let root = view.record["reply"]["root"].object == nil ? parent : view.record["reply"]["root"]
            guard let uri = root["uri"].string, let cid = root["cid"].string else {
                return .unknown("Bluesky’s answer could not be read. Nothing was written; try again in a minute.")
            }
            let reply: JSON = ["root": ["uri": .text(uri), "cid": .text(cid)], "parent": parent]
            return await post(text, [], reply: reply, key: key)
        }
    }

    public func hide(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: true) }

    public func show(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: false) }

    public func block(_ author: Author) async -> Answer<Void> {
        guard DID.isValid(author.id.rawValue) else { return .failed(.strangeRecord) }
        let record: JSON = [
            "$type": .text(Bluesky.blocks), "subject": .text(author.id.rawValue),
            "createdAt": .text(Instant.text(Instant.now())),
        ]
        let address = RecordAddress(did, Bluesky.blocks, RecordKey.made(from: "block \(author.id.rawValue)"))
        let heard = await put(record, at: address, replacing: .null)
        if heard.code == "InvalidSwap" { return .done(()) }
        return heard.written(at: address)
    }

    public func report(_ comment: Comment, _ report: Report) async -> Answer<Void> {
        await view(of: comment).flatMap { view in
            let body: JSON = [
                "reasonType": .text(settings.reasons[report.reason] ?? "com.atproto.moderation.defs#reasonOther"),
                "reason": .text(String(report.words.prefix(2_000))),
                "subject": [
                    "$type": "com.atproto.repo.strongRef", "uri": .text(view.address.uri), "cid": .text(view.cid),
                ],
            ]
            return await procedure("com.atproto.moderation.createReport", body, to: settings.moderation).answer.flatMap
            {
                guard JSON($0.body)?["id"].id != nil else { return Bluesky.unreadable($0) }
                return .done(())
            }
        }
    }

    /// The comment with its version and its thread: from what was kept of it, else from the network.
    private func view(of comment: Comment) async -> Answer<PostView> {
        if let view = JSON(comment.raw).flatMap(PostView.init), view.address.id == comment.id { return .done(view) }
        guard let address = RecordAddress(comment.id.rawValue) else { return .failed(.strangeRecord) }
        let heard = await query("app.bsky.feed.getPosts", [("uris", address.uri)], to: settings.appView)
        return heard.answer.flatMap { reply in
            guard let posts = JSON(reply.body)?["posts"].array else { return Bluesky.unreadable(reply) }
            guard let view = posts.compactMap(PostView.init).first(where: { $0.address == address }) else {
                return .failed(Failure(.refused, "The comment is no longer on Bluesky."))
            }
            return .done(view)
        }
    }

    /// Changes one entry of the gate of a thread and nothing else in it.
    private func change(_ comment: Comment, isHidden: Bool) async -> Answer<Void> {
        guard let reply = RecordAddress(comment.id.rawValue) else { return .failed(.strangeRecord) }
        let root: RemoteID?
        if let post = comment.post { root = post } else { root = await self.root(of: comment) }
        guard let root, let post = own(root) else {
            return .failed(
                Failure(
                    .refused,
                    "Only replies under the account’s own posts can be hidden. Report it, or block its author."))
        }
        let address = RecordAddress(did, Bluesky.gates, post.key)
        // Somebody may change the same gate in the app meanwhile: then it is read again, a few times.
        for _ in 0..<3 {
            let current: Record?
            switch await record(address) {
            case .done(let found): current = found
            case let other: return other.asking()
            }
            var hidden = (current?.value["hiddenReplies"].array ?? []).compactMap(\.string)
            guard hidden.contains(reply.uri) != isHidden else { return .done(()) }
            if isHidden { hidden.append(reply.uri) } else { hidden.removeAll { $0 == reply.uri } }
            guard hidden.count <= settings.mostHiddenReplies else {
                return .failed(
                    Failure(
                        .tooLarge,
                        "Bluesky hides at most \(settings.mostHiddenReplies) replies under one post. Close its replies in the Bluesky app."
                    ))
            }
            let gate: JSON =
                current?.value ?? [
                    "$type": .text(Bluesky.gates), "post": .text(post.uri),
                    "createdAt": .text(Instant.text(Instant.now())),
                ]
            let changed = gate.with("hiddenReplies", .list(hidden.map(JSON.text)))
            let heard = await put(changed, at: address, replacing: current?.cid.map(JSON.text) ?? .null)
            // Some servers cannot compare: then it is written as it was read a moment ago.
            if heard.code == "InvalidRequest", heard.words?.contains("swapRecord not supported") == true {
                return await put(changed, at: address, replacing: nil).written(at: address)
            }
            if heard.code != "InvalidSwap" { return heard.written(at: address) }
        }
        return .failed(Failure(.refused, "Somebody else is changing the same thread. Try again in a minute."))
    }

    private func root(of comment: Comment) async -> RemoteID? {
        guard case .done(let view) = await view(of: comment) else { return nil }
        return view.record["reply"]["root"]["uri"].string.map(RemoteID.init(rawValue:))
    }
}

extension Bluesky.Heard {
    /// Done when the server names the record that was to be written.
    func written(at address: RecordAddress) -> Answer<Void> {
        answer.flatMap { reply in
            guard JSON(reply.body)?["uri"].string.flatMap(RecordAddress.init)?.key == address.key else {
                return Bluesky.unreadable(reply)
            }
            return .done(())
        }
    }
}
