import Database
import Gate
import Networks

/// Finds the connector for an account.
struct NetworkDirectory: Sendable {
    /// What a network takes, known without asking it.
    static func capabilities(of network: Network) -> Capabilities {
        switch network {
        case "practice": PracticeNetwork.capabilities
        case "wordpress": WordPress.capabilities
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
        case "practice": PracticeNetwork(store: DatabasePracticeStore(account: account, context: context))
        case "wordpress":
            WordPress(
                site: account.address, user: account.username, password: secret ?? "",
                mayBeInOwnNetwork: context.configuration.mayReach(account.address))
        default: throw Problem.refused("Schoolgate cannot speak to \(account.network.rawValue) yet.")
        }
    }
}
