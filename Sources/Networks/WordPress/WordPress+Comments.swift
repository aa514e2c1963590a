internal import FoundationEssentials

/// What WordPress says of a comment; the names are WordPress's.
private struct WordPressComment {
    let id: Int64
    let post: Int64
    let parent: Int64
    let author: Int64
    let status: String
    let json: JSON

    init?(_ json: JSON) {
        guard let id = json["id"].int, let post = json["post"].int, let status = json["status"].string else {
            return nil
        }
        self.id = id
        self.post = post
        self.status = status
        self.json = json
        parent = json["parent"].int ?? 0
        author = json["author"].int ?? 0
    }

    var text: String { HTMLText.plain(json["content"]["rendered"].string ?? "") }

    var url: String { WebText.address(json["link"].string) ?? "" }

    func comment() -> Comment {
        let name = HTMLText.plain(json["author_name"].string ?? "")
        // Whoever is not signed in has no number on the website, only the name they gave.
        let person = Author(
            id: RemoteID(rawValue: author > 0 ? String(author) : "name:\(name)"), handle: name,
            name: name.isEmpty ? "Somebody without a name" : name, url: WebText.address(json["author_url"].string) ?? ""
        )
        return Comment(
            id: RemoteID(rawValue: String(id)), post: RemoteID(rawValue: String(post)),
            parent: parent > 0 ? RemoteID(rawValue: String(parent)) : nil, author: person, text: text, url: url,
            writtenAt: json["date_gmt"].string.flatMap { Instant.milliseconds($0 + "Z") },
            isHidden: status != "approved", raw: Array(json.bytes))
    }
}

extension WordPress {
    /// Those that wait for moderation too; what is in the bin or counts as spam is not listed.
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        guard WordPress.path("posts", post) != nil else { return .failed(.strangeID) }
        return await comments("post=\(post.rawValue)&order=asc", page)
    }

    /// Everything that anybody wrote on the website, newest first.
    public func mentions(_ page: String?) async -> Answer<Page<Comment>> { await comments("order=desc", page) }

    private func comments(_ query: String, _ page: String?) async -> Answer<Page<Comment>> {
        let number = page.flatMap { Int($0) } ?? 1
        guard (1...10_000).contains(number) else { return .failed(.strangeID) }
        // The view for readers: without anybody's mail or internet address.
        let query = query + "&status=all&context=view&per_page=100&orderby=date_gmt&page=\(number)"
        return await get("comments", query: query).flatMap { reply in
            guard let list = JSON(reply.body)?.array else { return WordPress.unreadable(reply).asking() }
            return .done(
                Page(list.compactMap { WordPressComment($0)?.comment() }, next: reply.pageAfter(number)))
        }
    }

    /// An answer with the same words to the same comment is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        guard let post = comment.post, WordPress.path("comments", comment.id) != nil,
            let number = Int64(post.rawValue), let parent = Int64(comment.id.rawValue)
        else { return .failed(.strangeID) }
        switch await answer(to: comment, text) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let body = JSON.text([("post", number), ("parent", parent), ("content", Content.escaped(text))])
        return await self.post("comments", contentType: "application/json", body).flatMap { reply in
            guard let made = JSON(reply.body).flatMap(WordPressComment.init) else {
                return WordPress.unreadable(reply).asking()
            }
            guard made.status == "approved" else {
                return .unknown(
                    "WordPress took the answer but keeps it back. Look at \(made.url) and approve or delete it there.")
            }
            return .done(made.published(reply))
        }
    }

    /// The answer with these words that this account gave already.
    private func answer(to comment: Comment, _ text: String) async -> Answer<Published?> {
        await identify().flatMap { me in
            let query = "parent=\(comment.id.rawValue)&author=\(me.id.rawValue)&status=all&per_page=100"
            return await get("comments", query: query).flatMap { reply in
                guard let list = JSON(reply.body)?.array else { return WordPress.unreadable(reply).asking() }
                let same = list.compactMap(WordPressComment.init).first { Words.loose($0.text) == Words.loose(text) }
                return .done(same.map { $0.published(reply) })
            }
        }
    }

    public func hide(_ comment: Comment) async -> Answer<Void> { await set(comment, "hold", as: "hold") }

    public func show(_ comment: Comment) async -> Answer<Void> { await set(comment, "approve", as: "approved") }

    private func set(_ comment: Comment, _ status: String, as result: String) async -> Answer<Void> {
        guard let path = WordPress.path("comments", comment.id) else { return .failed(.strangeID) }
        let body = JSON.text([("status", status)])
        return await post(path, contentType: "application/json", body).flatMap { reply in
            guard JSON(reply.body).flatMap(WordPressComment.init)?.status == result else {
                return WordPress.unreadable(reply).asking()
            }
            return .done(())
        }
    }

    /// Into the bin, which WordPress empties after a month; for good where the website has none.
    public func remove(_ comment: Comment) async -> Answer<Void> {
        guard let path = WordPress.path("comments", comment.id) else { return .failed(.strangeID) }
        return await deletion(path, query: "").flatMap { reply in
            if WordPress.saysCommentGone(reply) { return .done(()) }
            if Refusal(reply.body)?.code == "rest_trash_not_supported" { return await delete("comments", comment.id) }
            return WordPress.judge(.success(reply), site: site).flatMap { reply in
                guard JSON(reply.body)?["status"].string == "trash" else { return WordPress.unreadable(reply).asking() }
                return .done(())
            }
        }
    }

    private static func saysCommentGone(_ reply: Outgoing.Reply) -> Bool {
        switch Refusal(reply.body)?.code {
        case "rest_already_trashed": reply.status == 410
        case "rest_comment_invalid_id": reply.status == 404
        default: false
        }
    }
}

extension WordPressComment {
    func published(_ reply: Outgoing.Reply) -> Published {
        Published(
            id: RemoteID(rawValue: String(id)), url: url, media: [], raw: Array(json.bytes),
            contentType: reply.contentType)
    }
}

extension Outgoing.Reply {
    /// The number of the next page of one of WordPress's lists; nil at the end.
    func pageAfter(_ number: Int) -> String? {
        guard let pages = header("x-wp-totalpages").flatMap({ Int($0) }), number < pages else { return nil }
        return String(number + 1)
    }
}
