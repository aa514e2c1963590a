internal import Crypto
internal import FoundationEssentials

/// The one client for OAuth 2: authorisation code with PKCE S256, refresh and revocation (RFC 6749, 7009, 7636, 9207).
public struct OAuth: Sendable {
    public let network: OAuthNetwork
    let client: OAuthClient
    let outgoing: Outgoing

    public init(_ network: OAuthNetwork, client: OAuthClient, outgoing: Outgoing = Outgoing()) {
        self.network = network
        self.client = client
        self.outgoing = outgoing
    }

    /// A new attempt, and the address to send the person to.
    public func begin(redirect: String) -> (attempt: OAuthAttempt, address: String) {
        let attempt = OAuthAttempt(
            state: Token.random().text, verifier: Token.random().text, redirect: redirect)
        var fields = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirect),
            ("scope", network.scopes.joined(separator: network.separator)), ("state", attempt.state),
        ]
        if network.hasPKCE {
            let challenge = SHA256.digest(Array(attempt.verifier.utf8)).base64url
            fields += [("code_challenge", challenge), ("code_challenge_method", "S256")]
        }
        let mark = network.authorisation.contains("?") ? "&" : "?"
        return (attempt, network.authorisation + mark + FormText.encoded(fields + network.parameters))
    }

    /// Exchanges what the person came back with for a credential.
    public func finish(_ attempt: OAuthAttempt, _ answer: [(name: String, value: String)]) async -> Answer<Credential> {
        func only(_ name: String) -> String? {
            let values = answer.filter { $0.name == name }
            return values.count == 1 ? values.first?.value : nil
        }
        guard let state = only("state"), Self.isSame(state, attempt.state) else {
            return .failed(
                Failure(
                    .refused,
                    "This answer belongs to another attempt to connect the account. Start again from the account’s page."
                ))
        }
        if let issuer = network.issuer, let named = only("iss"), named != issuer {
            return .failed(
                Failure(.refused, "This answer came from another network. Start again from the account’s page."))
        }
        if let error = only("error") {
            let what =
                error == "access_denied" ? "did not allow it" : "did not connect the account (\(error.prefix(60)))"
            return .failed(Failure(.refused, "\(network.name) \(what). Start again from the account’s page."))
        }
        guard let code = only("code"), !code.isEmpty, code.utf8.count <= 4_096 else {
            return .failed(
                Failure(.refused, "\(network.name) sent no code with its answer. Start again from the account’s page."))
        }
        var fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", attempt.redirect)]
        if network.hasPKCE { fields.append(("code_verifier", attempt.verifier)) }
        return await exchange(fields, before: nil)
    }

    /// A newer credential for one that has run out or soon will.
    public func refresh(_ credential: Credential) async -> Answer<Credential> {
        guard let refresh = credential.refreshToken else {
            return .failed(
                Failure(
                    .unauthorised, "The access to the account has run out. Ask whoever looks after it to reconnect it.")
            )
        }
        return await exchange([("grant_type", "refresh_token"), ("refresh_token", refresh)], before: credential)
    }

    /// Gives a credential back; done when the network says that it no longer counts.
    public func revoke(_ credential: Credential) async -> Answer<Void> {
        guard let address = network.revocation else {
            return .unsupported("Take Schoolgate’s access away in the account’s own settings on the network.")
        }
        // With the refresh token goes everything that came from it, where the network keeps the standard.
        var answer = Answer<Void>.done(())
        for (token, hint) in [(credential.refreshToken, "refresh_token"), (credential.secret, "access_token")] {
            guard let token else { continue }
            let result = await send(address, [("token", token), ("token_type_hint", hint)])
            let one: Answer<Void> =
                switch result {
                case .failure(let problem): judgement.problem(problem)
                // Google says so of a token that went with the one before.
                case .success(let reply)
                where reply.status == 400 && JSON(reply.body)?["error"].string == "invalid_token":
                    .done(())
                case .success(let reply): judgement.reply(reply).map { _ in }
                }
            if case .done = answer { answer = one }
        }
        return answer
    }

    var judgement: Judgement { Judgement(network: network.name) }

    func exchange(_ fields: [(String, String)], before: Credential?) async -> Answer<Credential> {
        switch await send(network.token, fields) {
        case .failure(let problem): return judgement.problem(problem)
        case .success(let reply) where [400, 401, 403, 422].contains(reply.status):
            return .failed(refused(reply, before))
        case .success(let reply):
            return await judgement.reply(reply).flatMap { reply in
                let parsed = TokenAnswer.read(reply, network, before: before, now: Instant.now())
                // What cannot be used is not left lying about.
                if case .failed = parsed, let token = JSON(reply.body)?["access_token"].string {
                    _ = await revoke(Credential(secret: token))
                }
                return parsed
            }
        }
    }

    private func refused(_ reply: Outgoing.Reply, _ before: Credential?) -> Failure {
        let code = JSON(reply.body)?["error"].string ?? ""
        switch code {
        case "invalid_client", "unauthorized_client":
            return Failure(
                .misconfigured,
                "\(network.name) does not know Schoolgate any more. Register Schoolgate there again, then reconnect the account."
            )
        case _ where before != nil:
            return Failure(
                .unauthorised,
                "\(network.name) no longer renews the access to the account. Ask whoever looks after it to reconnect it."
            )
        default:
            let what = code.isEmpty ? "\(reply.status)" : String(code.prefix(60))
            return Failure(
                .refused, "\(network.name) did not accept the answer (\(what)). Start again from the account’s page.")
        }
    }

    private func send(
        _ address: String, _ fields: [(String, String)]
    ) async -> Result<Outgoing.Reply, Outgoing.Problem> {
        guard let target = Address(address), target.scheme == "https" || network.mayBeInOwnNetwork else {
            return .failure(Outgoing.Problem(kind: .malformed, wasSent: false, detail: "secrets go over https only"))
        }
        var fields = fields
        var headers = [
            Outgoing.Header("Accept", "application/json"),
            Outgoing.Header("Content-Type", "application/x-www-form-urlencoded"),
        ]
        if network.secretInHeader, let secret = client.secret {
            let pair = "\(FormText.escaped(client.id)):\(FormText.escaped(secret))"
            headers.append(
                Outgoing.Header("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())", isSecret: true))
        } else {
            fields.append(("client_id", client.id))
            if let secret = client.secret { fields.append(("client_secret", secret)) }
        }
        let limits = Outgoing.Limits(replyBytes: 262_144)
        let reach: Outgoing.Reach = network.mayBeInOwnNetwork ? .ownHost(target.host) : .internet
        return await outgoing.send(
            Outgoing.Request(
                "POST", address, headers: headers, body: Array(FormText.encoded(fields).utf8), limits: limits,
                reach: reach))
    }

    /// In the same time whatever differs.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
