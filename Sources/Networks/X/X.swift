internal import Synchronization

/// An account on X, over version 2 of its interface.
///
/// X keeps no keys: a post is found again among the account's own posts by its words. It refuses the same words twice in
/// a short time, which keeps a retry from becoming a second post.
public struct X: Connector {
    let keeper: any CredentialKeeper
    let oauth: OAuth
    let settings: Settings
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing
    let memory: Memory

    /// The account's number and name, once X told them.
    final class Memory: Sendable {
        let user: Mutex<String?>
        init(_ user: String?) { self.user = Mutex(user) }
    }

    /// The account by its number when that is known, what to speak to X with, and who renews that.
    public init(
        user: String? = nil, keeper: any CredentialKeeper, oauth: OAuth, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.keeper = keeper
        self.oauth = oauth
        self.settings = settings
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
        memory = Memory(user)
    }

    /// What every verb needs of a token.
    public static let scopes = [
        "tweet.read", "tweet.write", "tweet.moderate.write", "users.read", "media.write", "offline.access",
    ]

    /// Where and how X lets Schoolgate be authorised.
    public static var authorisation: OAuthNetwork {
        var network = OAuthNetwork(
            name: "X", authorisation: "https://x.com/i/oauth2/authorize", token: "https://api.x.com/2/oauth2/token",
            revocation: "https://api.x.com/2/oauth2/revoke", scopes: scopes)
        network.secretInHeader = true
        return network
    }

    public var capabilities: Capabilities {
        let profile = "Open the person’s profile on X, choose the three dots, then"
        return Capabilities(
            [
                .publish: .yes, .media: .yes, .altText: .yes, .delete: .yes, .readComments: .yes, .reply: .yes,
                .hide: .yes, .search: .yes, .ownTimeline: .yes,
                .edit: .byHand(
                    "X changes no posts for Schoolgate. Take it down and publish the corrected words as a new post."),
                .remove: .byHand("Nobody can remove another person’s reply on X. Hide it, and report it on X."),
                .block: .byHand("\(profile) Block."),
                .report: .byHand("\(profile) Report. For one post, choose the three dots beside it."),
            ],
            longestText: settings.longestText, mostMedia: settings.mostPictures, largestMedia: settings.largestPicture
        )
    }

    public func identify() async -> Answer<Identity> {
        await get("users/me", [("user.fields", "name,username")]).answer.flatMap { reply in
            guard let user = JSON(reply.body)?["data"], let id = user["id"].string, XID.isValid(id),
                let handle = user["username"].string
            else { return X.unreadable(reply) }
            if let expected = memory.user.withLock({ $0 }), expected != id {
                return .failed(
                    Failure(
                        .misconfigured,
                        "X was authorised for another account than the one that is connected. Sign in to X as this account and connect it again."
                    ))
            }
            memory.user.withLock { $0 = id }
            return .done(
                Identity(
                    id: RemoteID(rawValue: id), handle: "@\(handle)", name: user["name"].string ?? handle,
                    url: "\(settings.website)/i/user/\(id)"))
        }
    }

    public func revoke() async -> Answer<Void> {
        do { return await oauth.revoke(try await keeper.current()) } catch { return .failed(.reading(error)) }
    }

    /// The account's number.
    func user() async -> Answer<String> {
        if let user = memory.user.withLock({ $0 }) { return .done(user) }
        return await identify().map(\.id.rawValue)
    }
}

extension X: CustomStringConvertible, CustomReflectable {
    public var description: String { "X as \(memory.user.withLock { $0 } ?? "an account")" }
    public var customMirror: Mirror { Mirror(self, children: ["account": description]) }
}

/// What X calls a post or a person: a number.
enum XID {
    static func isValid(_ text: String) -> Bool {
        (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
