/// Registers Schoolgate with one server: each keeps its own list of programs.
public struct MastodonRegistration: Sendable {
    let server: String
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing

    public init(server: String, mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()) {
        self.server = Mastodon.base(server)
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
    }

    /// How to be authorised there, and what Schoolgate is called there from now on.
    public func register(redirect: String, website: String? = nil) async -> Answer<(OAuthNetwork, OAuthClient)> {
        let connector = Mastodon(
            server: server, keeper: MemoryKeeper(Credential(secret: "")), mayBeInOwnNetwork: mayBeInOwnNetwork,
            outgoing: outgoing)
        return await network(connector).flatMap { network in
            let fields: [(String, (any JSONWritable)?)] = [
                ("client_name", "Schoolgate"), ("redirect_uris", redirect),
                ("scopes", network.scopes.joined(separator: " ")), ("website", website),
            ]
            let result = await connector.attempt("POST", "/api/v1/apps", [], .json(fields), isOpen: true)
            return result.flatMap { result in
                switch result {
                case .failure(let problem): return connector.judgement.problem(problem)
                case .success(let reply) where [403, 404, 405, 422].contains(reply.status):
                    return .failed(
                        Failure(
                            .misconfigured,
                            "\(server) does not let programs register the way Mastodon servers do. Check the address."))
                case .success(let reply):
                    return connector.judgement.reply(reply).flatMap { reply in
                        guard let json = JSON(reply.body), let id = json["client_id"].id,
                            let secret = json["client_secret"].string
                        else { return connector.judgement.unreadable(reply) }
                        return .done((network, OAuthClient(id: id, secret: secret)))
                    }
                }
            }
        }
    }

    /// From what the server publishes of itself (Mastodon 4.3), or where such servers have always had it.
    private func network(_ connector: Mastodon) async -> Answer<OAuthNetwork> {
        var network = OAuthNetwork(
            name: "The server", authorisation: "\(server)/oauth/authorize", token: "\(server)/oauth/token",
            revocation: "\(server)/oauth/revoke", scopes: Mastodon.scopes)
        network.mayBeInOwnNetwork = mayBeInOwnNetwork
        // Without this somebody who is signed in there would connect whatever account that is.
        network.parameters = [("force_login", "true")]
        // Servers before 4.3 do not know `profile`.
        network.scopes = ["read:accounts"] + Mastodon.scopes.filter { $0 != "profile" }
        let result = await connector.attempt("GET", "/.well-known/oauth-authorization-server", isOpen: true)
        return result.flatMap { result in
            guard case .success(let reply) = result else {
                guard case .failure(let problem) = result else { return .done(network) }
                return connector.judgement.problem(problem)
            }
            guard reply.status == 200, let json = JSON(reply.body), json["issuer"].string != nil else {
                return reply.status >= 500 || reply.status == 429
                    ? connector.judgement.reply(reply).flatMap { _ in .done(network) } : .done(network)
            }
            // Only places on the server itself: what it says must not lead a secret elsewhere.
            func place(_ name: String) -> String? {
                guard let text = json[name].string, let found = Address(text), let own = Address(server),
                    found.scheme == own.scheme, found.host == own.host
                else { return nil }
                return found.text
            }
            network.authorisation = place("authorization_endpoint") ?? network.authorisation
            network.token = place("token_endpoint") ?? network.token
            network.revocation = place("revocation_endpoint") ?? network.revocation
            if let known = json["scopes_supported"].array?.compactMap(\.string), known.contains("profile") {
                network.scopes = Mastodon.scopes
            }
            return .done(network)
        }
    }
}
