extension Mastodon {
    /// Boosts too: what an account passes on, people see as its own.
    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await account().flatMap { me in
            await statuses(of: me, page).map { Page($0.statuses.map(\.timelinePost), next: $0.next) }
        }
    }

    /// Everything that was written under a post, the account's own answers among it; the server gives it in one piece.
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        await context(of: post).flatMap { direct in
            var under = direct, isAsked: Set<RemoteID> = [], questions = 0
            // Some list only the first answers, and those to them where they are asked about each.
            while known.software != .mastodon, questions < Mastodon.mostQuestions,
                let next = under.first(where: { status in
                    status.answers > 0 && !isAsked.contains(status.id)
                        && !under.contains { $0.parent == status.id }
                })
            {
                isAsked.insert(next.id)
                questions += 1
                guard case .done(let more) = await context(of: next.id) else { break }
                let ids = Set(under.map(\.id))
                under += more.filter { !ids.contains($0.id) }
            }
            return .done(Page(under.map { $0.comment(on: post) }))
        }
    }

    private static let mostQuestions = 20

    private func context(of post: RemoteID) async -> Answer<[MastodonStatus]> {
        guard let part = Mastodon.part(post) else { return .failed(.strangeServerID) }
        return await ask("GET", "/api/v1/statuses/\(part)/context").flatMap { found in
            guard let under = found.json["descendants"].array else { return judgement.unreadable(found.reply) }
            return .done(under.compactMap { MastodonStatus($0, server: server) })
        }
    }

    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        await account().flatMap { me in
            await list("/api/v1/notifications", [("types[]", "mention")], page).map { list in
                // Some servers send every kind whatever was asked for.
                let mentions = list.elements.filter { $0["type"].string == "mention" }
                return Page(
                    mentions.compactMap { mention in
                        MastodonStatus(mention["status"], server: server).map { status in
                            status.comment(on: status.parentAuthor == me.id ? status.parent : nil)
                        }
                    }, next: list.next)
            }
        }
    }

    /// A page is how many were seen before it.
    public func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>> {
        let offset = page.flatMap { Int($0) } ?? 0
        guard (0...10_000).contains(offset), !words.isEmpty, words.count <= 500 else {
            return .failed(Failure(.refused, "This cannot be searched for. Use fewer words."))
        }
        let query = [("q", words), ("type", "statuses"), ("limit", "20"), ("resolve", "false")]
        return await ask("GET", "/api/v2/search", query + [("offset", String(offset))]).flatMap { found in
            guard let statuses = found.json["statuses"].array else { return judgement.unreadable(found.reply) }
            let comments = statuses.compactMap { MastodonStatus($0, server: server) }.map { $0.comment(on: $0.parent) }
            return .done(Page(comments, next: statuses.count == 20 ? String(offset + 20) : nil))
        }
    }

    /// An answer with the same words to the same comment is the same answer.
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        _ = await about()
        // Only who is named is told of it.
        let handle = comment.author.handle
        let words = text.contains(handle) ? text : "\(handle) \(text)"
        let about = known
        let length = about.counting.count(words)
        guard length <= about.longestText else {
            return .failed(
                Failure(
                    .tooLarge,
                    "The answer has \(length) characters; this server takes \(about.longestText). Shorten it.")
            )
        }
        return await account().flatMap { me in
            await context(of: comment.id).flatMap { under in
                let same = under.first { $0.author.id == me.id && $0.parent == comment.id && $0.says(words) }
                if let same { return .done(same.published("application/json")) }
                let fields: [(String, (any JSONWritable)?)] = [
                    ("status", words), ("visibility", "public"), ("in_reply_to_id", comment.id.rawValue),
                ]
                return await post(fields, key: key).map { $0.status.published($0.reply.contentType) }
            }
        }
    }

    public func block(_ author: Author) async -> Answer<Void> {
        guard let part = Mastodon.part(author.id) else { return .failed(.strangeServerID) }
        return await ask("POST", "/api/v1/accounts/\(part)/block").flatMap { found in
            guard found.json["blocking"].bool == true else { return judgement.unreadable(found.reply) }
            return .done(())
        }
    }

    public func report(_ comment: Comment, _ report: Report) async -> Answer<Void> {
        let words = "\(report.reason.rawValue.capitalised): \(report.words)"
        let fields: [(String, (any JSONWritable)?)] = [
            ("account_id", comment.author.id.rawValue), ("status_ids", [comment.id.rawValue]),
            ("comment", String(words.prefix(1_000))), ("category", report.reason == .spam ? "spam" : "other"),
            ("forward", true),
        ]
        return await attempt("POST", "/api/v1/reports", [], .json(fields)).flatMap { result in
            switch result {
            case .failure(let problem): return judgement.problem(problem)
            // Servers without reports say so in ways of their own, but not in those of one that has them.
            case .success(let reply)
            where [404, 405, 422, 501].contains(reply.status) && Mastodon.error(in: reply) == nil:
                return await isTokenGood().flatMap { isGood in
                    guard isGood else { return .failed(judgement.unauthorised) }
                    return .unsupported(
                        "This server takes no reports. Block the person, or write to whoever runs the server.")
                }
            case .success(let reply):
                return await read(reply).flatMap { found in
                    found.json["id"].id == nil ? judgement.unreadable(found.reply) : .done(())
                }
            }
        }
    }

    /// Done when the server no longer takes the token, not when it says so.
    public func revoke() async -> Answer<Void> {
        let byHand = "Take Schoolgate’s access away in the account’s own settings, under authorised apps."
        guard let client else { return .unsupported(byHand) }
        guard let token = try? await keeper.current().secret else {
            return .failed(Failure(.misconfigured, "The account’s access could not be read. \(byHand)"))
        }
        let fields = [("client_id", client.id), ("client_secret", client.secret ?? ""), ("token", token)]
        return await attempt("POST", "/oauth/revoke", [], .form(fields), isOpen: true).flatMap { result in
            guard case .success(let reply) = result else {
                guard case .failure(let problem) = result else { return .unknown(byHand) }
                return judgement.problem(problem)
            }
            switch await isTokenGood() {
            case .done(false): return .done(())
            case .done(true) where reply.status < 300:
                return .failed(
                    Failure(.refused, "The server says that the access is gone, and still takes it. \(byHand)"))
            case .done(true): return .failed(Failure(.refused, "The server did not take the access away. \(byHand)"))
            default: return .unknown("The server did not say whether the access is gone. \(byHand)")
            }
        }
    }
}

extension MastodonStatus {
    fileprivate func says(_ words: String) -> Bool {
        source.map { Words.exact($0) == Words.exact(words) } ?? (Words.loose(text) == Words.loose(words))
    }
}

extension String {
    /// With a capital at its start.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
