/// Renews a credential once, however many requests find at the same moment that it has run out.
///
/// Networks spend a refresh token when they take it: a second renewal with the same one could end the session.
actor Renewals {
    static let shared = Renewals()

    private var running: [String: Task<Answer<Credential>, Never>] = [:]

    /// The answer of the renewal that is already under way with this refresh token at this place, or of a new one.
    func once(
        at place: String, with refreshToken: String, _ renew: @escaping @Sendable () async -> Answer<Credential>
    ) async -> Answer<Credential> {
        let key = "\(place) \(refreshToken)"
        if let task = running[key] { return await task.value }
        let task = Task { await renew() }
        running[key] = task
        let answer = await task.value
        running[key] = nil
        return answer
    }
}

extension CredentialKeeper {
    /// A credential that is newer than this one: kept by somebody else meanwhile, or renewed now.
    func renewed(
        _ old: Credential, network: String, at place: String,
        _ renew: @escaping @Sendable (String) async -> Answer<Credential>
    ) async -> Answer<Credential> {
        let reconnect = Failure(
            .unauthorised, "\(network) did not accept the account’s access. Ask whoever looks after it to reconnect it."
        )
        do {
            let now = try await current()
            if now != old { return .done(now) }
            guard let token = old.refreshToken else { return .failed(reconnect) }
            switch await Renewals.shared.once(at: place, with: token, { await renew(token) }) {
            case .done(let new): return .done(try await replace(old, with: new))
            case .failed(let failure) where failure.kind == .unauthorised:
                // Another process may have spent the token and kept what it got for it.
                let now = try await current()
                return now == old ? .failed(reconnect) : .done(now)
            case let other: return other
            }
        } catch {
            return .failed(.reading(error))
        }
    }
}

extension Failure {
    /// Why there is no credential: a keeper may have its own words for it.
    static func reading(_ error: any Error) -> Failure {
        error as? Failure
            ?? Failure(
                .misconfigured,
                "The account’s access could not be read or kept. Tell whoever runs Schoolgate; nothing was sent.")
    }
}
