/// What a provider publishes about itself, as far as a sign-in needs it.
struct Published: Sendable {
    let authorisation: Endpoint
    let token: Endpoint
    let keys: Endpoint
    let userInformation: Endpoint?
    /// What its tokens have to name as their issuer.
    let issuer: String
    /// Whether the secret goes into the header rather than the form.
    let takesBasic: Bool

    init(_ bytes: [UInt8], for settings: ProviderSettings) throws(SignInProblem) {
        guard let json = JSONValue(bytes), let issuer = json["issuer"]?.text else {
            throw .published("What the identity provider publishes about itself cannot be read.")
        }
        self.issuer = try Self.expected(issuer, settings)
        func endpoint(_ name: String) throws(SignInProblem) -> Endpoint {
            guard let endpoint = json[name]?.text.flatMap({ Endpoint($0, settings.privateHosts) }) else {
                throw .published("The identity provider publishes no \(name) over https.")
            }
            return endpoint
        }
        authorisation = try endpoint("authorization_endpoint")
        token = try endpoint("token_endpoint")
        keys = try endpoint("jwks_uri")
        userInformation = json["userinfo_endpoint"] == nil ? nil : try endpoint("userinfo_endpoint")
        if let types = json["response_types_supported"]?.texts, !types.contains("code") {
            throw .published("The identity provider does not offer sign-in by code.")
        }
        if let methods = json["code_challenge_methods_supported"]?.texts, !methods.contains("S256") {
            throw .published("The identity provider does not offer PKCE with S256.")
        }
        let ways = json["token_endpoint_auth_methods_supported"]?.texts ?? ["client_secret_basic"]
        takesBasic = ways.contains("client_secret_basic")
        if settings.clientSecret != nil, !takesBasic, !ways.contains("client_secret_post") {
            throw .published(
                "The identity provider takes no client secret in a way that Schoolgate knows.")
        }
    }

    /// Microsoft publishes `{tenantid}` where one address serves every tenant: it stands for the configured one alone.
    private static func expected(
        _ issuer: String, _ settings: ProviderSettings
    ) throws(SignInProblem)
        -> String
    {
        if issuer == settings.issuer, !issuer.contains("{") { return issuer }
        let mark = "{tenantid}"
        if let tenant = settings.tenant, let range = issuer.firstRange(of: mark) {
            let own = issuer.replacingCharacters(in: range, with: tenant)
            let ours = Endpoint(own, settings.privateHosts)
            let configured = Endpoint(settings.issuer, settings.privateHosts)
            if let ours, let configured, ours.host == configured.host { return own }
        }
        throw .published(
            "The identity provider calls itself another issuer than the one configured. Copy its issuer exactly."
        )
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
