import NetworksTesting
import Testing

@testable import Networks

/// No double post, no lost post, no false success, and a clear message each time.
@Suite("A Mastodon server that goes wrong")
struct MastodonFaultTests {
    private static let posting = "POST /api/v1/statuses"
    private static let uploading = "POST /api/v2/media"

    private func server(
        breaking line: String, _ fault: HTTPFault, _ change: (inout MastodonStandIn.Ways) -> Void = { _ in }
    ) throws -> MastodonStandIn {
        var ways = MastodonStandIn.Ways()
        change(&ways)
        let broken = Once()
        return try MastodonStandIn(ways) { $0.hasPrefix(line) && broken.isFirst() ? fault : nil }
    }

    static let carriedOut: [HTTPFault] = [
        .cutAfter, .half, .carryOutAndAnswer(.html("500 Internal Server Error", "<h1>We’re sorry</h1>")),
        .carryOutAndAnswer(HTTPAnswer("504 Gateway Timeout")),
        .carryOutAndAnswer(.html("200 OK", "<html>Welcome</html>")),
        .carryOutAndAnswer(HTTPAnswer("200 OK", [], "{\"id\":")), .carryOutAndAnswer(HTTPAnswer("200 OK")),
        .carryOutAndAnswer(.json(["id": "1"])),
    ]

