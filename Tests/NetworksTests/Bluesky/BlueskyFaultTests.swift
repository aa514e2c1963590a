import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, and a clear message each time.
@Suite("A Bluesky that goes wrong")
struct BlueskyFaultTests {
    private static let put = "com.atproto.repo.putRecord"

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway,
        .forwardAndAnswer("500 Internal Server Error", [], "{\"error\":\"InternalServerError\"}"),
        .forwardAndAnswer("502 Bad Gateway", ["Content-Type: text/html"], "<html>nginx</html>"),
        .forwardAndAnswer("200 OK", ["Content-Type: text/html"], "<html>Welcome</html>"),
        .forwardAndAnswer("200 OK", ["Content-Type: application/json"], "{\"uri\":"),
        .forwardAndAnswer(
            "200 OK", ["Content-Type: application/json"], "{\"uri\":\"at://did:plc:x/app.bsky.feed.post/3\"}"),
        .forwardAndAnswer("200 OK", [], ""),
    ]

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let bluesky = try await TestBluesky(through: TestBluesky.breaking(Self.put, Self.carriedOut[index]))
        defer { bluesky.pds.stop() }
        let publication = Publication.sample(media: 1)
        let answer = await bluesky.connector.publish(publication)
        guard case .unknown(let why) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await bluesky.connector.find(publication).value ?? nil)
        #expect(found.media.count == 1)
        #expect(await bluesky.connector.publish(publication).value?.id == found.id)
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 1)
    }

    @Test("a post that never arrived is unknown, looked up, and then posted")
    func neverArrived() async throws {
        let bluesky = try await TestBluesky(through: TestBluesky.breaking(Self.put, .cutBeforeForwarding))
        defer { bluesky.pds.stop() }
        let publication = Publication.sample()
        guard case .unknown = await bluesky.connector.publish(publication) else {
            Issue.record("nobody can know that it did not arrive")
            return
        }
        #expect(await bluesky.connector.find(publication) == .done(nil))
        #expect(await bluesky.connector.publish(publication).isDone)
    }

    @Test(
        "refusals are failures of their own kind",
        arguments: [
            (
                "429 Too Many Requests", "Retry-After: 90", "{\"error\":\"RateLimitExceeded\"}",
                Failure.Kind.rateLimited(seconds: 90)
            ),
            ("429 Too Many Requests", "ratelimit-reset: 30", "slow down", .rateLimited(seconds: 30)),
            ("429 Too Many Requests", "X-A: b", "", .rateLimited(seconds: nil)),
            ("403 Forbidden", "X-A: b", "Forbidden by firewall", .refused),
            ("413 Payload Too Large", "X-A: b", "", .tooLarge),
            ("301 Moved Permanently", "Location: https://other.example/", "", .misconfigured),
            ("404 Not Found", "X-A: b", "<h1>This domain is for sale</h1>", .misconfigured),
            (
                "400 Bad Request", "X-A: b", "{\"error\":\"InvalidRequest\",\"message\":\"Could not find blob\"}",
                .refused
            ),
            ("400 Bad Request", "X-A: b", "{\"error\":\"AccountTakedown\"}", .refused),
        ])
    func refused(status: String, header: String, body: String, kind: Failure.Kind) async throws {
        let bluesky = try await TestBluesky(
            through: TestBluesky.breaking(Self.put, .answer(status, [header], body)))
        defer { bluesky.pds.stop() }
        let publication = Publication.sample(media: 1)
        guard case .failed(let failure) = await bluesky.connector.publish(publication) else {
            Issue.record("\(status) was no failure")
            return
        }
        #expect(failure.kind == kind)
        #expect(failure.message.hasSuffix(".") && failure.message.count > 30)
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 0)
        #expect(await bluesky.connector.publish(publication).isDone)
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: [
            "<html></html>", "", "{}", "null", "[]", "{\"uri\":\"at://a/b/c\",\"value\":{}}", "{\"uri\":5}",
            String(repeating: "[", count: 100_000),
        ])
    func unreadableLookup(body: String) async throws {
        let bluesky = try await TestBluesky { pds in
            try FaultProxy(to: pds.port) { $0.contains("getRecord") ? .answer("200 OK", [], body) : .pass }
        }
        defer { bluesky.pds.stop() }
        guard case .unknown = await bluesky.connector.find(.sample()),
            case .unknown = await bluesky.connector.publish(.sample())
        else {
            Issue.record("\(body.prefix(40)) passed for an answer")
            return
        }
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 0)
    }

    @Test(
        "a removal without an answer is unknown, then confirmed; another's 404 confirms nothing",
        arguments: [
            ("404 Not Found", "<h1>Not found</h1>"), ("404 Not Found", "{\"error\":\"NotFound\"}"),
            ("400 Bad Request", "{\"error\":\"RepoNotFound\",\"message\":\"Could not find repo\"}"),
            ("500 Internal Server Error", "{\"error\":\"RecordNotFound\"}"),
            ("200 OK", "{\"error\":\"RecordNotFound\"}"),
        ])
    func removal(status: String, body: String) async throws {
        let bluesky = try await TestBluesky(
            through: TestBluesky.breaking("com.atproto.repo.deleteRecord", .cutAfterForwarding))
        defer { bluesky.pds.stop() }
        let published = try #require(await bluesky.connector.publish(.sample(media: 1)).value)
        let parked = try FaultProxy(to: bluesky.pds.port) { _ in .answer(status, [], body) }
        defer { parked.stop() }
        let elsewhere = Bluesky(
            did: bluesky.pds.did, service: parked.address, keeper: bluesky.keeper, mayBeInOwnNetwork: true)
        #expect(await elsewhere.isGone(published.id, media: published.media).value == nil)
        #expect(await elsewhere.find(.sample()).value == nil)

        guard case .unknown = await bluesky.connector.remove(published.id, media: published.media) else {
            Issue.record("a removal without an answer passed for one")
            return
        }
        #expect(await bluesky.connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await bluesky.connector.remove(published.id, media: published.media).isDone)
    }

    @Test("a picture that another post still shows is not called gone")
    func sharedPicture() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let first = try #require(await bluesky.connector.publish(.sample(media: 1)).value)
        let second = try #require(await bluesky.connector.publish(.sample(media: 1)).value)
        #expect(await bluesky.connector.remove(first.id, media: first.media).isDone)
        #expect(await bluesky.connector.isGone(first.id, media: first.media) == .done(false))
        #expect(await bluesky.connector.remove(second.id, media: second.media).isDone)
        #expect(await bluesky.connector.isGone(first.id, media: first.media) == .done(true))
    }

    @Test("addresses of anything else are not asked for")
    func strangeAddresses() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let before = bluesky.pds.calls.count
        for strange in [
            "", "5", "at://did:plc:x/app.bsky.feed.post/3", "at://\(bluesky.pds.did)/app.bsky.feed.like/3",
            "at://\(bluesky.pds.did)/app.bsky.feed.post/../x", "at://\(bluesky.pds.did)/app.bsky.feed.post/a&b=c",
        ] {
            guard case .failed(let failure) = await bluesky.connector.remove(RemoteID(rawValue: strange), media: [])
            else {
                Issue.record("\(strange) was removed")
                continue
            }
            #expect(failure.kind == .misconfigured)
        }
        #expect(bluesky.pds.calls.count == before)
    }

    @Test("an endless answer ends, and nothing is claimed")
    func endless() async throws {
        let bluesky = try await TestBluesky()
        let endless = try RawServer { client, _ in
            _ = client.readRequest()
            client.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"thread\":\"")
            while client.write(String(repeating: "x", count: 65_536)) {}
        }
        defer {
            bluesky.pds.stop()
            endless.stop()
        }
        let connector = Bluesky(
            did: bluesky.pds.did, service: endless.address, keeper: bluesky.keeper, mayBeInOwnNetwork: true)
        let id = RecordAddress(bluesky.pds.did, Bluesky.posts, "3jzfcijpj2z2a").id
        for answer in [await connector.publish(.sample()).message, await connector.comments(on: id, nil).message] {
            #expect(answer?.contains("far too much") == true)
        }
    }

    @Test("a server that is down takes nothing and loses nothing")
    func down() async throws {
        let (listener, port) = try RawServer.listen()
        RawConnection(socket: listener).shut()
        let keeper = MemoryKeeper(Credential(secret: "a", refreshToken: "b"))
        let nobody = Bluesky(
            did: "did:plc:x", service: "http://127.0.0.1:\(port)", keeper: keeper, mayBeInOwnNetwork: true)
        guard case .failed(let failure) = await nobody.publish(.sample()) else {
            Issue.record("a server that is down answered")
            return
        }
        #expect(failure.kind == .unavailable && failure.isPassing)
        for service in ["http://bsky.social", "ftp://x", "https://user:hunter2@bsky.social", "", "http://127.0.0.1"] {
            let wrong = Bluesky(did: "did:plc:x", service: service, keeper: keeper)
            guard case .failed(let failure) = await wrong.publish(.sample()) else {
                Issue.record("\(service) was asked")
                return
            }
            #expect(failure.kind == .misconfigured && !failure.message.contains("hunter2"))
        }
    }
}
