import Foundation
import Synchronization

extension StandInLinkedIn {
    /// `little` text up to the first sign that should have been escaped: there LinkedIn cuts a post off, and says nothing.
    static func taken(_ text: String) -> String {
        var taken = ""
        var rest = text[...]
        while let sign = rest.popFirst() {
            if sign == "\\" {
                taken.append(sign)
                if let next = rest.popFirst() { taken.append(next) }
                continue
            }
            if sign == "#", let next = rest.first, next.isLetter || next.isNumber {
                let tag = rest.prefix { $0.isLetter || $0.isNumber }
                taken += "{hashtag|\\#|\(tag)}"
                rest = rest[tag.endIndex...]
                continue
            }
            if "|{}@[]()<>#*_~".contains(sign) { return taken }
            taken.append(sign)
        }
        return taken
    }

    private var urn: String { "urn:li:organization:\(organisation)" }

    func create(_ request: HTTPRequest) -> HTTPAnswer {
        guard let body = request.json else { return bad("The body must be JSON") }
        let known: Set<String> = [
            "author", "commentary", "visibility", "distribution", "lifecycleState", "isReshareDisabledByAuthor",
            "content",
        ]
        if let unknown = body.keys.first(where: { !known.contains($0) }) {
            return problem("422 Unprocessable Entity", "INPUT_VALIDATION", "unrecognized field \(unknown)")
        }
        guard body["author"] as? String == urn else {
            return problem("403 Forbidden", "ACCESS_DENIED", "The author is not administered")
        }
        guard let commentary = body["commentary"] as? String, body["visibility"] as? String == "PUBLIC",
            body["lifecycleState"] as? String == "PUBLISHED", let distribution = body["distribution"] as? [String: Any],
            distribution["feedDistribution"] as? String == "MAIN_FEED",
            distribution["targetEntities"] as? [String] == []
        else { return problem("422 Unprocessable Entity", "INPUT_VALIDATION", "a required field is missing") }
        guard commentary.count <= 3_000 + commentary.count(where: { $0 == "\\" }) else {
            return problem("422 Unprocessable Entity", "FIELD_LENGTH_TOO_LONG", "/commentary")
        }
        var images: [(id: String, alt: String)] = []
        if let content = body["content"] as? [String: Any] {
            let several = (content["multiImage"] as? [String: Any])?["images"] as? [[String: Any]]
            let one = content["media"] as? [String: Any]
            guard content.count == 1, (several.map { (2...20).contains($0.count) } ?? (one != nil)) else {
                return problem("422 Unprocessable Entity", "INPUT_VALIDATION", "/content")
            }
            images = (several ?? [one].compactMap { $0 }).map {
                ($0["id"] as? String ?? "", $0["altText"] as? String ?? "")
            }
        }
        return state.withLock { state in
            guard images.allSatisfy({ state.images[$0.id]?.bytes != nil && $0.alt.utf16.count <= 4_086 }) else {
                return problem("400 Bad Request", "INVALID_CONTENT", "The media is not available")
            }
            let taken = Self.taken(commentary)
            if let same = state.posts.last, same.commentary == taken, same.images.isEmpty, images.isEmpty {
                return problem(
                    "422 Unprocessable Entity", "DUPLICATE_POST", "Content is a duplicate of \(same.id)")
            }
            let id = "urn:li:share:\(state.next())"
            state.posts.append(Post(id: id, commentary: taken, createdAt: Self.now(), images: images))
            return HTTPAnswer("201 Created", ["x-restli-id: \(id)"])
        }
    }

    func update(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let patch = request.json?["patch"] as? [String: Any], let set = patch["$set"] as? [String: Any],
            let commentary = set["commentary"] as? String, set.count == 1
        else { return bad("Only $set of the commentary") }
        return state.withLock { state in
            guard let place = state.posts.firstIndex(where: { $0.id == id }) else { return missing("Post") }
            state.posts[place].commentary = Self.taken(commentary)
            return HTTPAnswer("204 No Content")
        }
    }

    func told(_ post: Post) -> [String: Any] {
        var told: [String: Any] = [
            "id": post.id, "author": urn, "commentary": post.commentary, "visibility": "PUBLIC",
            "lifecycleState": "PUBLISHED", "createdAt": post.createdAt, "publishedAt": post.createdAt,
            "distribution": ["feedDistribution": "MAIN_FEED"], "isReshareDisabledByAuthor": false,
        ]
        let images = post.images.map { ["id": $0.id, "altText": $0.alt] }
        if let only = images.first, images.count == 1 { told["content"] = ["media": only] }
        if images.count > 1 { told["content"] = ["multiImage": ["images": images]] }
        return told
    }

