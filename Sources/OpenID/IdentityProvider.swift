internal import Crypto
internal import FoundationEssentials
public import Networks

/// A provider that people sign in with: OpenID Connect by code, with PKCE, state and nonce.
public actor IdentityProvider {
    /// How long what a provider publishes is believed, and how soon it may be asked again.
    private static let age: Int64 = 3_600, keysAge: Int64 = 3_600, floor: Int64 = 30

    public nonisolated let settings: ProviderSettings
    private let outgoing: Outgoing
    private var published: (value: Published, at: Int64)?
    private var keys: (value: KeySet, at: Int64)?
    /// After a failure nobody is let through to ask again for a moment, so that clicks on a button are no flood.
    private var failure: (problem: SignInProblem, at: Int64)?

    public init(_ settings: ProviderSettings, outgoing: Outgoing = Outgoing()) {
        self.settings = settings
        self.outgoing = outgoing
    }

    /// Where to send a browser; `anew` asks the provider not to take the person's word from an earlier sign-in.
    public func address(
        for challenge: Challenge, returningTo redirect: String, anew: Bool = false, now: Int64
    ) async throws(SignInProblem) -> String {
        let published = try await ask(now)
        var fields = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", redirect),
            ("scope", (["openid", "email", "profile"] + settings.moreScopes).joined(separator: " ")),
            ("state", challenge.state), ("nonce", challenge.nonce), ("code_challenge", challenge.proof),
            ("code_challenge_method", "S256"),
        ]
        if anew { fields += [("max_age", "0"), ("prompt", "login")] }
        if let domain = settings.hostedDomain { fields.append(("hd", domain)) }
        let address = published.authorisation.address
        return address + (address.contains("?") ? "&" : "?") + formEncoded(fields)
    }

    /// Who has signed in, once the provider has exchanged the code and everything about its token is right.
    public func identity(
        code: String, challenge: Challenge, returningTo redirect: String, freshWithin: Int64? = nil,
        now: Int64
    ) async throws(SignInProblem) -> Identity {
        guard (1...4_096).contains(code.utf8.count) else { throw .codeRefused }
        let published = try await ask(now)
        let answer = try await exchange(code, challenge, redirect, published)
        guard let text = answer["id_token"]?.text else {
            throw .answer(
                "The identity provider answered without an ID token. Let it use the scope openid.")
        }
        let token = try SignedToken(text)
        let key = try await key(for: token, published, now)
        guard key.verifies(token.signature, of: token.signed, by: token.algorithm) else {
            throw .token(.signature)
        }
        try TokenCheck(
            settings: settings, issuer: published.issuer, nonce: challenge.nonce, now: now,
            freshWithin: freshWithin
        ).check(token.claims)
        let claims = try await completed(token.claims, answer, published)
        return try Identity(claims, settings, issuer: published.issuer)
    }

    private func ask(_ now: Int64) async throws(SignInProblem) -> Published {
        if let published, published.at > now - Self.age { return published.value }
        if let failure, failure.at > now - 5 { throw failure.problem }
        do throws(SignInProblem) {
            let place =
                settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
            guard
                let endpoint = Endpoint(place + "/.well-known/openid-configuration", settings.privateHosts)
            else {
                throw .settings("The issuer \(settings.issuer) is not an address that can be asked.")
            }
            let reply = try await get(endpoint, "configuration", limit: 131_072)
            let value = try Published(reply, for: settings)
            published = (value, now)
            failure = nil
            return value
        } catch {
            failure = (error, now)
            throw error
        }
    }

    private func key(
        for token: SignedToken, _ published: Published, _ now: Int64
    )
        async throws(SignInProblem) -> PublicKey
    {
        if let keys, keys.at > now - Self.keysAge {
            switch keys.value.key(named: token.keyID, for: token.algorithm) {
            case .key(let key): return key
            case .ambiguous: throw .token(.ambiguousKey)
            // A key made since; but tokens that name what nobody knows must not make us ask without end.
            case .unknown: guard keys.at <= now - Self.floor else { throw .token(.unknownKey) }
            }
        }
        guard let fetched = KeySet(try await get(published.keys, "list of keys", limit: 262_144)) else {
            throw .published("The identity provider’s list of keys cannot be read.")
        }
        keys = (fetched, now)
        switch fetched.key(named: token.keyID, for: token.algorithm) {
        case .key(let key): return key
        case .ambiguous: throw .token(.ambiguousKey)
        case .unknown: throw .token(.unknownKey)
        }
    }

    private func exchange(
        _ code: String, _ challenge: Challenge, _ redirect: String, _ published: Published
    ) async throws(SignInProblem) -> JSONValue {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", challenge.verifier),
        ]
        var headers = [
            Outgoing.Header("Content-Type", "application/x-www-form-urlencoded"),
            Outgoing.Header("Accept", "application/json"),
        ]
        switch settings.clientSecret {
        case let secret? where published.takesBasic:
            let pair = Data("\(formEncoded(settings.clientID)):\(formEncoded(secret))".utf8)
                .base64EncodedString()
            headers.append(Outgoing.Header("Authorization", "Basic \(pair)", isSecret: true))
        case let secret?: fields += [("client_id", settings.clientID), ("client_secret", secret)]
        case nil: fields.append(("client_id", settings.clientID))
        }
        let reply = try await send(
            published.token, "token address",
            Outgoing.Request(
                "POST", published.token.address, headers: headers, body: Array(formEncoded(fields).utf8)),
            limit: 131_072)
        let json = JSONValue(reply.body)
        guard reply.status == 200 else {
            switch json?["error"]?.text {
            case "invalid_client"?, "unauthorized_client"?: throw .clientRefused
            case "invalid_grant"?: throw .codeRefused
            case let code?: throw .said(code)
            case nil: throw reply.status == 401 ? .clientRefused : .notReached("token address")
            }
        }
        guard let json, json.isObject else {
            throw .answer("The identity provider’s answer is not JSON that can be read.")
        }
        return json
    }

    /// The token's claims, and those of the user information where the token leaves out what is needed.
    private func completed(
        _ claims: JSONValue, _ answer: JSONValue, _ published: Published
    ) async throws(SignInProblem) -> JSONValue {
        let lacksGroups =
            settings.groupsClaim.map { claims[$0] == nil && claims["_claim_names"]?[$0] == nil } ?? false
        guard case .object(var members) = claims, claims["email"] == nil || lacksGroups,
            let endpoint = published.userInformation, let access = answer["access_token"]?.text,
            (1...8_192).contains(access.utf8.count),
            access.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return claims }
        let body = try await get(
            endpoint, "user information", limit: 131_072,
            headers: [Outgoing.Header("Authorization", "Bearer \(access)", isSecret: true)])
        guard let more = JSONValue(body), case .object(let found) = more else {
            throw .answer("The identity provider’s user information is not JSON that can be read.")
        }
        // Only of the same person; what is signed wins.
        guard more["sub"]?.text == claims["sub"]?.text else { throw .token(.subject) }
        let wanted =
            ["email", "email_verified", "_claim_names"] + [settings.groupsClaim].compactMap { $0 }
        // An address and whether it is verified belong together.
        let names = claims["email"] == nil ? wanted : wanted.filter { !$0.hasPrefix("email") }
        for name in names where members[name] == nil || name == "email_verified" {
            members[name] = found[name]
        }
        return .object(members)
    }

    private func get(
        _ endpoint: Endpoint, _ what: String, limit: Int, headers: [Outgoing.Header] = []
    ) async throws(SignInProblem) -> [UInt8] {
        let request = Outgoing.Request(
            "GET", endpoint.address, headers: [Outgoing.Header("Accept", "application/json")] + headers)
        let reply = try await send(endpoint, what, request, limit: limit)
        guard reply.status == 200 else { throw .notReached(what) }
        return reply.body
    }

    private func send(
        _ endpoint: Endpoint, _ what: String, _ request: Outgoing.Request, limit: Int
    ) async throws(SignInProblem) -> Outgoing.Reply {
        var request = request
        request.limits = Outgoing.Limits(connect: .seconds(5), total: .seconds(10), replyBytes: limit)
        // No redirect is followed: none of these addresses has a reason to send us elsewhere.
        if endpoint.isPrivate { request.reach = .ownHost(endpoint.host) }
        switch await outgoing.send(request) {
        case .success(let reply): return reply
        case .failure(let problem):
            switch problem.kind {
            case .replyTooLarge:
                throw .answer("The identity provider’s \(what) answers with more than \(limit) bytes.")
            case .addressRefused:
                throw .published(
                    "The identity provider’s \(what) is inside a private network. If that is right, name its host with --allow-host."
                )
            case .untrusted:
                throw .published("The identity provider’s \(what) could not prove by TLS who it is.")
            default: throw .notReached(what)
            }
        }
    }
}

/// A form as it is sent: everything but unreserved characters escaped.
func formEncoded(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0)=\(formEncoded($0.1))" }.joined(separator: "&")
}

func formEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { text, byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
            text.unicodeScalars.append(Unicode.Scalar(byte))
        default: text += "%" + [byte].hex.uppercased()
        }
    }
}
