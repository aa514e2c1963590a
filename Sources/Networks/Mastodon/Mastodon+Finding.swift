extension Mastodon {
    /// Looks among the account's own posts for the one that is this publication: with the same words (see ``Words``) and,
    /// where they are known, the same pictures' descriptions, not known to belong to another publication, and posted
    /// after this one was let out. Of several the oldest is it.
    ///
    /// The server's clock may be wrong: a post like it of the day before, which nobody knows, leaves it unknown whether
    /// that is it, and a person has to look.
    public func find(_ publication: Publication) async -> Answer<Published?> {
        guard let since = publication.since else {
            return .unknown("Nobody knows since when this post could be there. Look at the account.")
        }
        return await account().flatMap { me in
            var token: String? = nil
            var match: (status: MastodonStatus, contentType: String)?
            var doubtful: MastodonStatus?
            for _ in 0..<Mastodon.pagesToFind {
                let page: Found
                switch await statuses(of: me, token) {
                case .done(let found): page = found
                case let other: return other.asking()
                }
                for status in page.statuses where status.isCandidate(for: publication, of: me) {
                    let time = status.createdAt.map { $0 - (page.clockAhead ?? 0) } ?? since
                    guard time >= since - Mastodon.doubtfulTime else { continue }
                    switch await isSame(status, publication) {
                    case .done(false): continue
                    case .done(true): break
                    case let other: return other.asking()
                    }
                    // Times are often in whole seconds; without the server's own clock more is forgiven.
                    if time >= since - (page.clockAhead == nil ? 600_000 : 5_000) {
                        match = (status, page.contentType)
                    } else {
                        doubtful = status
                    }
                }
                let oldest = page.statuses.compactMap(\.createdAt).min() ?? since
                guard let next = page.next, oldest >= since - Mastodon.doubtfulTime else {
                    token = nil
                    break
                }
                token = next
            }
            if let match { return .done(match.status.published(match.contentType)) }
            if let doubtful {
                return .unknown(
                    "A post with the same words is there, at \(doubtful.url), but from before this one was sent. Look whether it is this one."
                )
            }
            if token != nil {
                return .unknown("The account has posted too much since to look through it all. Look there.")
            }
            return .done(nil)
        }
    }

    private static let pagesToFind = 5
    private static let doubtfulTime: Int64 = 86_400_000

    /// Whether a candidate has this publication's words; the server is asked how it was written where its markup may hide that.
    private func isSame(_ status: MastodonStatus, _ publication: Publication) async -> Answer<Bool> {
        if let source = status.source { return .done(Words.exact(source) == Words.exact(publication.text)) }
        guard Words.loose(status.text) == Words.loose(publication.text) else { return .done(false) }
        guard let part = Mastodon.part(status.id) else { return .done(true) }
        return await attempt("GET", "/api/v1/statuses/\(part)/source").flatMap { result in
            guard case .success(let reply) = result else { return .done(true) }
            switch reply.status {
            case 200:
                guard let text = JSON(reply.body)?["text"].string else { return .done(true) }
                return .done(Words.exact(text) == Words.exact(publication.text))
            case 429: return judgement.reply(reply).map { _ in false }
            // Servers without it are believed by the words they show.
            default: return .done(true)
            }
        }
    }

    /// A page of the account's own posts, newest first.
    struct Found {
        let statuses: [MastodonStatus]
        let next: String?
        let contentType: String
        let clockAhead: Int64?
    }

    func statuses(of me: Identity, _ page: String?) async -> Answer<Found> {
        guard let part = Mastodon.part(me.id) else { return .failed(.strangeServerID) }
        return await list("/api/v1/accounts/\(part)/statuses", [], page).map { list in
            Found(
                statuses: list.elements.compactMap { MastodonStatus($0, server: server) }, next: list.next,
                contentType: list.reply.contentType, clockAhead: list.reply.clockAhead)
        }
    }

    struct List {
        let elements: [JSON]
        let next: String?
        let reply: Outgoing.Reply
    }

    /// A page of a list that goes on where `max_id` says.
    ///
    /// Only that is taken from the `Link` header, never an address to follow; and a server that minds neither `max_id` nor
    /// `limit` gives one page with everything, of which only what comes after is new.
    func list(_ path: String, _ query: [(String, String)], _ page: String?) async -> Answer<List> {
        let query = query + [("limit", "40")] + (page.map { [("max_id", $0)] } ?? [])
        return await ask("GET", path, query).flatMap { found in
            guard var elements = found.json.array else { return judgement.unreadable(found.reply) }
            var isWhole = elements.count > 80
            if let page, let index = elements.firstIndex(where: { $0["id"].id == page }) {
                elements.removeSubrange(...index)
                isWhole = true
            }
            let link = found.reply.header("link").map { Mastodon.next(in: $0) } ?? nil
            let last = elements.count >= 20 ? elements.last?["id"].id : nil
            let next = isWhole ? nil : link ?? (found.reply.header("link") == nil ? last : nil)
            return .done(List(elements: elements, next: next == page ? nil : next, reply: found.reply))
        }
    }

    /// The `max_id` of a `Link` header's next page.
    static func next(in header: String) -> String? {
        for link in header.split(separator: ",") where link.contains("rel=\"next\"") || link.contains("rel=next") {
            guard let end = link.firstIndex(of: ">"), let query = link[..<end].firstIndex(of: "?") else { continue }
            for field in link[link.index(after: query)..<end].split(separator: "&") where field.hasPrefix("max_id=") {
                let value = String(field.dropFirst("max_id=".count))
                return part(RemoteID(rawValue: value))
            }
        }
        return nil
    }
}

extension MastodonStatus {
    /// Whether it could be this publication by everything but its words and its time.
    fileprivate func isCandidate(for publication: Publication, of me: Identity) -> Bool {
        guard !isBoost, parent == nil, author.id == me.id || author.handle == me.handle,
            !publication.claimed.contains(id)
        else { return false }
        // Somebody who only looks for it may no longer have the pictures.
        guard publication.media.allSatisfy({ !$0.bytes.isEmpty }) else { return true }
        return media.count == publication.media.count
            && zip(media, publication.media).allSatisfy { Words.exact($0.alt) == Words.exact($1.alt) || $0.alt.isEmpty }
    }
}

/// Words as they are compared.
enum Words {
    /// Line by line without the space at its ends.
    static func exact(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { line in
            var line = line
            while line.first?.isWhitespace == true { line.removeFirst() }
            while line.last?.isWhitespace == true { line.removeLast() }
            return String(line)
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Letters and digits alone, and of a person only the name: what markup and shortened links leave of a text.
    static func loose(_ text: String) -> String {
        var words = ""
        for var piece in TextCount.pieces(of: text.lowercased()) {
            while let place = TextCount.place(in: piece) {
                words += piece[..<place.lowerBound].filter { $0.isLetter || $0.isNumber }
                piece = piece[place.upperBound...]
            }
            words += piece.filter { $0.isLetter || $0.isNumber }
        }
        return words.isEmpty ? text.filter { !$0.isWhitespace } : words
    }
}
