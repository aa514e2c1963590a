/// A professional account on Instagram that belongs to a page on Facebook, over Meta's Graph interface.
///
/// Instagram fetches pictures itself, from an address that must be open to the web, and publishes in two steps: a container is
/// made, and published once it is ready. It keeps no keys, and lets no program change a caption or take a post down.
public struct Instagram: Connector {
    /// The account's number, which the page names.
    let account: String
    let settings: Settings
    let shelf: (any MediaShelf)?
    let graph: Graph

    /// The account by its number, its page's token, and where Instagram can fetch pictures from; without that nothing can be
    /// published.
    public init(
        account: String, keeper: any CredentialKeeper, client: OAuthClient, shelf: (any MediaShelf)?,
        settings: Settings = Settings(), mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.account = account
        self.settings = settings
        self.shelf = shelf
        graph = Graph(
            network: "Instagram", keeper: keeper, client: client, settings: settings.graph,
            mayBeInOwnNetwork: mayBeInOwnNetwork, outgoing: outgoing)
    }

    /// What every verb needs of the person who connects the account, by way of its page.
    public static let scopes = [
        "instagram_basic", "instagram_content_publish", "instagram_manage_comments", "pages_show_list",
        "pages_read_engagement",
    ]

    public var capabilities: Capabilities {
        let publishing: Support =
            shelf == nil
            ? .byHand(
                "Instagram fetches pictures from the web, and this Schoolgate has no address there. Post it in the Instagram app."
            )
            : .yes
        let person = "Open the person’s profile in the Instagram app, choose the three dots, then"
        return Capabilities(
            [
                .publish: publishing, .media: publishing, .altText: publishing, .readComments: .yes, .reply: .yes,
                .hide: .yes, .remove: .yes, .ownTimeline: .yes,
                .edit: .byHand("Open the post in the Instagram app, choose the three dots, then Edit."),
                .delete: .byHand("Open the post in the Instagram app, choose the three dots, then Delete."),
                .block: .byHand("\(person) Block."),
                .report: .byHand("\(person) Report. For one comment, press it and choose Report."),
                .search: .byHand("Instagram lets no program search for words. Search in the Instagram app."),
            ],
            longestText: settings.longestText, mostMedia: settings.mostPictures,
            largestMedia: settings.largestPicture, leastMedia: 1)
    }

    public func identify() async -> Answer<Identity> {
        guard GraphID.isValid(account) else { return .failed(Instagram.strangeID) }
        return await graph.get(account, [("fields", "id,username,name")]).answer.flatMap { found in
            guard found.json["id"].id == account, let name = found.json["username"].string else {
                return graph.judgement.unreadable(found.reply)
            }
            return .done(
                Identity(
                    id: RemoteID(rawValue: account), handle: "@\(name)", name: found.json["name"].string ?? name,
                    url: "\(settings.website)/\(name)/"))
        }
    }

    public func revoke() async -> Answer<Void> {
        .unsupported(
            "On Facebook, open Settings, then Business integrations, as the person who connected the account, and remove Schoolgate."
        )
    }

    static let strangeID = Failure(.misconfigured, "This is not the number of anything on Instagram.")
}

extension Instagram: CustomStringConvertible, CustomReflectable {
    public var description: String { "Instagram account \(account)" }
    public var customMirror: Mirror { Mirror(self, children: ["account": account]) }
}

extension Instagram {
    /// What may change at Instagram without Schoolgate changing.
    public struct Settings: Sendable, Equatable {
        public var graph = GraphSettings()
        public var website = "https://www.instagram.com"
        public var longestText = 2_200
        public var mostHashtags = 30
        public var mostNames = 20
        public var longestAlt = 1_000
        public var mostPictures = 10
        public var largestPicture = 8 * 1_048_576
        /// The narrowest and the widest picture, width by height.
        public var narrowest = 0.8
        public var widest = 1.91
        /// How long Instagram is given to fetch a picture, and how long to wait before asking again.
        public var mostProcessing = Duration.seconds(120)
        public var between = Duration.seconds(3)
        /// How many pages of a list are looked through for one post.
        public var mostPages = 5

        public init() {}
    }
}
