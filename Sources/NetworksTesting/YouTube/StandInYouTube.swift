import Foundation
import Synchronization

/// YouTube's data interface, version 3, for one channel, as strict as its documentation.
package final class StandInYouTube: Sendable {
    package let channel = "UCh1lltopPr1mary000000aa"
    package let uploads = "UUh1lltopPr1mary000000aa"
    package let client = (id: "schoolgate.apps.googleusercontent.com", secret: "GOCSPX-client-secret")
    let state = Mutex(State())
    private let server: StandInServer

    struct State: Sendable {
        var access: [String: Set<String>] = [:]
        var expired: Set<String> = []
        var refresh: [String: Set<String>] = [:]
        var sessions: [String: Session] = [:]
        var videos: [Video] = []
        var comments: [Comment] = []
        var count = 0
        /// What is left of the day.
        var units = 10_000
        var searches = 100
        var uploadsLeft = 100
        /// Whether Google looked at the program; what others upload nobody can see.
        var isAudited = true
        var hasChannel = true
        /// What becomes of a video.
        var uploadStatus = "uploaded"
        /// Where a session is said to be instead.
        var sessionAddress: String?
        /// How much of each part arrives.
        var mostOfPart = Int.max
    }

    struct Session: Sendable {
        let total: Int
        let title: String
        let description: String
        let category: String
        let isMadeForKids: Bool
        var bytes: [UInt8] = []
        var video: String?
    }

    struct Video: Sendable {
        let id: String
        var title: String
        var description: String
        var category: String
        var tags: [String] = []
        let privacy: String
        let uploadStatus: String
        let createdAt: Date
        let size: Int
    }

    struct Comment: Sendable {
        let id: String
        let video: String
        let parent: String?
        let author: String
        let name: String
        let text: String
        let createdAt: Date
        var status = "published"
    }

    package init(fault: @escaping @Sendable (String) -> HTTPFault? = { _ in nil }) throws {
        server = try StandInServer(fault: fault)
        server.serve { [weak self] request in self?.answer(request) ?? HTTPAnswer("503 Service Unavailable") }
    }

    package var address: String { server.address }
    package var port: Int { server.port }
    package var calls: [String] { server.requests }
    package func stop() { server.stop() }

    package func authorise(_ scopes: Set<String>) -> (access: String, refresh: String) {
        state.withLock { state in
            let refresh = "1//\(UInt64.random(in: 0 ... .max))"
            state.refresh[refresh] = scopes
            return (state.token(scopes), refresh)
        }
    }

    package func expireAccess() { state.withLock { $0.expired.formUnion($0.access.keys) } }
    package func set(units: Int) { state.withLock { $0.units = units } }
    package func set(uploads: Int) { state.withLock { $0.uploadsLeft = uploads } }
    package func set(isAudited: Bool) { state.withLock { $0.isAudited = isAudited } }
    package func set(hasChannel: Bool) { state.withLock { $0.hasChannel = hasChannel } }
    package func set(uploadStatus: String) { state.withLock { $0.uploadStatus = uploadStatus } }
    package func set(session: String) { state.withLock { $0.sessionAddress = session } }
    package func set(mostOfPart: Int) { state.withLock { $0.mostOfPart = mostOfPart } }
    package func forgetSessions() { state.withLock { $0.sessions = [:] } }
    package var unitsLeft: Int { state.withLock { $0.units } }
    package var titles: [String] { state.withLock { $0.videos.map(\.title) } }
    package var sizes: [Int] { state.withLock { $0.videos.map(\.size) } }
    package var tags: [[String]] { state.withLock { $0.videos.map(\.tags) } }

    /// Somebody tags a video in YouTube Studio.
    package func tag(_ tags: [String]) { state.withLock { $0.videos[0].tags = tags } }

    /// Somebody writes under a video, or answers a comment; its id.
    @discardableResult
    package func write(_ text: String, under id: String) -> String {
        state.withLock { $0.comment(text, under: id, by: "UCsomebodyelse000000aaaa", name: "@valley") }
    }
}

extension StandInYouTube.State {
    mutating func token(_ scopes: Set<String>) -> String {
        let token = "ya29.\(UInt64.random(in: 0 ... .max))"
        access[token] = scopes
        return token
    }

    mutating func next() -> Int {
        count += 1
        return count
    }

    mutating func comment(_ text: String, under id: String, by author: String, name: String) -> String {
        let parent = comments.first { $0.id == id }
        let top = parent.map { $0.parent ?? $0.id }
        let own = top.map { "\($0).9AbC\(next())" } ?? "UgxKREWxIgDrw8w2e_\(next())"
        comments.append(
            StandInYouTube.Comment(
                id: own, video: parent?.video ?? id, parent: top, author: author, name: name, text: text,
                createdAt: Date()))
        return own
    }
}
