import Foundation
import Synchronization

extension StandInPDS {
    /// What the service that shows feeds and threads answers.
    func view(_ method: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard request.headers["atproto-proxy"].map({ $0.hasSuffix("#bsky_appview") }) ?? true else {
            return bad("not a service that shows feeds")
        }
        if let limit = request.query("limit"), !(1...100).contains(Int(limit) ?? 0) { return bad("limit") }
        switch method {
        case "app.bsky.actor.getProfile":
            return HTTPAnswer.json(["did": did, "handle": handle, "displayName": "Hilltop Primary"])
        case "app.bsky.feed.getAuthorFeed":
            guard request.query("actor") == did else { return bad("Profile not found") }
            return HTTPAnswer.json([
                "feed": own().map { ["post": $0] } + [
                    ["post": passedOn(), "reason": ["$type": "app.bsky.feed.defs#reasonRepost"]]
                ]
            ])
        case "app.bsky.feed.getPosts":
            let uris = request.query.filter { $0.name == "uris" }.map(\.value)
            guard (1...25).contains(uris.count) else { return bad("uris") }
            return HTTPAnswer.json(["posts": uris.compactMap(post)])
        case "app.bsky.feed.searchPosts":
            guard let words = request.query("q"), !words.isEmpty else { return bad("q") }
            return HTTPAnswer.json([
                "posts": (own() + others()).filter { text($0).localizedCaseInsensitiveContains(words) }
            ])
        case "app.bsky.notification.listNotifications": return notifications()
        case "app.bsky.feed.getPostThread": return thread(request)
        default: return HTTPAnswer.text("500 Internal Server Error", "")
        }
    }

    private func post(_ uri: String) -> [String: Any]? {
        state.withLock { state in
            if let other = state.others[uri] { return view(uri, other.cid, other.author, other.json) }
            guard uri.hasPrefix("at://\(did)/"),
                let record = state.records[String(uri.dropFirst("at://\(did)/".count))]
            else { return nil }
            return view(uri, record.cid, did, record.json)
        }
    }

    private func view(_ uri: String, _ cid: String, _ author: String, _ json: [UInt8]) -> [String: Any] {
        let name = author == did ? handle : "valley.test"
        var view: [String: Any] = [
            "uri": uri, "cid": cid, "record": StandInPDS.object(json), "indexedAt": "2026-06-18T09:30:00.000Z",
            "author": ["did": author, "handle": name, "displayName": author == did ? "Hilltop Primary" : "Val"],
        ]
        let images = (StandInPDS.object(json)["embed"] as? [String: Any])?["images"] as? [[String: Any]] ?? []
        if !images.isEmpty {
            view["embed"] = [
                "$type": "app.bsky.embed.images#view",
                "images": images.map {
                    [
                        "thumb": "https://cdn.bsky.app/thumb", "fullsize": "https://cdn.bsky.app/full",
                        "alt": $0["alt"] ?? "",
                    ]
                },
            ]
        }
        return view
    }

    private func text(_ view: [String: Any]) -> String { (view["record"] as? [String: Any])?["text"] as? String ?? "" }

    private func own() -> [[String: Any]] {
        let keys = state.withLock { $0.records.keys.filter { $0.hasPrefix("app.bsky.feed.post/") } }
        return keys.compactMap { post("at://\(did)/\($0)") }.sorted { created($0) > created($1) }
    }

    private func others() -> [[String: Any]] {
        state.withLock { $0.others.keys.sorted(by: >) }.compactMap(post)
    }

    private func created(_ view: [String: Any]) -> String {
        (view["record"] as? [String: Any])?["createdAt"] as? String ?? ""
    }

    private func passedOn() -> [String: Any] {
        let record: [String: Any] = [
            "$type": "app.bsky.feed.post", "text": "Somebody else’s", "createdAt": "2026-06-18T09:00:00Z",
        ]
        let author = "did:plc:44ybard66vv44zksje25o7dz"
        return view(
            "at://\(author)/app.bsky.feed.post/\(StandInPDS.key(0))", "bafyreiother", author, StandInPDS.bytes(record))
    }

    private func notifications() -> HTTPAnswer {
        let entries = others().map { post -> [String: Any] in
            var entry = post
            let reply = (post["record"] as? [String: Any])?["reply"]
            entry["reason"] = reply == nil ? "mention" : "reply"
            entry["isRead"] = false
            return entry
        }
        let like: [String: Any] = [
            "uri": "at://did:plc:44ybard66vv44zksje25o7dz/app.bsky.feed.like/\(StandInPDS.key(1))",
            "cid": "bafyreilike",
            "author": ["did": "did:plc:44ybard66vv44zksje25o7dz", "handle": "valley.test"], "reason": "like",
            "record": ["$type": "app.bsky.feed.like"], "isRead": false, "indexedAt": "2026-06-18T09:30:00.000Z",
        ]
        return HTTPAnswer.json(["notifications": [like] + entries])
    }

    private func thread(_ request: HTTPRequest) -> HTTPAnswer {
        guard let uri = request.query("uri"), var root = post(uri) else {
            return refuse("400 Bad Request", "NotFound", "Post not found")
        }
        let key = uri.split(separator: "/").last.map(String.init) ?? ""
        if let gate = record("app.bsky.feed.threadgate", key) {
            root["threadgate"] = ["record": StandInPDS.object(Array(gate.utf8))]
        }
        let all = others() + own()
        func replies(to parent: String) -> [[String: Any]] {
            all.filter { view in
                let reply = (view["record"] as? [String: Any])?["reply"] as? [String: Any]
                return (reply?["parent"] as? [String: Any])?["uri"] as? String == parent
            }.map { view in
                [
                    "$type": "app.bsky.feed.defs#threadViewPost", "post": view,
                    "replies": replies(to: view["uri"] as? String ?? ""),
                ]
            }
        }
        let gone: [String: Any] = [
            "$type": "app.bsky.feed.defs#notFoundPost", "uri": "at://did:plc:gone/app.bsky.feed.post/3",
            "notFound": true,
        ]
        return HTTPAnswer.json(["thread": ["post": root, "replies": replies(to: uri) + [gone]]])
    }
}
