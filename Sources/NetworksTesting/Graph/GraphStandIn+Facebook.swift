import Foundation
import Synchronization

extension GraphStandIn {
    /// Nil for what is not Facebook's.
    func facebook(_ request: HTTPRequest, _ parts: [String], _ token: Token) -> HTTPAnswer? {
        func allowing(_ scope: String, _ body: () -> HTTPAnswer) -> HTTPAnswer {
            token.scopes.contains(scope) ? body() : lacking(scope, code: scope.contains("read") ? 10 : 200)
        }
        let (id, edge) = (parts.first ?? "", parts.dropFirst().first)
        let kind = state.withLock { state -> String? in
            if id == page { return "page" }
            if state.posts.contains(where: { $0.id == id }) { return "post" }
            if state.photos[id] != nil { return "photo" }
            return state.comments.contains { $0.id == id && $0.on.hasPrefix("\(page)_") } ? "comment" : nil
        }
        switch (request.method, kind, edge) {
        case ("GET", _, nil) where parts.isEmpty:
            return allowing("pages_read_engagement") { photos(request.query("ids") ?? "") }
        case ("GET", "page", nil):
            return .json(["id": page, "name": "Hilltop Primary", "username": "hilltopprimary"])
        case ("POST", "page", "photos"): return allowing("pages_manage_posts") { upload(request) }
        case ("POST", "page", "feed"): return allowing("pages_manage_posts") { post(request) }
        case ("GET", "page", "published_posts"): return allowing("pages_read_engagement") { posts(request) }
        case ("GET", "page", "tagged"):
            return allowing("pages_read_user_content") {
                listed(
                    request,
                    [
                        [
                            "id": "555_666", "message": "What a fair at Hilltop!", "created_time": Self.time(Date()),
                            "from": ["id": "555", "name": "Valley News"],
                        ]
                    ])
            }
        case ("POST", "page", "blocked"):
            return allowing("pages_manage_metadata") {
                guard let person = Self.field(request, "user"), Int(person) != nil else { return parameter("user") }
                state.withLock { _ = $0.blocked.insert(person) }
                return .json([person: true])
            }
        case ("GET", "post", nil):
            return allowing("pages_read_engagement") { .json(told(id)) }
        case ("POST", "post", nil): return allowing("pages_manage_posts") { edit(id, request) }
        case ("DELETE", "post", nil):
            return allowing("pages_manage_posts") {
                state.withLock { state in
                    for photo in state.posts.first(where: { $0.id == id })?.photos ?? [] { state.photos[photo] = nil }
                    state.posts.removeAll { $0.id == id }
                }
                return Self.success
            }
        case ("GET", "photo", nil): return allowing("pages_read_engagement") { .json(["id": id]) }
        case ("DELETE", "photo", nil):
            return allowing("pages_manage_posts") {
                state.withLock { $0.photos[id] = nil }
                return Self.success
            }
        case ("GET", "post", "comments"), ("GET", "comment", "comments"):
            return allowing("pages_read_user_content") { comments(under: id, request) }
        case ("POST", "comment", "comments"), ("POST", "post", "comments"):
            return allowing("pages_manage_engagement") {
                guard let text = Self.field(request, "message"), !text.isEmpty else { return parameter("message") }
                let answer = state.withLock { $0.add(text, under: id, by: page, name: "Hilltop Primary") }
                return .json(["id": answer])
            }
        case ("POST", "comment", nil): return allowing("pages_manage_engagement") { hide(id, request) }
        case ("DELETE", "comment", nil):
            return allowing("pages_manage_engagement") {
                state.withLock { $0.comments.removeAll { $0.id == id || $0.parent == id } }
                return Self.success
            }
        default: return nil
        }
    }

    private func upload(_ request: HTTPRequest) -> HTTPAnswer {
        guard let file = request.parts?.first(where: { $0.name == "source" && $0.filename != nil }) else {
            return error(324, "(#324) Missing or invalid image file")
        }
        guard file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || file.bytes.starts(with: [0xFF, 0xD8]) else {
            return error(324, "(#324) Missing or invalid image file")
        }
        guard file.bytes.count < 4 * 1_048_576 else {
            return error(1, "Photos should be smaller than 4 MB", subcode: 1_366_046)
        }
        // One that is published at once would stand on the page before its post.
        guard Self.field(request, "published") == "false" else { return parameter("published at once in a test") }
        let alt = Self.field(request, "alt_text_custom") ?? ""
        return state.withLock { state in
            let id = state.next()
            state.photos[id] = Photo(id: id, alt: alt, bytes: file.bytes)
            return .json(["id": id])
        }
    }

