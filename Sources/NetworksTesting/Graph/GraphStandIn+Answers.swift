import Foundation
import Synchronization

extension GraphStandIn {
    func error(
        _ code: Int, _ message: String, subcode: Int? = nil, status: String = "400 Bad Request", headers: [String] = []
    ) -> HTTPAnswer {
        var error: [String: Any] = [
            "message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbCdEfGhIjK",
        ]
        if let subcode { error["error_subcode"] = subcode }
        return .json(["error": error], status: status, headers: headers)
    }

    /// As Graph says it of what is not there, and of what may not be seen.
    func missing(_ id: String, _ verb: String) -> HTTPAnswer {
        error(
            100,
            "Unsupported \(verb.lowercased()) request. Object with ID '\(id)' does not exist, cannot be loaded due to missing permissions, or does not support this operation.",
            subcode: 33)
    }

    func lacking(_ scope: String, code: Int = 200) -> HTTPAnswer {
        error(code, "(#\(code)) Requires \(scope) permission", status: "403 Forbidden")
    }

    func parameter(_ what: String) -> HTTPAnswer { error(100, "(#100) \(what)") }

    static var success: HTTPAnswer { .json(["success": true]) }

    static func time(_ date: Date) -> String {
        let formatter = ISO8601DateFormatter()
        return formatter.string(from: date).replacingOccurrences(of: "Z", with: "+0000")
    }

    /// Fields of a request, wherever they stand: Graph takes them from an address, a form, or a form with files.
    static func field(_ request: HTTPRequest, _ name: String) -> String? {
        request.form(name) ?? request.parts?.first { $0.name == name && $0.filename == nil }?.text
            ?? request.query(name)
    }

    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { $0.calls.append(request.line) }
        let isOver = state.withLock { state -> Int? in
            if state.left != .max { state.left -= 1 }
            return state.left < 0 ? state.limitCode : nil
        }
        if let isOver {
            let usage =
                "{\"\(page)\":[{\"type\":\"pages\",\"call_count\":100,\"total_cputime\":25,\"total_time\":25,\"estimated_time_to_regain_access\":19}]}"
            return error(
                isOver, "(#\(isOver)) Page request limit reached", status: "403 Forbidden",
                headers: ["X-Business-Use-Case-Usage: \(usage)", "X-App-Usage: {\"call_count\":100}"])
        }
        var parts = request.path.split(separator: "/").map(String.init)
        guard parts.first == GraphStandIn.version else {
            return error(2_500, "Unknown path components: \(request.path)")
        }
        parts.removeFirst()
        if parts == ["oauth", "access_token"] { return exchange(request) }
        guard let secret = request.bearer ?? request.query("access_token") else {
            return error(2_500, "An active access token must be used to query information about the current user.")
        }
        guard let token = state.withLock({ $0.tokens[secret] }) else {
            return error(190, "Invalid OAuth access token - Cannot parse access token", status: "401 Unauthorized")
        }
        if token.isExpired {
            return error(190, "Error validating access token: Session has expired", subcode: 463)
        }
        guard GraphStandIn.field(request, "appsecret_proof") == proof(secret) else {
            return error(100, "Invalid appsecret_proof provided in the API argument", status: "400 Bad Request")
        }
        if request.method == "POST", request.form == nil, request.parts == nil, !request.body.isEmpty {
            return parameter("The body is no form")
        }
        if !token.isPage { return person(request, parts, token) }
        return facebook(request, parts, token) ?? instagram(request, parts, token)
            ?? missing(parts.last ?? "", request.method)
    }

    private func proof(_ token: String) -> String {
        Sha256.keyed(Array(token.utf8), key: Array(client.secret.utf8)).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }

    /// A code for a short token, or a short token for a long one.
    private func exchange(_ request: HTTPRequest) -> HTTPAnswer {
        func field(_ name: String) -> String? { GraphStandIn.field(request, name) }
        guard field("client_id") == client.id, field("client_secret") == client.secret else {
            return error(1, "Error validating client secret.")
        }
        if let code = field("code") {
            guard let allowed = state.withLock({ $0.codes.removeValue(forKey: code) }),
                field("redirect_uri") == allowed.redirect
            else { return error(100, "This authorization code has been used.", subcode: 36_009) }
            return .json(["access_token": signIn(allowed.scopes), "token_type": "bearer", "expires_in": 5_400])
        }
        guard field("grant_type") == "fb_exchange_token", let old = field("fb_exchange_token"),
            let token = state.withLock({ $0.tokens[old] }), !token.isPage, !token.isExpired
        else { return error(190, "Error validating access token", status: "401 Unauthorized") }
        let long = signIn(Array(token.scopes))
        state.withLock { $0.tokens[long]?.isLong = true }
        return .json(["access_token": long, "token_type": "bearer", "expires_in": 5_183_944])
    }

    private func person(_ request: HTTPRequest, _ parts: [String], _ token: Token) -> HTTPAnswer {
        switch (request.method, parts) {
        case ("GET", ["me", "permissions"]):
            return .json([
                "data": token.scopes.sorted().map { ["permission": $0, "status": "granted"] } + [
                    ["permission": "email", "status": "declined"]
                ]
            ])
        case ("GET", ["me", "accounts"]):
            guard token.scopes.contains("pages_show_list") else { return .json(["data": [Any]()]) }
            let pageToken = authorise(Array(token.scopes))
            return .json([
                "data": [
                    [
                        "id": page, "name": "Hilltop Primary", "access_token": pageToken,
                        "tasks": state.withLock { $0.tasks }, "instagram_business_account": ["id": instagram],
                    ],
                    ["id": "55", "name": "Somewhere else", "tasks": ["ANALYZE"]],
                ], "paging": ["cursors": ["before": "a", "after": "b"]],
            ])
        default: return lacking("pages_read_engagement", code: 10)
        }
    }

    /// A part of a list, with a cursor and, where there is more, where that is.
    func listed(_ request: HTTPRequest, _ all: [[String: Any]], most: Int = 100) -> HTTPAnswer {
        let limit = Int(request.query("limit") ?? "25") ?? 0
        guard (1...most).contains(limit) else { return parameter("Param limit must be between 1 and \(most)") }
        let skip = request.query("after").map { Int($0.dropFirst()) ?? -1 } ?? 0
        guard skip >= 0 else { return parameter("Invalid cursor") }
        let part = Array(all.dropFirst(skip).prefix(limit))
        var answer: [String: Any] = ["data": part]
        if !part.isEmpty {
            var paging: [String: Any] = ["cursors": ["before": "c\(skip)", "after": "c\(skip + part.count)"]]
            if skip + part.count < all.count { paging["next"] = "https://graph.facebook.com/next" }
            answer["paging"] = paging
        }
        return .json(answer)
    }
}
