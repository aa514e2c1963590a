internal import Crypto

/// What an ID token has to say once its signature is known to be the provider's (OpenID Connect Core, 3.1.3.7).
struct TokenCheck: Sendable {
    /// How far two clocks may differ, in seconds.
    static let skew: Int64 = 60
    static let mostAudiences = 20

    let settings: ProviderSettings
    let issuer: String
    let nonce: String
    let now: Int64
    /// Set when the person was asked to sign in anew: how many seconds ago that may have been.
    var freshWithin: Int64?

    func check(_ claims: JSONValue) throws(SignInProblem) {
        guard claims["iss"]?.text == issuer else { throw .token(.issuer) }
        try checkAudience(claims)
        guard let expires = claims["exp"]?.seconds, let issued = claims["iat"]?.seconds else {
            throw .token(.times)
        }
        guard expires > now - Self.skew else { throw .token(.expired) }
        guard issued <= now + Self.skew else { throw .token(.early) }
        if let begins = claims["nbf"] {
            guard let begins = begins.seconds else { throw .token(.times) }
            guard begins <= now + Self.skew else { throw .token(.early) }
        }
        guard let sent = claims["nonce"]?.text, constantTimeEqual(Array(sent.utf8), Array(nonce.utf8))
        else {
            throw .token(.nonce)
        }
        if let domain = settings.hostedDomain, claims["hd"]?.text?.lowercased() != domain {
            throw .token(.domain)
        }
        if let tenant = settings.tenant, claims["tid"]?.text?.lowercased() != tenant {
            throw .token(.tenant)
        }
        if let freshWithin {
            guard let at = claims["auth_time"]?.seconds, at > now - freshWithin - Self.skew else {
                throw .token(.notFresh)
            }
        }
    }

    private func checkAudience(_ claims: JSONValue) throws(SignInProblem) {
        let audiences: [String]
        switch claims["aud"] {
        case .string(let one)?: audiences = [one]
        case let list?: audiences = list.texts ?? []
        case nil: audiences = []
        }
        guard audiences.contains(settings.clientID), audiences.count <= Self.mostAudiences else {
            throw .token(.audience)
        }
        if audiences.count > 1, claims["azp"] == nil { throw .token(.authorisedParty) }
        if let party = claims["azp"], party.text != settings.clientID { throw .token(.authorisedParty) }
    }
}
