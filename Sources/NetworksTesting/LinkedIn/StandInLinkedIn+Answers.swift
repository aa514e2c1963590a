import Foundation
import Synchronization

extension StandInLinkedIn {
    func problem(_ status: String, _ code: String, _ message: String, service: Int? = nil) -> HTTPAnswer {
        var json: [String: Any] = ["status": Int(status.prefix(3)) ?? 500, "code": code, "message": message]
        if let service { json["serviceErrorCode"] = service }
        return .json(json, status: status)
    }

    func bad(_ message: String) -> HTTPAnswer { problem("400 Bad Request", "ILLEGAL_ARGUMENT", message) }

    func missing(_ what: String) -> HTTPAnswer { problem("404 Not Found", "NOT_FOUND", "\(what) is not found") }

    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        switch request.line {
        case "POST /oauth/v2/accessToken": return token(request)
        case "POST /oauth/v2/revoke": return revoke(request)
        default: break
        }
        let isOver = state.withLock { state -> Bool in
            if state.left != .max { state.left -= 1 }
            return state.left < 0
        }
        if isOver {
            return problem(
                "429 Too Many Requests", "TOO_MANY_REQUESTS",
                "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.", service: 101)
        }
        guard let bearer = request.bearer else {
            return problem("401 Unauthorized", "EMPTY_ACCESS_TOKEN", "Empty oauth2_access_token", service: 401)
        }
        guard let scopes = state.withLock({ $0.access[bearer] }) else {
            return problem("401 Unauthorized", "INVALID_ACCESS_TOKEN", "Invalid access token", service: 65_600)
        }
        if state.withLock({ $0.expired.contains(bearer) }) {
            return problem("401 Unauthorized", "EXPIRED_ACCESS_TOKEN", "The token has expired", service: 65_601)
        }
        func allowing(_ scope: String, _ body: () -> HTTPAnswer) -> HTTPAnswer {
            guard scopes.contains(scope) else {
                return problem(
                    "403 Forbidden", "ACCESS_DENIED", "Not enough permissions to access: \(request.line)", service: 100)
            }
            return body()
        }
        if request.path.hasPrefix("/dms-uploads/") { return allowing("w_organization_social") { take(request) } }
        if let refusal = checkHeaders(request) { return refusal }
        // What stands in an address is encoded whole: colons, brackets and commas mean something to Rest.li.
        guard !request.path.contains(where: { ":(),".contains($0) }) else {
            return bad("Syntax exception in path variables")
        }
        let parts = request.path.split(separator: "/").map { $0.removingPercentEncoding ?? "" }
        guard parts.first == "rest", parts.count >= 2 else {
            return problem("404 Not Found", "RESOURCE_NOT_FOUND", "No virtual resource found")
        }
        let method = request.headers["x-restli-method"] ?? ""
        switch (request.method, parts[1], parts.count) {
        case ("GET", "organizations", 3):
            return allowing("rw_organization_admin") {
                guard parts[2] == organisation else { return missing("Organization") }
                return .json([
                    "id": Int(organisation) ?? 0, "localizedName": "Hilltop Primary", "vanityName": "hilltop-primary",
                ])
            }
        case ("POST", "posts", 2): return allowing("w_organization_social") { create(request) }
        case ("GET", "posts", 2):
            return allowing("r_organization_social") { method == "FINDER" ? find(request) : bad("No method") }
        case ("GET", "posts", 3):
            return allowing("r_organization_social") {
                guard let post = state.withLock({ $0.posts.first { $0.id == parts[2] } }) else {
                    return missing("Post")
                }
                return .json(told(post))
            }
        case ("POST", "posts", 3):
            return allowing("w_organization_social") {
                method == "PARTIAL_UPDATE" ? update(parts[2], request) : bad("POST to an entity without a method")
            }
        case ("DELETE", "posts", 3):
            return allowing("w_organization_social") {
                // The same for what was deleted before.
                state.withLock { $0.posts.removeAll { $0.id == parts[2] } }
                return HTTPAnswer("204 No Content")
            }
        case ("POST", "images", 2): return allowing("w_organization_social") { announce(request) }
        case ("GET", "images", 3): return allowing("w_organization_social") { imageStatus(parts[2]) }
        case ("GET", "socialActions", 4) where parts[3] == "comments":
            return allowing("r_organization_social_feed") { comments(parts[2], request) }
        case ("POST", "socialActions", 4) where parts[3] == "comments":
            return allowing("w_organization_social_feed") { reply(parts[2], request) }
        default: return problem("404 Not Found", "RESOURCE_NOT_FOUND", "No virtual resource found")
        }
    }

    private func checkHeaders(_ request: HTTPRequest) -> HTTPAnswer? {
        guard let version = request.headers["linkedin-version"] else {
            return problem("400 Bad Request", "VERSION_MISSING", "A version must be present.")
        }
        guard version == StandInLinkedIn.version else {
            return problem("426 Upgrade Required", "NONEXISTENT_VERSION", "Requested version \(version) is not active")
        }
        guard request.headers["x-restli-protocol-version"] == "2.0.0" else {
            return bad("Invalid query parameters passed to request")
        }
        if request.method == "POST", request.contentType != "application/json" {
            return problem("415 Unsupported Media Type", "UNSUPPORTED", "The body must be JSON")
        }
        return nil
    }

    /// LinkedIn wants its client's secret among the fields, and answers strangers with 401.
    private func isClient(_ request: HTTPRequest) -> Bool {
        request.form("client_id") == client.id && request.form("client_secret") == client.secret
    }

    private func token(_ request: HTTPRequest) -> HTTPAnswer {
        guard isClient(request), request.form("code_verifier") == nil else {
            return .json(["error": "invalid_client"], status: "401 Unauthorized")
        }
        guard request.form("grant_type") == "refresh_token", let old = request.form("refresh_token"),
            let scopes = state.withLock({ $0.refresh[old] })
        else { return .json(["error": "invalid_request"], status: "400 Bad Request") }
        let new = state.withLock { state -> String in
            let tokens = state.authorise(scopes)
            state.refresh[tokens.refresh] = nil
            return tokens.access
        }
        // The refresh token stays, and the token's type is not named.
        return .json([
            "access_token": new, "expires_in": 5_183_999, "refresh_token": old, "refresh_token_expires_in": 31_535_999,
            "scope": scopes.sorted().joined(separator: ","),
        ])
    }

    private func revoke(_ request: HTTPRequest) -> HTTPAnswer {
        guard isClient(request), let token = request.form("token") else {
            return .json(["error": "invalid_request"], status: "400 Bad Request")
        }
        state.withLock {
            $0.access[token] = nil
            $0.refresh[token] = nil
        }
        return HTTPAnswer("200 OK")
    }
}
