internal import Synchronization

/// A channel on YouTube, over version 3 of its data interface.
///
/// Only videos go there: what YouTube calls posts cannot be published by programs. A video is sent in parts to a session that
/// can be asked how far it is, so that an answer that did not arrive is rarely the end. Everything costs units of a day's quota.
public struct YouTube: Connector {
    let keeper: any CredentialKeeper
    let oauth: OAuth
    let settings: Settings
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing
    let memory: Memory

    /// The channel, once YouTube told it.
    final class Memory: Sendable {
        let channel: Mutex<String?>
        let uploads = Mutex<String?>(nil)
        init(_ channel: String?) { self.channel = Mutex(channel) }
    }

    /// The channel by its id when that is known, what to speak to YouTube with, and who renews that.
    public init(
        channel: String? = nil, keeper: any CredentialKeeper, oauth: OAuth, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.keeper = keeper
        self.oauth = oauth
        self.settings = settings
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
        memory = Memory(channel)
    }

    /// What every verb needs of a token.
    public static let scopes = [
        "https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.force-ssl",
    ]

    /// Where and how Google lets Schoolgate be authorised.
    public static var authorisation: OAuthNetwork {
        var network = OAuthNetwork(
            name: "YouTube", authorisation: "https://accounts.google.com/o/oauth2/v2/auth",
            token: "https://oauth2.googleapis.com/token", revocation: "https://oauth2.googleapis.com/revoke",
            scopes: scopes)
        network.issuer = "https://accounts.google.com"
        // Without these Google gives nothing to renew a token with, or only the first time.
        network.parameters = [("access_type", "offline"), ("prompt", "consent")]
        return network
    }

    public var capabilities: Capabilities {
        Capabilities(
            [
                .publish: .yes, .media: .yes, .edit: .yes, .delete: .yes, .readComments: .yes, .reply: .yes,
                .hide: .yes,
                .remove: .yes, .search: .yes, .ownTimeline: .yes,
                .altText: .byHand("Add subtitles to the video in YouTube Studio, under Subtitles."),
                .block: .byHand("In YouTube Studio, open Comments, choose the three dots beside one, then Hide user."),
                .report: .byHand("Open the video on YouTube, choose the three dots beside the comment, then Report."),
            ],
            longestText: settings.longestDescription, mostMedia: 1, largestVideo: settings.largestVideo, leastMedia: 1)
    }

    public func identify() async -> Answer<Identity> {
        let query = [("part", "snippet,contentDetails"), ("mine", "true")]
        return await get("channels", query).answer.flatMap { reply in
            guard let json = JSON(reply.body), json.object != nil else { return YouTube.judgement.unreadable(reply) }
            let channel = json["items"][0]
            guard let id = channel["id"].string, YouTubeID.isValid(id), let title = channel["snippet"]["title"].string,
                let uploads = channel["contentDetails"]["relatedPlaylists"]["uploads"].string,
                YouTubeID.isValid(uploads)
            else {
                guard json["items"].array?.isEmpty ?? (json["pageInfo"]["totalResults"].int == 0) else {
                    return YouTube.judgement.unreadable(reply)
                }
                return .failed(YouTube.noChannel)
            }
            if let expected = memory.channel.withLock({ $0 }), expected != id {
                return .failed(
                    Failure(
                        .misconfigured,
                        "YouTube was authorised for another channel than the one that is connected. Choose this channel when Google asks, and connect it again."
                    ))
            }
            memory.channel.withLock { $0 = id }
            memory.uploads.withLock { $0 = uploads }
            return .done(
                Identity(
                    id: RemoteID(rawValue: id), handle: channel["snippet"]["customUrl"].string ?? title, name: title,
                    url: "\(settings.website)/channel/\(id)"))
        }
    }

    public func revoke() async -> Answer<Void> {
        do { return await oauth.revoke(try await keeper.current()) } catch { return .failed(.reading(error)) }
    }

    /// The list in which YouTube keeps all that the channel uploaded, and the channel's own id.
    func own() async -> Answer<(channel: String, uploads: String)> {
        if let channel = memory.channel.withLock({ $0 }), let uploads = memory.uploads.withLock({ $0 }) {
            return .done((channel, uploads))
        }
        return await identify().flatMap { identity in
            guard let uploads = memory.uploads.withLock({ $0 }) else { return .failed(YouTube.noChannel) }
            return .done((identity.id.rawValue, uploads))
        }
    }

    func url(_ id: String) -> String { "\(settings.website)/watch?v=\(id)" }

    static let strangeID = Failure(.misconfigured, "This is not the name of anything on YouTube.")
    static let noChannel = Failure(
        .misconfigured, "This Google account has no channel on YouTube. Make one there, then connect it again.")
}

extension YouTube: CustomStringConvertible, CustomReflectable {
    public var description: String { "YouTube channel \(memory.channel.withLock { $0 } ?? "")" }
    public var customMirror: Mirror { Mirror(self, children: ["channel": description]) }
}

/// What YouTube calls a video, a channel, a list or a comment.
enum YouTubeID {
    static func isValid(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && !text.hasPrefix(".")
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_.".utf8.contains(byte)
            }
    }
}
