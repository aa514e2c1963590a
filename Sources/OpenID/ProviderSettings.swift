/// An identity provider as the operator configured it.
public struct ProviderSettings: Sendable, CustomStringConvertible, CustomReflectable {
    /// Exactly as the provider writes it into its tokens.
    public let issuer: String
    public let clientID: String
    /// Nil for a public client, which has no secret.
    public let clientSecret: String?
    /// The Google Workspace domain that people must belong to.
    public let hostedDomain: String?
    /// The Microsoft tenant that people must belong to.
    public let tenant: String?
    /// Asked for besides `openid`, `email` and `profile`.
    public let moreScopes: [String]
    /// Where a token names the groups of its person; nil asks for none.
    public let groupsClaim: String?
    /// Whether addresses count as verified although the provider does not say so: its own administrators set them.
    public let ownsAddresses: Bool
    /// Hosts in the operator's own network that may be asked, as `host` or `host:port`; these alone also without TLS.
    public let privateHosts: Set<String>

    public init(
        issuer: String, clientID: String, clientSecret: String?, hostedDomain: String? = nil,
        tenant: String? = nil,
        moreScopes: [String] = [], groupsClaim: String? = nil, ownsAddresses: Bool = false,
        privateHosts: Set<String> = []
    ) throws(SignInProblem) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.hostedDomain = hostedDomain?.lowercased()
        self.tenant = tenant?.lowercased()
        self.moreScopes = moreScopes
        self.groupsClaim = groupsClaim
        self.ownsAddresses = ownsAddresses
        self.privateHosts = privateHosts
        try check()
    }

    private func check() throws(SignInProblem) {
        guard let place = Endpoint(issuer, privateHosts), !issuer.contains("?"), !issuer.contains("#")
        else {
            throw .settings(
                "The issuer \(issuer) is not an https address. Copy it from the provider’s own page.")
        }
        guard (1...256).contains(clientID.utf8.count),
            clientID.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw .settings("The client id is missing, or holds characters that no client id has.")
        }
        if let clientSecret, !(1...1_024).contains(clientSecret.utf8.count) {
            throw .settings(
                "The client secret is empty or too long. Leave it out for a client without a secret.")
        }
        // Anybody may have an account with these two, and write what they like into it.
        if place.host == "accounts.google.com", hostedDomain == nil {
            throw .settings(
                "Google needs the school’s domain, or everybody with a Google account could arrive.")
        }
        if place.host == "login.microsoftonline.com" || place.host == "login.microsoftonline.us" {
            guard let tenant, tenant.utf8.count == 36 else {
                throw .settings("Microsoft needs the tenant’s id, which has 36 characters.")
            }
        }
        guard
            moreScopes.allSatisfy({
                $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } && $0.utf8.count <= 100
            })
        else { throw .settings("A scope holds characters that no scope has.") }
    }

    public var description: String { "\(issuer), client \(clientID)" }
    public var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}

/// An address of a provider, which is only asked over TLS unless the operator named its host.
struct Endpoint: Sendable {
    let address: String
    let host: String
    let isPrivate: Bool

    init?(_ address: String, _ privateHosts: Set<String>) {
        let isPlain = address.utf8.allSatisfy {
            (0x21...0x7E).contains($0) && !"\"<>\\^`{|}#".utf8.contains($0)
        }
        guard address.utf8.count <= 1_000, isPlain else { return nil }
        let isSecure = address.hasPrefix("https://")
        guard isSecure || address.hasPrefix("http://") else { return nil }
        let authority = address.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" && $0 != "?" }
            .lowercased()
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        self.address = address
        self.host = String(host)
        isPrivate = privateHosts.contains(authority) || privateHosts.contains(self.host)
        guard isSecure || isPrivate else { return nil }
    }
}
