import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, and a clear message each time.
@Suite("A WordPress that goes wrong")
struct WordPressFaultTests {
    private static let posting = "POST /school/wp-json/wp/v2/posts "
    private static let uploading = "POST /school/wp-json/wp/v2/media "
    private static let deleting = "DELETE /school/wp-json/wp/v2/posts/"

    /// Breaks the first request that begins so, and lets all others pass.
    private func proxy(
        _ wordPress: TestWordPress, breaking start: String, _ action: FaultProxy.Action
    ) throws -> FaultProxy {
        let broken = Once()
        return try FaultProxy(to: wordPress.port) { line in
            line.hasPrefix(start) && broken.isFirst() ? action : .pass
        }
    }

    static let carriedOut: [FaultProxy.Action] = [
        .cutAfterForwarding, .cutHalfway,
        .forwardAndAnswer("500 Internal Server Error", [], "<h1>There has been a critical error</h1>"),
        .forwardAndAnswer("504 Gateway Timeout", [], ""),
        .forwardAndAnswer("200 OK", ["Content-Type: text/html"], "<html>Welcome</html>"),
        .forwardAndAnswer("201 Created", ["Content-Type: application/json"], "Notice: {\"id\":"),
        .forwardAndAnswer("200 OK", [], ""),
    ]

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let wordPress = try TestWordPress()
        let proxy = try proxy(wordPress, breaking: Self.posting, Self.carriedOut[index])
        defer { proxy.stop() }
        let connector = try wordPress.connector(through: proxy)
        let publication = Publication.sample(media: 1)

