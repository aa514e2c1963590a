/// What a server that speaks Mastodon's interface says of itself: its software and how much it takes.
public struct MastodonServer: Sendable, Equatable {
    /// Software that differs from Mastodon in what it can do; anything else is taken at Mastodon's word.
    public enum Software: String, Sendable {
        case mastodon, goToSocial = "gotosocial", pleroma, akkoma, pixelfed, snac, other
    }

    public var software = Software.other
    /// In its own words, such as `4.3.1` or `4.0.0 (not true; really snac/2.75)`.
    public var version = ""
    public var longestText = 500
    /// What every address in a text counts as.
    public var addressLength = 23
    public var mostMedia = 4
    public var longestDescription = 1_500
    /// Bytes.
    public var largestPicture = 16 * 1_048_576
    public var largestVideo = 99 * 1_048_576
    /// Empty when the server does not say.
    public var contentTypes: Set<String> = []

    /// Mastodon's own defaults.
    public init() {}

    /// From `/api/v2/instance` or `/api/v1/instance`; nil when it is neither. Limits that it does not name, or that
    /// cannot be meant, stay at Mastodon's defaults.
    init?(_ json: JSON) {
        guard json.object != nil, let version = json["version"].string else { return nil }
        self.version = String(version.prefix(100))
        software = MastodonServer.software(version, json)
        let statuses = json["configuration"]["statuses"], media = json["configuration"]["media_attachments"]
        func set(_ path: WritableKeyPath<MastodonServer, Int>, _ value: JSON, atMost: Int64) {
            if let number = value.int, (1...atMost).contains(number) { self[keyPath: path] = Int(number) }
        }
        // Older Pleroma knows only these two.
        set(\.longestText, json["max_toot_chars"], atMost: 1_000_000)
        set(\.longestDescription, json["description_limit"], atMost: 100_000)
        set(\.longestText, statuses["max_characters"], atMost: 1_000_000)
        set(\.addressLength, statuses["characters_reserved_per_url"], atMost: 1_000)
        set(\.mostMedia, statuses["max_media_attachments"], atMost: 100)
        set(\.longestDescription, media["description_limit"], atMost: 100_000)
        set(\.largestPicture, media["image_size_limit"], atMost: 1 << 40)
        set(\.largestVideo, media["video_size_limit"], atMost: 1 << 40)
        contentTypes = Set((media["supported_mime_types"].array ?? []).compactMap(\.string).prefix(200))
    }

    private static func software(_ version: String, _ json: JSON) -> Software {
        let words = (version + " " + (json["source_url"].string ?? "")).lowercased()
        for name in [Software.snac, .pixelfed, .akkoma, .pleroma, .goToSocial] where words.contains(name.rawValue) {
            return name
        }
        return words.first?.isNumber == true ? .mastodon : .other
    }

    /// How this server counts the characters of a text.
    public var counting: TextCount { TextCount(.graphemes, link: addressLength, dropsPlaces: true) }

    /// What it can do with an account's posts and comments.
    var capabilities: Capabilities {
        var supported: [Capability: Support] = [
            .publish: .yes, .media: .yes, .altText: .yes, .edit: .yes, .delete: .yes, .readComments: .yes,
            .reply: .yes, .block: .yes, .report: .yes, .search: .yes, .ownTimeline: .yes,
        ]
        if software == .snac {
            // Its interface has neither; a newer one that has is asked all the same.
            supported[.delete] = .byHand(Self.deletionByHand)
            supported[.report] = .no
        }
        return Capabilities(
            supported, longestText: longestText, mostMedia: mostMedia, largestMedia: max(largestPicture, largestVideo))
    }

    static let deletionByHand =
        "This server deletes nothing for Schoolgate. Sign in to the server, open the post and delete it there, with its pictures."
}
