/// A page on Facebook, over Meta's Graph interface.
///
/// Facebook keeps no keys: a post is found again among the page's own posts by its words. Of what is not there and of what
/// may not be seen it says the same, so that only a list of the page's posts without it shows that a post is gone.
public struct Facebook: Connector {
    /// The page's number.
    let page: String
    let settings: Settings
    let graph: Graph

    /// The page by its number, and its own token, which ``FacebookSignIn`` gives.
    public init(
        page: String, keeper: any CredentialKeeper, client: OAuthClient, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.page = page
        self.settings = settings
        graph = Graph(
            network: "Facebook", keeper: keeper, client: client, settings: settings.graph,
            mayBeInOwnNetwork: mayBeInOwnNetwork, outgoing: outgoing)
    }

    /// What every verb needs of the person who connects the page.
    public static let scopes = [
        "pages_show_list", "pages_read_engagement", "pages_read_user_content", "pages_manage_posts",
        "pages_manage_engagement", "pages_manage_metadata",
    ]

    public var capabilities: Capabilities {
        Capabilities(
            [
                .publish: .yes, .media: .yes, .altText: .yes, .edit: .yes, .delete: .yes, .readComments: .yes,
                .reply: .yes, .hide: .yes, .remove: .yes, .block: .yes, .ownTimeline: .yes,
                .report: .byHand("Open it on Facebook, choose the three dots beside it, then Report."),
                .search: .byHand("Facebook lets no program search. Search on Facebook itself, signed in."),
            ],
            longestText: settings.longestText, mostMedia: settings.mostPictures, largestMedia: settings.largestPicture)
    }

    public func identify() async -> Answer<Identity> {
        guard GraphID.isValid(page) else { return .failed(Facebook.strangeID) }
        return await graph.get(page, [("fields", "id,name,username")]).answer.flatMap { found in
            guard found.json["id"].id == page, let name = found.json["name"].string else {
                return graph.judgement.unreadable(found.reply)
            }
            let handle = found.json["username"].string.map { "@\($0)" } ?? name
            return .done(
                Identity(id: RemoteID(rawValue: page), handle: handle, name: name, url: "\(settings.website)/\(page)"))
        }
    }

    /// A page's token ends with the right of whoever connected it, which a page cannot take away.
    public func revoke() async -> Answer<Void> {
        .unsupported(
            "On Facebook, open Settings, then Business integrations, as the person who connected the page, and remove Schoolgate."
        )
    }

    func url(_ id: String) -> String { "\(settings.website)/\(id)" }

    static let strangeID = Failure(.misconfigured, "This is not the number of anything on Facebook.")
}

extension Facebook: CustomStringConvertible, CustomReflectable {
    public var description: String { "Facebook page \(page)" }
    public var customMirror: Mirror { Mirror(self, children: ["page": page]) }
}

extension Facebook {
    /// What may change at Facebook without Schoolgate changing.
    public struct Settings: Sendable, Equatable {
        public var graph = GraphSettings()
        public var website = "https://www.facebook.com"
        public var longestText = 63_206
        public var mostPictures = 10
        public var largestPicture = 4 * 1_048_576
        /// How many pages of a list are looked through for one post.
        public var mostPages = 5

        public init() {}
    }
}
