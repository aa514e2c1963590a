import Database
import Gate
import Networks

/// Finds the connector for an account.
struct NetworkDirectory: Sendable {
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
