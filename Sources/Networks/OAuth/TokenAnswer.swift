/// What a network answers when it gives a token, read strictly: what is odd about a token is found out here, not later.
enum TokenAnswer {
    static func read(
        _ reply: Outgoing.Reply, _ network: OAuthNetwork, before: Credential?, now: Int64
    ) -> Answer<Credential> {
        // A code is used up and a refresh token may be: nobody can say that nothing happened.
        guard let json = JSON(reply.body), json.object != nil else {
            return .unknown("\(network.name) gave an answer that cannot be read. Start again from the account’s page.")
        }
        func odd(_ what: String) -> Answer<Credential> {
            .failed(
                Failure(
                    .refused,
                    "\(network.name) gave access that cannot be used: \(what). Start again, or tell whoever runs Schoolgate."
                ))
        }
        guard let token = json["access_token"].string, isToken(token) else { return odd("it has no token") }
        switch json["token_type"].string?.lowercased() {
        case "bearer": break
        case nil where !network.namesType: break
        case let type: return odd("its type is “\((type ?? "none").prefix(30))” and not “bearer”")
        }
        var expiresAt: Int64?
        if !json["expires_in"].isNull {
            // Ten years is more than any network gives.
            guard let seconds = json["expires_in"].int, (1...315_360_000).contains(seconds) else {
                return odd("it does not say sensibly when it runs out")
            }
            expiresAt = now + seconds * 1_000
        }
        var refresh = before?.refreshToken
        if !json["refresh_token"].isNull {
            guard let newer = json["refresh_token"].string, isToken(newer) else { return odd("it cannot be renewed") }
            refresh = newer
        }
        // Without a word on scopes they are those that were asked for.
        let given = json["scope"].string.map { scopes in
            scopes.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        }
        let scopes = given ?? before?.scopes ?? network.scopes
        let missing = network.missing(from: scopes)
        guard missing.isEmpty else {
            return .failed(
                Failure(
                    .unauthorised,
                    "Not everything was allowed: \(missing.joined(separator: ", ")) is missing. Connect the account again and allow all that is asked for."
                ))
        }
        return .done(Credential(secret: token, refreshToken: refresh, expiresAt: expiresAt, scopes: scopes))
    }

    /// Visible ASCII: anything else could not go into a header.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 16_384 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
