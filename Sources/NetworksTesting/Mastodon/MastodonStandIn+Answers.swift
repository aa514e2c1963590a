import Foundation
import Synchronization

extension MastodonStandIn {
    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        var answer = route(request)
        if ways.saysDate {
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = TimeZone(identifier: "GMT")
            format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            answer.headers.append("Date: \(format.string(from: Date()))")
        }
        return answer
    }

    private func route(_ request: HTTPRequest) -> HTTPAnswer {
        let parts = request.path.split(separator: "/").map(String.init)
        switch (request.method, parts.count, parts) {
        case ("GET", 3, ["api", "v2", "instance"]): return ways.hasSecondInstance ? instance() : Self.notFound
        case ("GET", 3, ["api", "v1", "instance"]): return instance()
        case ("POST", 2, ["oauth", "revoke"]): return revoke(request)
        default: break
        }
        guard parts.first == "api", parts.count >= 3 else { return Self.noRoute }
        guard request.headers["authorization"] == "Bearer \(Self.token)", !state.withLock({ $0.isRevoked }) else {
            return ways.badToken
        }
        let subject = parts[2], id = parts.count > 3 ? parts[3] : "", verb = parts.count > 4 ? parts[4] : ""
        switch (request.method, subject, id.isEmpty, verb) {
        case ("GET", "accounts", _, "") where id == "verify_credentials":
            return needing("profile", "read:accounts") { .json(account(me)) }
        case ("GET", "accounts", _, "statuses"): return needing("read:statuses") { timeline(id, request) }
        case ("POST", "accounts", _, "block"): return needing("write:blocks") { block(id) }
        case ("POST", "media", true, _): return needing("write:media") { upload(request, version: parts[1]) }
        case ("GET", "media", false, ""): return needing("write:media") { media(id) }
        case ("DELETE", "media", false, ""): return needing("write:media") { discard(id) }
        case ("POST", "statuses", true, _): return needing("write:statuses") { post(request) }
        case ("GET", "statuses", false, ""): return needing("read:statuses") { status(id) }
        case ("GET", "statuses", false, "source") where ways.hasSource:
            return needing("read:statuses") { source(id) }
        case ("GET", "statuses", false, "context"): return needing("read:statuses") { context(id) }
        case ("PUT", "statuses", false, ""): return needing("write:statuses") { edit(id, request) }
        case ("DELETE", "statuses", false, "") where ways.deletes:
            return needing("write:statuses") { delete(id, request) }
        case ("GET", "notifications", true, _): return needing("read:notifications") { notifications(request) }
        case ("GET", "search", true, _): return needing("read:search") { search(request) }
        case ("POST", "reports", true, _): return needing("write:reports") { report(request) }
        default: return Self.noRoute
        }
    }

    static let notFound = HTTPAnswer.json(["error": "Record not found"], status: "404 Not Found")
    static let noRoute = HTTPAnswer.html("404 Not Found", "<h1>The page you are looking for isn’t here.</h1>")

    static func refused(_ why: String) -> HTTPAnswer {
        .json(["error": "Validation failed: \(why)"], status: "422 Unprocessable Entity")
    }

    private func needing(_ scopes: String..., answer: () -> HTTPAnswer) -> HTTPAnswer {
        let has = scopes.contains { scope in
            ways.scopes.contains(scope) || ways.scopes.contains(String(scope.prefix { $0 != ":" }))
        }
        return has
            ? answer() : .json(["error": "This action is outside the authorized scopes"], status: "403 Forbidden")
    }

    private func instance() -> HTTPAnswer {
        .json([
            "domain": "standin.example", "title": "Stand-in", "version": "4.4.1",
            "configuration": [
                "statuses": [
                    "max_characters": ways.longestText, "max_media_attachments": 4, "characters_reserved_per_url": 23,
                ],
                "media_attachments": [
                    "supported_mime_types": ["image/jpeg", "image/png", "video/mp4"], "description_limit": 1_500,
                    "image_size_limit": 16_777_216, "video_size_limit": 103_809_024,
                ],
            ],
        ])
    }

    private func revoke(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.form("client_id") == Self.client.id, request.form("client_secret") == Self.client.secret,
            request.form("token") == Self.token
        else {
            return .json(
                ["error": "unauthorized_client", "error_description": "You are not authorized to revoke this token"],
                status: "403 Forbidden")
        }
        state.withLock { $0.isRevoked = true }
        return .json([String: String]())
    }

    func account(_ account: Account) -> [String: Any] {
        [
            "id": account.id, "username": account.name, "acct": account.name, "display_name": account.name.capitalized,
            "url": "\(address)/@\(account.name)",
        ]
    }

    func json(_ status: Status, _ state: State) -> [String: Any] {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return [
            "id": status.id, "uri": "\(address)/users/\(status.account.name)/statuses/\(status.id)",
            "url": "\(address)/@\(status.account.name)/\(status.id)", "account": account(status.account),
            "created_at": format.string(from: status.createdAt + Double(ways.skewSeconds)),
            "content": Self.html(status.text),
            "visibility": "public", "spoiler_text": "", "reblog": NSNull(),
            "in_reply_to_id": status.parent as Any? ?? NSNull(),
            "in_reply_to_account_id": status.parent.flatMap { id in state.statuses.first { $0.id == id }?.account.id }
                as Any? ?? NSNull(),
            "media_attachments": status.media.compactMap { state.media[$0] }.map(json),
        ]
    }

    func json(_ media: Attachment) -> [String: Any] {
        let address = "\(address)/files/\(media.id).png"
        return [
            "id": media.id, "type": media.contentType.hasPrefix("video") ? "video" : "image",
            "url": media.polls == 0 ? address as Any : NSNull(), "preview_url": address,
            "description": media.description,
        ]
    }

    /// As Mastodon shows a text: paragraphs, addresses shortened, of people only their names.
    static func html(_ text: String) -> String {
        text.components(separatedBy: "\n\n").map { paragraph in
            let lines = paragraph.components(separatedBy: "\n").map { line in
                line.components(separatedBy: " ").map(word).joined(separator: " ")
            }
            return "<p>\(lines.joined(separator: "<br />"))</p>"
        }.joined()
    }

    private static func word(_ word: String) -> String {
        let escaped = word.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
        if escaped.hasPrefix("https://") {
            let rest = escaped.dropFirst(8)
            return "<a href=\"\(escaped)\" rel=\"nofollow\"><span class=\"invisible\">https://</span>"
                + "<span class=\"ellipsis\">\(rest.prefix(30))</span><span class=\"invisible\">\(rest.dropFirst(30))</span></a>"
        }
        let name = word.split(separator: "@")
        if word.hasPrefix("@"), name.count == 2 {
            return
                "<span class=\"h-card\"><a href=\"https://\(name[1])/@\(name[0])\">@<span>\(name[0])</span></a></span>"
        }
        return escaped
    }
}
