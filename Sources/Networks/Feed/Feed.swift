/// A list of posts that anybody can follow with a reader: what we publish of an account, or what we read of others.
public struct Feed: Sendable, Equatable {
    public var title: String
    /// The page that it is the feed of.
    public var homepage: String
    /// Its own address; empty where it is not known.
    public var address: String
    public var about: String
    /// Such as `en-GB`.
    public var language: String
    /// Milliseconds since 1970, UTC; nil when nobody said.
    public var updatedAt: Int64?
    public var entries: [FeedEntry]

    public init(
        title: String, homepage: String, address: String = "", about: String = "", language: String = "en-GB",
        updatedAt: Int64? = nil, entries: [FeedEntry] = []
    ) {
        self.title = title
        self.homepage = homepage
        self.address = address
        self.about = about
        self.language = language
        self.updatedAt = updatedAt
        self.entries = entries
    }
}

/// A post in a feed.
public struct FeedEntry: Sendable, Equatable {
    /// An address or URN that never changes, whatever becomes of the post: readers know by it what they have shown. See
    /// ``tag(_:day:_:)``.
    public var id: String
    public var url: String
    public var title: String
    /// Its words without markup.
    public var text: String
    /// Milliseconds since 1970, UTC; nil when nobody said.
    public var publishedAt: Int64?
    public var updatedAt: Int64?
    public var author: String
    public var media: [FeedMedia]

    public init(
        id: String, url: String, title: String = "", text: String, publishedAt: Int64? = nil, updatedAt: Int64? = nil,
        author: String = "", media: [FeedMedia] = []
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.text = text
        self.publishedAt = publishedAt
        self.updatedAt = updatedAt
        self.author = author
        self.media = media
    }

    /// An id by RFC 4151, such as `tag:larkmere.example,2026-06-18:post/7`: it holds when addresses change.
    public static func tag(_ host: String, day: String, _ what: String) -> String { "tag:\(host),\(day):\(what)" }
}

/// A picture or video of a post in a feed.
public struct FeedMedia: Sendable, Equatable {
    public var url: String
    public var contentType: String
    public var alt: String
    /// Bytes; nil when nobody said.
    public var size: Int64?

    public init(url: String, contentType: String, alt: String, size: Int64? = nil) {
        self.url = url
        self.contentType = contentType
        self.alt = alt
        self.size = size
    }
}
