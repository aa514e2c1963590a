import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, and a clear message each time.
@Suite("A LinkedIn that goes wrong")
struct LinkedInFaultTests {
    private static let posting = "POST /rest/posts "

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway, .forwardAndAnswer("500 Internal Server Error", [], "{}"),
        .forwardAndAnswer("504 Gateway Timeout", [], "<html>Sorry</html>"), .forwardAndAnswer("201 Created", [], ""),
        .forwardAndAnswer("201 Created", ["x-restli-id: ../1"], ""),
        .forwardAndAnswer("200 OK", ["x-restli-id: urn:li:share:1"], ""),
    ]

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let linkedIn = try TestLinkedIn(through: FaultProxy.breaking(Self.posting, Self.carriedOut[index]))
        defer { linkedIn.server.stop() }
        let publication = Publication.fresh("Sports (day)", media: [.green(alt: "Green")])
        guard case .unknown(let why) = await linkedIn.connector.publish(publication) else {
            Issue.record("\(index) was known")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await linkedIn.connector.find(publication).value ?? nil)
        #expect(await linkedIn.connector.publish(publication).value?.id == found.id)
        #expect(linkedIn.server.commentaries.count == 1)
    }

    @Test("a list that lags makes no second post: LinkedIn refuses it, and it is found")
    func lagging() async throws {
        let hidden = Once()
        let linkedIn = try TestLinkedIn { port in
            try FaultProxy(to: port) { line in
                line.hasPrefix("GET /rest/posts?") && hidden.isFirst()
                    ? .answer("200 OK", [], "{\"elements\":[],\"paging\":{\"links\":[]}}") : .pass
            }
        }
        defer { linkedIn.server.stop() }
        linkedIn.server.postByHand("Sports day")
        #expect(await linkedIn.connector.publish(.fresh("Sports day")).isDone)
        #expect(linkedIn.server.commentaries.count == 1)
    }

    @Test(
        "refusals are failures of their own kind",
        arguments: [
            ("403 Forbidden", "X-A: b", "{\"status\":403,\"code\":\"ACCESS_DENIED\"}", Failure.Kind.refused),
            ("426 Upgrade Required", "X-A: b", "{\"code\":\"NONEXISTENT_VERSION\"}", .misconfigured),
            ("400 Bad Request", "X-A: b", "{\"code\":\"VERSION_MISSING\"}", .misconfigured),
            ("429 Too Many Requests", "Retry-After: 7", "", .rateLimited(seconds: 7)),
            ("413 Payload Too Large", "X-A: b", "", .tooLarge), ("404 Not Found", "X-A: b", "", .misconfigured),
            ("422 Unprocessable Entity", "X-A: b", "{\"code\":\"DUPLICATE_POST\"}", .refused),
            ("422 Unprocessable Entity", "X-A: b", "{\"message\":\"<b>no</b>\"}", .refused),
            ("301 Moved Permanently", "Location: https://linkedin.example/", "", .misconfigured),
        ])
    func refused(status: String, header: String, body: String, kind: Failure.Kind) async throws {
        let linkedIn = try TestLinkedIn(through: FaultProxy.breaking(Self.posting, .answer(status, [header], body)))
        defer { linkedIn.server.stop() }
        let failure = await linkedIn.connector.publish(.fresh("Sports day")).failure
        #expect(failure?.kind == kind)
        #expect(failure?.message.hasSuffix(".") == true && failure?.message.contains("<") == false)
        #expect(linkedIn.server.commentaries.isEmpty)
        #expect(await linkedIn.connector.publish(.fresh("Sports day")).isDone)
    }

    @Test("a day's limit in the middle ends at midnight, and nothing is lost")
    func limit() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        linkedIn.server.limit(after: 3)
        let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
        guard case .rateLimited(let seconds?) = await linkedIn.connector.publish(publication).failure?.kind else {
            Issue.record("the limit was passed")
            return
        }
        #expect((1...86_400).contains(seconds) && linkedIn.server.commentaries.isEmpty)
        linkedIn.server.limit(after: .max)
        #expect(await linkedIn.connector.publish(publication).isDone)
    }

    @Test("a picture that is not taken posts nothing")
    func pictureRefused() async throws {
        for start in ["POST /rest/images", "PUT /dms-uploads", "GET /rest/images"] {
            for action in [
                FaultProxy.Action.cutAfterForwarding, .answer("200 OK", [], "{}"), .answer("400 Bad Request", [], "{}"),
                .answer("200 OK", [], "{\"status\":\"PROCESSING_FAILED\"}"),
            ] {
                // A picture that is said to be taken and was not is waited for in vain.
                let linkedIn = try TestLinkedIn(through: FaultProxy.breaking(start, action))
                defer { linkedIn.server.stop() }
                let publication = Publication.fresh("Sports day", media: [.green(alt: "Green")])
                let answer = await linkedIn.connector.publish(publication)
                #expect(answer.failure != nil, "\(start) \(answer)")
                #expect(linkedIn.server.commentaries.isEmpty)
                #expect(await linkedIn.connector.publish(publication).isDone)
            }
        }
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: ["<html></html>", "", "{}", "null", "[]", "{\"elements\":{}}", "{\"elements\":[{}]}"])
    func unreadableLookup(body: String) async throws {
        let linkedIn = try TestLinkedIn { port in
            try FaultProxy(to: port) { $0.hasPrefix("GET /rest/posts?") ? .answer("200 OK", [], body) : .pass }
        }
        defer { linkedIn.server.stop() }
        guard case .unknown = await linkedIn.connector.find(.fresh("x")),
            case .unknown = await linkedIn.connector.publish(.fresh("x"))
        else {
            Issue.record("\(body) passed for an answer")
            return
        }
        #expect(linkedIn.server.commentaries.isEmpty)
    }

    @Test("only a list without it shows that a post is gone")
    func gone() async throws {
        let gone = "{\"status\":404,\"code\":\"NOT_FOUND\"}"
        let lagging = try TestLinkedIn { port in
            try FaultProxy(to: port) {
                $0.hasPrefix("GET /rest/posts/urn") || $0.hasPrefix("DELETE")
                    ? .answer("404 Not Found", [], gone) : .pass
            }
        }
        defer { lagging.server.stop() }
        let shown = try #require(await lagging.connector.publish(.fresh("Sports day")).value)
        #expect(shown.contentType == "text/plain", "what LinkedIn could not be asked for is not made up")
        #expect(await lagging.connector.isGone(shown.id, media: []) == .done(false))
        #expect(!(await lagging.connector.remove(shown.id, media: []).isDone))
        for (status, body) in [
            ("404 Not Found", "<h1>Not found</h1>"),
            ("404 Not Found", "{\"status\":404,\"code\":\"RESOURCE_NOT_FOUND\"}"),
            ("200 OK", "{}"), ("500 Internal Server Error", gone), ("403 Forbidden", gone),
        ] {
            let odd = try TestLinkedIn { port in
                try FaultProxy(to: port) { $0.contains("urn%3Ali") ? .answer(status, [], body) : .pass }
            }
            defer { odd.server.stop() }
            #expect(await odd.connector.isGone(RemoteID(rawValue: "urn:li:share:5"), media: []).value == nil)
        }
    }

    @Test("an expired token is renewed once, and kept; a revoked one asks to be connected again")
    func access() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        #expect(await linkedIn.connector.identify().value?.handle == "hilltop-primary")
        linkedIn.server.expireAccess()
        #expect(await linkedIn.connector.timeline(nil).isDone)
        #expect(linkedIn.server.calls.count { $0 == "POST /oauth/v2/accessToken" } == 1)
        #expect(await linkedIn.keeper.current().secret != linkedIn.secrets[0])
        #expect(await linkedIn.connector.revoke().isDone)
        #expect(await linkedIn.connector.publish(.fresh("Sports day")).failure?.kind == .unauthorised)
        #expect(linkedIn.server.commentaries.isEmpty)
        let old = try TestLinkedIn(change: { $0.version = "202306" })
        defer { old.server.stop() }
        #expect(await old.connector.identify().failure?.kind == .misconfigured)
    }

    @Test("missing rights are told, and nothing is claimed", arguments: LinkedIn.scopes)
    func rights(missing: String) async throws {
        let linkedIn = try TestLinkedIn(scopes: LinkedIn.scopes.filter { $0 != missing })
        defer { linkedIn.server.stop() }
        let post = RemoteID(rawValue: "urn:li:share:1")
        let comment = Networks.Comment(
            id: RemoteID(rawValue: linkedIn.server.write("Where?", under: post.rawValue)), post: post,
            author: Author(id: post, handle: "", name: "", url: ""), text: "", url: "", writtenAt: nil, raw: [])
        let failures = [
            await linkedIn.connector.publish(.fresh("Sports day")).failure, await linkedIn.connector.identify().failure,
            await linkedIn.connector.reply(to: comment, "Here", key: "1").failure,
        ].compactMap { $0 }
        #expect(failures.contains { $0.kind == .refused && $0.message.contains("right") })
    }

    @Test("no secret is in any message, description or mirror")
    func secrets() async throws {
        let echo = try RawServer { client, _ in
            let heard = client.readRequest().filter { $0 != "\"" && !$0.isNewline }
            client.answer("422 Unprocessable Entity", [], "{\"message\":\"\(heard)\",\"code\":\"\(heard)\"}")
        }
        let linkedIn = try TestLinkedIn(change: { $0.api = echo.address })
        defer {
            echo.stop()
            linkedIn.server.stop()
        }
        var words = "\(linkedIn.connector) \(String(reflecting: linkedIn.connector))"
        dump(linkedIn.connector, to: &words)
        words += "\(await linkedIn.connector.publish(.fresh("Sports day", media: [.green(alt: "")])))"
        words += "\(await linkedIn.connector.identify()) \(await linkedIn.connector.revoke())"
        for secret in linkedIn.secrets { #expect(!words.contains(secret)) }
    }
}
