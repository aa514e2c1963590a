extension YouTube {
    /// How many comments of a page are asked for the rest of their answers.
    private static let mostThreads = 20

    /// Those that wait for review come first, and are read as hidden.
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard YouTubeID.isValid(post.rawValue) else { return .failed(YouTube.strangeID) }
        var held: [Comment] = []
        if page == nil {
            switch await threads(
                [("videoId", post.rawValue), ("moderationStatus", "heldForReview")], isHeld: true, nil)
            {
            case .done(let found): held = found.elements
            case let other: return other
            }
        }
        return await threads([("videoId", post.rawValue)], isHeld: false, page).map { found in
            Page(held + found.elements, next: found.next)
        }
    }

    /// All that people wrote under the channel's videos.
    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        switch await own() {
        case .done(let own):
            return await threads([("allThreadsRelatedToChannelId", own.channel)], isHeld: false, page)
        case let other: return other.asking()
        }
    }

    private func threads(_ which: [(String, String)], isHeld: Bool, _ page: String?) async -> Answer<Page<Comment>> {
        var query =
            which + [
                ("part", "snippet,replies"), ("order", "time"), ("textFormat", "plainText"), ("maxResults", "100"),
            ]
        if let page { query.append(("pageToken", page)) }
        let heard = await get("commentThreads", query)
        // Where comments are switched off there are none.
        if heard.hasNoComments { return .done(Page([])) }
        guard case .done(let reply) = heard.answer else { return heard.answer.asking() }
        guard let json = JSON(reply.body), let items = json["items"].array else {
            return YouTube.judgement.unreadable(reply)
        }
        var comments: [Comment] = []
        var asked = 0
        for item in items {
            let video = item["snippet"]["videoId"].string.map { RemoteID(rawValue: $0) }
            guard let first = comment(item["snippet"]["topLevelComment"], under: video, isHidden: isHeld) else {
                return YouTube.judgement.unreadable(reply)
            }
            comments.append(first)
            let told = item["replies"]["comments"].array ?? []
            if let all = item["snippet"]["totalReplyCount"].int, all > told.count, asked < YouTube.mostThreads {
                asked += 1
                switch await answers(under: first.id.rawValue, video, nil) {
                case .done(let found): comments += found.elements
                case let other: return other
                }
            } else {
                for answer in told {
                    guard let answer = comment(answer, under: video, isHidden: isHeld) else {
                        return YouTube.judgement.unreadable(reply)
                    }
                    comments.append(answer)
                }
            }
        }
        return .done(Page(comments, next: json["nextPageToken"].string))
    }

    private func answers(under id: String, _ video: RemoteID?, _ page: String?) async -> Answer<Page<Comment>> {
        var query = [("part", "snippet"), ("parentId", id), ("textFormat", "plainText"), ("maxResults", "100")]
        if let page { query.append(("pageToken", page)) }
        return await get("comments", query).answer.flatMap { reply in
            guard let json = JSON(reply.body), let items = json["items"].array else {
                return YouTube.judgement.unreadable(reply)
            }
            var comments: [Comment] = []
            for item in items {
                guard let comment = comment(item, under: video, isHidden: false) else {
                    return YouTube.judgement.unreadable(reply)
                }
                comments.append(comment)
            }
            return .done(Page(comments, next: json["nextPageToken"].string))
        }
    }

    private func comment(_ json: JSON, under video: RemoteID?, isHidden: Bool) -> Comment? {
        guard let id = json["id"].string, YouTubeID.isValid(id), case let snippet = json["snippet"],
            snippet.object != nil
        else { return nil }
        let channel = snippet["authorChannelId"]["value"].string ?? ""
        let name = snippet["authorDisplayName"].string ?? ""
        let link = video.map { "\(url($0.rawValue))&lc=\(id)" } ?? settings.website
        let author = Author(
            id: RemoteID(rawValue: channel), handle: name.hasPrefix("@") ? name : "",
            name: name.isEmpty ? "Somebody on YouTube" : name,
            url: channel.isEmpty ? link : "\(settings.website)/channel/\(FormText.escaped(channel))")
        return Comment(
            id: RemoteID(rawValue: id), post: video,
            parent: snippet["parentId"].string.map { RemoteID(rawValue: $0) }, author: author,
            text: snippet["textOriginal"].string ?? snippet["textDisplay"].string ?? "", url: link,
            writtenAt: snippet["publishedAt"].string.flatMap(Instant.milliseconds), isHidden: isHidden,
            raw: Array(json.bytes))
    }

    /// An answer to the same comment with the same words is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        // YouTube has one level of answers: an answer to an answer stands under the same comment.
        let id = (comment.parent ?? comment.id).rawValue
        guard YouTubeID.isValid(id) else { return .failed(YouTube.strangeID) }
        guard text.contains(where: { !$0.isWhitespace }) else {
            return .failed(Failure(.refused, "The answer is empty. Write something."))
        }
        switch await earlier(under: id, text) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let body: JSON = ["snippet": ["parentId": .text(id), "textOriginal": .text(text)]]
        return await send("POST", "comments", [("part", "snippet")], body).answer.flatMap { reply in
            guard let made = JSON(reply.body).flatMap({ self.comment($0, under: comment.post, isHidden: false) }) else {
                return YouTube.judgement.unreadable(reply)
            }
            return .done(
                Published(id: made.id, url: made.url, media: [], raw: reply.body, contentType: reply.contentType))
        }
    }

    /// The channel's own answer to a comment with these words.
    private func earlier(under id: String, _ text: String) async -> Answer<Published?> {
        let channel: String
        switch await own() {
        case .done(let own): channel = own.channel
        case let other: return other.asking()
        }
        let words = SameWords.comparable(text)
        var page: String?
        for _ in 0..<settings.mostPages {
            switch await answers(under: id, nil, page) {
            case .done(let found):
                let own = found.elements.first {
                    $0.author.id.rawValue == channel && SameWords.comparable($0.text) == words
                }
                if let own {
                    return .done(
                        Published(
                            id: own.id, url: own.url, media: [], raw: own.raw, contentType: "application/json"))
                }
                guard let next = found.next, next != page else { return .done(nil) }
                page = next
            case let other: return other.asking()
            }
        }
        return .unknown("There are too many answers to look through them all. Look at the comment on YouTube.")
    }

    /// Held for review: its author may still see it.
    public func hide(_ comment: Comment) async -> Answer<Void> { await moderate(comment, "heldForReview") }

    public func show(_ comment: Comment) async -> Answer<Void> { await moderate(comment, "published") }

    /// For good: what was rejected cannot be shown again.
    public func remove(_ comment: Comment) async -> Answer<Void> { await moderate(comment, "rejected") }

    private func moderate(_ comment: Comment, _ status: String) async -> Answer<Void> {
        guard YouTubeID.isValid(comment.id.rawValue) else { return .failed(YouTube.strangeID) }
        let query = [("id", comment.id.rawValue), ("moderationStatus", status)]
        return await send("POST", "comments/setModerationStatus", query).answer.flatMap { reply in
            reply.status == 204 ? .done(()) : YouTube.judgement.unreadable(reply)
        }
    }
}
