import Foundation
import Synchronization

/// Meta's Graph interface for one page on Facebook and its account on Instagram, as strict as the documentation.
package final class GraphStandIn: Sendable {
    package static let version = "v25.0"
    package let page = "100064000000001"
    package let instagram = "17841400000000001"
    package let client = (id: "2190000000000001", secret: "app-secret-77c1")
    let state = Mutex(State())
    private let server: StandInServer

    struct Token: Sendable {
        let scopes: Set<String>
        /// Whether it speaks for the page; otherwise it is a person's.
        let isPage: Bool
        var isLong = false
        var isExpired = false
    }

    struct State: Sendable {
        var tokens: [String: Token] = [:]
        var codes: [String: (scopes: [String], redirect: String)] = [:]
        var posts: [Post] = []
        var photos: [String: Photo] = [:]
        var comments: [Comment] = []
        var blocked: Set<String> = []
        var containers: [String: Container] = [:]
        var media: [Media] = []
        var count = 0
        var calls: [String] = []
        /// How many requests are answered before the limit is reached.
        var left = Int.max
        var limitCode = 32
        /// Which tasks the person has on the page.
        var tasks = ["CREATE_CONTENT", "MANAGE", "MODERATE"]
        /// How many publications Instagram takes in a day.
        var quota = 100
        /// How often a container is not ready yet.
        var slowness = 0
    }

    struct Post: Sendable {
        let id: String
        var message: String
        let createdAt: Date
        var photos: [String]
    }

    struct Photo: Sendable {
        let id: String
        let alt: String
        let bytes: [UInt8]
        var isUsed = false
    }

    struct Comment: Sendable {
        let id: String
        let on: String
        var parent: String?
        let author: String
        let name: String?
        let text: String
        let createdAt: Date
        var isHidden = false
    }

    package init(fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        server = try StandInServer(fault: fault)
        server.serve { [weak self] request in self?.answer(request) ?? HTTPAnswer("503 Service Unavailable") }
    }

    package var address: String { server.address }
    package var port: Int { server.port }
    /// Method and path of each request, in order.
    package var calls: [String] { state.withLock { $0.calls } }
    package func stop() { server.stop() }

    /// A page's token with these rights.
    package func authorise(_ scopes: [String]) -> String {
        let token = "EAAG\(UInt64.random(in: 0 ... .max))"
        state.withLock { $0.tokens[token] = Token(scopes: Set(scopes), isPage: true, isLong: true) }
        return token
    }

    /// A person's token, as after an authorisation.
    package func signIn(_ scopes: [String]) -> String {
        let token = "EAAU\(UInt64.random(in: 0 ... .max))"
        state.withLock { $0.tokens[token] = Token(scopes: Set(scopes), isPage: false) }
        return token
    }

    /// The person allows it on Facebook's page; the code that they come back with.
    package func allow(_ scopes: [String], redirect: String) -> String {
        let code = "AQ\(UInt64.random(in: 0 ... .max))"
        state.withLock { $0.codes[code] = (scopes, redirect) }
        return code
    }

    package func expire() {
        state.withLock { for token in $0.tokens.keys { $0.tokens[token]?.isExpired = true } }
    }

    /// After this many requests more the limit is reached, told with this code.
    package func limit(after count: Int, code: Int = 32) {
        state.withLock {
            $0.left = count
            $0.limitCode = code
        }
    }

    package func set(tasks: [String]) { state.withLock { $0.tasks = tasks } }
    package var posts: [String] { state.withLock { $0.posts.map(\.message) } }
    /// Pictures that no post shows.
    package var loose: Int { state.withLock { $0.photos.values.count { !$0.isUsed } } }
    package func alts() -> [String] { state.withLock { $0.photos.values.map(\.alt).sorted() } }
    package func isBlocked(_ person: String) -> Bool { state.withLock { $0.blocked.contains(person) } }

    /// Somebody writes under a post or a comment; its number. Without a name Facebook does not say who.
    @discardableResult
    package func write(_ text: String, under id: String, name: String? = "Val <b>") -> String {
        state.withLock { $0.add(text, under: id, by: "24680135791357", name: name) }
    }

    package func set(quota: Int) { state.withLock { $0.quota = quota } }
    package func set(slowness: Int) { state.withLock { $0.slowness = slowness } }
    package var captions: [String] { state.withLock { $0.media.map(\.caption) } }

    /// Somebody takes a post down in the app.
    package func removeByHand(_ id: String) { state.withLock { $0.media.removeAll { $0.id == id } } }

    /// Somebody posts on the page itself, past Schoolgate.
    package func postByHand(_ text: String) {
        state.withLock { state in
            let id = "\(page)_\(state.next())"
            state.posts.append(Post(id: id, message: text, createdAt: Date(), photos: []))
        }
    }
}

extension GraphStandIn.State {
    mutating func next() -> String {
        count += 1
        return String(122_100_000_000_000_000 + count)
    }

    mutating func add(_ text: String, under id: String, by author: String, name: String?) -> String {
        let parent = comments.first { $0.id == id }
        let on = parent?.on ?? id
        // Facebook puts the post in front; Instagram does not.
        let own = on.contains("_") ? "\(on.split(separator: "_").last.map(String.init) ?? on)_\(next())" : next()
        comments.append(
            GraphStandIn.Comment(
                id: own, on: on, parent: parent.map { $0.parent ?? $0.id }, author: author, name: name, text: text,
                createdAt: Date()))
        return own
    }
}
