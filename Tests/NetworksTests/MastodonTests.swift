import NetworksTesting
import Testing

@testable import Networks

@Suite("Servers that speak Mastodon’s interface")
struct MastodonTests {
    private func server(_ change: (inout MastodonStandIn.Ways) -> Void = { _ in }) throws -> MastodonStandIn {
        var ways = MastodonStandIn.Ways()
        change(&ways)
        return try MastodonStandIn(ways)
    }

    @Test(
        "a bad token is known as one, however the server says so",
        arguments: [
            HTTPAnswer.json(["error": "The access token is invalid"], status: "401 Unauthorized"),
            HTTPAnswer("401 Unauthorized", ["Content-Type: text/plain"], "Unauthorized"),
            HTTPAnswer("422 Unprocessable Content", ["Content-Type: text/html"], ""),
            HTTPAnswer.json(["error": "invalid_token"], status: "400 Bad Request"),
            HTTPAnswer("400 Bad Request", ["Content-Type: text/plain"], "bad request"),
            HTTPAnswer.json(
                ["error": "This method requires an authenticated user"], status: "422 Unprocessable Entity"),
        ])
    func badToken(answer: HTTPAnswer) async throws {
        let standIn = try server { $0.badToken = answer }
        defer { standIn.stop() }
        let connector = standIn.connector(token: "revoked")
        let id = RemoteID(rawValue: "1")
        for failure in [
            await connector.identify().failure, await connector.publish(.sample(media: 1)).failure,
            await connector.find(.sample()).failure, await connector.remove(id, media: []).failure,
            await connector.isGone(id, media: []).failure, await connector.timeline(nil).failure,
            await connector.mentions(nil).failure, await connector.search("x", nil).failure,
            await connector.block(Networks.Comment.nobodys.author).failure,
            await connector.report(.nobodys, Report(.spam, "")).failure,
        ] { #expect(failure?.kind == .unauthorised) }
        #expect(standIn.count == 0)
    }

    @Test("access that does not reach far enough is said to be that, and nothing is left behind")
    func scopes() async throws {
        let standIn = try server { $0.scopes = ["read", "profile", "write:media"] }
        defer { standIn.stop() }
        guard case .failed(let failure) = await standIn.connector().publish(.sample(media: 1)) else {
            Issue.record("it was published")
            return
        }
        #expect(failure.kind == .unauthorised)
        #expect(failure.message.contains("allow everything"))
        #expect(standIn.leftovers == 0 && standIn.count == 0)
    }

    @Test("limits are read from the server; without them Mastodon’s own serve")
    func limits() async throws {
        let standIn = try server { $0.longestText = 60 }
        defer { standIn.stop() }
        let connector = standIn.connector()
        #expect(connector.capabilities.longestText == 500)
        #expect(await connector.readCapabilities().value?.longestText == 60)
        #expect(connector.capabilities.longestText == 60)

        let link = "https://example.org/" + String(repeating: "a", count: 100)
        let fits = "@parent@far.example " + link + " " + String(repeating: "b", count: 28)
        let published = try #require(await connector.publish(.sample(fits)).value)
        _ = await connector.remove(published.id, media: [])
        guard case .failed(let failure) = await connector.publish(.sample(fits + "b")) else {
            Issue.record("it was published")
            return
        }
        #expect(failure == Failure(.tooLarge, "The post has 61 characters; this server takes 60. Shorten it."))

        let older = try server { $0.hasSecondInstance = false }
        defer { older.stop() }
        #expect(await older.connector().readCapabilities().value?.mostMedia == 4)

        let odd = JSON(
            Array(
                #"{"version":"2.7.2 (compatible; Pleroma 2.6)","max_toot_chars":"5000","configuration":{"statuses":{"max_media_attachments":-3,"characters_reserved_per_url":1e9}}}"#
                    .utf8))
        let about = try #require(odd.flatMap { MastodonServer($0) })
        #expect(about.software == .pleroma && about.longestText == 5_000)
        #expect(about.mostMedia == 4 && about.addressLength == 23)
    }

    @Test("a picture that is still being worked on is waited for; one that never is, or is refused, posts nothing")
    func slowMedia() async throws {
        let slow = try server { $0.media = .slow(polls: 3) }
        defer { slow.stop() }
        let published = try #require(await slow.connector().publish(.sample(media: 2)).value)
        #expect(published.media.count == 2)

        for (media, isPassing) in [(MastodonStandIn.Ways.Media.neverReady, true), (.rejected, false)] {
            let standIn = try server { $0.media = media }
            defer { standIn.stop() }
            guard case .failed(let failure) = await standIn.connector().publish(.sample(media: 1)) else {
                Issue.record("\(media) was published")
                continue
            }
            #expect(failure.isPassing == isPassing, "\(failure)")
            #expect(standIn.count == 0)
        }
    }

    @Test("a post without all its pictures is taken back")
    func lostMedia() async throws {
        let standIn = try server { $0.losesMedia = true }
        defer { standIn.stop() }
        guard case .failed(let failure) = await standIn.connector().publish(.sample(media: 1)) else {
            Issue.record("it passed for published")
            return
        }
        #expect(failure.message.contains("taken back"))
        #expect(standIn.count == 0)
    }

    @Test("a post is found again where keys are forgotten, markup hides words, and clocks are silent")
    func found() async throws {
        for change: (inout MastodonStandIn.Ways) -> Void in [
            { $0.mindsKeys = false }, { ($0.mindsKeys, $0.hasSource) = (false, false) },
            { ($0.mindsKeys, $0.saysDate) = (false, false) },
        ] {
            let standIn = try server(change)
            defer { standIn.stop() }
            let connector = standIn.connector()
            let text =
                "Sports *day*, @head@school.example & “friends”!\n\nSee https://www.example.org/a/long/way/to/the/page?with=more&and=more #sport 🏃"
            let publication = Publication.sample(text, media: 2)
            let first = try #require(await connector.publish(publication).value)
            #expect(await connector.publish(publication).value?.id == first.id)
            #expect(standIn.count == 1)
            // Somebody who no longer has the pictures looks for it too.
            let place = PublicationMedia(bytes: [], filename: "", contentType: "image/jpeg", alt: "")
            let trace = Publication(
                key: publication.key, text: text, media: [place, place, place, place], account: "",
                since: publication.since)
            #expect(await connector.find(trace).value??.id == first.id)
            let other = Publication.sample(text + "?", media: 2)
            #expect(await connector.find(other) == .done(nil) || !standIn.ways.hasSource)
        }
    }

    @Test("what is older, somebody else’s, a boost’s or an answer’s is not taken for the post")
    func notFound() async throws {
        let standIn = try server()
        defer { standIn.stop() }
        let connector = standIn.connector()
        let words = "School is closed today."
        _ = standIn.postNatively(words, secondsAgo: 3 * 86_400)
        #expect(await connector.find(.sample(words)) == .done(nil))
        let post = try #require(await connector.publish(.sample(words)).value)
        #expect(standIn.count == 2, "a post with the words of an older one goes out")

        // One of the same day cannot be told from it where clocks may be wrong.
        let late = "Pick-up is at three."
        _ = standIn.postNatively(late, secondsAgo: 3_600)
        guard case .unknown(let why) = await connector.publish(.sample(late)) else {
            Issue.record("it was taken for an answer")
            return
        }
        #expect(why.contains("from before"))
        #expect(standIn.count == 3)

        let comment = try #require(
            await connector.comments(on: post.id, nil).value.flatMap { _ in
                standIn.comment(on: post.id.rawValue, words)
            })
        #expect(await connector.find(.sample(words, claimed: [post.id])) == .done(nil), "\(comment)")
        #expect(await connector.find(Publication(key: "k", text: words, account: "")).value == nil)
    }

