/// What an operator decides when starting Schoolgate.
public struct Configuration: Sendable {
    /// The address people type, without a slash at its end.
    public var publicURL: String
    public var isDemo: Bool
    public var idleTime: Duration
    public var absoluteTime: Duration
    /// How long somebody decides nothing after a link that another person made for them was used.
    public var restAfterLink: Duration
    /// The folder for media and keys.
    public var dataFolder: String
    /// Hosts that WordPress connectors may reach although their addresses are private, as `host:port`.
    public var privateHosts: Set<String>
    /// The school's identity provider, where there is one.
    public var identity: IdentitySettings?
    /// The mail server; nil where nothing is told by mail.
    public var mail: MailSettings?
    /// The networks' interfaces: versions, limits and prices.
    public var networks: NetworkSettings

    public init(
        publicURL: String, isDemo: Bool = false, idleTime: Duration = .minutes(30), absoluteTime: Duration = .hours(12),
        restAfterLink: Duration = .hours(24), dataFolder: String, privateHosts: Set<String> = [],
        identity: IdentitySettings? = nil, mail: MailSettings? = nil,
        networks: NetworkSettings = NetworkSettings()
    ) {
        self.publicURL = publicURL
        self.isDemo = isDemo
        self.idleTime = idleTime
        self.absoluteTime = absoluteTime
        self.restAfterLink = restAfterLink
        self.dataFolder = dataFolder
        self.privateHosts = privateHosts
        self.identity = identity
        self.mail = mail
        self.networks = networks
    }

    /// Where signed heads of the record are kept outside the database.
    var headsFile: String { dataFolder + "/record-heads.jsonl" }

    /// Whether the operator named this address's host as one that may be in a private network.
    func mayReach(_ address: String) -> Bool {
        let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
        let host = rest.prefix { $0 != "/" }.lowercased()
        return privateHosts.contains(host) || privateHosts.contains(String(host.prefix { $0 != ":" }))
    }

    /// Cookies are marked secure whenever people arrive over TLS.
    var usesTLS: Bool { publicURL.hasPrefix("https://") }
}
