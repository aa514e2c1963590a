/// What is to be published: exactly what was approved, under a key that never changes.
public struct Publication: Sendable, Equatable {
    /// Unique and stable: the post is found again by it. Lower-case letters, digits and hyphens read best in addresses.
    public let key: String
    public let text: String
    /// A heading where the network has one; nil takes it from the first line of the text.
    public let title: String?
    public let media: [PublicationMedia]
    /// The account it goes out under, as people know it, such as `@hilltop`.
    public let account: String
    /// When it was first let out, in milliseconds since 1970, UTC: nothing older can be it.
    public let since: Int64?
    /// The account's posts that are known to belong to other publications.
    public let claimed: Set<RemoteID>

    /// Networks that keep no keys find a post by its words, and need `since` and `claimed` to tell it from others.
    public init(
        key: String, text: String, title: String? = nil, media: [PublicationMedia] = [], account: String,
        since: Int64? = nil, claimed: Set<RemoteID> = []
    ) {
        self.key = key
        self.text = text
        self.title = title
        self.media = media
        self.account = account
        self.since = since
        self.claimed = claimed
    }
}

/// A picture or video that goes with a publication.
public struct PublicationMedia: Sendable, Equatable {
    public let bytes: [UInt8]
    public let filename: String
    public let contentType: String
    public let alt: String
    /// How long a video plays; nil for a picture, or when nobody knows.
    public let seconds: Int?
    /// A still that stands for a video until somebody plays it.
    public let poster: [UInt8]?

    public var isVideo: Bool { contentType.hasPrefix("video/") }

    public init(
        bytes: [UInt8], filename: String, contentType: String, alt: String, seconds: Int? = nil,
        poster: [UInt8]? = nil
    ) {
        self.bytes = bytes
        self.filename = filename
        self.contentType = contentType
        self.alt = alt
        self.seconds = seconds
        self.poster = poster
    }
}

/// A publication that is on the network.
public struct Published: Sendable, Equatable {
    public let id: RemoteID
    /// Where people read it.
    public let url: String
    public let media: [RemoteID]
    /// The network's own answer, byte for byte.
    public let raw: [UInt8]
    public let contentType: String

    public init(id: RemoteID, url: String, media: [RemoteID], raw: [UInt8], contentType: String) {
        self.id = id
        self.url = url
        self.media = media
        self.raw = raw
        self.contentType = contentType
    }
}

/// A post as the network returned it, to be kept.
public struct Archived: Sendable, Equatable {
    public let id: RemoteID
    public let url: String
    /// Its words without markup.
    public let text: String
    /// The network's own answer, byte for byte.
    public let raw: [UInt8]
    public let contentType: String

    public init(id: RemoteID, url: String, text: String, raw: [UInt8], contentType: String) {
        self.id = id
        self.url = url
        self.text = text
        self.raw = raw
        self.contentType = contentType
    }
}
