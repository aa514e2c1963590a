import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, and a clear message each time.
@Suite("An X that goes wrong")
struct XFaultTests {
    private static let posting = "POST /2/tweets "

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway, .forwardAndAnswer("500 Internal Server Error", [], "{}"),
        .forwardAndAnswer("503 Service Unavailable", [], "<html>Over capacity</html>"),
        .forwardAndAnswer("201 Created", ["Content-Type: application/json"], "{\"data\":{\"id\":"),
        .forwardAndAnswer("201 Created", ["Content-Type: application/json"], "{\"data\":{\"id\":\"../1\"}}"),
        .forwardAndAnswer("200 OK", [], ""),
    ]

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let x = try TestX(through: TestX.breaking(Self.posting, Self.carriedOut[index]))
        defer { x.server.stop() }
        let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
        let answer = await x.connector.publish(publication)
        guard case .unknown(let why) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await x.connector.find(publication).value ?? nil)
        #expect(await x.connector.publish(publication).value?.id == found.id)
        #expect(x.server.posts.count == 1)
    }

    @Test("a timeline that lags makes no second post: X refuses it, and it is found")
    func lagging() async throws {
        let hidden = Once()
        let x = try TestX { server in
            try FaultProxy(to: server.port) { line in
                line.contains("/tweets?") && line.hasPrefix("GET /2/users") && hidden.isFirst()
                    ? .answer("200 OK", [], "{\"meta\":{\"result_count\":0}}") : .pass
            }
        }
        defer { x.server.stop() }
        _ = x.server.write("Sports day", by: x.server.user)
        #expect(await x.connector.publish(.fresh("Sports day")).isDone)
        #expect(x.server.posts.count == 1)
    }

    @Test(
        "refusals are failures of their own kind",
        arguments: [
            (
                "403 Forbidden", "X-A: b",
                "{\"title\":\"Forbidden\",\"type\":\"https://api.twitter.com/2/problems/client-forbidden\"}",
                Failure.Kind.refused
            ),
            ("402 Payment Required", "X-A: b", "{\"title\":\"CreditsDepleted\"}", .refused),
            ("429 Too Many Requests", "retry-after: 7", "", .rateLimited(seconds: 7)),
            (
                "429 Too Many Requests", "x-rate-limit-reset: soon", "{\"errors\":[{\"code\":88}]}",
                .rateLimited(seconds: nil)
            ),
            ("413 Payload Too Large", "X-A: b", "", .tooLarge), ("404 Not Found", "X-A: b", "", .misconfigured),
            ("301 Moved Permanently", "Location: https://twitter.example/", "", .misconfigured),
            ("400 Bad Request", "X-A: b", "{\"detail\":\"<script>\"}", .refused),
        ])
    func refused(status: String, header: String, body: String, kind: Failure.Kind) async throws {
        let x = try TestX(through: TestX.breaking(Self.posting, .answer(status, [header], body)))
        defer { x.server.stop() }
        let publication = Publication.fresh("Sports day")
        guard case .failed(let failure) = await x.connector.publish(publication) else {
            Issue.record("\(status) was no failure")
            return
        }
        #expect(failure.kind == kind)
        #expect(failure.message.hasSuffix(".") && failure.message.count > 30 && !failure.message.contains("<"))
        #expect(x.server.posts.isEmpty)
        #expect(await x.connector.publish(publication).isDone)
    }

    @Test("a limit in the middle says when it ends, and nothing is lost")
    func limit() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        #expect(await x.connector.identify().isDone)
        x.server.limit(after: 3)
        guard case .failed(let failure) = await x.connector.publish(.fresh("Sports day", media: [.green(alt: "Green")]))
        else {
            Issue.record("the limit was passed")
            return
        }
        guard case .rateLimited(let seconds?) = failure.kind else {
            Issue.record("\(failure.kind)")
            return
        }
        #expect((590...600).contains(seconds))
        #expect(x.server.posts.isEmpty)
        x.server.limit(after: .max)
        #expect(await x.connector.publish(.fresh("Sports day", media: [.green(alt: "Green")])).isDone)
    }

    @Test(
        "a picture that is not taken posts nothing", arguments: ["initialize", "append", "finalize", "metadata"])
    func pictureRefused(step: String) async throws {
        for action in [
            FaultProxy.Action.cutAfterForwarding, .answer("400 Bad Request", [], "{}"), .answer("200 OK", [], "{}"),
        ] {
            let broken = Once()
            let x = try TestX { server in
                try FaultProxy(to: server.port) {
                    $0.contains(step) && $0.contains("media") && broken.isFirst() ? action : .pass
                }
            }
            defer { x.server.stop() }
            let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
            let answer = await x.connector.publish(publication)
            if case .unknown = answer { Issue.record("it is certain that nothing was posted") }
            if case .done = answer { #expect(x.server.posts.count == 1) } else { #expect(x.server.posts.isEmpty) }
            #expect(await x.connector.publish(publication).isDone)
        }
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: [
            "<html></html>", "", "{}", "null", "[]", "{\"meta\":{}}", "{\"data\":[{}],\"meta\":{\"result_count\":1}}",
        ])
    func unreadableLookup(body: String) async throws {
        let x = try TestX { server in
            try FaultProxy(to: server.port) { $0.hasPrefix("GET /2/users/2") ? .answer("200 OK", [], body) : .pass }
        }
        defer { x.server.stop() }
        guard case .unknown = await x.connector.find(.fresh("x")),
            case .unknown = await x.connector.publish(.fresh("x"))
        else {
            Issue.record("\(body) passed for an answer")
            return
        }
        #expect(x.server.posts.isEmpty)
    }

    @Test(
        "only X's own word about this very post says that it is gone",
        arguments: [
            ("404 Not Found", "<h1>Not found</h1>"),
            ("404 Not Found", "{\"title\":\"Not Found\",\"type\":\"about:blank\"}"),
            (
                "200 OK",
                "{\"errors\":[{\"type\":\"https://api.twitter.com/2/problems/not-authorized-for-resource\",\"resource_id\":\"5\"}]}"
            ),
            (
                "200 OK",
                "{\"errors\":[{\"type\":\"https://api.twitter.com/2/problems/resource-not-found\",\"resource_id\":\"6\"}]}"
            ),
            (
                "500 Internal Server Error",
                "{\"errors\":[{\"type\":\"https://api.twitter.com/2/problems/resource-not-found\",\"resource_id\":\"5\"}]}"
            ),
        ])
    func gone(status: String, body: String) async throws {
        let x = try TestX { server in try FaultProxy(to: server.port) { _ in .answer(status, [], body) } }
        defer { x.server.stop() }
        #expect(await x.connector.isGone(RemoteID(rawValue: "5"), media: []).value == nil)
        #expect(!(await x.connector.remove(RemoteID(rawValue: "5"), media: []).isDone))
        guard case .failed = await x.connector.remove(RemoteID(rawValue: "5/../6"), media: []) else {
            Issue.record("a strange number was asked for")
            return
        }
    }

    @Test("an expired token is renewed once, and kept; a revoked one asks to be connected again")
    func access() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        #expect(await x.connector.identify().isDone)
        x.server.expireAccess()
        let connector = x.connector
        async let one = connector.timeline(nil)
        async let two = connector.mentions(nil)
        let done = await [one.isDone, two.isDone]
        #expect(done == [true, true])
        #expect(x.server.calls.count { $0 == "POST /2/oauth2/token" } == 1)
        #expect(await x.keeper.current().secret != x.secrets[0])
        #expect(await connector.revoke().isDone)
        guard case .failed(let failure) = await connector.publish(.fresh("Sports day")) else {
            Issue.record("a revoked token still works")
            return
        }
        #expect(failure.kind == .unauthorised && x.server.posts.isEmpty)
    }

    @Test("rights that were not given are named, and nothing is claimed")
    func scopes() async throws {
        let x = try TestX(scopes: ["tweet.read", "users.read", "offline.access"])
        defer { x.server.stop() }
        guard case .failed(let failure) = await x.connector.publish(.fresh("Sports day")) else {
            Issue.record("it was posted without the right")
            return
        }
        #expect(failure.kind == .refused && failure.message.contains("right"))
    }

    @Test("no secret is in any message, description or mirror")
    func secrets() async throws {
        // A server that says everything it heard.
        let echo = try RawServer { client, _ in
            let heard = client.readRequest().filter { $0 != "\"" && !$0.isNewline }
            let body = "{\"error\":\"\(heard)\",\"detail\":\"\(heard)\",\"title\":\"\(heard)\"}"
            client.answer("400 Bad Request", ["Content-Type: application/json"], body)
        }
        let x = try TestX(change: { $0.api = echo.address })
        defer {
            echo.stop()
            x.server.stop()
        }
        var words = "\(x.connector) \(String(reflecting: x.connector))"
        dump(x.connector, to: &words)
        words +=
            "\(await x.connector.publish(.fresh("Sports day", media: [.green(alt: "")]))) \(await x.connector.identify())"
        words += "\(await x.connector.revoke()) \(await x.connector.timeline(nil))"
        for secret in x.secrets { #expect(!words.contains(secret)) }
    }
}
