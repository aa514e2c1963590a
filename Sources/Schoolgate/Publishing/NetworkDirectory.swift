import Database
import Gate
import Networks

/// Finds the connector for an account.
struct NetworkDirectory: Sendable {
    /// What a network takes, known without asking it.
    static func capabilities(of network: Network) -> Capabilities {
        let nobody = MemoryKeeper(Credential(secret: ""))
        return switch network {
        case "practice": PracticeNetwork.capabilities
        case "wordpress": WordPress.capabilities
        case "mastodon": Mastodon(server: "", keeper: nobody).capabilities
        case "bluesky": Bluesky(did: "", service: "", keeper: nobody).capabilities
        case "x":
            X(keeper: nobody, oauth: OAuth(X.authorisation, client: OAuthClient(id: "", secret: nil))).capabilities
        default: Capabilities([:])
        }
    }

    /// Why an account does not take a video; nil when it does.
    static func refusal(of video: PostVideo, on account: Account) -> String? {
        capabilities(of: account.network).refusal(
            ofVideo: video.byteCount, seconds: video.seconds, account.name)
    }

    func connector(for account: Account, secret: String?, _ context: Context) throws -> any Connector {
        switch account.network {
        case "practice": return PracticeNetwork(store: DatabasePracticeStore(account: account, context: context))
        case "wordpress":
            return WordPress(
                site: account.address, user: account.username, password: secret ?? "",
                mayBeInOwnNetwork: context.configuration.mayReach(account.address))
        default:
            guard let access = secret.flatMap(AccountAccess.init(text:)) else {
                throw Problem.refused("Schoolgate has no access to \(account.name) any more. Connect it again.")
            }
            return try Self.connector(
                account.network, access, VaultKeeper(account: account.id, context: context), context)
        }
    }

    /// For a network that gives access; the keeper has what the access holds, and keeps what is newer.
    static func connector(
        _ network: Network, _ access: AccountAccess, _ keeper: some CredentialKeeper, _ context: Context
    ) throws -> any Connector {
        let isOwn = context.configuration.mayReach(access.server)
        switch network {
        case "mastodon":
            return Mastodon(
                server: access.server, keeper: keeper, client: access.oauthClient, mayBeInOwnNetwork: isOwn)
        case "bluesky":
            return Bluesky(did: access.remote, service: access.server, keeper: keeper, mayBeInOwnNetwork: isOwn)
        case "x":
            guard let client = access.oauthClient else {
                throw Problem.refused("X does not know Schoolgate any more. Connect the account again.")
            }
            return X(
                user: access.remote.isEmpty ? nil : access.remote, keeper: keeper,
                oauth: OAuth(X.authorisation, client: client))
        default: throw Problem.refused("Schoolgate cannot speak to \(NetworkText.of(network).name) yet.")
        }
    }
}
