import Foundation
import Synchronization

extension GraphStandIn {
    struct Container: Sendable {
        let caption: String
        let alt: String
        let isItem: Bool
        var children: [String] = []
        var checks = 0
        var isPublished = false
    }

    struct Media: Sendable {
        let id: String
        let caption: String
        let createdAt: Date
        /// Number and description of each picture; a single one is its post.
        let pictures: [(id: String, alt: String)]
    }

    /// Nil for what is not Instagram's.
    func instagram(_ request: HTTPRequest, _ parts: [String], _ token: Token) -> HTTPAnswer? {
        func allowing(_ scope: String, _ body: () -> HTTPAnswer) -> HTTPAnswer {
            token.scopes.isSuperset(of: [scope, "instagram_basic"])
                ? body() : lacking(token.scopes.contains(scope) ? "instagram_basic" : scope, code: 10)
        }
        let (id, edge) = (parts.first ?? "", parts.dropFirst().first)
        let kind = state.withLock { state -> String? in
            if id == instagram { return "account" }
            if state.containers[id] != nil { return "container" }
            if state.media.contains(where: { $0.id == id }) { return "media" }
            if state.media.contains(where: { $0.pictures.contains { $0.id == id } }) { return "picture" }
            return state.comments.contains { $0.id == id } ? "comment" : nil
        }
        switch (request.method, kind, edge) {
        case ("GET", "account", nil):
            return allowing("instagram_basic") {
                .json(["id": instagram, "username": "hilltopprimary", "name": "Hilltop Primary"])
            }
        case ("POST", "account", "media"): return allowing("instagram_content_publish") { contain(request) }
        case ("POST", "account", "media_publish"): return allowing("instagram_content_publish") { publish(request) }
        case ("GET", "account", "content_publishing_limit"):
            return allowing("instagram_content_publish") {
                state.withLock { state in
                    .json([
                        "data": [
                            [
                                "quota_usage": state.media.count,
                                "config": ["quota_total": state.quota, "quota_duration": 86_400],
                            ]
                        ]
                    ])
                }
            }
        case ("GET", "account", "media"):
            return allowing("instagram_basic") {
                listed(request, state.withLock { $0.media.reversed() }.map(told))
            }
        case ("GET", "account", "tags"):
            return allowing("instagram_manage_comments") {
                let post = [
                    "id": "17900000000000099", "caption": "With @hilltopprimary", "username": "valley",
                    "timestamp": Self.time(Date()), "permalink": "https://www.instagram.com/p/Xy/",
                ]
                return listed(request, [post])
            }
        case ("GET", "container", nil): return allowing("instagram_basic") { status(id) }
        case ("GET", "media", nil):
            return allowing("instagram_basic") {
                .json(state.withLock { $0.media.first { $0.id == id } }.map(told) ?? [:])
            }
        case ("GET", "picture", nil): return allowing("instagram_basic") { .json(["id": id]) }
        case ("GET", "media", "comments"), ("GET", "comment", "replies"):
            return allowing("instagram_manage_comments") { replies(under: id, request) }
        case ("POST", "comment", "replies"):
            return allowing("instagram_manage_comments") {
                guard let text = Self.field(request, "message"), !text.isEmpty else { return parameter("message") }
                return state.withLock { state in
                    let comment = state.comments.first { $0.id == id }
                    guard comment?.parent == nil, comment?.isHidden == false else {
                        return parameter("Only shown top-level comments can be replied to")
                    }
                    return .json(["id": state.add(text, under: id, by: instagram, name: "hilltopprimary")])
                }
            }
        case ("POST", "comment", nil):
            return allowing("instagram_manage_comments") {
                guard let hidden = Self.field(request, "hide"), ["true", "false"].contains(hidden) else {
                    return parameter("hide")
                }
                state.withLock { state in
                    guard let place = state.comments.firstIndex(where: { $0.id == id }) else { return }
                    state.comments[place].isHidden = hidden == "true"
                }
                return Self.success
            }
        case ("DELETE", "comment", nil):
            return allowing("instagram_manage_comments") {
                state.withLock { $0.comments.removeAll { $0.id == id || $0.parent == id } }
                return Self.success
            }
        default: return nil
        }
    }

