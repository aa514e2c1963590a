import Gate
import Glibc
import NetworksTesting
import Testing

@testable import Networks

@Suite("Where links lead")
struct LinkResolverTests {
    private let resolver = LinkResolver(reach: .ownHost("127.0.0.1"), time: .seconds(5))

    /// A server that sends `/n` on to `/n-1`, and `/away` to an address that a test gives.
    private func server(away: String = "") throws -> RawServer {
        try RawServer { connection, _ in
            let request = connection.readRequest()
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
            switch path {
            case "/0": connection.answer("200 OK", [], "<title>Here</title>")
            case "/gone": connection.answer("410 Gone")
            case "/away": connection.answer("301 Moved Permanently", ["Location: \(away)"])
            case "/slow": usleep(2_000_000)
            case "/long":
                connection.write("HTTP/1.1 200 OK\r\n\r\n")
                while connection.write(String(repeating: "x", count: 10_000)) {}
            default:
                let number = Int(path.dropFirst()) ?? 1
                connection.answer("302 Found", ["Location: /\(number - 1)"])
            }
        }
    }

    @Test("a shortened link is followed to its end, up to eight times")
    func follows() async throws {
        let server = try server()
        defer { server.stop() }
        let link = await resolver.resolve(server.address + "/8#part")
        #expect(link.url == server.address + "/8#part")
        #expect(link.resolved == server.address + "/0")
        #expect(link.status == 200)
        #expect(!link.isBlocked)
        let far = await resolver.resolve(server.address + "/9")
        #expect(far.resolved == nil && far.status == nil && !far.isBlocked)
    }

    @Test("what is there is said, even when it is missing or never ends")
    func status() async throws {
        let server = try server()
        defer { server.stop() }
        #expect(await resolver.resolve(server.address + "/gone").status == 410)
        #expect(await resolver.resolve(server.address + "/long").status == 200)
    }

    @Test("a link into the own network is blocked and never opened, straight or by a redirect")
    func ownNetwork() async throws {
        let inside = try RawServer { connection, _ in connection.answer("200 OK") }
        defer { inside.stop() }
        for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:7f00:1]", "0.0.0.0", "127.1"] {
            let link = await LinkResolver().resolve("http://\(host):\(inside.port)/router")
            #expect(link.isBlocked && link.status == nil, "\(host)")
        }
        let target = "http://localhost:\(inside.port)/router"
        let server = try server(away: target)
        defer { server.stop() }
        let link = await resolver.resolve(server.address + "/away")
        #expect(link.isBlocked)
        #expect(link.resolved == target)
        #expect(inside.connections == 0)
    }

    @Test(
        "what is not on the web is blocked",
        arguments: ["javascript:alert(1)", "file:///etc/passwd", "https://bank.example@evil.example/"])
    func notTheWeb(url: String) async {
        #expect(await resolver.resolve(url).isBlocked)
    }

    @Test("a link that does not answer costs its time and no more")
    func slow() async throws {
        let server = try server()
        defer { server.stop() }
        let resolver = LinkResolver(reach: .ownHost("127.0.0.1"), time: .milliseconds(300))
        let start = ContinuousClock.now
        let links = await resolver.resolve([server.address + "/slow", server.address + "/slow", server.address + "/0"])
        #expect(ContinuousClock.now - start < .milliseconds(1_900))
        #expect(links.map(\.url) == [server.address + "/slow", server.address + "/slow", server.address + "/0"])
        #expect(links[0].status == nil && !links[0].isBlocked)
        #expect(server.connections == 2, "the same link is looked at once")
    }
}
