import Foundation
import Synchronization

/// Stands in for a Mastodon server where no real one can be run: it follows Mastodon's documentation and refuses what
/// Mastodon refuses, and a test can make it fail.
package final class MastodonStandIn: Sendable {
    /// What differs from server to server, and what is wrong with this one.
    package struct Ways: Sendable {
        package var scopes = [
            "profile", "read:statuses", "read:notifications", "read:search", "write:statuses", "write:media",
            "write:reports", "write:blocks",
        ]
        /// The status with which a bad token is refused; some other than 401 say nothing else.
        package var badToken = HTTPAnswer.json(["error": "The access token is invalid"], status: "401 Unauthorized")
        package var longestText = 500
        package var hasSecondInstance = true
        package var mindsKeys = true
        package var deletes = true
        /// Whether an edited post gets another id.
        package var renames = false
        package var hasSource = true
        package var saysDate = true
        /// How far `created_at` is from the truth.
        package var skewSeconds = 0
        package var media = Media.ready
        /// Whether a post loses its pictures.
        package var losesMedia = false
        /// Whether each post appears twice.
        package var postsTwice = false

        package enum Media: Sendable { case ready, slow(polls: Int), neverReady, rejected }
        package init() {}
    }

    struct Status: Sendable {
        var id: String
        var text: String
        let account: Account
        let createdAt: Date
        var media: [String]
        let parent: String?
        var isDeleted = false
    }

    struct Attachment: Sendable {
        let id: String
        var description: String
        let contentType: String
        var status: String?
        var polls: Int
    }

    package struct Account: Sendable, Equatable {
        package let id: String
        package let name: String
    }

    struct State: Sendable {
        var statuses: [Status] = []
        var media: [String: Attachment] = [:]
        var keys: [String: String] = [:]
        var blocked: Set<String> = []
        var reports: [[String: String]] = []
        var isRevoked = false
        var count = 100
    }

    package static let token = "stand-in-token"
    package static let client = (id: "stand-in-client", secret: "stand-in-secret")
    package let me = Account(id: "7", name: "larkmere")
    package let parent = Account(id: "8", name: "a.parent")
    package let ways: Ways
    let state = Mutex(State())
    private let server: StandInServer

    package var address: String { server.address }
    /// `POST /api/v1/statuses` and so on, in order.
    package var requests: [String] { server.requests }
    /// Of reports, what they said.
    package var reports: [[String: String]] { state.withLock { $0.reports } }
    package var blocked: Set<String> { state.withLock { $0.blocked } }
    /// How many posts of the account are there.
    package var count: Int { state.withLock { $0.statuses.count { $0.account == me && !$0.isDeleted } } }
    /// Files that no post has.
    package var leftovers: Int { state.withLock { $0.media.values.count { $0.status == nil } } }

    /// The fault goes by a request's method and path, such as `POST /api/v1/statuses`.
    package init(_ ways: Ways = Ways(), fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        self.ways = ways
        server = try StandInServer(fault: fault)
        server.serve { [weak self] request in self?.answer(request) ?? HTTPAnswer("503 Service Unavailable") }
    }

    package func stop() { server.stop() }

    /// Somebody writes under a post.
    package func comment(on post: String, _ text: String) -> String {
        state.withLock { state in
            state.count += 1
            let id = String(state.count)
            state.statuses.append(
                Status(id: id, text: text, account: parent, createdAt: Date(), media: [], parent: post))
            return id
        }
    }

    /// Somebody posts with the account's own hands.
    package func postNatively(_ text: String, secondsAgo: Int = 0) -> String {
        state.withLock { state in
            state.count += 1
            let id = String(state.count), date = Date() - Double(secondsAgo)
            state.statuses.append(Status(id: id, text: text, account: me, createdAt: date, media: [], parent: nil))
            return id
        }
    }
}
