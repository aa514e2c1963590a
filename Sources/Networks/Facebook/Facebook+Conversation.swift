extension Facebook {
    private static let commentFields =
        "id,message,created_time,from{id,name},parent{id},is_hidden,permalink_url"

    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard GraphID.isValid(post.rawValue) else { return .failed(Facebook.strangeID) }
        // `stream` has the answers to comments too.
        var query = [
            ("fields", Facebook.commentFields), ("filter", "stream"), ("order", "chronological"), ("limit", "100"),
        ]
        if let page { query.append(("after", page)) }
        return await graph.list("\(post.rawValue)/comments", query).flatMap { found, next in
            comments(in: found, under: post).map { Page($0, next: next) }
        }
    }

    private func comments(in found: Graph.Found, under post: RemoteID?) -> Answer<[Comment]> {
        var comments: [Comment] = []
        for entry in found.json["data"].array ?? [] {
            guard let comment = comment(entry, under: post) else { return graph.judgement.unreadable(found.reply) }
            comments.append(comment)
        }
        return .done(comments)
    }

    private func comment(_ json: JSON, under post: RemoteID?) -> Comment? {
        guard let id = json["id"].id, GraphID.isValid(id) else { return nil }
        let address = WebText.address(json["permalink_url"].string) ?? url(id)
        // Facebook names only people who let it.
        let person = json["from"]["id"].id ?? ""
        let author = Author(
            id: RemoteID(rawValue: person), handle: "", name: json["from"]["name"].string ?? "Somebody on Facebook",
            url: person.isEmpty ? address : url(person))
        return Comment(
            id: RemoteID(rawValue: id), post: post, parent: json["parent"]["id"].id.map(RemoteID.init(rawValue:)),
            author: author, text: json["message"].string ?? "", url: address,
            writtenAt: GraphTime.milliseconds(json["created_time"].string),
            isHidden: json["is_hidden"].bool ?? false, raw: Array(json.bytes))
    }

    /// Posts of others in which the page is named.
    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        guard GraphID.isValid(self.page) else { return .failed(Facebook.strangeID) }
        var query = [("fields", "id,message,created_time,from{id,name},permalink_url"), ("limit", "50")]
        if let page { query.append(("after", page)) }
        return await graph.list("\(self.page)/tagged", query).flatMap { found, next in
            comments(in: found, under: nil).map { Page($0, next: next) }
        }
    }

    /// An answer to the same comment with the same words is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        // Facebook has one level of answers: an answer to an answer stands under the same comment.
        let id = (comment.parent ?? comment.id).rawValue
        guard GraphID.isValid(id) else { return .failed(Facebook.strangeID) }
        if let failure = refusal(of: text) { return .failed(failure) }
        switch await answer(to: id, text) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        return await graph.post("\(id)/comments", [("message", text)]).answer.flatMap { found in
            guard let answer = found.json["id"].id, GraphID.isValid(answer) else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done(
                Published(
                    id: RemoteID(rawValue: answer), url: url(answer), media: [], raw: found.reply.body,
                    contentType: found.reply.contentType))
        }
    }

    /// The page's own answer to a comment with these words.
    private func answer(to id: String, _ text: String) async -> Answer<Published?> {
        let words = SameWords.comparable(text)
        var page: String?
        for _ in 0..<settings.mostPages {
            var query = [("fields", Facebook.commentFields), ("limit", "100")]
            if let page { query.append(("after", page)) }
            switch await graph.list("\(id)/comments", query) {
            case .done((let found, let next)):
                for entry in found.json["data"].array ?? [] where entry["from"]["id"].id == self.page {
                    guard let answer = entry["id"].id, SameWords.comparable(entry["message"].string ?? "") == words
                    else { continue }
                    return .done(
                        Published(
                            id: RemoteID(rawValue: answer), url: url(answer), media: [], raw: Array(entry.bytes),
                            contentType: found.reply.contentType))
                }
                guard let next, next != page else { return .done(nil) }
                page = next
            case let other: return other.asking()
            }
        }
        return .unknown("There are too many answers to look through them all. Look at the comment on Facebook.")
    }

    /// Whoever wrote it, and their friends, still see it.
    public func hide(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: true) }

    public func show(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: false) }

    private func change(_ comment: Comment, isHidden: Bool) async -> Answer<Void> {
        guard GraphID.isValid(comment.id.rawValue) else { return .failed(Facebook.strangeID) }
        return graph.confirmed(await graph.post(comment.id.rawValue, [("is_hidden", isHidden ? "true" : "false")]))
    }

    public func remove(_ comment: Comment) async -> Answer<Void> {
        guard GraphID.isValid(comment.id.rawValue) else { return .failed(Facebook.strangeID) }
        return graph.confirmed(await graph.delete(comment.id.rawValue))
    }

    public func block(_ author: Author) async -> Answer<Void> {
        guard !author.id.rawValue.isEmpty else {
            return .failed(
                Failure(
                    .refused, "Facebook did not say who this is. Open the comment on Facebook and block them there."))
        }
        guard GraphID.isValid(author.id.rawValue), GraphID.isValid(page) else { return .failed(Facebook.strangeID) }
        let heard = await graph.post("\(page)/blocked", [("user", author.id.rawValue)])
        return heard.answer.flatMap { found in
            switch found.json[author.id.rawValue].bool ?? found.json["success"].bool {
            case true?: .done(())
            case false?:
                .failed(
                    Failure(.refused, "Facebook did not block them. Open the comment on Facebook and block them there.")
                )
            case nil: graph.judgement.unreadable(found.reply)
            }
        }
    }
}
