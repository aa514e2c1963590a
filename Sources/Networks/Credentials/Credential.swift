/// What an account speaks to its network with. It prints without its secrets.
public struct Credential: Sendable, Equatable {
    /// The password, the application password or the access token.
    public let secret: String
    public let refreshToken: String?
    /// Milliseconds since 1970, UTC; nil when it does not run out.
    public let expiresAt: Int64?
    public let scopes: [String]

    public init(secret: String, refreshToken: String? = nil, expiresAt: Int64? = nil, scopes: [String] = []) {
        self.secret = secret
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
        self.scopes = scopes
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a credential" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["credential": "•••"]) }
}

/// Where a connector finds its credential, and keeps a newer one that the network gave it; it throws a ``Failure`` where
/// there is something to tell people.
public protocol CredentialKeeper: Sendable {
    func current() async throws -> Credential

    /// Keeps a refreshed credential, unless somebody already replaced the one it came from; answers the one that holds now.
    func replace(_ old: Credential, with new: Credential) async throws -> Credential
}

/// A credential in memory, as for an account that is only being tried.
public actor MemoryKeeper: CredentialKeeper {
    private var credential: Credential

    public init(_ credential: Credential) { self.credential = credential }

    public func current() -> Credential { credential }

    public func replace(_ old: Credential, with new: Credential) -> Credential {
        if credential == old { credential = new }
        return credential
    }
}