    private func post(_ request: HTTPRequest) -> HTTPAnswer {
        guard let form = request.form else { return parameter("no form") }
        let message = request.form("message") ?? ""
        var photos: [String] = []
        for field in form where field.name.hasPrefix("attached_media[") {
            guard field.name == "attached_media[\(photos.count)]",
                let object = try? JSONSerialization.jsonObject(with: Data(field.value.utf8)) as? [String: String],
                let id = object["media_fbid"]
            else { return parameter("Param attached_media must be an array.") }
            photos.append(id)
        }
        let known: Set<String> = ["message", "appsecret_proof", "link", "published"]
        if let unknown = form.first(where: { !known.contains($0.name) && !$0.name.hasPrefix("attached_media[") }) {
            return parameter("Unknown parameter \(unknown.name)")
        }
        guard !message.isEmpty || !photos.isEmpty else { return parameter("Missing message or attachment") }
        guard message.count <= 63_206 else { return parameter("The message is too long") }
        return state.withLock { state in
            guard photos.allSatisfy({ state.photos[$0]?.isUsed == false }) else {
                return parameter("Invalid parameter: photos do not exist or were used")
            }
            if photos.isEmpty, let last = state.posts.last, last.message == message, last.photos.isEmpty {
                return error(506, "(#506) Duplicate status message")
            }
            let id = "\(page)_\(state.next())"
            for photo in photos { state.photos[photo]?.isUsed = true }
            state.posts.append(Post(id: id, message: message, createdAt: Date(), photos: photos))
            return .json(["id": id])
        }
    }

    private func edit(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let message = Self.field(request, "message"), !message.isEmpty else { return parameter("message") }
        return state.withLock { state in
            guard let place = state.posts.firstIndex(where: { $0.id == id }) else { return missing(id, "POST") }
            state.posts[place].message = message
            return Self.success
        }
    }

    /// A post with all that was asked for: Facebook escapes the strokes in addresses, and writes times without a colon.
    private func told(_ id: String) -> [String: Any] {
        guard let post = state.withLock({ $0.posts.first { $0.id == id } }) else { return [:] }
        var told: [String: Any] = [
            "id": post.id, "created_time": Self.time(post.createdAt), "from": ["id": page, "name": "Hilltop Primary"],
        ]
        if !post.message.isEmpty { told["message"] = post.message }
        let photos = post.photos.map { id -> [String: Any] in
            [
                "media_type": "photo", "target": ["id": id],
                "media": ["image": ["src": "https://scontent.example/\(id).jpg", "width": 8, "height": 8]],
            ]
        }
        switch photos.count {
        case 0: break
        case 1: told["attachments"] = ["data": photos]
        default:
            told["attachments"] = [
                "data": [["media_type": "album", "target": ["id": "999"], "subattachments": ["data": photos]]]
            ]
        }
        return told
    }

    private func posts(_ request: HTTPRequest) -> HTTPAnswer {
        let since = request.query("since").map { Double($0) } ?? 0
        guard let since else { return parameter("since") }
        let ids = state.withLock {
            $0.posts.reversed().filter { $0.createdAt.timeIntervalSince1970 >= since }.map(\.id)
        }
        return listed(request, ids.map(told))
    }

    private func photos(_ ids: String) -> HTTPAnswer {
        let ids = ids.split(separator: ",").map(String.init)
        let photos = state.withLock { $0.photos }
        guard ids.allSatisfy({ photos[$0] != nil }), !ids.isEmpty else {
            return error(803, "(#803) Some of the aliases you requested do not exist", status: "404 Not Found")
        }
        return .json(
            Dictionary(uniqueKeysWithValues: ids.map { ($0, ["id": $0, "alt_text_custom": photos[$0]?.alt ?? ""]) }))
    }

    private func comments(under id: String, _ request: HTTPRequest) -> HTTPAnswer {
        let isStream = request.query("filter") == "stream"
        let all = state.withLock { state in
            state.comments.filter { $0.parent == id || ($0.on == id && (isStream || $0.parent == nil)) }
        }
        return listed(
            request,
            all.map { comment in
                var told: [String: Any] = [
                    "id": comment.id, "message": comment.text, "created_time": Self.time(comment.createdAt),
                    "is_hidden": comment.isHidden, "permalink_url": "https://www.facebook.com/\(comment.id)",
                ]
                if let name = comment.name { told["from"] = ["id": comment.author, "name": name] }
                if let parent = comment.parent { told["parent"] = ["id": parent] }
                return told
            })
    }

    private func hide(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let hidden = Self.field(request, "is_hidden"), ["true", "false"].contains(hidden) else {
            return parameter("is_hidden")
        }
        return state.withLock { state in
            guard let place = state.comments.firstIndex(where: { $0.id == id }) else { return missing(id, "POST") }
            guard state.comments[place].author != page else {
                return error(200, "(#200) The page cannot hide its own comment", status: "403 Forbidden")
            }
            state.comments[place].isHidden = hidden == "true"
            return Self.success
        }
    }
}
