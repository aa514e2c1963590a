import Database
import Gate
import Networks

/// What became of Schoolgate's own access to an account when the network was asked to forget it.
enum AccessEnd: Sendable, Equatable {
    /// Nothing was there to take back.
    case none
    /// The network forgot it; there may be something to do beside that.
    case done(String)
    /// The network did not, or nobody knows: why, and what to do by hand.
    case left(String)

    /// The longest that somebody waits for the network.
    static let patience = Duration.seconds(15)

    /// Asks the network once. It never throws: an account is closed whether or not its network is there.
    static func of(
        _ account: Account, within patience: Duration = patience, _ context: Context
    ) async -> AccessEnd {
        let way = ConnectWay(account.network)
        if case .website = way { return .left(byHand(account.network)) }
        guard way.givesAccess else { return .none }
        do {
            let secret = try await context.database.read { db in try Account.secret(of: account.id, context, in: db) }
            guard let secret else { return .none }
            if AccountAccess(text: secret)?.secret.isEmpty == true { return .none }
            let connector = try context.networks.connector(for: account, secret: secret, context)
            return AccessEnd(await revoke(connector, within: patience), account)
        } catch {
            context.log.error("taking back the access to account \(account.id.rawValue): \(error)")
            return .left("Schoolgate could not read its access. " + byHand(account.network))
        }
    }

    private init(_ answer: Answer<Void>, _ account: Account) {
        let step = Self.byHand(account.network)
        switch answer {
        case .done:
            let words = "\(account.networkName) took Schoolgate’s access back."
            self = .done(
                account.network == "bluesky"
                    ? words + " Delete the app password in Bluesky’s settings too: it opens the account until then."
                    : words)
        case .unsupported(let own): self = .left("Take it away by hand. " + own)
        case .unknown(let why): self = .left(why + " " + step)
        case .failed(let failure): self = .left(failure.message + " " + step)
        }
    }

    /// The network's answer, or that none came in time.
    private static func revoke(_ connector: any Connector, within patience: Duration) async -> Answer<Void> {
        let (answers, continuation) = AsyncStream.makeStream(of: Answer<Void>.self)
        let asking = Task { continuation.yield(await connector.revoke()) }
        let waiting = Task {
            try? await Task.sleep(for: patience)
            continuation.yield(.unknown("The network did not answer in time."))
        }
        defer {
            asking.cancel()
            waiting.cancel()
            continuation.finish()
        }
        for await answer in answers { return answer }
        return .unknown("The network did not answer.")
    }

    /// Where people take it away themselves.
    private static func byHand(_ network: Network) -> String {
        switch network {
        case "wordpress":
            "Take it away by hand: in WordPress, under Users, Profile, revoke Schoolgate’s application password."
        case "bluesky":
            "Take it away by hand: in Bluesky’s settings, under Privacy and security, App passwords, delete the one that Schoolgate used."
        case "mastodon": "Take it away by hand: in the account’s settings on its server, under authorised apps."
        case "x":
            "Take it away by hand: in X’s settings, under Security and account access, Apps and sessions, Connected apps."
        case "facebook", "instagram":
            "Take it away by hand: in the settings on Facebook, under Business integrations, remove Schoolgate."
        case "linkedin":
            "Take it away by hand: in LinkedIn’s settings, under Data privacy, Other applications, Permitted services."
        case "youtube": "Take it away by hand: at myaccount.google.com/connections, remove Schoolgate."
        default: "Take it away by hand: in the account’s own settings on the network."
        }
    }

    /// What is still to be done by hand.
    var leftOver: String? {
        if case .left(let words) = self { return words }
        return nil
    }

    /// For the record.
    var words: String {
        switch self {
        case .none: "there was none"
        case .done(let words): words
        case .left(let words): "not taken back. \(words)"
        }
    }
}

extension Account {
    /// Drops the access that the network has forgotten; where the account is and what Schoolgate is registered as stay,
    /// so that the same account can be connected again. One that was connected anew meanwhile stays.
    func dropAccess(_ before: AccountAccess?, trouble: String, _ context: Context, in db: Connection) throws {
        guard var access = try access(context, in: db), access == before else { return }
        access.credential = Credential(secret: "")
        if case .server = ConnectWay(network) { access.client = nil }
        try Self.keep(try access.text(), of: id, context, in: db)
        try db.run("UPDATE accounts SET trouble = \(trouble) WHERE id = \(id)")
    }
}
