import Foundation
import Synchronization

extension StandInX {
    /// Every address counts 23, every sign beyond Latin and general punctuation 2.
    static func weight(_ text: String) -> Int {
        text.components(separatedBy: .whitespacesAndNewlines).reduce(-1) { sum, word in
            if word.hasPrefix("http://") || word.hasPrefix("https://") { return sum + 24 }
            return sum + 1
                + word.reduce(0) { sum, sign in
                    if sign.unicodeScalars.count > 1, sign.unicodeScalars.contains(where: { $0.value > 0xFFFF }) {
                        return sum + 2
                    }
                    return sum
                        + sign.unicodeScalars.reduce(0) { sum, scalar in
                            switch scalar.value {
                            case 0...4_351, 8_192...8_205, 8_208...8_223, 8_242...8_247: sum + 1
                            default: sum + 2
                            }
                        }
                }
        }
    }

    func create(_ request: HTTPRequest) -> HTTPAnswer {
        guard let body = request.json else { return bad("The body must be JSON") }
        guard let text = body["text"] as? String, !text.isEmpty else { return bad("$.text: is missing") }
        guard StandInX.weight(text) <= 280 else {
            return problem("403 Forbidden", "", "Your Tweet text is too long. For more information see …")
        }
        let unknown = Set(body.keys).subtracting(["text", "media", "reply"])
        guard unknown.isEmpty else { return bad("$.\(unknown.sorted()[0]): is not defined in the schema") }
        var ids: [String] = []
        if let media = body["media"] {
            guard let list = (media as? [String: Any])?["media_ids"] as? [String], (1...4).contains(list.count) else {
                return bad("$.media.media_ids: must be 1 to 4")
            }
            ids = list
        }
        let parent = (body["reply"] as? [String: Any])?["in_reply_to_tweet_id"] as? String
        if body["reply"] != nil, parent == nil { return bad("$.reply.in_reply_to_tweet_id: is missing") }
        return state.withLock { state in
            guard ids.allSatisfy({ state.media[$0]?.isReady == true }) else {
                return bad("Your media IDs are invalid.")
            }
            if let parent, !state.posts.contains(where: { $0.id == parent }) {
                return problem(
                    "403 Forbidden", "", "You attempted to reply to a Tweet that is deleted or not visible to you.")
            }
            if state.posts.contains(where: { $0.author == user && $0.text == text && $0.media.isEmpty == ids.isEmpty })
            {
                return problem("403 Forbidden", "", "You are not allowed to create a Tweet with duplicate content.")
            }
            let id = state.add(text, user, under: parent, media: ids)
            return HTTPAnswer.json(
                ["data": ["id": id, "text": text, "edit_history_tweet_ids": [id]]], status: "201 Created")
        }
    }

