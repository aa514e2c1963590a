extension LinkedIn {
    /// How many comments are asked for their answers at a time.
    private static let mostThreads = 20

    /// LinkedIn does not tell the names of people; their comments may be stored for a short time only.
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard LinkedInURN.isPost(post.rawValue) else { return .failed(LinkedIn.strangeID) }
        switch await list(under: post.rawValue, page, post: post) {
        case .done(let listed):
            var comments: [Comment] = []
            var threads = 0
            for (comment, answers) in listed.elements {
                comments.append(comment)
                guard answers > 0, threads < LinkedIn.mostThreads else { continue }
                threads += 1
                switch await list(under: comment.id.rawValue, nil, post: post) {
                case .done(let inner): comments += inner.elements.map(\.comment)
                case let other: return other.asking()
                }
            }
            return .done(Page(comments, next: listed.next))
        case let other: return other.asking()
        }
    }

    private struct Thread {
        var elements: [(comment: Comment, answers: Int64)]
        let next: String?
        let reply: Outgoing.Reply
    }

    private func list(under id: String, _ page: String?, post: RemoteID?) async -> Answer<Thread> {
        guard LinkedInURN.isNumber((page ?? "0")[...]) else { return .failed(LinkedIn.strangeID) }
        let query = [("count", "50"), ("start", page ?? "0")]
        return await send("GET", "socialActions/\(FormText.escaped(id))/comments", query).answer.flatMap { reply in
            guard let json = JSON(reply.body), let elements = json["elements"].array else {
                return LinkedIn.judgement.unreadable(reply)
            }
            var thread = Thread(elements: [], next: LinkedIn.next(json, page, 50), reply: reply)
            for element in elements {
                guard let comment = comment(element, post: post) else { return LinkedIn.judgement.unreadable(reply) }
                thread.elements.append((comment, element["commentsSummary"]["totalFirstLevelComments"].int ?? 0))
            }
            return .done(thread)
        }
    }

    private func comment(_ json: JSON, post: RemoteID?) -> Comment? {
        guard let id = json["commentUrn"].string ?? json["$URN"].string, LinkedInURN.isComment(id) else { return nil }
        let actor = json["actor"].string ?? ""
        let address = post.map { url($0.rawValue) } ?? settings.website
        let name = actor == urn ? "This page" : actor.hasPrefix("urn:li:organization:") ? "A page" : "Somebody"
        return Comment(
            id: RemoteID(rawValue: id), post: post, parent: json["parentComment"].string.map(RemoteID.init(rawValue:)),
            author: Author(id: RemoteID(rawValue: actor), handle: "", name: "\(name) on LinkedIn", url: address),
            text: json["message"]["text"].string ?? "", url: address, writtenAt: json["created"]["time"].int,
            raw: Array(json.bytes))
    }

    /// An answer to the same comment with the same words is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        // LinkedIn has one level of answers: an answer to an answer stands under the same comment.
        let id = (comment.parent ?? comment.id).rawValue
        guard LinkedInURN.isComment(id), let post = comment.post, LinkedInURN.isPost(post.rawValue) else {
            return .failed(LinkedIn.strangeID)
        }
        if let failure = refusal(of: text, longest: settings.longestComment) { return .failed(failure) }
        switch await answer(under: id, text, post) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let body: JSON = [
            "actor": .text(urn), "object": .text(post.rawValue), "parentComment": .text(id),
            "message": ["text": .text(text)],
        ]
        let heard = await send("POST", "socialActions/\(FormText.escaped(id))/comments", [], body)
        return heard.answer.flatMap { reply in
            guard reply.status == 201, let json = JSON(reply.body), let answer = self.comment(json, post: post) else {
                return LinkedIn.judgement.unreadable(reply)
            }
            return .done(
                Published(id: answer.id, url: answer.url, media: [], raw: reply.body, contentType: reply.contentType))
        }
    }

    /// The page's own answer to a comment with these words.
    private func answer(under id: String, _ text: String, _ post: RemoteID) async -> Answer<Published?> {
        let words = SameWords.comparable(text)
        var page: String?
        for _ in 0..<settings.mostPages {
            switch await list(under: id, page, post: post) {
            case .done(let thread):
                let own = thread.elements.first {
                    $0.comment.author.id.rawValue == urn && SameWords.comparable($0.comment.text) == words
                }
                if let own {
                    return .done(
                        Published(
                            id: own.comment.id, url: own.comment.url, media: [], raw: own.comment.raw,
                            contentType: thread.reply.contentType))
                }
                guard let next = thread.next else { return .done(nil) }
                page = next
            case let other: return other.asking()
            }
        }
        return .unknown("There are too many answers to look through them all. Look at the comment on LinkedIn.")
    }
}
