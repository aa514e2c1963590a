import Database
import Gate
import Networks

/// Finds the connector for an account.
struct NetworkDirectory: Sendable {
    var settings = NetworkSettings()

    /// What a network takes, known without asking it.
    static func capabilities(of network: Network) -> Capabilities {
        let nobody = MemoryKeeper(Credential(secret: "")), client = OAuthClient(id: "", secret: nil)
        return switch network {
        case "practice": PracticeNetwork.capabilities
        case "wordpress": WordPress.capabilities
        case "mastodon": Mastodon(server: "", keeper: nobody).capabilities
        case "bluesky": Bluesky(did: "", service: "", keeper: nobody).capabilities
        case "facebook": Facebook(page: "", keeper: nobody, client: client).capabilities
        case "instagram": Instagram(account: "", keeper: nobody, client: client, shelf: nil).capabilities
        case "linkedin":
            LinkedIn(organisation: "", keeper: nobody, oauth: OAuth(LinkedIn.authorisation, client: client))
                .capabilities
        case "youtube": YouTube(keeper: nobody, oauth: OAuth(YouTube.authorisation, client: client)).capabilities
        case "x": X(keeper: nobody, oauth: OAuth(X.authorisation, client: client)).capabilities
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
            guard ConnectWay(account.network).givesAccess else {
                throw Problem.refused("Schoolgate cannot speak to \(NetworkText.of(account.network).name) yet.")
            }
            guard let access = secret.flatMap(AccountAccess.init(text:)) else {
                throw Problem.refused("Schoolgate has no access to \(account.name) any more. Connect it again.")
            }
            return try connector(
                account.network, access, VaultKeeper(account: account.id, context: context), context)
        }
    }

    /// For a network that gives access; the keeper has what the access holds, and keeps what is newer.
    func connector(
        _ network: Network, _ access: AccountAccess, _ keeper: some CredentialKeeper, _ context: Context
    ) throws -> any Connector {
        let isOwn = context.configuration.mayReach(
            access.server.isEmpty ? settings.interface(of: network) : access.server)
        switch network {
        case "mastodon":
            return Mastodon(
                server: access.server, keeper: keeper, client: access.oauthClient, mayBeInOwnNetwork: isOwn)
        case "bluesky":
            return Bluesky(
                did: access.remote, service: access.server, keeper: keeper, settings: settings.bluesky,
                mayBeInOwnNetwork: isOwn)
        default:
            guard let client = access.oauthClient, var authorisation = settings.authorisation(of: network) else {
                throw Problem.refused(
                    "\(NetworkText.of(network).name) does not know Schoolgate. Connect the account again.")
            }
            authorisation.mayBeInOwnNetwork = isOwn
            return registered(
                network, access, keeper, OAuth(authorisation, client: client), client,
                shelf: PictureShelf(context.configuration), isOwn)
        }
    }

    /// For a network that lets in what is registered with it.
    private func registered(
        _ network: Network, _ access: AccountAccess, _ keeper: some CredentialKeeper, _ oauth: OAuth,
        _ client: OAuthClient, shelf: PictureShelf?, _ isOwn: Bool
    ) -> any Connector {
        switch network {
        case "facebook":
            Facebook(
                page: access.remote, keeper: keeper, client: client, settings: settings.facebook,
                mayBeInOwnNetwork: isOwn)
        case "instagram":
            Instagram(
                account: access.remote, keeper: keeper, client: client, shelf: shelf, settings: settings.instagram,
                mayBeInOwnNetwork: isOwn)
        case "linkedin":
            LinkedIn(
                organisation: access.remote, keeper: keeper, oauth: oauth, settings: settings.linkedIn,
                mayBeInOwnNetwork: isOwn)
        case "youtube":
            YouTube(
                channel: access.remote.isEmpty ? nil : access.remote, keeper: keeper, oauth: oauth,
                settings: settings.youTube, mayBeInOwnNetwork: isOwn)
        default:
            X(
                user: access.remote.isEmpty ? nil : access.remote, keeper: keeper, oauth: oauth, settings: settings.x,
                mayBeInOwnNetwork: isOwn)
        }
    }
}
