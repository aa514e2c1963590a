/// An account on Bluesky or any other server of the AT protocol, over its XRPC interface.
///
/// A post's record key is made from the publication's key, and a record is written only where none is: the same
/// publication is the same record, however often it is tried.
public struct Bluesky: Connector {
    /// The account's identifier, such as `did:plc:…`, which stays when its name or server changes.
    let did: String
    /// The account's own server.
    let service: String
    let keeper: any CredentialKeeper
    let settings: Settings
    let outgoing: Outgoing

    /// An account by its identifier on its server, as ``signIn(_:appPassword:service:settings:mayBeInOwnNetwork:outgoing:)`` finds both; the server may be in
    /// the school's own network only when the operator said so.
    public init(
        did: String, service: String, keeper: any CredentialKeeper, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.did = did
        self.service = service
        self.keeper = keeper
        self.outgoing = outgoing
        var settings = settings
        if mayBeInOwnNetwork, let address = Address(service) { settings.ownNetworkHosts.insert(address.host) }
        self.settings = settings
    }

    public var capabilities: Capabilities {
        Capabilities(
            [
                .publish: .yes, .media: .yes, .altText: .yes, .delete: .yes, .readComments: .yes, .reply: .yes,
                .hide: .yes, .block: .yes, .report: .yes, .search: .yes, .ownTimeline: .yes,
                .edit: .byHand(
                    "Bluesky cannot change a post that is out. Take it down and publish the corrected words as a new post."
                ),
                .remove: .byHand(
                    "Nobody can remove another person’s reply on Bluesky. Hide it, and report it if it breaks Bluesky’s rules."
                ),
            ],
            longestText: settings.longestText, mostMedia: settings.mostPictures, largestMedia: settings.largestPicture
        )
    }

    public func identify() async -> Answer<Identity> {
        let session = await query("com.atproto.server.getSession", [])
        return await session.answer.flatMap { reply in
            guard let found = JSON(reply.body), let told = found["did"].string else {
                return Bluesky.unreadable(reply)
            }
            guard told == did else { return .failed(.otherAccount) }
            if found["active"].bool == false {
                return .failed(
                    Failure(
                        .refused,
                        "Bluesky has switched this account off. Look at it in the Bluesky app before using it again."))
            }
            let handle = found["handle"].string ?? told
            let profile = await query("app.bsky.actor.getProfile", [("actor", did)], to: settings.appView)
            // Only a name: a server without profiles is an answer all the same.
            let name = profile.answer.value.flatMap { JSON($0.body)?["displayName"].string } ?? ""
            return .done(
                Identity(
                    id: RemoteID(rawValue: did), handle: "@\(handle)", name: name.isEmpty ? handle : name,
                    url: "\(settings.website)/profile/\(did)"
                )
            )
        }
    }

    public func revoke() async -> Answer<Void> {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return .failed(.reading(error)) }
        let byHand = Answer<Void>.unsupported(
            "Delete the app password in Bluesky’s settings, under Privacy and security, App passwords.")
        guard let token = credential.refreshToken else { return byHand }
        let heard = await send("POST", "com.atproto.server.deleteSession", bearer: token)
        // A token that is not taken any more opens nothing: that is what was asked for.
        if heard.refusesToken { return .done(()) }
        return heard.isNotOffered ? byHand : heard.answer.map { _ in () }
    }
}

extension Bluesky: CustomStringConvertible, CustomReflectable {
    public var description: String { "Bluesky at \(service) as \(did)" }
    public var customMirror: Mirror { Mirror(self, children: ["account": description]) }
}

extension Failure {
    static let otherAccount = Failure(
        .misconfigured,
        "The app password belongs to another account than the one that is connected. Enter the one of this account.")
}