    func delete(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let place = state.posts.firstIndex(where: { $0.id == id }) else { return missing(id) }
            guard state.posts[place].author == user else {
                return problem("403 Forbidden", "", "You are not authorized to delete this Tweet.")
            }
            state.posts.remove(at: place)
            return HTTPAnswer.json(["data": ["deleted": true]])
        }
    }

    func lookUp(_ id: String) -> HTTPAnswer {
        guard let post = state.withLock({ $0.posts.first { $0.id == id } }) else { return missing(id) }
        return HTTPAnswer.json(["data": told(post)])
    }

    func hide(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let hidden = request.json?["hidden"] as? Bool else { return bad("$.hidden: is missing") }
        return state.withLock { state in
            guard let place = state.posts.firstIndex(where: { $0.id == id }) else { return missing(id) }
            let root = state.posts.first { $0.id == state.posts[place].conversation }
            guard root?.author == user, root?.id != id else {
                return problem("403 Forbidden", "", "You are not permitted to hide this Tweet.")
            }
            state.posts[place].isHidden = hidden
            return HTTPAnswer.json(["data": ["hidden": hidden]])
        }
    }

    func search(_ request: HTTPRequest) -> HTTPAnswer {
        guard let query = request.query("query"), (1...512).contains(query.count) else {
            return bad("query must be 1 to 512 characters")
        }
        if query.hasPrefix("conversation_id:") {
            let id = query.dropFirst("conversation_id:".count).prefix { $0.isNumber }
            return list(request) { $0.conversation == id && $0.repliesTo != nil }
        }
        let words = query.lowercased().split(separator: " ")
        return list(request) { post in words.allSatisfy { post.text.lowercased().contains($0) } }
    }

    func list(_ request: HTTPRequest, _ isFit: (Post) -> Bool) -> HTTPAnswer {
        let most = Int(request.query("max_results") ?? "10") ?? 0
        guard (5...100).contains(most) else { return bad("max_results must be between 5 and 100") }
        var start = Date.distantPast
        if let text = request.query("start_time") {
            guard let date = ISO8601DateFormatter().date(from: text) else { return bad("start_time must be RFC 3339") }
            start = date
        }
        let token = request.query("pagination_token") ?? request.query("next_token") ?? "0"
        guard let skip = Int(token) else { return bad("pagination_token is unknown") }
        let all = state.withLock { $0.posts.reversed().filter { $0.createdAt >= start && isFit($0) } }
        let page = all.dropFirst(skip).prefix(most)
        var meta: [String: Any] = ["result_count": page.count]
        if skip + most < all.count { meta["next_token"] = String(skip + most) }
        var reply: [String: Any] = ["meta": meta]
        if !page.isEmpty {
            reply["data"] = page.map(told)
            reply["includes"] = [
                "users": [
                    ["id": user, "name": "Hilltop Primary", "username": name],
                    ["id": "90071992", "name": "Val <b>", "username": "valley"],
                ],
                "media": state.withLock { state in
                    page.flatMap(\.media).map { id -> [String: Any] in
                        [
                            "media_key": "3_\(id)", "type": "photo", "url": "https://pbs.twimg.com/media/\(id).png",
                            "alt_text": state.media[id]?.alt ?? "",
                        ]
                    }
                },
            ]
        }
        return HTTPAnswer.json(reply)
    }

    /// As X tells a post: links rewritten, three signs escaped, names in front of answers.
    private func told(_ post: Post) -> [String: Any] {
        var text = post.text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
        var urls: [[String: Any]] = []
        for (index, word) in post.text.components(separatedBy: .whitespacesAndNewlines).enumerated()
        where word.hasPrefix("https://") {
            let short = "https://t.co/\(post.id.suffix(6))\(index)"
            text = text.replacingOccurrences(of: word.replacingOccurrences(of: "&", with: "&amp;"), with: short)
            urls.append(["url": short, "expanded_url": word, "display_url": String(word.dropFirst(8))])
        }
        if post.repliesTo != nil, post.author == user { text = "@valley " + text }
        if !post.media.isEmpty {
            let short = "https://t.co/m\(post.id.suffix(6))"
            text += " \(short)"
            urls.append([
                "url": short, "expanded_url": "https://x.com/\(name)/status/\(post.id)/photo/1",
                "media_key": "3_\(post.media[0])",
            ])
        }
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        var told: [String: Any] = [
            "id": post.id, "text": text, "author_id": post.author, "conversation_id": post.conversation,
            "created_at": formatter.string(from: post.createdAt), "edit_history_tweet_ids": [post.id],
        ]
        if !urls.isEmpty { told["entities"] = ["urls": urls] }
        if !post.media.isEmpty { told["attachments"] = ["media_keys": post.media.map { "3_\($0)" }] }
        if let parent = post.repliesTo { told["referenced_tweets"] = [["type": "replied_to", "id": parent]] }
        return told
    }

    func media(_ request: HTTPRequest, _ path: [String]) -> HTTPAnswer {
        switch (request.method, path.count, path.first, path.last) {
        case ("POST", 2, "upload", "initialize"):
            let body = request.json ?? [:]
            guard let type = body["media_type"] as? String, let total = body["total_bytes"] as? Int, total > 0,
                let category = body["media_category"] as? String,
                ["tweet_image", "tweet_gif", "tweet_video"].contains(category)
            else { return bad("media_type, total_bytes and media_category are needed") }
            let most = category == "tweet_image" ? 5 : category == "tweet_gif" ? 15 : 512
            guard total <= most * 1_048_576 else { return bad("maxFileSizeExceeded") }
            return state.withLock { state in
                state.count += 1
                let id = String(1_146_654_567_674_912_000 + state.count)
                state.media[id] = Media(type: type, category: category, total: total)
                return HTTPAnswer.json(["data": ["id": id, "media_key": "3_\(id)", "expires_after_secs": 86_400]])
            }
        case ("POST", 3, "upload", "append"):
            guard let body = request.json, let text = body["media"] as? String, let bytes = Data(base64Encoded: text),
                let index = body["segment_index"] as? Int, (0...999).contains(index)
            else { return bad("media and segment_index are needed") }
            return state.withLock { state in
                guard state.media[path[1]] != nil else { return bad("media id not found") }
                state.media[path[1]]?.parts[index] = Array(bytes)
                return HTTPAnswer.json(["data": ["expires_at": 1_900_000_000]])
            }
        case ("POST", 3, "upload", "finalize"): return finalize(path[1])
        case ("GET", 1, "upload", _):
            guard request.query("command") == "STATUS", let id = request.query("media_id") else {
                return bad("command and media_id are needed")
            }
            return status(id)
        case ("POST", 1, "metadata", _):
            let body = request.json ?? [:]
            let alt = ((body["metadata"] as? [String: Any])?["alt_text"] as? [String: Any])?["text"] as? String
            guard let id = body["id"] as? String, let alt, (1...1_000).contains(alt.count) else {
                return bad("id and metadata.alt_text.text are needed")
            }
            return state.withLock { state in
                guard state.media[id] != nil else { return bad("media id not found") }
                state.media[id]?.alt = alt
                return HTTPAnswer.json(["data": ["id": id, "associated_metadata": ["alt_text": ["text": alt]]]])
            }
        default: return HTTPAnswer.text("404 Not Found", "")
        }
    }

    private func finalize(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let media = state.media[id] else { return bad("media id not found") }
            let indices = media.parts.keys.sorted()
            guard indices == Array(0..<indices.count), media.parts.values.reduce(0, { $0 + $1.count }) == media.total
            else { return bad("Segments do not add up to provided total file size.") }
            state.media[id]?.isReady = media.category == "tweet_image"
            var data: [String: Any] = ["id": id, "media_key": "3_\(id)", "size": media.total]
            if media.category != "tweet_image" {
                data["processing_info"] = ["state": "pending", "check_after_secs": 1]
            }
            return HTTPAnswer.json(["data": data])
        }
    }

    private func status(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let media = state.media[id] else { return bad("media id not found") }
            // What is no video at all fails when it is looked at.
            let first = media.parts[0] ?? []
            let outcome = first.starts(with: "bad".utf8) ? "failed" : media.checks == 0 ? "in_progress" : "succeeded"
            state.media[id]?.checks += 1
            state.media[id]?.isReady = outcome == "succeeded"
            return HTTPAnswer.json([
                "data": ["id": id, "processing_info": ["state": outcome, "check_after_secs": 1]]
            ])
        }
    }
}
