import Foundation
import Synchronization

/// X's interface, version 2, for one account, as strict as its documentation.
package final class StandInX: Sendable {
    package let user = "2244994945"
    package let name = "hilltop"
    package let client = (id: "schoolgate-client", secret: "client-secret-5f3a")
    let state = Mutex(State())
    private let listener: Mutex<RawServer?> = Mutex(nil)

    struct State {
        var access: [String: Set<String>] = [:]
        var expired: Set<String> = []
        var refresh: [String: Set<String>] = [:]
        var posts: [Post] = []
        var media: [String: Media] = [:]
        var count = 0
        var calls: [String] = []
        /// How many requests are answered before the limit is reached.
        var left = Int.max
    }

    struct Post: Sendable {
        let id: String
        let author: String
        let text: String
        let createdAt: Date
        var repliesTo: String?
        var conversation: String
        var media: [String] = []
        var isHidden = false
    }

    struct Media: Sendable {
        let type: String
        let category: String
        let total: Int
        var parts: [Int: [UInt8]] = [:]
        var isReady = false
        var checks = 0
        var alt = ""
    }

    package init() throws {
        let server = try RawServer { [weak self] client, _ in
            let bytes = client.readRequestBytes()
            guard let self, let request = HTTPRequest(bytes) else { return }
            self.answer(request).send(client)
        }
        listener.withLock { $0 = server }
    }

    package var port: Int { listener.withLock { $0?.port ?? 0 } }
    package var address: String { "http://127.0.0.1:\(port)" }
    /// Method and path of each request, in order.
    package var calls: [String] { state.withLock { $0.calls } }

    package func stop() { listener.withLock { $0?.stop() } }

    /// A token with these rights and its refresh token, as after an authorisation.
    package func authorise(_ scopes: Set<String>) -> (access: String, refresh: String) {
        state.withLock { $0.authorise(scopes) }
    }

    package func expireAccess() { state.withLock { $0.expired.formUnion($0.access.keys) } }

    package func endAuthorisations() {
        state.withLock {
            $0.access = [:]
            $0.refresh = [:]
        }
    }

    /// After this many requests more, the limit of the window is reached.
    package func limit(after count: Int) { state.withLock { $0.left = count } }

    package var posts: [String] { state.withLock { $0.posts.map(\.text) } }
    package func isHidden(_ id: String) -> Bool { state.withLock { $0.posts.first { $0.id == id }?.isHidden ?? false } }
    package func alts() -> [String] { state.withLock { $0.media.values.map(\.alt).sorted() } }

    /// Somebody else posts, perhaps in answer to a post; its number.
    package func write(_ text: String, under post: String? = nil, by author: String = "90071992") -> String {
        state.withLock { $0.add(text, author, under: post) }
    }
}

extension StandInX.State {
    mutating func authorise(_ scopes: Set<String>) -> (access: String, refresh: String) {
        let access = "access-\(UInt64.random(in: 0 ... .max))"
        let token = "refresh-\(UInt64.random(in: 0 ... .max))"
        self.access[access] = scopes
        refresh[token] = scopes
        return (access, token)
    }

    mutating func add(_ text: String, _ author: String, under post: String?, media: [String] = []) -> String {
        count += 1
        let id = String(1_935_000_000_000_000_000 + count)
        let parent = posts.first { $0.id == post }
        posts.append(
            StandInX.Post(
                id: id, author: author, text: text, createdAt: Date(), repliesTo: post,
                conversation: parent?.conversation ?? id, media: media))
        return id
    }
}