    func find(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("q") == "author", request.query("author") == urn else { return bad("q and author") }
        return listed(request, state.withLock { $0.posts.reversed() }.map(told))
    }

    private func listed(_ request: HTTPRequest, _ all: [[String: Any]]) -> HTTPAnswer {
        guard let count = Int(request.query("count") ?? "10"), (1...100).contains(count),
            let start = Int(request.query("start") ?? "0"), start >= 0
        else { return bad("count must be 1 to 100") }
        let part = Array(all.dropFirst(start).prefix(count))
        let links = start + count < all.count ? [["rel": "next", "type": "application/json", "href": "/rest"]] : []
        return .json(["elements": part, "paging": ["start": start, "count": count, "links": links]])
    }

    // MARK: - Pictures

    func announce(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("action") == "initializeUpload",
            let upload = request.json?["initializeUploadRequest"] as? [String: Any], upload["owner"] as? String == urn
        else { return bad("initializeUploadRequest.owner") }
        return state.withLock { state in
            let id = "urn:li:image:C4D22AQ-_\(state.next())"
            state.images[id] = Image()
            let address = state.uploadAddress ?? self.address
            return .json([
                "value": [
                    "uploadUrl": "\(address)/dms-uploads/\(id)/0?ca=vector", "image": id,
                    "uploadUrlExpiresAt": Self.now() + 86_400_000,
                ]
            ])
        }
    }

    func take(_ request: HTTPRequest) -> HTTPAnswer {
        let id = request.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        guard request.method == "PUT", !request.body.isEmpty else { return HTTPAnswer("400 Bad Request") }
        return state.withLock { state in
            guard state.images[id] != nil else { return HTTPAnswer("404 Not Found") }
            state.images[id]?.bytes = request.body
            return HTTPAnswer("201 Created")
        }
    }

    func imageStatus(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let image = state.images[id] else { return missing("Image") }
            state.images[id]?.checks += 1
            let bytes = image.bytes ?? []
            let isPicture = bytes.starts(with: [0x89, 0x50]) || bytes.starts(with: [0xFF, 0xD8])
            let status =
                bytes.isEmpty
                ? "WAITING_UPLOAD" : image.checks == 0 ? "PROCESSING" : isPicture ? "AVAILABLE" : "PROCESSING_FAILED"
            return .json(["id": id, "owner": urn, "status": status])
        }
    }

    // MARK: - Comments

    func comments(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        let (all, isKnown) = state.withLock { state in
            (
                state.comments,
                state.posts.contains { $0.id == id } || state.comments.contains { $0.id == id }
            )
        }
        guard isKnown else { return missing("Object") }
        let own = all.filter { $0.parent == id || ($0.post == id && $0.parent == nil) }
        return listed(request, own.map { one in told(one, answers: all.count { $0.parent == one.id }) })
    }

    private func told(_ comment: Comment, answers: Int) -> [String: Any] {
        var told: [String: Any] = [
            "commentUrn": comment.id, "actor": comment.actor, "message": ["text": comment.text, "attributes": [Any]()],
            "created": ["actor": comment.actor, "time": comment.createdAt], "object": comment.post,
        ]
        if let parent = comment.parent { told["parentComment"] = parent }
        if answers > 0 { told["commentsSummary"] = ["totalFirstLevelComments": answers] }
        return told
    }

    func reply(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard let body = request.json, body["actor"] as? String == urn, body["parentComment"] as? String == id,
            body["object"] is String, let text = (body["message"] as? [String: Any])?["text"] as? String,
            (1...1_250).contains(text.count)
        else { return bad("actor, object, parentComment and message.text") }
        return state.withLock { state in
            guard let parent = state.comments.first(where: { $0.id == id }), parent.parent == nil else {
                return missing("Comment")
            }
            let own = state.comment(text, under: id, by: urn)
            guard let comment = state.comments.first(where: { $0.id == own }) else { return missing("Comment") }
            return .json(
                told(comment, answers: 0), status: "201 Created",
                headers: ["x-restli-id: \(own.split(separator: ",").last?.dropLast() ?? "")"])
        }
    }
}
