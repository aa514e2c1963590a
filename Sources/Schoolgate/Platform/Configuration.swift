/// What an operator decides when starting Schoolgate.
public struct Configuration: Sendable {
    /// The address people type, without a slash at its end.
    public var publicURL: String
    public var isDemo: Bool
    public var idleTime: Duration
    public var absoluteTime: Duration
    /// The folder for media and keys.
    public var dataFolder: String
    /// Hosts that WordPress connectors may reach although their addresses are private, as `host:port`.
    public var privateHosts: Set<String>

    public init(
        publicURL: String, isDemo: Bool = false, idleTime: Duration = .minutes(30), absoluteTime: Duration = .hours(12),
        dataFolder: String, privateHosts: Set<String> = []
    ) {
        self.publicURL = publicURL
        self.isDemo = isDemo
        self.idleTime = idleTime
        self.absoluteTime = absoluteTime
        self.dataFolder = dataFolder
        self.privateHosts = privateHosts
    }

    /// Cookies are marked secure whenever people arrive over TLS.
    var usesTLS: Bool { publicURL.hasPrefix("https://") }
}
