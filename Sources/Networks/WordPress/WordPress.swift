internal import Synchronization

/// A WordPress website, over its REST interface with an application password.
///
/// A post is found again by its slug, which is made from the publication's key. WordPress never refuses a
/// slug that is taken but appends a number, so the slug that comes back says whether a post is the only one.
public struct WordPress: Connector {
    let site: String
    let user: String
    let password: String
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing
    let interface = Interface()

    /// A website given with its folder if it stands in one; it may be in the school's own network only when the
    /// operator said so.
    public init(
        site: String, user: String, password: String, mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) {
        self.site = site
        self.user = user
        self.password = password
        self.mayBeInOwnNetwork = mayBeInOwnNetwork
        self.outgoing = outgoing
    }

    public var capabilities: Capabilities { Self.capabilities }

    /// The same for every website; how much its own server takes is known only when it is asked.
    public static let capabilities = Capabilities(
        [
            .publish: .yes, .media: .yes, .altText: .yes, .edit: .yes, .delete: .yes, .readComments: .yes,
            .reply: .yes, .hide: .yes, .remove: .yes, .ownTimeline: .yes,
            .block: .byHand(
                "Open Settings, then Discussion, in WordPress and add the person’s name or mail address to the disallowed comment keys."
            ),
        ], mostMedia: 20, largestMedia: 32 * 1_048_576, largestVideo: 64 * 1_048_576
    )

    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        switch await find(publication) {
        case .done(let found?): return .done(found)
        case .done(nil): break
        case let other: return other.asking()
        }
        let answer = await publishNew(publication)
        // Pictures without their post must not stay where anybody can open them.
        if case .failed = answer { _ = await clear(publication) }
        return answer
    }

    public func find(_ publication: Publication) async -> Answer<Published?> {
        let marker = Marker(publication.key)
        // WordPress renames what is put in its bin; there it still is, until it is deleted for good.
        let query = "slug=\(marker.post),\(marker.post)__trashed&status=any,trash&orderby=id&order=asc"
        return await get("posts", query: query).flatMap { reply in
            guard let posts = Post.list(reply.body) else { return WordPress.unreadable(reply).asking() }
            guard let post = posts.first else { return .done(nil) }
            let whole = posts.count == 1 ? Post.raw(reply.body) ?? reply.body : reply.body
            return await pictures(of: publication).map { pictures in
                Published(
                    id: post.remoteID, url: post.link, media: pictures.sorted { $0.key < $1.key }.map(\.value.remoteID),
                    raw: whole,
                    contentType: reply.contentType
                )
            }
        }
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        // A picture comes down even when its post cannot be reached.
        var answer = await delete("posts", post)
        for picture in media {
            let removed = await delete("media", picture)
            if case .done = answer { answer = removed }
        }
        return answer
    }

    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        var answer = await isGone("posts", post)
        for picture in media {
            guard case .done(true) = answer else { return answer }
            answer = await isGone("media", picture)
        }
        return answer
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        guard let path = WordPress.path("posts", post) else { return .failed(.strangeID) }
        return await get(path, query: "context=view").flatMap { reply in
            guard let found = Post.one(reply.body) else { return WordPress.unreadable(reply).asking() }
            return .done(
                Archived(
                    id: post, url: found.link, text: found.text, raw: reply.body, contentType: reply.contentType
                )
            )
        }
    }

    public func clear(_ publication: Publication) async -> Answer<Void> {
        await pictures(of: publication).flatMap { pictures in
            var answer = Answer<Void>.done(())
            for picture in pictures.values {
                let removed = await delete("media", picture.remoteID)
                if case .done = answer { answer = removed }
            }
            return answer
        }
    }
}

extension WordPress: CustomStringConvertible, CustomReflectable {
    public var description: String { "WordPress at \(site) as \(user)" }
    public var customMirror: Mirror { Mirror(self, children: ["account": description]) }
}

/// What a publication and its pictures are called on the website.
struct Marker {
    let post: String

    init(_ key: String) {
        let isPlain = key.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        // A slug loses hyphens at its ends and repeated ones, so such a key is written in hexadecimal too.
        let isKept = isPlain && !key.isEmpty && !key.hasPrefix("-") && !key.hasSuffix("-") && !key.contains("--")
        post = isKept ? "post-\(key)" : "posts-" + key.utf8.map { Marker.hexadecimal($0) }.joined()
    }

    func picture(_ index: Int) -> String { "\(post)-picture-\(index + 1)" }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
