internal import Synchronization

/// An account on a server that speaks Mastodon's interface: Mastodon, GoToSocial, Pleroma, Pixelfed, snac and others.
///
/// Such a server keeps no key that a post could be found by later: `Idempotency-Key` is forgotten after an hour, and by
/// many servers at once. A post is found again among the account's own posts, see ``find(_:)``.
public struct Mastodon: Connector {
    let server: String
    let keeper: any CredentialKeeper
    let client: OAuthClient?
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing
    let memory: Memory
    let patience: Patience

    /// How long a server may work on a picture or video before it is given up for now.
    struct Patience: Sendable {
        var between = Duration.seconds(2)
        var picture = Duration.seconds(60)
        var video = Duration.seconds(600)
    }

    /// What was learnt, kept while the connector lives.
    final class Memory: Sendable {
        private let values: Mutex<(about: MastodonServer?, account: Identity?)>

        init(_ about: MastodonServer?) { values = Mutex((about, nil)) }

        var about: MastodonServer? {
            get { values.withLock { $0.about } }
            set { values.withLock { $0.about = newValue } }
        }

        var account: Identity? {
            get { values.withLock { $0.account } }
            set { values.withLock { $0.account = newValue } }
        }
    }

    /// Mastodon's defaults until the server was asked.
    var known: MastodonServer { memory.about ?? MastodonServer() }

    /// A server's address, such as `https://mastodon.example`, and what to speak to it with. What it said of itself
    /// earlier saves asking again; the client is what Schoolgate is registered as, for giving back the token.
    public init(
        server: String, keeper: any CredentialKeeper, client: OAuthClient? = nil, about: MastodonServer? = nil,
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.init(
            server: server, keeper: keeper, client: client, about: about, mayBeInOwnNetwork: mayBeInOwnNetwork,
            outgoing: outgoing, patience: Patience())
    }

    init(
        server: String, keeper: any CredentialKeeper, client: OAuthClient? = nil, about: MastodonServer? = nil,
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing(), patience: Patience
    ) {
        self.server = Self.base(server)
        self.keeper = keeper
        self.client = client
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
        self.patience = patience
        memory = Memory(about)
    }

    /// An address as people enter it, with its scheme and without a slash at its end.
    static func base(_ server: String) -> String {
        var base = server[...]
        while base.last == "/" { base.removeLast() }
        return base.contains("://") ? String(base) : "https://\(base)"
    }

    public var capabilities: Capabilities { known.capabilities }

    public func readCapabilities() async -> Answer<Capabilities> { await about().map(\.capabilities) }

    /// What every verb needs of a token.
    public static let scopes = [
        "profile", "read:statuses", "read:notifications", "read:search", "write:statuses", "write:media",
        "write:reports", "write:blocks",
    ]
}

extension Mastodon: CustomStringConvertible, CustomReflectable {
    public var description: String { "Mastodon account at \(server)" }
    public var customMirror: Mirror { Mirror(self, children: ["account": description]) }
}
