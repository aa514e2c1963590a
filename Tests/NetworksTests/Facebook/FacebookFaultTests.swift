import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, and a clear message each time.
@Suite("A Facebook that goes wrong")
struct FacebookFaultTests {
    private static let posting = "POST /v25.0/100064000000001/feed"

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway, .forwardAndAnswer("500 Internal Server Error", [], "{}"),
        .forwardAndAnswer("503 Service Unavailable", [], "<html>Sorry</html>"),
        .forwardAndAnswer("500 Internal Server Error", [], "{\"error\":{\"code\":1,\"message\":\"unknown\"}}"),
        .forwardAndAnswer("503 Service Unavailable", [], "{\"error\":{\"code\":2,\"is_transient\":true}}"),
        .forwardAndAnswer("200 OK", ["Content-Type: application/json"], "{\"id\":"),
        .forwardAndAnswer("200 OK", ["Content-Type: application/json"], "{\"id\":\"../1\"}"),
        .forwardAndAnswer("200 OK", [], ""),
    ]

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let facebook = try TestFacebook(through: FaultProxy.breaking(Self.posting, Self.carriedOut[index]))
        defer { facebook.server.stop() }
        let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
        guard case .unknown(let why) = await facebook.connector.publish(publication) else {
            Issue.record("\(index) was known")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await facebook.connector.find(publication).value ?? nil)
        #expect(await facebook.connector.publish(publication).value?.id == found.id)
        #expect(facebook.server.posts.count == 1)
    }

    @Test(
        "refusals are failures of their own kind, and leave no picture behind",
        arguments: [
            (190, 460, Failure.Kind.unauthorised), (102, 0, .unauthorised), (10, 0, .refused), (200, 0, .refused),
            (299, 0, .refused), (4, 0, .rateLimited(seconds: 420)), (17, 0, .rateLimited(seconds: 420)),
            (32, 0, .rateLimited(seconds: 420)), (613, 0, .rateLimited(seconds: 420)),
            (80_001, 0, .rateLimited(seconds: 420)), (368, 0, .refused), (506, 0, .refused), (100, 0, .refused),
            (1, 1_366_046, .tooLarge), (2_500, 0, .misconfigured), (104, 0, .misconfigured),
        ])
    func refused(code: Int, subcode: Int, kind: Failure.Kind) async throws {
        let body = "{\"error\":{\"message\":\"<b>no</b>\",\"code\":\(code),\"error_subcode\":\(subcode)}}"
        let usage =
            "X-Business-Use-Case-Usage: {\"1\":[{\"call_count\":100,\"estimated_time_to_regain_access\":3},{\"estimated_time_to_regain_access\":7}]}"
        let facebook = try TestFacebook(
            through: FaultProxy.breaking(Self.posting, .answer("400 Bad Request", [usage], body)))
        defer { facebook.server.stop() }
        let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
        let answer = await facebook.connector.publish(publication)
        guard case .failed(let failure) = answer else {
            if code == 1, case .unknown = answer { return }
            Issue.record("\(code) was no failure")
            return
        }
        #expect(failure.kind == kind)
        #expect(failure.message.hasSuffix(".") && failure.message.count > 30 && !failure.message.contains("<"))
        #expect(facebook.server.posts.isEmpty && facebook.server.loose == 0)
        #expect(await facebook.connector.publish(publication).isDone)
    }

    @Test("a limit in the middle says when it ends, and nothing is lost", arguments: [4, 17, 32, 613])
    func limit(code: Int) async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        facebook.server.limit(after: 2, code: code)
        let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
        let failure = await facebook.connector.publish(publication).failure
        #expect(failure?.kind == .rateLimited(seconds: 19 * 60))
        #expect(facebook.server.posts.isEmpty)
        facebook.server.limit(after: .max)
        #expect(await facebook.connector.publish(publication).isDone)
    }

    @Test("a picture that is not taken posts nothing")
    func pictureRefused() async throws {
        for action in [
            FaultProxy.Action.cutAfterForwarding, .cutBeforeForwarding, .answer("200 OK", [], "{}"),
            .answer("400 Bad Request", [], "{\"error\":{\"code\":324}}"), .answer("413 Payload Too Large", [], ""),
        ] {
            let facebook = try TestFacebook(
                through: FaultProxy.breaking("POST /v25.0/100064000000001/photos", action))
            defer { facebook.server.stop() }
            let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
            guard case .failed = await facebook.connector.publish(publication) else {
                Issue.record("it is certain that nothing was posted")
                continue
            }
            #expect(facebook.server.posts.isEmpty)
            #expect(await facebook.connector.publish(publication).isDone)
        }
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: [
            "<html></html>", "", "{}", "null", "[]", "{\"data\":{}}", "{\"data\":[{}]}", "{\"data\":[{\"id\":\"x\"}]}",
        ])
    func unreadableLookup(body: String) async throws {
        let facebook = try TestFacebook { port in
            try FaultProxy(to: port) { $0.contains("published_posts") ? .answer("200 OK", [], body) : .pass }
        }
        defer { facebook.server.stop() }
        guard case .unknown = await facebook.connector.find(.fresh("x")),
            case .unknown = await facebook.connector.publish(.fresh("x"))
        else {
            Issue.record("\(body) passed for an answer")
            return
        }
        #expect(facebook.server.posts.isEmpty)
    }

    @Test("a post that may not be seen is not said to be gone")
    func gone() async throws {
        // Without the right to read, Facebook says of everything that it does not exist.
        let facebook = try TestFacebook(scopes: ["pages_manage_posts"])
        defer { facebook.server.stop() }
        let post = RemoteID(rawValue: "\(facebook.server.page)_5")
        #expect(await facebook.connector.isGone(post, media: []).value == nil)
        #expect(!(await facebook.connector.remove(post, media: []).isDone))
        // A list that still shows it, as a lagging copy does.
        let lagging = try TestFacebook { port in
            try FaultProxy(to: port) {
                $0.hasPrefix("GET /v25.0/100064000000001_") || $0.hasPrefix("DELETE")
                    ? .answer("400 Bad Request", [], "{\"error\":{\"code\":100,\"error_subcode\":33}}") : .pass
            }
        }
        defer { lagging.server.stop() }
        let shown = try #require(await lagging.connector.publish(.fresh("Sports day")).value)
        #expect(await lagging.connector.isGone(shown.id, media: []) == .done(false))
        #expect(!(await lagging.connector.remove(shown.id, media: []).isDone))
        for body in ["{\"success\":false}", "{}", "true"] {
            let odd = try TestFacebook { port in
                try FaultProxy(to: port) { $0.hasPrefix("DELETE") ? .answer("200 OK", [], body) : .pass }
            }
            defer { odd.server.stop() }
            #expect(!(await odd.connector.remove(post, media: []).isDone), "\(body)")
        }
    }

    @Test("an expired token asks to be connected again; missing rights are told, and nothing is claimed")
    func access() async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        facebook.server.expire()
        #expect(await facebook.connector.publish(.fresh("Sports day")).failure?.kind == .unauthorised)
        for missing in ["pages_manage_posts", "pages_read_engagement"] {
            let less = try TestFacebook(scopes: Facebook.scopes.filter { $0 != missing })
            defer { less.server.stop() }
            let failure = await less.connector.publish(.fresh("Sports day")).failure
            #expect(failure?.kind == .refused && failure?.message.contains("right") == true, "\(missing)")
            #expect(less.server.posts.isEmpty)
        }
        let old = try TestFacebook(change: { $0.graph.version = "v1.0" })
        defer { old.server.stop() }
        #expect(await old.connector.identify().failure?.kind == .misconfigured)
    }

    @Test("no secret is in any message, description or mirror, and no token in an address")
    func secrets() async throws {
        // A server that says everything it heard.
        let echo = try RawServer { client, server in
            let request = client.readRequest()
            server.keep(request.split(separator: "\r\n").first.map(String.init) ?? "")
            let heard = request.filter { $0 != "\"" && !$0.isNewline }
            client.answer(
                "400 Bad Request", [], "{\"error\":{\"code\":100,\"message\":\"\(heard)\",\"type\":\"\(heard)\"}}")
        }
        let facebook = try TestFacebook(change: { $0.graph.api = echo.address })
        defer {
            echo.stop()
            facebook.server.stop()
        }
        var words = "\(facebook.connector) \(String(reflecting: facebook.connector))"
        dump(facebook.connector, to: &words)
        words += "\(await facebook.connector.publish(.fresh("Sports day", media: [.green(alt: "")])))"
        words += "\(await facebook.connector.identify()) \(await facebook.connector.timeline(nil))"
        for secret in facebook.secrets {
            #expect(!words.contains(secret) && !echo.requests.joined().contains(secret))
        }
    }
}
