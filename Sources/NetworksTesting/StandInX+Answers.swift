import Foundation
import Synchronization

extension StandInX {
    func problem(_ status: String, _ type: String, _ detail: String, _ more: [String: Any] = [:]) -> HTTPAnswer {
        let code = Int(status.prefix(3)) ?? 500
        let json: [String: Any] = [
            "title": String(status.dropFirst(4)), "detail": detail, "status": code,
            "type": type.isEmpty ? "about:blank" : "https://api.twitter.com/2/problems/\(type)",
        ]
        return HTTPAnswer.json(json.merging(more) { $1 }, status: status)
    }

    func bad(_ detail: String) -> HTTPAnswer { problem("400 Bad Request", "invalid-request", detail) }

    /// As X says it of a post: with status 200.
    func missing(_ id: String) -> HTTPAnswer {
        HTTPAnswer.json([
            "errors": [
                [
                    "value": id, "detail": "Could not find tweet with id: [\(id)].", "title": "Not Found Error",
                    "resource_type": "tweet", "parameter": "id", "resource_id": id,
                    "type": "https://api.twitter.com/2/problems/resource-not-found",
                ]
            ]
        ])
    }

    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { $0.calls.append("\(request.method) \(request.path)") }
        let isOver = state.withLock { state -> Bool in
            if state.left != .max { state.left -= 1 }
            return state.left < 0
        }
        if isOver {
            let reset = Int(Date().timeIntervalSince1970) + 600
            let headers = ["x-rate-limit-limit: 50", "x-rate-limit-remaining: 0", "x-rate-limit-reset: \(reset)"]
            return HTTPAnswer.json(
                [
                    "title": "Too Many Requests", "detail": "Too Many Requests", "type": "about:blank", "status": 429,
                ], status: "429 Too Many Requests", headers: headers)
        }
        switch request.path {
        case "/2/oauth2/token": return token(request)
        case "/2/oauth2/revoke": return revoke(request)
        default: break
        }
        guard let bearer = request.bearer,
            let scopes = state.withLock({ $0.expired.contains(bearer) ? nil : $0.access[bearer] })
        else { return problem("401 Unauthorized", "", "Unauthorized") }
        let parts = request.path.split(separator: "/").map(String.init)
        func allowing(_ needed: String..., body: () -> HTTPAnswer) -> HTTPAnswer {
            guard scopes.isSuperset(of: needed) else {
                return problem("403 Forbidden", "client-forbidden", "You are not permitted to perform this action.")
            }
            return body()
        }
        switch (request.method, parts.count, parts.dropFirst().first, parts.last) {
        case ("GET", 3, "users", "me"):
            return allowing("tweet.read", "users.read") {
                HTTPAnswer.json(["data": ["id": user, "name": "Hilltop Primary", "username": name]])
            }
        case ("POST", 2, "tweets", _): return allowing("tweet.write", "users.read", "tweet.read") { create(request) }
        case ("DELETE", 3, "tweets", let id?):
            return allowing("tweet.write", "users.read", "tweet.read") { delete(id) }
        case ("GET", 3, "tweets", let id?): return allowing("tweet.read", "users.read") { lookUp(id) }
        case ("PUT", 4, "tweets", "hidden"):
            return allowing("tweet.moderate.write", "users.read", "tweet.read") { hide(parts[2], request) }
        case ("GET", 4, "users", "tweets"):
            return allowing("tweet.read", "users.read") { list(request) { $0.author == user && parts[2] == user } }
        case ("GET", 4, "users", "mentions"):
            return allowing("tweet.read", "users.read") {
                list(request) { $0.author != user && ($0.text.contains("@\(name)") || $0.repliesTo != nil) }
            }
        case ("GET", 4, "tweets", "recent"): return allowing("tweet.read", "users.read") { search(request) }
        default: break
        }
        if parts.count >= 3, parts[1] == "media" {
            return allowing("media.write") { media(request, Array(parts.dropFirst(2))) }
        }
        return HTTPAnswer.text("404 Not Found", "")
    }

    private func isClient(_ request: HTTPRequest) -> Bool {
        let expected = Data("\(client.id):\(client.secret)".utf8).base64EncodedString()
        return request.headers["authorization"] == "Basic \(expected)"
    }

    /// A refresh token counts once.
    private func token(_ request: HTTPRequest) -> HTTPAnswer {
        guard isClient(request) else {
            return HTTPAnswer.json(
                ["error": "unauthorized_client", "error_description": "Missing valid authorization header"],
                status: "401 Unauthorized")
        }
        guard request.method == "POST", request.form("grant_type") == "refresh_token",
            let old = request.form("refresh_token"),
            let scopes = state.withLock({ $0.refresh.removeValue(forKey: old) })
        else {
            return HTTPAnswer.json(
                ["error": "invalid_request", "error_description": "Value passed for the token was invalid."],
                status: "400 Bad Request")
        }
        let new = state.withLock { $0.authorise(scopes) }
        return HTTPAnswer.json([
            "token_type": "bearer", "expires_in": 7200, "access_token": new.access, "refresh_token": new.refresh,
            "scope": scopes.sorted().joined(separator: " "),
        ])
    }

    private func revoke(_ request: HTTPRequest) -> HTTPAnswer {
        guard isClient(request), let token = request.form("token") else {
            return HTTPAnswer.json(["error": "invalid_request"], status: "400 Bad Request")
        }
        state.withLock {
            $0.access[token] = nil
            $0.refresh[token] = nil
        }
        return HTTPAnswer.json(["revoked": true])
    }
}
