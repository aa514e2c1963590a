/// Where the practice network's posts live: the application keeps them in its database.
public protocol PracticeStore: Sendable {
    /// Keeps a post, or returns the one that is already there under this key.
    func insert(key: String, account: String, text: String, media: [PublicationMedia]) async throws -> PracticePost
    func find(key: String) async throws -> PracticePost?
    /// Removes a post and its pictures; nothing happens when it is already gone.
    func remove(_ id: RemoteID) async throws
    func fetch(_ id: RemoteID) async throws -> PracticePost?
}

/// A post on the practice network.
public struct PracticePost: Sendable, Equatable {
    public let id: RemoteID
    /// The address of its public page.
    public let url: String
    public let account: String
    public let text: String
    public let media: [Picture]

    public init(id: RemoteID, url: String, account: String, text: String, media: [Picture]) {
        self.id = id
        self.url = url
        self.account = account
        self.text = text
        self.media = media
    }

    /// A picture of a post, without its bytes.
    public struct Picture: Sendable, Equatable {
        public let id: RemoteID
        public let url: String
        public let contentType: String
        public let alt: String

        public init(id: RemoteID, url: String, contentType: String, alt: String) {
            self.id = id
            self.url = url
            self.contentType = contentType
            self.alt = alt
        }
    }
}
