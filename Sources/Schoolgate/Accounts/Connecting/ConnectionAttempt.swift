import Crypto
import Database
import Foundation
import Gate
import Networks
import Web

/// Somebody's way to a network's own page and back: what is kept on our side while they are there.
struct ConnectionAttempt: Sendable {
    /// How long somebody may take there.
    static let lifetime = Duration.minutes(15)

    /// What is to be connected.
    enum Target: Sendable, Equatable {
        case proposal(Proposal.ID)
        /// An account whose access ended.
        case account(Account.ID)
    }

    /// What comes back from the vault.
    struct Kept: Codable, Sendable {
        let network: String
        /// What people call the account.
        let name: String
        let server: String
        /// The number of the account where it has to be known before; empty otherwise.
        let page: String
        let client: AccountAccess.Client
        let state: String
        let verifier: String
        let redirect: String
        let authorisation: String
        let token: String
        let revocation: String?
        let issuer: String?
        let scopes: [String]
    }

    let target: Target
    let kept: Kept

    /// Keeps it, and answers where to send the person.
    static func begin(
        _ target: Target, _ network: Network, _ form: ConnectForm, _ oauth: OAuth, _ client: AccountAccess.Client,
        by viewer: Viewer, _ context: Context
    ) async throws -> String {
        let now = context.now()
        let (attempt, address) = oauth.begin(
            redirect: context.configuration.publicURL + ConnectingHandlers.answer.path())
        let kept = Kept(
            network: network.rawValue, name: form.name, server: form.server, page: form.page, client: client,
            state: attempt.state, verifier: attempt.verifier, redirect: attempt.redirect,
            authorisation: oauth.network.authorisation,
            token: oauth.network.token, revocation: oauth.network.revocation, issuer: oauth.network.issuer,
            scopes: oauth.network.scopes)
        let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        let state = digest(of: attempt.state)
        try await context.database.write { db in
            try db.run("DELETE FROM connection_attempts WHERE person_id = \(viewer.id) OR began_at < \(now - lifetime)")
            let sealed = try context.vault.seal(text, for: place(of: state), in: db)
            var (proposal, account): (Proposal.ID?, Account.ID?)
            switch target {
            case .proposal(let id): proposal = id
            case .account(let id): account = id
            }
            try db.run(
                """
                INSERT INTO connection_attempts (state, proposal_id, account_id, person_id, sealed, began_at)
                VALUES (\(state), \(proposal), \(account), \(viewer.id), \(sealed), \(now))
                """
            )
        }
        return address
    }

    /// The attempt that this state belongs to, once and for whoever began it; nil otherwise.
    static func take(_ state: String, by viewer: Viewer, _ context: Context) async throws -> ConnectionAttempt? {
        guard state.utf8.count <= 200 else { return nil }
        let digest = digest(of: state), since = context.now() - lifetime
        return try await context.database.write { db in
            let row = try db.first(
                """
                DELETE FROM connection_attempts
                WHERE state = \(digest) AND person_id = \(viewer.id) AND began_at > \(since)
                RETURNING proposal_id, account_id, sealed
                """
            ) { (proposal: $0.intOrNil(0), account: $0.intOrNil(1), sealed: $0.bytes(2)) }
            guard let row, let text = try context.vault.open(row.sealed, for: place(of: digest), in: db),
                let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
            else { return nil }
            if let id = row.proposal { return ConnectionAttempt(target: .proposal(Proposal.ID(id)), kept: kept) }
            return row.account.map { ConnectionAttempt(target: .account(Account.ID($0)), kept: kept) }
        }
    }

    private static func digest(of state: String) -> String { Digest.of(Array(state.utf8)).hex }

    private static func place(of state: String) -> String { "connection attempt \(state)" }

    var network: Network { Network(rawValue: kept.network) }

    /// As it was when the person left.
    func oauth(_ context: Context) -> OAuth {
        let settings = context.networks.settings
        var network = settings.authorisation(of: self.network) ?? asKept
        network.mayBeInOwnNetwork = context.configuration.mayReach(
            kept.server.isEmpty ? settings.interface(of: self.network) : kept.server)
        return OAuth(network, client: OAuthClient(id: kept.client.id, secret: kept.client.secret))
    }

    /// What a server said of itself.
    private var asKept: OAuthNetwork {
        var network = OAuthNetwork(
            name: NetworkText.of(network).name, authorisation: kept.authorisation, token: kept.token,
            revocation: kept.revocation, scopes: kept.scopes)
        network.issuer = kept.issuer
        return network
    }

    var attempt: OAuthAttempt {
        OAuthAttempt(state: kept.state, verifier: kept.verifier, redirect: kept.redirect)
    }

    func access(_ credential: Credential) -> AccountAccess {
        var access = AccountAccess(credential)
        access.server = kept.server
        access.remote = kept.page
        access.client = kept.client
        access.token = kept.token
        access.revocation = kept.revocation
        return access
    }
}