        let answer = await connector.publish(publication)
        guard case .unknown(let why) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await connector.find(publication).value ?? nil)
        #expect(found.media.count == 1)
        #expect(await connector.publish(publication).value?.id == found.id)
        #expect(await wordPress.count(of: publication) == 1)
        #expect(proxy.requests.filter { $0.hasPrefix(Self.posting) }.count == 1)
        #expect(proxy.requests.filter { $0.hasPrefix(Self.uploading) }.count == 1)
        _ = await connector.remove(found.id, media: found.media)
    }

    @Test("a picture whose upload was cut is used, not uploaded twice, and cleared when the post is given up")
    func cutUpload() async throws {
        let wordPress = try TestWordPress()
        for gaveUp in [false, true] {
            let proxy = try proxy(wordPress, breaking: Self.uploading, .cutAfterForwarding)
            defer { proxy.stop() }
            let connector = try wordPress.connector(through: proxy)
            let publication = Publication.sample(media: 2)
            guard case .unknown = await connector.publish(publication) else {
                Issue.record("an upload without an answer passed for one")
                return
            }
            #expect(await connector.find(publication) == .done(nil))
            #expect(await connector.pictures(of: publication).value?.count == 1)
            if gaveUp {
                #expect(await connector.clear(publication).isDone)
                #expect(await connector.pictures(of: publication).value?.isEmpty == true)
                continue
            }
            let published = try #require(await connector.publish(publication).value)
            #expect(published.media.count == 2)
            #expect(proxy.requests.filter { $0.hasPrefix(Self.uploading) }.count == 2)
            _ = await connector.remove(published.id, media: published.media)
        }
    }

    @Test("a post that never arrived is unknown, looked up, and then posted")
    func neverArrived() async throws {
        let wordPress = try TestWordPress()
        let proxy = try proxy(wordPress, breaking: Self.posting, .cutBeforeForwarding)
        defer { proxy.stop() }
        let connector = try wordPress.connector(through: proxy)
        let publication = Publication.sample()
        guard case .unknown = await connector.publish(publication) else {
            Issue.record("nobody can know that it did not arrive")
            return
        }
        #expect(await connector.find(publication) == .done(nil))
        let published = try #require(await connector.publish(publication).value)
        #expect(await wordPress.count(of: publication) == 1)
        _ = await connector.remove(published.id, media: [])
    }

    @Test(
        "refusals are failures of their own kind, with nothing left behind",
        arguments: [
            ("401 Unauthorized", "", Failure.Kind.unauthorised), ("403 Forbidden", "", .refused),
            ("413 Request Entity Too Large", "", .tooLarge),
            ("429 Too Many Requests", "Retry-After: 90", .rateLimited(seconds: 90)),
            ("301 Moved Permanently", "Location: https://www.school.example/wp-json/", .misconfigured),
            ("400 Bad Request", "", .refused),
            ("404 Not Found", "", .misconfigured),
        ])
    func refused(status: String, header: String, kind: Failure.Kind) async throws {
        let wordPress = try TestWordPress()
        let proxy = try proxy(wordPress, breaking: Self.posting, .answer(status, header.isEmpty ? [] : [header], "no"))
        defer { proxy.stop() }
        let connector = try wordPress.connector(through: proxy)
        let publication = Publication.sample(media: 1)
        guard case .failed(let failure) = await connector.publish(publication) else {
            Issue.record("\(status) was no failure")
            return
        }
        #expect(failure.kind == kind)
        #expect(failure.message.hasSuffix(".") && failure.message.count > 30)
        #expect(await wordPress.count(of: publication) == 0)
        #expect(await connector.pictures(of: publication).value?.isEmpty == true)
        let published = try #require(await connector.publish(publication).value)
        _ = await connector.remove(published.id, media: published.media)
    }

    @Test("a website that is down, slow to connect or in trouble takes nothing and loses nothing")
    func down() async throws {
        let wordPress = try TestWordPress()
        let publication = Publication.sample()
        let proxy = try FaultProxy(to: wordPress.port) { _ in .answer("503 Service Unavailable", [], "Maintenance") }
        let connector = try wordPress.connector(through: proxy)
        guard case .unknown(let why) = await connector.publish(publication) else {
            Issue.record("a website in trouble was taken at its word")
            return
        }
        #expect(why.contains("503"))
        #expect(!proxy.requests.contains { $0.hasPrefix("POST") })
        proxy.stop()

        let (listener, port) = try RawServer.listen()
        RawConnection(socket: listener).shut()
        let nobody = WordPress(site: "http://127.0.0.1:\(port)", user: "a", password: "b", mayBeInOwnNetwork: true)
        guard case .failed(let failure) = await nobody.publish(publication) else {
            Issue.record("a website that is down answered")
            return
        }
        #expect(failure.kind == .unavailable)
        #expect(failure.isPassing)
        #expect(await wordPress.count(of: publication) == 0)
    }

    @Test("a slow answer that comes in time is an answer")
    func slow() async throws {
        let wordPress = try TestWordPress()
        let proxy = try proxy(wordPress, breaking: Self.posting, .delay(milliseconds: 500))
        defer { proxy.stop() }
        let published = try #require(await wordPress.connector(through: proxy).publish(.sample()).value)
        _ = await wordPress.connector().remove(published.id, media: [])
    }

    @Test("a website without permalinks is reached by its parameter")
    func noPermalinks() async throws {
        let wordPress = try TestWordPress()
        let proxy = try FaultProxy(to: wordPress.port) { line in
            line.contains("/wp-json/")
                ? .answer("404 Not Found", ["Content-Type: text/html"], "<h1>Not found</h1>") : .pass
        }
        defer { proxy.stop() }
        let connector = try wordPress.connector(through: proxy)
        let publication = Publication.sample(media: 1)
        let published = try #require(await connector.publish(publication).value)
        #expect(await connector.find(publication).value??.id == published.id)
        #expect(await connector.fetch(published.id).value?.id == published.id)
        #expect(await connector.remove(published.id, media: published.media).isDone)
        #expect(await connector.isGone(published.id, media: published.media) == .done(true))
    }

    @Test(
        "a lookup that cannot be read never says that nothing is there",
        arguments: [
            "<html></html>", "", "{}", "null", "[{}]", "\u{FEFF}[]x", "{\"code\":\"rest_no_route\"}",
        ])
    func unreadableLookup(body: String) async throws {
        let wordPress = try TestWordPress()
        let proxy = try FaultProxy(to: wordPress.port) { line in
            line.hasPrefix("GET /school/wp-json/wp/v2/posts?") ? .answer("200 OK", [], body) : .pass
        }
        defer { proxy.stop() }
        let connector = try wordPress.connector(through: proxy)
        guard case .unknown = await connector.find(.sample()), case .unknown = await connector.publish(.sample()) else {
            Issue.record("\(body) passed for an answer")
            return
        }
        #expect(!proxy.requests.contains { $0.hasPrefix("POST") })
    }

    @Test("a removal without an answer is unknown, then confirmed; a page that says 404 confirms nothing")
    func removal() async throws {
        let wordPress = try TestWordPress()
        let cutting = try proxy(wordPress, breaking: Self.deleting, .cutAfterForwarding)
        defer { cutting.stop() }
        let connector = try wordPress.connector(through: cutting)
        let published = try #require(await connector.publish(.sample()).value)
        guard case .unknown = await connector.remove(published.id, media: []) else {
            Issue.record("a removal without an answer passed for one")
            return
        }
        #expect(await connector.isGone(published.id, media: []) == .done(true))
        #expect(await connector.remove(published.id, media: []).isDone)

        let parked = try FaultProxy(to: wordPress.port) { line in
            line.contains("/posts/") ? .answer("404 Not Found", [], "<h1>This domain is for sale</h1>") : .pass
        }
        defer { parked.stop() }
        let elsewhere = try wordPress.connector(through: parked)
        #expect(await elsewhere.isGone(published.id, media: []).value == nil)
        guard case .failed = await elsewhere.remove(published.id, media: []) else {
            Issue.record("a page that says 404 passed for a removal")
            return
        }
    }

    @Test("two at once make one post")
    func atOnce() async throws {
        let wordPress = try TestWordPress()
        let publication = Publication.sample()
        let connector = wordPress.connector()
        async let first = connector.publish(publication)
        async let second = connector.publish(publication)
        let answers = await [first, second]
        #expect(answers.contains { $0.isDone })
        #expect(await wordPress.count(of: publication) == 1)
        let found = try #require(await connector.find(publication).value ?? nil)
        for answer in answers { #expect(answer.value == nil || answer.value?.id == found.id) }
        _ = await connector.remove(found.id, media: found.media)
    }
}
