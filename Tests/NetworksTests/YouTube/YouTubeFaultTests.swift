import NetworksTesting
import Testing

@testable import Networks

/// No double video, no lost video, and a clear message each time.
@Suite("A YouTube that goes wrong")
struct YouTubeFaultTests {
    private static let opening = "POST /upload/youtube"
    private static let sending = "PUT /upload/youtube"

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway, .cutBeforeForwarding, .answer("503 Service Unavailable", [], ""),
        .forwardAndAnswer("500 Internal Server Error", [], "{}"), .forwardAndAnswer("200 OK", [], "<html></html>"),
        .forwardAndAnswer("308 Resume Incomplete", ["Range: bytes=0-x"], ""),
    ]

    @Test("a part whose answer is missing is asked for, and the video is there once", arguments: carriedOut.indices)
    func resumed(index: Int) async throws {
        for size in [1_000, 600_000] {
            let youTube = try TestYouTube(through: FaultProxy.breaking(Self.sending, Self.carriedOut[index]))
            defer { youTube.server.stop() }
            let publication = Publication.fresh("Sports day", media: [.video(size)])
            let published = await youTube.connector.publish(publication)
            #expect(published.isDone, "\(published)")
            #expect(youTube.server.sizes == [size])
            #expect(await youTube.connector.publish(publication).value?.id == published.value?.id)
        }
    }

    @Test("an upload that nobody can ask about is unknown, then found, never sent twice")
    func unknown() async throws {
        let sent = Counter()
        let youTube = try TestYouTube { port in
            try FaultProxy(to: port) { line in
                guard line.hasPrefix(Self.sending) else { return .pass }
                return sent.next() == 1 ? .cutAfterForwarding : .answer("503 Service Unavailable", [], "")
            }
        }
        defer { youTube.server.stop() }
        let publication = Publication.fresh("Sports day", media: [.video()])
        guard case .unknown(let why) = await youTube.connector.publish(publication) else {
            Issue.record("it was known")
            return
        }
        #expect(why.contains("looked up"))
        #expect(await youTube.connector.publish(publication).isDone)
        #expect(youTube.server.titles.count == 1)
    }

    @Test("a session that YouTube forgot, or never opened, publishes nothing twice")
    func sessions() async throws {
        let forgotten = try TestYouTube(through: FaultProxy.breaking(Self.sending, .answer("404 Not Found", [], "")))
        defer { forgotten.server.stop() }
        let publication = Publication.fresh("Sports day", media: [.video()])
        guard case .unknown = await forgotten.connector.publish(publication) else {
            Issue.record("nobody knows")
            return
        }
        #expect(await forgotten.connector.publish(publication).isDone && forgotten.server.titles.count == 1)
        for action in [
            FaultProxy.Action.cutAfterForwarding, .answer("200 OK", [], "{}"),
            .answer("500 Internal Server Error", [], ""),
        ] {
            let youTube = try TestYouTube(through: FaultProxy.breaking(Self.opening, action))
            defer { youTube.server.stop() }
            #expect(await youTube.connector.publish(publication).failure?.kind == .unavailable)
            #expect(youTube.server.titles.isEmpty)
            #expect(await youTube.connector.publish(publication).isDone)
        }
    }

    @Test("a video and its token go to Google's own addresses only")
    func sessionAddress() async throws {
        let stranger = try RawServer { client, _ in client.answer("200 OK") }
        let youTube = try TestYouTube()
        defer {
            stranger.stop()
            youTube.server.stop()
        }
        for address in [
            "https://googleapis.com.evil.example", "https://evilgoogleapis.com", "ftp://x",
            stranger.address.replacing("127.0.0.1", with: "localhost"),
        ] {
            youTube.server.set(session: address)
            #expect(await youTube.connector.publish(.fresh("x", media: [.video()])).failure?.kind == .misconfigured)
        }
        #expect(stranger.connections == 0 && youTube.server.titles.isEmpty)
    }

    @Test(
        "refusals are failures of their own kind",
        arguments: [
            ("403 Forbidden", "forbidden", Failure.Kind.refused),
            ("403 Forbidden", "insufficientPermissions", .refused),
            ("400 Bad Request", "uploadLimitExceeded", .rateLimited(seconds: nil)),
            ("403 Forbidden", "rateLimitExceeded", .rateLimited(seconds: 7)),
            ("403 Forbidden", "userRateLimitExceeded", .rateLimited(seconds: 7)),
            ("429 Too Many Requests", "", .rateLimited(seconds: 7)), ("400 Bad Request", "invalidTitle", .refused),
            ("401 Unauthorized", "youtubeSignupRequired", .misconfigured), ("404 Not Found", "", .misconfigured),
            ("413 Payload Too Large", "", .tooLarge), ("400 Bad Request", "<b>", .refused),
        ])
    func refused(status: String, reason: String, kind: Failure.Kind) async throws {
        let body = "{\"error\":{\"errors\":[{\"reason\":\"\(reason)\",\"message\":\"<b>no</b>\"}]}}"
        let youTube = try TestYouTube(
            through: FaultProxy.breaking(Self.opening, .answer(status, ["Retry-After: 7"], body)))
        defer { youTube.server.stop() }
        let failure = await youTube.connector.publish(.fresh("Sports day", media: [.video()])).failure
        #expect(failure?.kind == kind)
        #expect(failure?.message.hasSuffix(".") == true && failure?.message.contains("<b") == false)
        #expect(youTube.server.titles.isEmpty)
    }

    @Test("a used-up day ends in the morning, and nothing is lost")
    func quota() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        youTube.server.set(units: 1)
        let publication = Publication.fresh("Sports day", media: [.video()])
        guard case .rateLimited(let seconds?) = await youTube.connector.publish(publication).failure?.kind else {
            Issue.record("the quota was passed")
            return
        }
        #expect((1...86_400).contains(seconds) && youTube.server.titles.isEmpty)
        youTube.server.set(units: 10_000)
        youTube.server.set(uploads: 0)
        #expect(await youTube.connector.publish(publication).failure?.kind == .rateLimited(seconds: nil))
        youTube.server.set(uploads: 1)
        #expect(await youTube.connector.publish(publication).isDone)
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: ["<html></html>", "", "{}", "null", "[]", "{\"items\":{}}", "{\"items\":[{}]}"])
    func unreadableLookup(body: String) async throws {
        let youTube = try TestYouTube { port in
            try FaultProxy(to: port) {
                $0.contains("playlistItems") || $0.contains("/videos?part") ? .answer("200 OK", [], body) : .pass
            }
        }
        defer { youTube.server.stop() }
        let publication = Publication.fresh("x", media: [.video()])
        guard case .unknown = await youTube.connector.find(publication),
            case .unknown = await youTube.connector.publish(publication),
            case .unknown = await youTube.connector.isGone(RemoteID(rawValue: "abc"), media: [])
        else {
            Issue.record("\(body) passed for an answer")
            return
        }
        #expect(youTube.server.titles.isEmpty)
    }

    @Test("another channel, or none, is told; an expired token is renewed once, a revoked one asks for a new start")
    func access() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        #expect(await youTube.connector.identify().value?.handle == "@hilltopprimary")
        youTube.server.expireAccess()
        #expect(await youTube.connector.timeline(nil).isDone)
        #expect(youTube.server.calls.count { $0 == "POST /token" } == 1)
        let renewed = await youTube.keeper.current()
        #expect(renewed.secret != youTube.secrets[0] && renewed.refreshToken == youTube.secrets[1])
        #expect(await youTube.connector.revoke().isDone)
        let publication = Publication.fresh("Sports day", media: [.video()])
        #expect(await youTube.connector.publish(publication).failure?.kind == .unauthorised)
        let other = try TestYouTube(channel: "UCanother")
        defer { other.server.stop() }
        #expect(await other.connector.publish(publication).failure?.kind == .misconfigured)
        other.server.set(hasChannel: false)
        #expect(await other.connector.identify().message?.contains("no channel") == true)
        let less = try TestYouTube(scopes: [YouTube.scopes[0]])
        defer { less.server.stop() }
        #expect(await less.connector.publish(publication).failure?.message.contains("right") == true)
        #expect(less.server.titles.isEmpty && other.server.titles.isEmpty)
    }

    @Test("no secret is in any message, description or mirror")
    func secrets() async throws {
        let echo = try RawServer { client, _ in
            let heard = client.readRequest().filter { $0 != "\"" && !$0.isNewline }
            client.answer(
                "400 Bad Request", [], "{\"error\":{\"errors\":[{\"reason\":\"\(heard)\"}],\"message\":\"\(heard)\"}}")
        }
        let youTube = try TestYouTube(change: { $0.api = echo.address })
        defer {
            echo.stop()
            youTube.server.stop()
        }
        var words = "\(youTube.connector) \(String(reflecting: youTube.connector))"
        dump(youTube.connector, to: &words)
        words += "\(await youTube.connector.publish(.fresh("Sports day", media: [.video()])))"
        words += "\(await youTube.connector.identify()) \(await youTube.connector.revoke())"
        for secret in youTube.secrets { #expect(!words.contains(secret)) }
    }
}
