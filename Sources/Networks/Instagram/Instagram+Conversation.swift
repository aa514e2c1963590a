extension Instagram {
    private static let commentFields = "id,text,username,timestamp,hidden,parent_id,from{id,username}"

    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard GraphID.isValid(post.rawValue) else { return .failed(Instagram.strangeID) }
        let fields = "\(Instagram.commentFields),replies{\(Instagram.commentFields)}"
        var query = [("fields", fields), ("limit", "50")]
        if let page { query.append(("after", page)) }
        return await graph.list("\(post.rawValue)/comments", query).flatMap { found, next in
            var comments: [Comment] = []
            for entry in found.json["data"].array ?? [] {
                guard let comment = comment(entry, under: post) else { return graph.judgement.unreadable(found.reply) }
                comments.append(comment)
                for answer in entry["replies"]["data"].array ?? [] {
                    guard let answer = self.comment(answer, under: post, parent: comment.id) else {
                        return graph.judgement.unreadable(found.reply)
                    }
                    comments.append(answer)
                }
            }
            return .done(Page(comments, next: next))
        }
    }

    private func comment(_ json: JSON, under post: RemoteID?, parent: RemoteID? = nil) -> Comment? {
        guard let id = json["id"].id, GraphID.isValid(id) else { return nil }
        let name = json["username"].string ?? json["from"]["username"].string
        let url = name.map { "\(settings.website)/\(FormText.escaped($0))/" } ?? settings.website
        let author = Author(
            id: RemoteID(rawValue: json["from"]["id"].id ?? ""), handle: name.map { "@\($0)" } ?? "",
            name: name ?? "Somebody on Instagram", url: url)
        return Comment(
            id: RemoteID(rawValue: id), post: post,
            parent: json["parent_id"].id.map(RemoteID.init(rawValue:)) ?? parent, author: author,
            text: json["text"].string ?? "", url: url, writtenAt: GraphTime.milliseconds(json["timestamp"].string),
            isHidden: json["hidden"].bool ?? false, raw: Array(json.bytes))
    }

    /// Posts of others in which the account is marked.
    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        guard GraphID.isValid(account) else { return .failed(Instagram.strangeID) }
        var query = [("fields", "id,caption,username,timestamp,permalink"), ("limit", "50")]
        if let page { query.append(("after", page)) }
        return await graph.list("\(account)/tags", query).flatMap { found, next in
            var comments: [Comment] = []
            for entry in found.json["data"].array ?? [] {
                guard let id = entry["id"].id else { return graph.judgement.unreadable(found.reply) }
                let name = entry["username"].string
                let url = WebText.address(entry["permalink"].string) ?? settings.website
                let author = Author(
                    id: RemoteID(rawValue: ""), handle: name.map { "@\($0)" } ?? "",
                    name: name ?? "Somebody on Instagram", url: url)
                comments.append(
                    Comment(
                        id: RemoteID(rawValue: id), post: nil, author: author, text: entry["caption"].string ?? "",
                        url: url, writtenAt: GraphTime.milliseconds(entry["timestamp"].string),
                        raw: Array(entry.bytes)))
            }
            return .done(Page(comments, next: next))
        }
    }

    /// An answer to the same comment with the same words is the same answer. A hidden comment cannot be answered.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        // Instagram has one level of answers: an answer to an answer stands under the same comment.
        let id = (comment.parent ?? comment.id).rawValue
        guard GraphID.isValid(id) else { return .failed(Instagram.strangeID) }
        if let failure = refusal(of: text) { return .failed(failure) }
        switch await answer(to: id, text) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        return await graph.post("\(id)/replies", [("message", text)]).answer.flatMap { found in
            guard let answer = found.json["id"].id, GraphID.isValid(answer) else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done(
                Published(
                    id: RemoteID(rawValue: answer), url: comment.url, media: [], raw: found.reply.body,
                    contentType: found.reply.contentType))
        }
    }

    /// The account's own answer to a comment with these words.
    private func answer(to id: String, _ text: String) async -> Answer<Published?> {
        let words = SameWords.comparable(text)
        var page: String?
        for _ in 0..<settings.mostPages {
            var query = [("fields", Instagram.commentFields), ("limit", "50")]
            if let page { query.append(("after", page)) }
            switch await graph.list("\(id)/replies", query) {
            case .done((let found, let next)):
                for entry in found.json["data"].array ?? [] where entry["from"]["id"].id == account {
                    guard let answer = entry["id"].id, SameWords.comparable(entry["text"].string ?? "") == words
                    else {
                        continue
                    }
                    return .done(
                        Published(
                            id: RemoteID(rawValue: answer), url: settings.website, media: [], raw: Array(entry.bytes),
                            contentType: found.reply.contentType))
                }
                guard let next, next != page else { return .done(nil) }
                page = next
            case let other: return other.asking()
            }
        }
        return .unknown("There are too many answers to look through them all. Look at the comment on Instagram.")
    }

    public func hide(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: true) }

    public func show(_ comment: Comment) async -> Answer<Void> { await change(comment, isHidden: false) }

    private func change(_ comment: Comment, isHidden: Bool) async -> Answer<Void> {
        guard GraphID.isValid(comment.id.rawValue) else { return .failed(Instagram.strangeID) }
        return graph.confirmed(await graph.post(comment.id.rawValue, [("hide", isHidden ? "true" : "false")]))
    }

    public func remove(_ comment: Comment) async -> Answer<Void> {
        guard GraphID.isValid(comment.id.rawValue) else { return .failed(Instagram.strangeID) }
        return graph.confirmed(await graph.delete(comment.id.rawValue))
    }
}