    @Test("a server whose clock is wrong leaves it unknown, and never posts twice", arguments: [-7_200, -1_200, 7_200])
    func skew(seconds: Int) async throws {
        let standIn = try server { ($0.skewSeconds, $0.mindsKeys) = (seconds, false) }
        defer { standIn.stop() }
        let connector = standIn.connector(), publication = Publication.sample()
        let first = try #require(await connector.publish(publication).value)
        let again = await connector.publish(publication)
        if case .done(let published) = again { #expect(published.id == first.id) }
        #expect(again.failure == nil)
        #expect(standIn.count == 1)
    }

    @Test("a server that posts everything twice is found out by nobody, but one of the two is the post")
    func twice() async throws {
        let standIn = try server { ($0.postsTwice, $0.mindsKeys) = (true, false) }
        defer { standIn.stop() }
        let connector = standIn.connector(), publication = Publication.sample()
        _ = try #require(await connector.publish(publication).value)
        let found = try #require(await connector.find(publication).value ?? nil)
        #expect(await connector.publish(publication).value?.id == found.id)
        #expect(standIn.count == 2)
    }

    @Test("an edited post keeps its pictures and descriptions, and its new id is told")
    func edit() async throws {
        let standIn = try server { $0.renames = true }
        defer { standIn.stop() }
        let connector = standIn.connector()
        let publication = Publication.sample(media: 2)
        let published = try #require(await connector.publish(publication).value)
        let edited = try #require(await connector.edit(published.id, to: publication.saying("Other words")).value)
        #expect(edited.id != published.id)
        #expect(edited.media == published.media)
        #expect(await connector.fetch(edited.id).value?.text == "Other words")
    }

    @Test("a long timeline is read page by page, also where the server has no pages")
    func pages() async throws {
        let standIn = try server()
        defer { standIn.stop() }
        for number in 1...95 { _ = standIn.postNatively("Post \(number)", secondsAgo: 200 - number) }
        let connector = standIn.connector()
        var posts: [TimelinePost] = [], page: String?, pages = 0
        repeat {
            let answer = try #require(await connector.timeline(page).value)
            posts += answer.elements
            page = answer.next
            pages += 1
        } while page != nil && pages < 10
        #expect(pages == 3)
        #expect(posts.map(\.text) == (1...95).reversed().map { "Post \($0)" })

        #expect(Mastodon.next(in: #"<http://evil.example/?max_id=../../x>; rel="next""#) == nil)
        #expect(Mastodon.next(in: #"<https://a.example/p?limit=2&max_id=17>; rel="next", <x>; rel="prev""#) == "17")
    }

    @Test("the access is given back, and that is believed when the server no longer takes it")
    func revoke() async throws {
        let standIn = try server()
        defer { standIn.stop() }
        let connector = standIn.connector()
        #expect(await connector.revoke().isDone)
        #expect(await connector.identify().failure?.kind == .unauthorised)
        #expect(await connector.revoke().isDone, "giving it back again is no mistake")

        let lying = try MastodonStandIn { line in
            line == "POST /oauth/revoke" ? .answer(.json([String: String]())) : nil
        }
        defer { lying.stop() }
        #expect(await lying.connector().revoke().failure?.kind == .refused)
        let unregistered = Mastodon(
            server: lying.address, keeper: MemoryKeeper(Credential(secret: "x")), mayBeInOwnNetwork: true)
        guard case .unsupported = await unregistered.revoke() else {
            Issue.record("it was revoked without being registered")
            return
        }
    }

    @Test("an address without encryption, a strange one and one in the own network get no token")
    func addresses() async {
        let keeper = MemoryKeeper(Credential(secret: "hush hush"))
        for server in ["http://mastodon.example", "not an address", "", "ftp://127.0.0.1"] {
            let connector = Mastodon(server: server, keeper: keeper)
            #expect(await connector.identify().failure?.kind == .misconfigured, "\(server)")
        }
        let inside = Mastodon(server: "https://127.0.0.1:1", keeper: keeper)
        #expect(await inside.identify().failure?.kind == .misconfigured)
        var dumped = ""
        dump(inside, to: &dumped)
        #expect(!dumped.contains("hush"))
    }
}

extension Answer {
    var failure: Failure? {
        guard case .failed(let failure) = self else { return nil }
        return failure
    }
}

@Suite("A real snac")
struct SnacTests {
    @Test("its access is given back, and a token that no longer counts is known as one")
    func revoke() async throws {
        let connector = try await TestSnac().connector()
        #expect(try #require(await connector.identify().value).handle.hasPrefix("@school@127.0.0.1"))
        #expect(await connector.revoke().isDone)
        #expect(await connector.identify().failure?.kind == .unauthorised)
        #expect(await connector.publish(.sample()).failure?.kind == .unauthorised)
    }

