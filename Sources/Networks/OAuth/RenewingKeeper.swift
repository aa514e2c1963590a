/// Keeps a credential that runs out: it is renewed before that, once for everybody who asks at the same time.
public actor RenewingKeeper: CredentialKeeper {
    private let inner: any CredentialKeeper
    private let oauth: OAuth
    private let now: @Sendable () -> Int64
    private var renewal: Task<Credential, any Error>?

    /// The inner keeper is where the credential really is, such as the vault.
    public init(_ inner: any CredentialKeeper, _ oauth: OAuth) {
        self.init(inner, oauth, now: { Moment.now() })
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
        if let renewal { return try await renewal.value }
        let task = Task { try await renew(old) }
        renewal = task
        defer { renewal = nil }
        return try await task.value
    }

    private func renew(_ old: Credential) async throws -> Credential {
        let held = try await inner.current()
        // Somebody else was quicker.
        guard held == old else { return held }
        switch await oauth.refresh(old) {
        case .done(let new): return try await inner.replace(old, with: new)
        case .unsupported(let step): throw Failure(.unauthorised, step)
        case .unknown(let why): throw Failure(.unavailable, why)
        case .failed(let failure):
            // A refresh token counts once: another process may have used it just now.
            let held = try await inner.current()
            if held != old { return held }
            throw failure
        }
    }
}
