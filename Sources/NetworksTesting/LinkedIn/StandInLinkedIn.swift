import Foundation
import Synchronization

/// LinkedIn's versioned interface for one organisation's page, as strict as its documentation.
package final class StandInLinkedIn: Sendable {
    package static let version = "202605"
    package let organisation = "5583111"
    package let client = (id: "77schoolgate", secret: "WPL_AP1.client-secret")
    let state = Mutex(State())
    private let server: StandInServer

    struct State: Sendable {
        var access: [String: Set<String>] = [:]
        var expired: Set<String> = []
        var refresh: [String: Set<String>] = [:]
        var posts: [Post] = []
        var images: [String: Image] = [:]
        var comments: [Comment] = []
        var count = 0
        /// How many requests are answered before the limit is reached.
        var left = Int.max
        /// Where pictures are to be sent instead, as a hostile answer may say.
        var uploadAddress: String?
    }

    struct Post: Sendable {
        let id: String
        /// In `little` text, as it was taken.
        var commentary: String
        let createdAt: Int
        let images: [(id: String, alt: String)]
    }

    struct Image: Sendable {
        var bytes: [UInt8]?
        var checks = 0
    }

    struct Comment: Sendable {
        let id: String
        let post: String
        let parent: String?
        let actor: String
        let text: String
        let createdAt: Int
    }

    package init(fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        server = try StandInServer(fault: fault)
        server.serve { [weak self] request in self?.answer(request) ?? HTTPAnswer("503 Service Unavailable") }
    }

    package var address: String { server.address }
    package var port: Int { server.port }
    package var calls: [String] { server.requests }
    package func stop() { server.stop() }

    /// A token with these rights and its refresh token, as after an authorisation.
    package func authorise(_ scopes: Set<String>) -> (access: String, refresh: String) {
        state.withLock { $0.authorise(scopes) }
    }

    package func expireAccess() { state.withLock { $0.expired.formUnion($0.access.keys) } }
    package func limit(after count: Int) { state.withLock { $0.left = count } }
    package func upload(to address: String) { state.withLock { $0.uploadAddress = address } }
    package var commentaries: [String] { state.withLock { $0.posts.map(\.commentary) } }
    package var alts: [String] { state.withLock { $0.posts.flatMap { $0.images.map(\.alt) } } }

    /// Somebody writes under a post, or answers a comment; its name.
    @discardableResult
    package func write(_ text: String, under id: String) -> String {
        state.withLock { $0.comment(text, under: id, by: "urn:li:person:Xy12") }
    }

    /// Somebody posts on LinkedIn itself, past Schoolgate.
    package func postByHand(_ text: String) {
        state.withLock { state in
            let id = "urn:li:share:\(state.next())"
            state.posts.append(Post(id: id, commentary: text, createdAt: Self.now(), images: []))
        }
    }

    static func now() -> Int { Int(Date().timeIntervalSince1970 * 1_000) }
}

extension StandInLinkedIn.State {
    mutating func next() -> Int {
        count += 1
        return 7_345_000_000_000_000_000 + count
    }

    mutating func authorise(_ scopes: Set<String>) -> (access: String, refresh: String) {
        let access = "AQX\(UInt64.random(in: 0 ... .max))"
        let token = "AQR\(UInt64.random(in: 0 ... .max))"
        self.access[access] = scopes
        refresh[token] = scopes
        return (access, token)
    }

    mutating func comment(_ text: String, under id: String, by actor: String) -> String {
        let parent = comments.first { $0.id == id }
        let post = parent?.post ?? id
        let number = post.split(separator: ":").last.map(String.init) ?? ""
        let own = "urn:li:comment:(urn:li:activity:\(number),\(next()))"
        comments.append(
            StandInLinkedIn.Comment(
                id: own, post: post, parent: parent.map { $0.parent ?? $0.id }, actor: actor, text: text,
                createdAt: StandInLinkedIn.now()))
        return own
    }
}