    @Test(
        "a post that was taken without a readable answer is unknown, then found, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        let standIn = try server(breaking: Self.posting, Self.carriedOut[index]) { $0.mindsKeys = false }
        defer { standIn.stop() }
        let connector = standIn.connector(), publication = Publication.sample(media: 1)
        let answer = await connector.publish(publication)
        guard case .unknown(let why) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await connector.find(publication).value ?? nil)
        #expect(found.media.count == 1)
        #expect(await connector.publish(publication).value?.id == found.id)
        #expect(standIn.count == 1)
    }

    @Test("a post that never arrived is unknown, looked up, and then posted")
    func neverArrived() async throws {
        let standIn = try server(breaking: Self.posting, .cutBefore)
        defer { standIn.stop() }
        let connector = standIn.connector(), publication = Publication.sample()
        guard case .unknown = await connector.publish(publication) else {
            Issue.record("nobody can know that it did not arrive")
            return
        }
        #expect(await connector.find(publication) == .done(nil))
        #expect(await connector.publish(publication).isDone)
        #expect(standIn.count == 1)
    }

    @Test(
        "refusals are failures of their own kind, with nothing left behind",
        arguments: [
            ("401 Unauthorized", "", "", Failure.Kind.unauthorised), ("403 Forbidden", "", "no", .refused),
            ("413 Content Too Large", "", "", .tooLarge),
            ("429 Too Many Requests", "Retry-After: 90", "", .rateLimited(seconds: 90)),
            ("429 Too Many Requests", "X-RateLimit-Reset: 2001-01-01T00:00:00.000000Z", "", .rateLimited(seconds: 0)),
            ("429 Too Many Requests", "", "Throttled", .rateLimited(seconds: nil)),
            ("301 Moved Permanently", "Location: https://www.school.example/", "", .misconfigured),
            ("302 Found", "Location: http://127.0.0.1/api/v1/statuses", "", .misconfigured),
            ("400 Bad Request", "", "<h1>Bad</h1>", .refused), ("404 Not Found", "", "", .refused),
            ("410 Gone", "", "", .refused),
            ("422 Unprocessable Entity", "", "{\"error\":\"Validation failed\"}", .refused),
        ])
    func refused(status: String, header: String, body: String, kind: Failure.Kind) async throws {
        let fault = HTTPFault.answer(HTTPAnswer(status, header.isEmpty ? [] : [header], body))
        let standIn = try server(breaking: Self.posting, fault)
        defer { standIn.stop() }
        let connector = standIn.connector(), publication = Publication.sample(media: 1)
        guard case .failed(let failure) = await connector.publish(publication) else {
            Issue.record("\(status) was no failure")
            return
        }
        #expect(failure.kind == kind)
        #expect(failure.message.hasSuffix(".") && failure.message.count > 30)
        #expect(standIn.count == 0 && standIn.leftovers == 0)
        #expect(await connector.publish(publication).isDone)
    }

    @Test("a picture that is not taken posts nothing, and takes back the pictures before it")
    func uploads() async throws {
        let faults: [HTTPFault] = [
            .cutAfter, .cutBefore, .half, .answer(HTTPAnswer("500 Internal Server Error")),
            .answer(.html("200 OK", "<html></html>")), .answer(.json([String: String]())),
            .answer(HTTPAnswer("429 Too Many Requests", ["Retry-After: 5"])),
        ]
        for fault in faults {
            let uploads = Counter()
            let standIn = try MastodonStandIn { line in
                line == Self.uploading && uploads.next() == 2 ? fault : nil
            }
            defer { standIn.stop() }
            let connector = standIn.connector(), publication = Publication.sample(media: 2)
            let failure = await connector.publish(publication).failure
            #expect(failure?.isPassing == true, "\(fault): \(String(describing: failure))")
            #expect(standIn.count == 0)
            #expect(standIn.leftovers <= 1, "what nobody knows of is all that is left")
            #expect(await connector.publish(publication).value?.media.count == 2)
        }
    }

    @Test("a look-up that cannot be read never says that nothing is there")
    func unreadable() async throws {
        let bodies = ["<html></html>", "", "{}", "null", "[{}", "\u{FEFF}[]x", "{\"error\":\"x\"}"]
        for body in bodies {
            let standIn = try MastodonStandIn { line in
                line.hasSuffix("/statuses") && line.hasPrefix("GET") ? .answer(HTTPAnswer("200 OK", [], body)) : nil
            }
            defer { standIn.stop() }
            let connector = standIn.connector()
            guard case .unknown = await connector.find(.sample()), case .unknown = await connector.publish(.sample())
            else {
                Issue.record("\(body) passed for an answer")
                continue
            }
            #expect(standIn.count == 0)
        }
    }

    @Test("endless and cut answers end, and leave everything unknown")
    func endless() async throws {
        for fault in [HTTPFault.endless, .half] {
            let standIn = try MastodonStandIn { $0.contains("verify") || $0.contains("instance") ? nil : fault }
            defer { standIn.stop() }
            let connector = standIn.connector(), id = RemoteID(rawValue: "1")
            #expect(await connector.timeline(nil).isUnknown)
            #expect(await connector.comments(on: id, nil).isUnknown)
            #expect(await connector.isGone(id, media: []).isUnknown)
            #expect(await connector.remove(id, media: []).isUnknown)
            #expect(await connector.fetch(id).isUnknown)
            #expect(await connector.publish(.sample()).isUnknown)
            #expect(standIn.count == 0)
        }
    }

    @Test("a removal without an answer is unknown, then confirmed; a page that says 404 confirms nothing")
    func removal() async throws {
        let standIn = try server(breaking: "DELETE", .cutAfter)
        defer { standIn.stop() }
        let connector = standIn.connector()
        let published = try #require(await connector.publish(.sample(media: 1)).value)
        #expect(await connector.remove(published.id, media: published.media).isUnknown)
        #expect(await connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await connector.remove(published.id, media: published.media).isDone)
        #expect(standIn.leftovers == 0)

        let parked = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.answer("404 Not Found", [], "<h1>This domain is for sale</h1>")
        }
        defer { parked.stop() }
        let elsewhere = Mastodon(
            server: parked.address, keeper: MemoryKeeper(Credential(secret: "x")), mayBeInOwnNetwork: true)
        #expect(await elsewhere.isGone(published.id, media: []).value == nil)
        #expect(!(await elsewhere.remove(published.id, media: []).isDone))
    }

    @Test("a server without deletion says so, and the post counts as there")
    func noDeletion() async throws {
        let standIn = try server(breaking: "nothing", .cutBefore) { $0.deletes = false }
        defer { standIn.stop() }
        let connector = standIn.connector()
        let published = try #require(await connector.publish(.sample()).value)
        guard case .unsupported(let step) = await connector.remove(published.id, media: []) else {
            Issue.record("it passed for removed")
            return
        }
        #expect(step.contains("delete it there"))
        #expect(await connector.isGone(published.id, media: []) == .done(false))
    }

    @Test("a server that is down takes nothing and loses nothing")
    func down() async throws {
        let (listener, port) = try RawServer.listen()
        RawConnection(socket: listener).shut()
        let nobody = Mastodon(
            server: "http://127.0.0.1:\(port)", keeper: MemoryKeeper(Credential(secret: "x")), mayBeInOwnNetwork: true)
        #expect(await nobody.publish(.sample()).failure?.kind == .unavailable)
        #expect(await nobody.publish(.sample()).failure?.isPassing == true)
    }

    @Test("script in every field stays text, and leads nowhere")
    func script() async throws {
        let evil = "<script>alert(1)</script>"
        let body: [String: Any] = [
            "id": "5", "url": "javascript:alert(1)", "content": evil + "<img src=x onerror=alert(1)>Hello",
            "spoiler_text": evil, "created_at": evil, "in_reply_to_id": evil,
            "account": ["id": "8", "acct": evil, "display_name": evil, "url": "javascript:alert(1)"],
            "media_attachments": [["id": "6", "url": "javascript:alert(1)", "description": evil, "type": evil]],
        ]
        let answer = HTTPAnswer.json(["ancestors": [], "descendants": [body]])
        let standIn = try server(breaking: "GET /api/v1/statuses", .answer(answer))
        defer { standIn.stop() }
        let page = try #require(await standIn.connector().comments(on: RemoteID(rawValue: "1"), nil).value)
        let comment = try #require(page.elements.first)
        #expect(comment.text == "Hello")
        #expect(comment.url.isEmpty && comment.author.url.isEmpty)
        #expect(comment.writtenAt == nil)
    }
}

extension Answer {
    var isUnknown: Bool {
        if case .unknown = self { return true }
        return false
    }
}
