/// Keeps a credential that runs out: it is renewed before that, once for everybody who asks at the same time.
public struct RenewingKeeper: CredentialKeeper {
    private let inner: any CredentialKeeper
    private let oauth: OAuth
    private let now: @Sendable () -> Int64

    /// The inner keeper is where the credential really is, such as the vault.
    public init(_ inner: any CredentialKeeper, _ oauth: OAuth) {
        self.init(inner, oauth, now: { Instant.now() })
    }

    init(_ inner: any CredentialKeeper, _ oauth: OAuth, now: @escaping @Sendable () -> Int64) {
        self.inner = inner
        self.oauth = oauth
        self.now = now
    }

    /// One that holds for the next minute at least, where the network can be asked.
    public func current() async throws -> Credential {
        let credential = try await inner.current()
        guard let end = credential.expiresAt, end - now() < 60_000, credential.refreshToken != nil else {
            return credential
        }
        do {
            return try await renewed(insteadOf: credential)
        } catch let failure as Failure {
            // It may hold for some seconds more, and a network that is down will say so itself.
            if failure.isPassing, end > now() { return credential }
            throw failure
        }
    }

    public func replace(_ old: Credential, with new: Credential) async throws -> Credential {
        try await inner.replace(old, with: new)
    }

    /// A newer one than the one that the network refused; throws a ``Failure`` when there is none to be had.
    public func renewed(insteadOf old: Credential) async throws -> Credential {
        let answer = await inner.renewed(old, network: oauth.network.name, at: oauth.network.token) { [oauth] _ in
            await oauth.refresh(old)
        }
        switch answer {
        case .done(let new): return new
        case .unsupported(let step): throw Failure(.unauthorised, step)
        case .unknown(let why): throw Failure(.unavailable, why)
        case .failed(let failure): throw failure
        }
    }
}
