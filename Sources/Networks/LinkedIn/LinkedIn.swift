/// An organisation's page on LinkedIn, over its versioned interface.
///
/// LinkedIn keeps no keys: a post is found again among the page's own posts by its words. It refuses the same words twice,
/// which keeps a retry from becoming a second post. What others write there may be stored for a short time only.
public struct LinkedIn: Connector {
    /// The page's number.
    let organisation: String
    let keeper: any CredentialKeeper
    let oauth: OAuth
    let settings: Settings
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing

    /// The page by its number, what to speak to LinkedIn with, and who renews that.
    public init(
        organisation: String, keeper: any CredentialKeeper, oauth: OAuth, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.organisation = organisation
        self.keeper = keeper
        self.oauth = oauth
        self.settings = settings
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
    }

    /// What every verb needs of the administrator who connects the page.
    public static let scopes = [
        "r_organization_social", "w_organization_social", "r_organization_social_feed", "w_organization_social_feed",
        "rw_organization_admin",
    ]

    /// Where and how LinkedIn lets Schoolgate be authorised.
    public static var authorisation: OAuthNetwork {
        var network = OAuthNetwork(
            name: "LinkedIn", authorisation: "https://www.linkedin.com/oauth/v2/authorization",
            token: "https://www.linkedin.com/oauth/v2/accessToken",
            revocation: "https://www.linkedin.com/oauth/v2/revoke", scopes: scopes)
        // LinkedIn refuses a proof from programs that have a secret, and does not always name a token's type.
        network.hasPKCE = false
        network.namesType = false
        return network
    }

    public var capabilities: Capabilities {
        let comment = "Open the comment on LinkedIn as an administrator of the page, choose the three dots, then"
        return Capabilities(
            [
                .publish: .yes, .media: .yes, .altText: .yes, .edit: .yes, .delete: .yes, .readComments: .yes,
                .reply: .yes, .ownTimeline: .yes,
                .hide: .byHand("LinkedIn hides no comments. \(comment) Delete."),
                .remove: .byHand("\(comment) Delete."),
                .block: .byHand("Open the person’s profile on LinkedIn, choose More, then Report or block."),
                .report: .byHand("\(comment) Report."),
                .search: .byHand("LinkedIn lets no program search. Search on LinkedIn itself, signed in."),
            ],
            longestText: settings.longestText, mostMedia: settings.mostPictures, largestMedia: settings.largestPicture)
    }

    var urn: String { "urn:li:organization:\(organisation)" }

    public func identify() async -> Answer<Identity> {
        guard LinkedInURN.isNumber(organisation[...]) else { return .failed(LinkedIn.strangeID) }
        return await send("GET", "organizations/\(organisation)").answer.flatMap { reply in
            guard let json = JSON(reply.body), json["id"].id == organisation,
                let name = json["localizedName"].string
            else { return LinkedIn.judgement.unreadable(reply) }
            let vanity = json["vanityName"].string ?? organisation
            return .done(
                Identity(
                    id: RemoteID(rawValue: organisation), handle: vanity, name: name,
                    url: "\(settings.website)/company/\(FormText.escaped(vanity))"))
        }
    }

    public func revoke() async -> Answer<Void> {
        do { return await oauth.revoke(try await keeper.current()) } catch { return .failed(.reading(error)) }
    }

    public func mentions(_ page: String?) async -> Answer<Page<Comment>> {
        .unsupported(
            "LinkedIn does not tell programs who mentions a page. Look at the page’s notifications on LinkedIn.")
    }

    func url(_ id: String) -> String { "\(settings.website)/feed/update/\(id)/" }

    static let strangeID = Failure(.misconfigured, "This is not the name of anything on LinkedIn.")
}

extension LinkedIn: CustomStringConvertible, CustomReflectable {
    public var description: String { "LinkedIn page \(organisation)" }
    public var customMirror: Mirror { Mirror(self, children: ["page": organisation]) }
}

extension LinkedIn {
    /// What may change at LinkedIn without Schoolgate changing.
    public struct Settings: Sendable, Equatable {
        public var api = "https://api.linkedin.com"
        /// Year and month of the interface; each is taken for about a year.
        public var version = "202605"
        public var website = "https://www.linkedin.com"
        /// Where pictures may be sent, with everything under it.
        public var uploadHost = "linkedin.com"
        public var longestText = 3_000
        public var longestAlt = 4_086
        public var longestComment = 1_250
        public var mostPictures = 20
        public var largestPicture = 10 * 1_048_576
        /// Width times height.
        public var mostPixels = 36_152_320
        /// How long LinkedIn is given to make a picture ready, and how long to wait before asking again.
        public var mostProcessing = Duration.seconds(60)
        public var between = Duration.seconds(2)
        /// How many pages of a list are looked through for one post.
        public var mostPages = 5

        public init() {}

        func reach(mayBeInOwnNetwork: Bool) -> Outgoing.Reach? {
            guard let address = Address(api) else { return nil }
            if mayBeInOwnNetwork { return .ownHost(address.host) }
            return address.scheme == "https" ? .internet : nil
        }
    }
}
