/// Where the practice network's posts live: the application keeps them in its database.
public protocol PracticeStore: Sendable {
    /// Keeps a post, or returns the one that is already there under this key.
    func insert(key: String, account: String, text: String, media: [PublicationMedia]) async throws -> PracticePost
    func find(key: String) async throws -> PracticePost?
    /// Removes a post and its pictures; nothing happens when it is already gone.
    func remove(_ id: RemoteID) async throws
    func fetch(_ id: RemoteID) async throws -> PracticePost?

    /// How the network is today; a trainer can switch it off or make it slow.
    func weather() async throws -> PracticeWeather
    /// Who the account is there.
    func identity() async throws -> Identity
    /// The newest posts that are up, newest first; only those older than `id`, where one is given.
    func posts(before id: RemoteID?) async throws -> [PracticePost]
    /// What stands under a post that is up, oldest first; nil when there is no such post.
    func comments(on post: RemoteID) async throws -> [Comment]?
    /// Keeps the account's answer, or returns the one that is already there under this key; nil when there is no such comment.
    func reply(to comment: RemoteID, _ text: String, key: String) async throws -> Comment?
    /// Hides a comment or shows it again; false when there is no such comment.
    func setHidden(_ comment: RemoteID, _ isHidden: Bool) async throws -> Bool
    /// Keeps what the network's moderators are told; false when there is no such comment.
    func report(_ comment: RemoteID, _ report: Report) async throws -> Bool
}

/// How the practice network is: as it should be, slow, or away.
public enum PracticeWeather: Sendable, Equatable {
    case fine
    /// Each answer takes this long.
    case slow(Duration)
    case down
}

/// A post on the practice network.
public struct PracticePost: Sendable, Equatable {
    public let id: RemoteID
    /// The address of its public page.
    public let url: String
    public let account: String
    public let text: String
    public let media: [Picture]
    /// Milliseconds since 1970, UTC.
    public let publishedAt: Int64?

    public init(
        id: RemoteID, url: String, account: String, text: String, media: [Picture], publishedAt: Int64? = nil
    ) {
        self.id = id
        self.url = url
        self.account = account
        self.text = text
        self.media = media
        self.publishedAt = publishedAt
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
