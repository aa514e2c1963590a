internal import FoundationEssentials

/// The practice network's posts in memory, for tests.
public actor MemoryPracticeStore: PracticeStore {
    private var posts: [String: PracticePost] = [:]
    private var written: [Comment] = []
    private var replies: [String: RemoteID] = [:]
    private var count = 0
    private var condition = PracticeWeather.fine
    /// What the moderators were told.
    public private(set) var reports: [Report] = []

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
            id: RemoteID(rawValue: String(count)), url: address, account: account, text: text, media: pictures,
            publishedAt: Self.now
        )
        posts[key] = post
        return post
    }

    public func find(key: String) -> PracticePost? { posts[key] }

    public func remove(_ id: RemoteID) {
        for (key, post) in posts where post.id == id { posts[key] = nil }
    }

    public func fetch(_ id: RemoteID) -> PracticePost? { posts.values.first { $0.id == id } }

    public func weather() -> PracticeWeather { condition }

    public func become(_ weather: PracticeWeather) { condition = weather }

    public func identity() -> Identity {
        Identity(
            id: RemoteID(rawValue: "practice"), handle: "@practice", name: "Practice",
            url: "https://practice.example")
    }

    public func posts(before id: RemoteID?) -> [PracticePost] {
        let limit = id.map { Int($0.rawValue) ?? 0 } ?? .max
        let older = posts.values.filter { number(of: $0.id) < limit }
        return Array(older.sorted { number(of: $0.id) > number(of: $1.id) }.prefix(PracticeNetwork.pageLength))
    }

    public func comments(on post: RemoteID) -> [Comment]? {
        fetch(post) == nil ? nil : written.filter { $0.post == post }
    }

    public func reply(to comment: RemoteID, _ text: String, key: String) -> Comment? {
        if let known = replies[key] { return written.first { $0.id == known } }
        guard let post = written.first(where: { $0.id == comment })?.post else { return nil }
        let author = Author(id: RemoteID(rawValue: "practice"), handle: "@practice", name: "Practice", url: "")
        let reply = write(text, on: post, answering: comment, by: author)
        replies[key] = reply.id
        return reply
    }

    public func setHidden(_ comment: RemoteID, _ isHidden: Bool) -> Bool {
        guard let index = written.firstIndex(where: { $0.id == comment }), let post = written[index].post else {
            return false
        }
        let old = written[index]
        written[index] = Comment(
            practice: old.id, on: post, answering: old.parent, by: old.author, old.text, url: old.url,
            at: old.writtenAt ?? 0, isHidden: isHidden)
        return true
    }

    public func report(_ comment: RemoteID, _ report: Report) -> Bool {
        guard written.contains(where: { $0.id == comment }) else { return false }
        reports.append(report)
        return true
    }

    /// Somebody writes under a post.
    public func comment(_ text: String, on post: RemoteID) {
        _ = write(
            text, on: post, answering: nil,
            by: Author(id: RemoteID(rawValue: "parent"), handle: "@parent", name: "A parent", url: ""))
    }

    private func write(_ text: String, on post: RemoteID, answering parent: RemoteID?, by author: Author) -> Comment {
        count += 1
        let comment = Comment(
            practice: RemoteID(rawValue: String(count)), on: post, answering: parent, by: author, text,
            url: "https://practice.example/\(count)", at: Self.now, isHidden: false)
        written.append(comment)
        return comment
    }

    private func number(of id: RemoteID) -> Int { Int(id.rawValue) ?? 0 }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
}
