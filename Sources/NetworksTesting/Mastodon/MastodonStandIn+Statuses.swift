import Foundation
import Synchronization

extension MastodonStandIn {
    /// By its own count: an address is 23, of a person only the name counts.
    static func length(_ text: String) -> Int {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).flatMap {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
        }
        let spaces = words.count - 1
        return spaces
            + words.reduce(0) { sum, word in
                if word.hasPrefix("https://") || word.hasPrefix("http://") { return sum + 23 }
                let name = word.split(separator: "@")
                return sum + (word.hasPrefix("@") && name.count == 2 ? name[0].count + 1 : word.count)
            }
    }

    func post(_ request: HTTPRequest) -> HTTPAnswer {
        var fields = request.json ?? [:]
        if let form = request.form { for field in form { fields[field.name] = field.value } }
        let text = fields["status"] as? String ?? "", media = fields["media_ids"] as? [String] ?? []
        guard !text.isEmpty || !media.isEmpty else { return Self.refused("Text can't be blank") }
        let length = Self.length(text)
        guard length <= ways.longestText else {
            return Self.refused("Text character limit of \(ways.longestText) exceeded")
        }
        guard media.count <= 4 else { return Self.refused("Cannot attach more than 4 files") }
        return state.withLock { state in
            if let key = request.headers["idempotency-key"], ways.mindsKeys, let id = state.keys[key],
                let status = state.statuses.first(where: { $0.id == id })
            {
                return .json(json(status, state))
            }
            for id in media {
                guard let found = state.media[id], found.status == nil else {
                    return Self.refused("Media attachments are unknown or belong to another post")
                }
                guard found.polls == 0 else {
                    return Self.refused("Cannot attach files that have not finished processing. Try again in a moment!")
                }
            }
            let parent = fields["in_reply_to_id"] as? String
            if let parent, !state.statuses.contains(where: { $0.id == parent && !$0.isDeleted }) {
                return Self.notFound
            }
            for _ in 0..<(ways.postsTwice ? 2 : 1) {
                state.count += 1
                state.statuses.append(
                    Status(
                        id: String(state.count), text: text, account: me, createdAt: Date(),
                        media: ways.losesMedia ? [] : media, parent: parent))
            }
            let status = state.statuses[state.statuses.count - 1]
            for id in media { state.media[id]?.status = status.id }
            if let key = request.headers["idempotency-key"] { state.keys[key] = status.id }
            return .json(json(status, state))
        }
    }

    func edit(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let fields = request.json, let text = fields["status"] as? String else {
            return Self.refused("Text can't be blank")
        }
        guard Self.length(text) <= ways.longestText else {
            return Self.refused("Text character limit of \(ways.longestText) exceeded")
        }
        return state.withLock { state in
            guard let index = state.statuses.firstIndex(where: { $0.id == id && $0.account == me && !$0.isDeleted })
            else { return Self.notFound }
            let media = fields["media_ids"] as? [String] ?? []
            guard media.allSatisfy({ state.media[$0]?.status == id || state.media[$0]?.status == .some(nil) }) else {
                return Self.notFound
            }
            state.statuses[index].text = text
            // As Mastodon does: what is not named again is taken off.
            state.statuses[index].media = media
            for attribute in fields["media_attributes"] as? [[String: String]] ?? [] {
                guard let name = attribute["id"], let words = attribute["description"] else { continue }
                state.media[name]?.description = words
            }
            if ways.renames {
                state.count += 1
                state.statuses[index].id = String(state.count)
                for name in media { state.media[name]?.status = state.statuses[index].id }
            }
            return .json(json(state.statuses[index], state))
        }
    }

    func delete(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            guard let index = state.statuses.firstIndex(where: { $0.id == id && $0.account == me && !$0.isDeleted })
            else { return Self.notFound }
            let answer = HTTPAnswer.json(json(state.statuses[index], state))
            state.statuses[index].isDeleted = true
            for name in state.statuses[index].media {
                state.media[name]?.status = nil
                if request.query("delete_media") == "true" { state.media[name] = nil }
            }
            return answer
        }
    }

    private func found(_ id: String, _ state: State) -> Status? {
        state.statuses.first { $0.id == id && !$0.isDeleted }
    }

    func status(_ id: String) -> HTTPAnswer {
        state.withLock { state in found(id, state).map { .json(json($0, state)) } ?? Self.notFound }
    }

    func source(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let status = found(id, state), status.account == me else { return Self.notFound }
            return .json(["id": id, "text": status.text, "spoiler_text": ""])
        }
    }

    func context(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard found(id, state) != nil else { return Self.notFound }
            var under: [Status] = [], wanted: Set<String> = [id]
            for status in state.statuses where !status.isDeleted {
                guard let parent = status.parent, wanted.contains(parent) else { continue }
                under.append(status)
                wanted.insert(status.id)
            }
            return .json(["ancestors": [Any](), "descendants": under.map { json($0, state) }])
        }
    }

    /// Newest first, with the header that says how to go on.
    private func page(_ elements: [[String: Any]], _ request: HTTPRequest) -> HTTPAnswer {
        let limit = min(40, request.query("limit").flatMap { Int($0) } ?? 20)
        let before = request.query("max_id").flatMap { Int($0) } ?? .max
        let left = elements.filter { Int($0["id"] as? String ?? "") ?? 0 < before }
        let page = Array(left.prefix(limit))
        var headers: [String] = []
        if left.count > limit, let last = page.last?["id"] as? String {
            headers.append(
                "Link: <\(address)\(request.path)?limit=\(limit)&max_id=\(last)>; rel=\"next\", <\(address)\(request.path)?min_id=1>; rel=\"prev\""
            )
        }
        return .json(page, headers: headers)
    }

    func timeline(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            let own = state.statuses.filter { $0.account.id == id && !$0.isDeleted }
            return page(own.reversed().map { json($0, state) }, request)
        }
    }

    func notifications(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            let mentions = state.statuses.filter { $0.account != me && !$0.isDeleted }
            return page(
                mentions.reversed().map { status in
                    [
                        "id": status.id, "type": "mention", "account": account(status.account),
                        "status": json(status, state),
                    ]
                }, request)
        }
    }

    func search(_ request: HTTPRequest) -> HTTPAnswer {
        guard let words = request.query("q"), !words.isEmpty else { return Self.refused("q is missing") }
        let offset = request.query("offset").flatMap { Int($0) } ?? 0
        return state.withLock { state in
            let found = state.statuses.filter { !$0.isDeleted && $0.text.localizedCaseInsensitiveContains(words) }
            return .json([
                "accounts": [Any](), "hashtags": [Any](),
                "statuses": found.dropFirst(offset).prefix(20).map { json($0, state) },
            ])
        }
    }

    func block(_ id: String) -> HTTPAnswer {
        guard id == parent.id else { return Self.notFound }
        state.withLock { _ = $0.blocked.insert(id) }
        return .json(["id": id, "blocking": true, "following": false])
    }

    func report(_ request: HTTPRequest) -> HTTPAnswer {
        guard let fields = request.json, fields["account_id"] as? String == parent.id else { return Self.notFound }
        let comment = fields["comment"] as? String ?? ""
        guard comment.count <= 1_000 else { return Self.refused("Comment is too long") }
        guard ["spam", "violation", "other", "legal"].contains(fields["category"] as? String ?? "other") else {
            return Self.refused("Category is not included in the list")
        }
        state.withLock { $0.reports.append(["comment": comment, "category": fields["category"] as? String ?? ""]) }
        return .json(["id": "1", "action_taken": false, "comment": comment])
    }
}
