/// Who an account is, in the network's own words.
public struct Identity: Sendable, Equatable {
    public let id: RemoteID
    /// Such as `@larkmere@school.example` or a page's name.
    public let handle: String
    public let name: String
    public let url: String
    /// What the token may do, where the network tells.
    public let scopes: [String]

    public init(id: RemoteID, handle: String, name: String, url: String, scopes: [String] = []) {
        self.id = id
        self.handle = handle
        self.name = name
        self.url = url
        self.scopes = scopes
    }
}

/// Some of a list, and how to ask for the rest.
public struct Page<Element: Sendable>: Sendable {
    public let elements: [Element]
    /// What to hand in for the next part; nil at the end.
    public let next: String?

    public init(_ elements: [Element], next: String? = nil) {
        self.elements = elements
        self.next = next
    }
}

extension Page: Equatable where Element: Equatable {}

/// A post on the account's own page, whether Schoolgate published it or somebody did it there.
public struct TimelinePost: Sendable, Equatable {
    public let id: RemoteID
    public let url: String
    /// Its words without markup.
    public let text: String
    /// Milliseconds since 1970, UTC; nil when the network did not say.
    public let publishedAt: Int64?
    public let media: [TimelineMedia]
    /// The network's own words, byte for byte.
    public let raw: [UInt8]

    public init(
        id: RemoteID, url: String, text: String, publishedAt: Int64?, media: [TimelineMedia] = [], raw: [UInt8]
    ) {
        self.id = id
        self.url = url
        self.text = text
        self.publishedAt = publishedAt
        self.media = media
        self.raw = raw
    }
}

/// A picture or video of a post on the account's own page.
public struct TimelineMedia: Sendable, Equatable {
    public let url: String
    public let isVideo: Bool
    public let alt: String

    public init(url: String, isVideo: Bool, alt: String) {
        self.url = url
        self.isVideo = isVideo
        self.alt = alt
    }
}

/// Somebody on a network.
public struct Author: Sendable, Hashable {
    public let id: RemoteID
    public let handle: String
    public let name: String
    public let url: String

    public init(id: RemoteID, handle: String, name: String, url: String) {
        self.id = id
        self.handle = handle
        self.name = name
        self.url = url
    }
}

/// What somebody wrote under a post, to the account, or about the school.
public struct Comment: Sendable, Equatable {
    public let id: RemoteID
    /// The post it stands under, where there is one.
    public let post: RemoteID?
    /// The comment it answers, where it answers one.
    public let parent: RemoteID?
    public let author: Author
    /// Its words without markup.
    public let text: String
    public let url: String
    /// Milliseconds since 1970, UTC; nil when the network did not say.
    public let writtenAt: Int64?
    public let isHidden: Bool
    /// The network's own words, byte for byte.
    public let raw: [UInt8]

    public init(
        id: RemoteID, post: RemoteID?, parent: RemoteID? = nil, author: Author, text: String, url: String,
        writtenAt: Int64?, isHidden: Bool = false, raw: [UInt8]
    ) {
        self.id = id
        self.post = post
        self.parent = parent
        self.author = author
        self.text = text
        self.url = url
        self.writtenAt = writtenAt
        self.isHidden = isHidden
        self.raw = raw
    }
}

/// What a network's moderators are told.
public struct Report: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable {
        case childSafety = "child safety", harassment, impersonation, privacy, spam, illegal, other
    }
    public let reason: Reason
    public let words: String

    public init(_ reason: Reason, _ words: String) {
        self.reason = reason
        self.words = words
    }
}