    @Test("an edited post has another id, and stays the same post")
    func edit() async throws {
        let connector = try await TestSnac().connector()
        let publication = Publication.sample("Before \(Publication.sample().key)", media: 1)
        let published = try #require(await connector.publish(publication).value)
        try await Task.sleep(for: .milliseconds(1_100))
        let edited = try #require(await connector.edit(published.id, to: publication.saying("After")).value)
        #expect(edited.url == published.url)
        #expect(edited.id != published.id, "snac’s ids carry the time of the last change")
        #expect(await connector.isGone(edited.id, media: edited.media) == .done(false))
        #expect(
            await connector.isGone(RemoteID(rawValue: "1795280000ffffffffffffffffffffffffffffffff"), media: [])
                == .done(true))
    }

    @Test("somebody’s mention of the account is read")
    func mentions() async throws {
        let snac = try TestSnac()
        let connector = try await snac.connector(), parent = try await snac.connector(1)
        let key = Publication.sample().key
        let post = try #require(await connector.publish(.sample("A question? \(key)")).value)
        let fields: [(String, (any JSONWritable)?)] = [
            ("status", "An answer \(key)"), ("in_reply_to_id", post.id.rawValue),
        ]
        #expect(await parent.post(fields, key: key).isDone)
        #expect(await connector.comment(on: post.id, saying: key) != nil)
        let mention = try #require(await connector.mentions(nil).value?.elements.first { $0.text.contains(key) })
        #expect(mention.post == post.id)
        #expect(mention.author.handle.hasPrefix("@parent@"))
    }
}
