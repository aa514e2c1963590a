import Foundation
import NetworksTesting
import Testing

@testable import Networks

/// Networks that answer with what no network should, for every connector that reads JSON of a large provider.
@Suite("Hostile networks")
struct HostileNetworksTests {
    enum Kind: String, CaseIterable, Sendable {
        case facebook, instagram, linkedIn, youTube, x

        /// A connector that speaks to this address.
        func connector(_ address: String, _ shelf: TestShelf) -> any Connector {
            let keeper = MemoryKeeper(Credential(secret: "token"))
            let client = OAuthClient(id: "1", secret: "2")
            var graph = GraphSettings()
            graph.api = address
            switch self {
            case .facebook:
                var settings = Facebook.Settings()
                settings.graph = graph
                return Facebook(page: "1", keeper: keeper, client: client, settings: settings, mayBeInOwnNetwork: true)
            case .instagram:
                var settings = Instagram.Settings()
                settings.graph = graph
                return Instagram(
                    account: "1", keeper: keeper, client: client, shelf: shelf, settings: settings,
                    mayBeInOwnNetwork: true)
            case .linkedIn:
                var settings = LinkedIn.Settings()
                settings.api = address
                return LinkedIn(
                    organisation: "1", keeper: keeper, oauth: OAuth(LinkedIn.authorisation, client: client),
                    settings: settings, mayBeInOwnNetwork: true)
            case .youTube:
                var settings = YouTube.Settings()
                settings.api = address
                return YouTube(
                    keeper: keeper, oauth: OAuth(YouTube.authorisation, client: client), settings: settings,
                    mayBeInOwnNetwork: true)
            case .x:
                var settings = X.Settings()
                settings.api = address
                return X(
                    keeper: keeper, oauth: OAuth(X.authorisation, client: client), settings: settings,
                    mayBeInOwnNetwork: true)
            }
        }

        var media: PublicationMedia { self == .youTube ? .video() : .greenJPEG(alt: "Green") }
        var post: RemoteID { RemoteID(rawValue: self == .linkedIn ? "urn:li:share:1" : "1") }
    }

    private func none(of kind: Kind, _ handle: @escaping @Sendable (RawConnection) -> Void) async throws {
        let server = try RawServer { client, _ in
            _ = client.readRequestBytes()
            handle(client)
        }
        let shelf = try TestShelf()
        defer {
            server.stop()
            shelf.stop()
        }
        let connector = kind.connector(server.address, shelf)
        let publication = Publication.fresh("Sports day", media: [kind.media])
        #expect(!(await connector.identify().isDone))
        #expect(!(await connector.publish(publication).isDone))
        #expect(!(await connector.find(publication).isDone))
        #expect(!(await connector.isGone(kind.post, media: []).isDone))
        #expect(!(await connector.remove(kind.post, media: []).isDone))
        #expect(!(await connector.timeline(nil).isDone))
        #expect(!(await connector.comments(on: kind.post, nil).isDone))
        #expect(shelf.held == 0)
    }

    @Test("a body without end is not read to its end", arguments: Kind.allCases)
    func endless(kind: Kind) async throws {
        try await none(of: kind) { $0.answer(.endless) { HTTPAnswer("200 OK") } }
    }

    @Test("headers without end are not read to their end", arguments: Kind.allCases)
    func headers(kind: Kind) async throws {
        try await none(of: kind) { client in
            client.write("HTTP/1.1 200 OK\r\n")
            for _ in 0..<200 where !client.write("X-A: \(String(repeating: "a", count: 4_000))\r\n") { return }
        }
    }

    @Test("nobody is followed elsewhere", arguments: Kind.allCases)
    func redirects(kind: Kind) async throws {
        let inside = try RawServer { client, _ in client.answer("200 OK") }
        defer { inside.stop() }
        let address = inside.address
        for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"] {
            try await none(of: kind) { $0.answer(status, ["Location: \(address)/"], "") }
        }
        #expect(inside.connections == 0)
    }

    @Test(
        "what is no answer is none", arguments: Kind.allCases,
        [
            "[" + String(repeating: "[", count: 5_000), "{\"data\":\"x\"}", "{\"id\":\"1\"", "\u{0}", "{\"error\":1}",
            "{\"error\":{\"code\":\"<script>\"}}", "HTTP/1.1", "{\"success\":\"true\",\"data\":null,\"items\":null}",
        ])
    func nonsense(kind: Kind, body: String) async throws {
        try await none(of: kind) { $0.answer("200 OK", ["Content-Type: application/json"], body) }
    }
}
