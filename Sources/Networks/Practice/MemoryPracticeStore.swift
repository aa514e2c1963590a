/// The practice network's posts in memory, for tests.
public actor MemoryPracticeStore: PracticeStore {
    private var posts: [String: PracticePost] = [:]
    private var count = 0

    public init() {}

    public func insert(
        key: String, account: String, text: String, media: [PublicationMedia]
    ) -> PracticePost {
        if let post = posts[key] { return post }
        count += 1
        let address = "https://practice.example/\(count)"
        let pictures = media.enumerated().map { index, item in
            PracticePost.Picture(
                id: RemoteID(rawValue: "\(count)-\(index + 1)"), url: "\(address)/\(index + 1)",
                contentType: item.contentType, alt: item.alt
            )
        }
        let post = PracticePost(
            id: RemoteID(rawValue: String(count)), url: address, account: account, text: text, media: pictures
        )
        posts[key] = post
        return post
    }

    public func find(key: String) -> PracticePost? { posts[key] }

    public func remove(_ id: RemoteID) {
        for (key, post) in posts where post.id == id { posts[key] = nil }
    }

    public func fetch(_ id: RemoteID) -> PracticePost? { posts.values.first { $0.id == id } }
}
