/// What is said under the posts, and what the school does about it.
extension PracticeNetwork {
    public func identify() async -> Answer<Identity> { await asking { try await store.identity() } }

    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> {
        await asking {
            let posts = try await store.posts(before: page.map(RemoteID.init(rawValue:)))
            let elements = try posts.map { post in
                TimelinePost(
                    id: post.id, url: post.url, text: post.text, publishedAt: post.publishedAt,
                    media: post.media.map {
                        TimelineMedia(url: $0.url, isVideo: $0.contentType.hasPrefix("video/"), alt: $0.alt)
                    }, raw: try Published(post).raw)
            }
            return Page(elements, next: posts.count < Self.pageLength ? nil : posts.last?.id.rawValue)
        }
    }

    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        await asking {
            guard let comments = try await store.comments(on: post) else {
                throw Failure(.refused, "The post is no longer on the practice network.")
            }
            return Page(comments)
        }
    }

    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        guard text.count <= Self.longestReply else {
            return .failed(
                Failure(
                    .tooLarge,
                    "The answer has \(text.count) characters; the practice network takes \(Self.longestReply). Shorten it."
                ))
        }
        return await asking {
            guard let reply = try await store.reply(to: comment.id, text, key: key) else { throw Self.gone }
            return Published(id: reply.id, url: reply.url, media: [], raw: reply.raw, contentType: "application/json")
        }
    }

    public func hide(_ comment: Comment) async -> Answer<Void> { await setHidden(comment, true) }

    public func show(_ comment: Comment) async -> Answer<Void> { await setHidden(comment, false) }

    public func report(_ comment: Comment, _ report: Report) async -> Answer<Void> {
        await asking { if !(try await store.report(comment.id, report)) { throw Self.gone } }
    }

    /// How many posts a store gives at once.
    public static let pageLength = 50
    public static let longestReply = 500

    private static let gone = Failure(.refused, "The comment is no longer on the practice network.")

    private func setHidden(_ comment: Comment, _ isHidden: Bool) async -> Answer<Void> {
        await asking { if !(try await store.setHidden(comment.id, isHidden)) { throw Self.gone } }
    }
}

extension Comment {
    /// A comment on the practice network; its raw form has Mastodon's names.
    public init(
        practice id: RemoteID, on post: RemoteID, answering parent: RemoteID?, by author: Author, _ text: String,
        url: String, at: Int64, isHidden: Bool
    ) {
        self.init(
            id: id, post: post, parent: parent, author: author, text: text, url: url, writtenAt: at,
            isHidden: isHidden,
            raw: PracticeStatus(id: id, url: url, by: author.handle, answering: parent ?? post, text).bytes)
    }
}
