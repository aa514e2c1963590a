/// From a person who manages pages to a token for each page, which does not run out.
///
/// Facebook renews nothing: the person's short token is exchanged for a long one, and with that Facebook hands out the
/// tokens of the pages. It names what was not allowed only when it is asked.
public struct FacebookSignIn: Sendable {
    let oauth: OAuth
    let settings: GraphSettings
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing

    public init(
        _ oauth: OAuth, settings: GraphSettings = GraphSettings(), mayBeInOwnNetwork: Bool = false,
        outgoing: Outgoing = Outgoing()
    ) {
        self.oauth = oauth
        self.settings = settings
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
    }

    /// Where and how Facebook lets Schoolgate be authorised, for pages or, with its scopes, for Instagram too.
    public static func authorisation(
        _ scopes: [String] = Facebook.scopes, settings: GraphSettings = GraphSettings()
    ) -> OAuthNetwork {
        var network = OAuthNetwork(
            name: "Facebook", authorisation: "https://www.facebook.com/\(settings.version)/dialog/oauth",
            token: "\(settings.api)/\(settings.version)/oauth/access_token", scopes: scopes)
        network.separator = ","
        // Somebody who once left something out is asked for it again.
        network.parameters = [("auth_type", "rerequest")]
        return network
    }

    /// A page that a person may hand to Schoolgate.
    public struct Managed: Sendable, Equatable {
        public let id: RemoteID
        public let name: String
        public let credential: Credential
        /// The professional Instagram account that belongs to the page.
        public let instagram: RemoteID?
    }

    /// The pages of the person with this token; those on which they may not write and moderate are left out.
    public func pages(_ credential: Credential) async -> Answer<[Managed]> {
        await oauth.longLived(credential).flatMap { long in
            let graph = Graph(
                network: "Facebook", keeper: MemoryKeeper(long), client: oauth.client, settings: settings,
                mayBeInOwnNetwork: mayBeInOwnNetwork, outgoing: outgoing)
            return await allowed(graph).flatMap { scopes in await pages(graph, scopes) }
        }
    }

    private func allowed(_ graph: Graph) async -> Answer<[String]> {
        await graph.get("me/permissions").answer.flatMap { found in
            guard let list = found.json["data"].array else { return graph.judgement.unreadable(found.reply) }
            let given = list.filter { $0["status"].string == "granted" }.compactMap { $0["permission"].string }
            let missing = oauth.network.missing(from: given)
            guard missing.isEmpty else {
                return .failed(
                    Failure(
                        .unauthorised,
                        "Not everything was allowed: \(missing.joined(separator: ", ")) is missing. Connect the page again and allow all that is asked for."
                    ))
            }
            return .done(given)
        }
    }

    private func pages(_ graph: Graph, _ scopes: [String]) async -> Answer<[Managed]> {
        var pages: [Managed] = []
        var after: String?
        for _ in 0..<10 {
            var query = [("fields", "id,name,access_token,tasks,instagram_business_account"), ("limit", "100")]
            if let after { query.append(("after", after)) }
            let heard = await graph.get("me/accounts", query)
            guard let found = heard.answer.value else { return heard.answer.asking() }
            guard let list = found.json["data"].array else { return graph.judgement.unreadable(found.reply) }
            for entry in list {
                let tasks = (entry["tasks"].array ?? []).compactMap(\.string)
                guard let id = entry["id"].id, GraphID.isValid(id), let token = entry["access_token"].string,
                    Set(["CREATE_CONTENT", "MODERATE"]).isSubset(of: tasks)
                else { continue }
                pages.append(
                    Managed(
                        id: RemoteID(rawValue: id), name: entry["name"].string ?? id,
                        credential: Credential(secret: token, scopes: scopes),
                        instagram: entry["instagram_business_account"]["id"].id.map(RemoteID.init(rawValue:))))
            }
            let paging = found.json["paging"]
            guard paging["next"].string != nil, let next = paging["cursors"]["after"].string, next != after else {
                break
            }
            after = next
        }
        guard !pages.isEmpty else {
            return .failed(
                Failure(
                    .refused,
                    "Facebook shows no page on which this person may write and moderate. Make them an administrator of the page, and choose the page when Facebook asks."
                ))
        }
        return .done(pages)
    }
}

extension OAuth {
    /// A token for about sixty days in place of one for an hour, as Facebook gives them.
    func longLived(_ credential: Credential) async -> Answer<Credential> {
        await exchange(
            [("grant_type", "fb_exchange_token"), ("fb_exchange_token", credential.secret)],
            // What was really allowed is asked for by itself.
            before: Credential(secret: credential.secret, scopes: network.scopes))
    }
}
