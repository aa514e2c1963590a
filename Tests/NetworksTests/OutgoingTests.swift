import Glibc
import NetworksTesting
import Testing

@testable import Networks

@Suite("Requests that leave the program")
struct OutgoingTests {
    private let outgoing = Outgoing()
    private let here = Outgoing.Reach.ownHost("127.0.0.1")

    private func problem(_ result: Result<Outgoing.Reply, Outgoing.Problem>) -> Outgoing.Problem? {
        guard case .failure(let problem) = result else { return nil }
        return problem
    }

    @Test("a request arrives whole and its reply comes back whole")
    func whole() async throws {
        let server = try RawServer { connection, server in
            server.keep(connection.readRequest())
            connection.answer("201 Created", ["X-Mark:  two words \t"], "{}")
        }
        defer { server.stop() }
        let reply = try await outgoing.send(
            Outgoing.Request(
                "POST", server.address + "/a?b=c", headers: [Outgoing.Header("X-Empty", "")],
                body: Array("hello".utf8), reach: here
            )
        ).get()
        #expect(reply.status == 201)
        #expect(reply.body == Array("{}".utf8))
        #expect(reply.header("x-mark") == "two words")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /a?b=c HTTP/1.1\r\n"))
        #expect(request.hasSuffix("\r\n\r\nhello"))
        #expect(request.contains("X-Empty:\r\n"))
        #expect(!request.contains("Expect"))
    }

    @Test("every method is sent under its own name", arguments: ["GET", "DELETE", "PUT", "PATCH", "POST"])
    func methods(method: String) async throws {
        let server = try RawServer { connection, server in
            server.keep(connection.readRequest())
            connection.answer("200 OK")
        }
        defer { server.stop() }
        _ = try await outgoing.send(Outgoing.Request(method, server.address + "/", reach: here)).get()
        #expect(server.requests.first?.hasPrefix("\(method) / HTTP/1.1\r\n") == true)
    }

    @Test("a machine of the own network is not reached unless its host is named")
    func loopbackIsRefused() async throws {
        let server = try RawServer { connection, _ in connection.answer("200 OK") }
        defer { server.stop() }
        for address in [
            server.address, "http://localhost:\(server.port)", "http://[::1]:\(server.port)",
            "http://127.1:\(server.port)", "http://2130706433:\(server.port)", "http://0x7f000001:\(server.port)",
            "http://[::ffff:127.0.0.1]:\(server.port)", "http://0.0.0.0:\(server.port)",
        ] {
            let problem = problem(await outgoing.send(Outgoing.Request("GET", address)))
            #expect(problem?.kind == .addressRefused, "\(address)")
            #expect(problem?.wasSent == false)
        }
        let other = await outgoing.send(Outgoing.Request("GET", server.address, reach: .ownHost("localhost")))
        #expect(problem(other)?.kind == .addressRefused)
        #expect(server.connections == 0)
    }

    @Test("a metadata service is never reached, named or not")
    func metadata() async {
        for host in ["169.254.169.254", "[fe80::1]", "[fd00:ec2::254]"] {
            let result = await outgoing.send(
                Outgoing.Request("GET", "http://\(host)/latest/meta-data/", reach: .ownHost(host))
            )
            #expect(problem(result)?.kind == .addressRefused, "\(host)")
        }
    }

    @Test("a proxy of the environment is not used")
    func proxies() async throws {
        let proxy = try RawServer { connection, _ in connection.answer("200 OK", [], "proxied") }
        let server = try RawServer { connection, _ in connection.answer("200 OK", [], "direct") }
        defer {
            proxy.stop()
            server.stop()
        }
        setenv("http_proxy", proxy.address, 1)
        defer { unsetenv("http_proxy") }
        let reply = try await outgoing.send(Outgoing.Request("GET", server.address, reach: here)).get()
        #expect(reply.body == Array("direct".utf8))
        #expect(proxy.connections == 0)
    }

    @Test(
        "only web addresses without a password are sent to",
        arguments: [
            "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "https://name:word@example.org/", "",
            "https://", "javascript:alert(1)", "https://example.org/\r\nX: y", "https://exa mple.org/",
        ])
    func schemes(address: String) async {
        let problem = problem(await outgoing.send(Outgoing.Request("GET", address)))
        #expect(problem?.kind == .malformed)
        #expect(problem?.wasSent == false)
    }

    @Test("a header that would start another is not sent")
    func headerInjection() async throws {
        let server = try RawServer { connection, _ in connection.answer("200 OK") }
        defer { server.stop() }
        for header in [Outgoing.Header("X", "a\r\nY: b"), Outgoing.Header("X: Y", "b"), Outgoing.Header("", "b")] {
            let result = await outgoing.send(
                Outgoing.Request("GET", server.address, headers: [header], reach: here)
            )
            #expect(problem(result)?.kind == .malformed)
        }
        #expect(server.connections == 0)
    }

    @Test("nothing was sent when nobody listens or the host is unknown")
    func nothingSent() async throws {
        let (listener, port) = try RawServer.listen()
        close(listener)
        let nobody = problem(await outgoing.send(Outgoing.Request("POST", "http://127.0.0.1:\(port)", reach: here)))
        #expect(nobody?.kind == .notReached)
        #expect(nobody?.wasSent == false)
        let unknown = problem(await outgoing.send(Outgoing.Request("POST", "http://no-such-host.invalid/")))
        #expect(unknown?.wasSent == false)
        #expect(unknown?.kind == .hostUnknown)
    }

    @Test("a connection cut after the request leaves the outcome unknown, and nothing is sent twice")
    func cut() async throws {
        let server = try RawServer { connection, _ in _ = connection.readRequest() }
        defer { server.stop() }
        let body = [UInt8](repeating: 0x61, count: 100_000)
        let result = await outgoing.send(Outgoing.Request("POST", server.address, body: body, reach: here))
        #expect(problem(result)?.kind == .cut)
        #expect(problem(result)?.wasSent == true)
        #expect(server.connections == 1)
    }

    @Test("a reply shorter than it said is no reply")
    func truncated() async throws {
        let server = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        }
        defer { server.stop() }
        let result = await outgoing.send(Outgoing.Request("GET", server.address, reach: here))
        #expect(problem(result)?.kind == .cut)
        #expect(problem(result)?.wasSent == true)
    }

    @Test("something that does not speak HTTP is no reply", arguments: ["hello\r\n\r\n", "", "\u{0}\u{1}\u{2}"])
    func notHTTP(text: String) async throws {
        let server = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.write(text)
        }
        defer { server.stop() }
        let problem = problem(await outgoing.send(Outgoing.Request("GET", server.address, reach: here)))
        #expect(problem?.wasSent == true)
    }

    @Test("secrets, queries and bodies are not printed")
    func redaction() {
        let request = Outgoing.Request(
            "POST", "https://example.org/x?token=hush",
            headers: [
                Outgoing.Header("Authorization", "Basic c2VjcmV0", isSecret: true)
            ], body: Array("hush".utf8)
        )
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped, "\(request.headers)"] {
            #expect(!text.contains("hush") && !text.contains("c2VjcmV0"))
        }
        #expect("\(request)" == "POST https://example.org/x, 4 bytes")
    }
}