    private func contain(_ request: HTTPRequest) -> HTTPAnswer {
        func field(_ name: String) -> String? { Self.field(request, name) }
        let caption = field("caption") ?? ""
        guard caption.utf16.count <= 2_200, caption.split(separator: " ").count(where: { $0.hasPrefix("#") }) <= 30
        else {
            return error(36_004, "The caption is too long", subcode: 2_207_010)
        }
        if field("media_type") == "CAROUSEL" {
            let children = (field("children") ?? "").split(separator: ",").map(String.init)
            return state.withLock { state in
                guard (2...10).contains(children.count), Set(children).count == children.count,
                    children.allSatisfy({
                        state.containers[$0]?.isItem == true && state.containers[$0]?.isPublished == false
                    })
                else { return parameter("children must be 2 to 10 containers of items") }
                let id = state.next()
                state.containers[id] = Container(caption: caption, alt: "", isItem: false, children: children)
                return .json(["id": id])
            }
        }
        guard field("media_type") == nil, let address = field("image_url") else {
            return parameter("The parameter image_url is required.")
        }
        guard let bytes = fetch(address) else {
            return error(9_004, "The media could not be fetched from this URI", subcode: 2_207_052)
        }
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else {
            return error(36_001, "The image format is not supported", subcode: 2_207_005)
        }
        guard bytes.count <= 8 * 1_048_576 else {
            return error(36_000, "The image size is too large.", subcode: 2_207_004)
        }
        let isItem = field("is_carousel_item") == "true"
        return state.withLock { state in
            let id = state.next()
            state.containers[id] = Container(caption: caption, alt: field("alt_text") ?? "", isItem: isItem)
            return .json(["id": id])
        }
    }

    /// Instagram fetches the picture itself, now.
    private func fetch(_ address: String) -> [UInt8]? {
        guard let url = URL(string: address), url.host == "127.0.0.1", let port = url.port else { return nil }
        let request = "GET \(url.path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        let reply = FaultProxy.forward(Array(request.utf8), to: port)
        guard reply.starts(with: "HTTP/1.1 200".utf8), let end = reply.firstRange(of: Array("\r\n\r\n".utf8)) else {
            return nil
        }
        return Array(reply[end.upperBound...])
    }

    private func status(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            state.containers[id]?.checks += 1
            guard let container = state.containers[id] else { return missing(id, "GET") }
            let code =
                container.isPublished ? "PUBLISHED" : container.checks <= state.slowness ? "IN_PROGRESS" : "FINISHED"
            return .json(["id": id, "status_code": code])
        }
    }

    private func publish(_ request: HTTPRequest) -> HTTPAnswer {
        guard let id = Self.field(request, "creation_id") else { return parameter("creation_id") }
        return state.withLock { state in
            guard let container = state.containers[id], !container.isItem, !container.isPublished else {
                return error(24, "The requested resource does not exist", subcode: 2_207_006)
            }
            guard container.checks > state.slowness else {
                return error(9_007, "The media is not ready for publishing", subcode: 2_207_027)
            }
            guard state.media.count < state.quota else {
                return error(9, "Application request limit reached", subcode: 2_207_042, status: "403 Forbidden")
            }
            state.containers[id]?.isPublished = true
            let media = state.next()
            let pictures =
                container.children.isEmpty
                ? [(id: media, alt: container.alt)]
                : container.children.map { (id: state.next(), alt: state.containers[$0]?.alt ?? "") }
            state.media.append(
                Media(id: media, caption: container.caption, createdAt: Date(), pictures: pictures))
            return .json(["id": media])
        }
    }

    private func told(_ media: Media) -> [String: Any] {
        var told: [String: Any] = [
            "id": media.id, "timestamp": Self.time(media.createdAt),
            "permalink": "https://www.instagram.com/p/C\(media.id.suffix(6))/",
        ]
        if !media.caption.isEmpty { told["caption"] = media.caption }
        let pictures = media.pictures.map { picture in
            [
                "id": picture.id, "media_type": "IMAGE", "media_url": "https://scontent.example/\(picture.id).jpg",
                "alt_text": picture.alt,
            ]
        }
        if let only = pictures.first, pictures.count == 1 { return told.merging(only) { $1 } }
        told["media_type"] = "CAROUSEL_ALBUM"
        told["children"] = ["data": pictures]
        return told
    }

    private func replies(under id: String, _ request: HTTPRequest) -> HTTPAnswer {
        let all = state.withLock { $0.comments }
        func told(_ comment: Comment) -> [String: Any] {
            var told: [String: Any] = [
                "id": comment.id, "text": comment.text, "timestamp": Self.time(comment.createdAt),
                "hidden": comment.isHidden, "from": ["id": comment.author, "username": comment.name ?? "valley"],
                "username": comment.name ?? "valley",
            ]
            if let parent = comment.parent { told["parent_id"] = parent }
            let answers = all.filter { $0.parent == comment.id }
            if !answers.isEmpty, request.query("fields")?.contains("replies") == true {
                told["replies"] = ["data": answers.map(told(_:))]
            }
            return told
        }
        let own = all.filter { $0.parent == id || ($0.on == id && $0.parent == nil) }
        return listed(request, own.map(told), most: 50)
    }
}
