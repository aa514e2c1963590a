import Foundation
import Synchronization

extension StandInYouTube {
    func problem(
        _ status: String, _ reason: String, _ message: String = "No.", domain: String = "youtube"
    ) -> HTTPAnswer {
        let code = Int(status.prefix(3)) ?? 500
        return .json(
            [
                "error": [
                    "code": code, "message": message,
                    "errors": [["message": message, "domain": domain, "reason": reason]],
                ]
            ], status: status)
    }

    func bad(_ reason: String) -> HTTPAnswer { problem("400 Bad Request", reason) }

    static func time(_ date: Date) -> String { ISO8601DateFormatter().string(from: date) }

    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        switch request.line {
        case "POST /token": return token(request)
        case "POST /revoke": return revoke(request)
        default: break
        }
        guard let bearer = request.bearer, let scopes = state.withLock({ $0.access[bearer] }),
            !state.withLock({ $0.expired.contains(bearer) })
        else { return problem("401 Unauthorized", "authError", "Invalid Credentials", domain: "global") }
        let isUpload = request.path.hasPrefix("/upload/")
        let needed = isUpload ? ["youtube.upload", "youtube.force-ssl"] : ["youtube.force-ssl"]
        guard needed.contains(where: { scopes.contains("https://www.googleapis.com/auth/\($0)") }) else {
            return problem(
                "403 Forbidden", "insufficientPermissions", "Request had insufficient scopes", domain: "global")
        }
        if request.path == "/upload/youtube/v3/videos" { return upload(request) }
        if ["POST", "PUT"].contains(request.method), !request.body.isEmpty, request.contentType != "application/json" {
            return bad("parseError")
        }
        let parts = request.path.split(separator: "/").map(String.init)
        guard parts.starts(with: ["youtube", "v3"]) else { return HTTPAnswer.html("404 Not Found", "<h1>404</h1>") }
        let what = "\(request.method) \(parts.dropFirst(2).joined(separator: "/"))"
        if let refusal = spend(what) { return refusal }
        if what != "DELETE videos", what != "POST comments/setModerationStatus", request.query("part") == nil {
            return bad("missingRequiredParameter")
        }
        if let most = request.query("maxResults"), !(0...(what.contains("omment") ? 100 : 50)).contains(Int(most) ?? -1)
        {
            return bad("invalidMaxResults")
        }
        switch what {
        case "GET channels": return channels(request)
        case "GET videos": return videos(request)
        case "PUT videos": return update(request)
        case "DELETE videos": return delete(request)
        case "GET playlistItems": return playlist(request)
        case "GET search": return search(request)
        case "GET commentThreads": return threads(request)
        case "GET comments": return replies(request)
        case "POST comments": return reply(request)
        case "POST comments/setModerationStatus": return moderate(request)
        default: return HTTPAnswer.html("404 Not Found", "<h1>404</h1>")
        }
    }

    /// Reading costs one unit, everything that changes something fifty; searches are counted by themselves.
    private func spend(_ what: String) -> HTTPAnswer? {
        state.withLock { state in
            if what == "GET search" {
                state.searches -= 1
            } else {
                state.units -= what.hasPrefix("GET") ? 1 : 50
            }
            guard state.units < 0 || state.searches < 0 else { return nil }
            return problem(
                "403 Forbidden", "quotaExceeded",
                "The request cannot be completed because you have exceeded your <a href=\"/youtube/v3/getting-started#quota\">quota</a>.",
                domain: "youtube.quota")
        }
    }

    private func token(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.form("client_id") == client.id, request.form("client_secret") == client.secret else {
            return .json(["error": "invalid_client"], status: "401 Unauthorized")
        }
        guard request.form("grant_type") == "refresh_token", let old = request.form("refresh_token"),
            let scopes = state.withLock({ $0.refresh[old] })
        else {
            return .json(
                ["error": "invalid_grant", "error_description": "Token has been expired or revoked."],
                status: "400 Bad Request")
        }
        // Google gives no new refresh token.
        return .json([
            "access_token": state.withLock { $0.token(scopes) }, "expires_in": 3_599, "token_type": "Bearer",
            "scope": scopes.sorted().joined(separator: " "),
        ])
    }

    private func revoke(_ request: HTTPRequest) -> HTTPAnswer {
        guard let token = request.form("token"),
            state.withLock({ $0.access[token] != nil || $0.refresh[token] != nil })
        else { return .json(["error": "invalid_token"], status: "400 Bad Request") }
        // One of them ends what was allowed, and with it all that came from it.
        state.withLock { state in
            state.access = [:]
            state.refresh = [:]
        }
        return .json([String: Any]())
    }

    // MARK: - Uploading

    private func upload(_ request: HTTPRequest) -> HTTPAnswer {
        if request.method == "PUT", let id = request.query("upload_id") { return take(id, request) }
        guard request.method == "POST", request.query("uploadType") == "resumable",
            let parts = request.query("part")?.split(separator: ","), Set(parts).isSuperset(of: ["snippet", "status"]),
            let total = request.headers["x-upload-content-length"].flatMap({ Int($0) }), total > 0,
            request.headers["x-upload-content-type"]?.hasPrefix("video/") == true, let body = request.json,
            let snippet = body["snippet"] as? [String: Any], let status = body["status"] as? [String: Any],
            status["privacyStatus"] as? String == "public"
        else { return bad("badRequest") }
        if let refusal = check(snippet) { return refusal }
        return state.withLock { state in
            guard state.hasChannel else { return problem("401 Unauthorized", "youtubeSignupRequired") }
            guard state.uploadsLeft > 0 else { return bad("uploadLimitExceeded") }
            state.uploadsLeft -= 1
            let id = "session-\(state.next())"
            state.sessions[id] = Session(
                total: total, title: snippet["title"] as? String ?? "",
                description: snippet["description"] as? String ?? "",
                category: snippet["categoryId"] as? String ?? "22",
                isMadeForKids: status["selfDeclaredMadeForKids"] as? Bool ?? false)
            let host = state.sessionAddress ?? "http://\(request.headers["host"] ?? "")"
            return HTTPAnswer(
                "200 OK",
                ["Location: \(host)/upload/youtube/v3/videos?uploadType=resumable&upload_id=\(id)"])
        }
    }

    func check(_ snippet: [String: Any]) -> HTTPAnswer? {
        func isFit(_ text: String) -> Bool { !text.contains("<") && !text.contains(">") }
        guard let title = snippet["title"] as? String, (1...100).contains(title.utf16.count), isFit(title) else {
            return bad("invalidTitle")
        }
        let description = snippet["description"] as? String ?? ""
        guard description.utf8.count <= 5_000, isFit(description) else { return bad("invalidDescription") }
        guard snippet["categoryId"] is String else { return bad("invalidCategoryId") }
        return nil
    }

    private func take(_ id: String, _ request: HTTPRequest) -> HTTPAnswer {
        guard request.headers["content-length"] != nil else { return HTTPAnswer("411 Length Required") }
        return state.withLock { state in
            guard let session = state.sessions[id] else { return HTTPAnswer("404 Not Found") }
            let range = request.headers["content-range"] ?? ""
            if range == "bytes */\(session.total)", request.body.isEmpty {
                return session.video.map { told($0, state) } ?? far(session)
            }
            let start = session.bytes.count
            guard range == "bytes \(start)-\(start + request.body.count - 1)/\(session.total)" else {
                return far(session)
            }
            let isLast = start + request.body.count == session.total
            guard isLast || request.body.count.isMultiple(of: 262_144) else { return HTTPAnswer("400 Bad Request") }
            state.sessions[id]?.bytes += request.body.prefix(state.mostOfPart)
            guard let now = state.sessions[id], now.bytes.count == now.total else {
                return far(state.sessions[id] ?? session)
            }
            let video = "vid_\(state.next())-AbCd"
            state.sessions[id]?.video = video
            state.videos.append(
                Video(
                    id: video, title: session.title, description: session.description, category: session.category,
                    privacy: state.isAudited ? "public" : "private", uploadStatus: state.uploadStatus,
                    createdAt: Date(), size: now.bytes.count))
            return told(video, state)
        }
    }

    private func far(_ session: Session) -> HTTPAnswer {
        let range = session.bytes.isEmpty ? [] : ["Range: bytes=0-\(session.bytes.count - 1)"]
        return HTTPAnswer("308 Resume Incomplete", range)
    }

    private func told(_ id: String, _ state: State) -> HTTPAnswer {
        guard let video = state.videos.first(where: { $0.id == id }) else { return HTTPAnswer("404 Not Found") }
        return .json(told(video), status: "201 Created")
    }
}
