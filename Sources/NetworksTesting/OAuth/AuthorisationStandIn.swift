import Foundation
import Synchronization

/// Stands in for a network's authorisation server, strictly: it refuses what the standard lets nobody accept.
package final class AuthorisationStandIn: Sendable {
    package struct Ways: Sendable {
        package var scopes = ["read:accounts", "read:statuses", "write:statuses", "write:media"]
        /// Which of the scopes that were asked for the person leaves ticked; nil for all.
        package var allowed: [String]?
        /// Whether the person says no.
        package var denies = false
        package var lifetime: Int? = 3_600
        package var givesRefresh = true
        /// Whether each refresh token counts once.
        package var rotates = true
        package var needsChallenge = true
        package var secretInHeader = false
        /// Written over the token's answer, as JSON texts; an empty text leaves the field out.
        package var answer: [String: String] = [:]
        /// Whether it publishes what it is (RFC 8414).
        package var hasMetadata = true
        package init() {}
    }

    struct Code: Sendable {
        let redirect: String
        let challenge: String?
        let scopes: [String]
        var isUsed = false
    }

    struct State: Sendable {
        var clients: [String: (secret: String, redirect: String)] = [:]
        var codes: [String: Code] = [:]
        /// Each token that counts, and the family it comes from.
        var access: [String: String] = [:]
        var refresh: [String: String] = [:]
        var count = 0
    }

    package let ways: Ways
    private let server: StandInServer
    private let state = Mutex(State())

    package var address: String { server.address }
    package var requests: [String] { server.requests }
    /// How many access tokens count now.
    package var tokens: Int { state.withLock { $0.access.count } }
    package func counts(_ token: String) -> Bool { state.withLock { $0.access[token] != nil } }

    package init(_ ways: Ways = Ways(), fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        self.ways = ways
        server = try StandInServer(fault: fault)
        server.serve { [weak self] request in self?.answer(request) ?? HTTPAnswer("503 Service Unavailable") }
    }

    package func stop() { server.stop() }

    private func answer(_ request: HTTPRequest) -> HTTPAnswer {
        switch request.line {
        case "GET /.well-known/oauth-authorization-server" where ways.hasMetadata:
            .json([
                "issuer": address, "authorization_endpoint": "\(address)/oauth/authorize",
                "token_endpoint": "\(address)/oauth/token", "revocation_endpoint": "https://evil.example/oauth/revoke",
                "scopes_supported": ways.scopes, "code_challenge_methods_supported": ["S256"],
            ])
        case "POST /api/v1/apps": register(request)
        case "GET /oauth/authorize": authorise(request)
        case "POST /oauth/token": token(request)
        case "POST /oauth/revoke": revoke(request)
        default: .html("404 Not Found", "<h1>Not found</h1>")
        }
    }

    private static func refused(_ error: String, status: String = "400 Bad Request") -> HTTPAnswer {
        .json(["error": error, "error_description": "Refused."], status: status)
    }

    private func register(_ request: HTTPRequest) -> HTTPAnswer {
        guard let fields = request.json, fields["client_name"] is String,
            let redirect = fields["redirect_uris"] as? String,
            let scopes = (fields["scopes"] as? String)?.split(separator: " ").map(String.init),
            scopes.allSatisfy(ways.scopes.contains)
        else { return .json(["error": "Validation failed"], status: "422 Unprocessable Entity") }
        return state.withLock { state in
            state.count += 1
            let id = "client-\(state.count)", secret = "secret-\(state.count)"
            state.clients[id] = (secret, redirect)
            return .json(["client_id": id, "client_secret": secret, "name": "Schoolgate"])
        }
    }

    /// The person signs in and allows it, at once.
    private func authorise(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            // Whoever is not known, or is to be sent elsewhere, is not sent anywhere.
            guard let id = request.query("client_id"), let client = state.clients[id],
                let redirect = request.query("redirect_uri"), redirect == client.redirect
            else { return .html("400 Bad Request", "<h1>The redirect URI is not valid.</h1>") }
            let back = redirect + (redirect.contains("?") ? "&" : "?") + "state=\(request.query("state") ?? "")"
            func send(_ fields: String) -> HTTPAnswer { HTTPAnswer("302 Found", ["Location: \(back)&\(fields)"]) }
            guard request.query("response_type") == "code" else { return send("error=unsupported_response_type") }
            let scopes = (request.query("scope") ?? "").split(separator: " ").map(String.init)
            guard scopes.allSatisfy(ways.scopes.contains) else { return send("error=invalid_scope") }
            let challenge = request.query("code_challenge")
            guard !ways.needsChallenge || (challenge?.count == 43 && request.query("code_challenge_method") == "S256")
            else { return send("error=invalid_request") }
            if ways.denies { return send("error=access_denied") }
            state.count += 1
            let code = "code-\(state.count)"
            state.codes[code] = Code(redirect: redirect, challenge: challenge, scopes: ways.allowed ?? scopes)
            return send("code=\(code)")
        }
    }

    private func isClient(_ request: HTTPRequest, _ state: State) -> Bool {
        var id = request.form("client_id"), secret = request.form("client_secret")
        if ways.secretInHeader {
            guard let header = request.headers["authorization"], header.hasPrefix("Basic "), secret == nil,
                let data = Data(base64Encoded: String(header.dropFirst(6)))
            else { return false }
            let pair = String(decoding: data, as: UTF8.self).split(separator: ":").map(String.init)
            guard pair.count == 2 else { return false }
            (id, secret) = (pair[0], pair[1])
        }
        return id.flatMap { state.clients[$0]?.secret } == secret && secret != nil
    }

    private func token(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.form != nil else { return Self.refused("invalid_request") }
        return state.withLock { state in
            guard isClient(request, state) else { return Self.refused("invalid_client", status: "401 Unauthorized") }
            switch request.form("grant_type") {
            case "authorization_code":
                guard let name = request.form("code"), let code = state.codes[name] else {
                    return Self.refused("invalid_grant")
                }
                // A code that comes twice was stolen: what it gave no longer counts.
                guard !code.isUsed else {
                    state.access = state.access.filter { $0.value != name }
                    state.refresh = state.refresh.filter { $0.value != name }
                    return Self.refused("invalid_grant")
                }
                state.codes[name]?.isUsed = true
                guard request.form("redirect_uri") == code.redirect else { return Self.refused("invalid_grant") }
                if let challenge = code.challenge {
                    guard let verifier = request.form("code_verifier"), (43...128).contains(verifier.utf8.count),
                        Sha256.base64url(Array(verifier.utf8)) == challenge
                    else { return Self.refused("invalid_grant") }
                }
                return give(name, code.scopes, &state)
            case "refresh_token":
                guard let token = request.form("refresh_token"), let family = state.refresh[token],
                    let code = state.codes[family]
                else { return Self.refused("invalid_grant") }
                if ways.rotates { state.refresh[token] = nil }
                state.access = state.access.filter { $0.value != family }
                return give(family, code.scopes, &state)
            default: return Self.refused("unsupported_grant_type")
            }
        }
    }

    private func give(_ family: String, _ scopes: [String], _ state: inout State) -> HTTPAnswer {
        state.count += 1
        let access = "access-\(state.count)", refresh = "refresh-\(state.count)"
        state.access[access] = family
        var fields = [
            "access_token": "\"\(access)\"", "token_type": "\"Bearer\"",
            "scope": "\"\(scopes.joined(separator: " "))\"",
        ]
        if let lifetime = ways.lifetime { fields["expires_in"] = String(lifetime) }
        if ways.givesRefresh {
            state.refresh[refresh] = family
            fields["refresh_token"] = "\"\(refresh)\""
        }
        fields.merge(ways.answer) { $1 }
        let body = fields.filter { !$0.value.isEmpty }.map { "\"\($0.key)\":\($0.value)" }.sorted().joined(
            separator: ",")
        return HTTPAnswer("200 OK", ["Content-Type: application/json", "Cache-Control: no-store"], "{\(body)}")
    }

    private func revoke(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            guard isClient(request, state) else { return Self.refused("invalid_client", status: "401 Unauthorized") }
            guard let token = request.form("token") else { return Self.refused("invalid_request") }
            if let family = state.refresh[token] {
                state.refresh = state.refresh.filter { $0.value != family }
                state.access = state.access.filter { $0.value != family }
            }
            state.access[token] = nil
            return .json([String: String]())
        }
    }
}
