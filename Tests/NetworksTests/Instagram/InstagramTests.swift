import NetworksTesting
import Testing

@testable import Networks

/// A stand-in, the account on it, and the pictures that it fetches.
struct TestInstagram {
    let server: GraphStandIn
    let shelf: TestShelf
    let connector: Instagram
    let secrets: [String]

    init(
        scopes: [String] = Instagram.scopes, hasShelf: Bool = true, through proxy: ((Int) throws -> FaultProxy)? = nil,
        change: (inout Instagram.Settings) -> Void = { _ in }
    ) throws {
        server = try GraphStandIn()
        shelf = try TestShelf()
        let token = server.authorise(scopes)
        secrets = [token, server.client.secret]
        var settings = Instagram.Settings()
        settings.graph.api = try proxy?(server.port).address ?? server.address
        settings.between = .milliseconds(20)
        settings.mostProcessing = .milliseconds(500)
        change(&settings)
        connector = Instagram(
            account: server.instagram, keeper: MemoryKeeper(Credential(secret: token)),
            client: OAuthClient(id: server.client.id, secret: server.client.secret), shelf: hasShelf ? shelf : nil,
            settings: settings, mayBeInOwnNetwork: true)
    }

    func stop() {
        server.stop()
        shelf.stop()
    }
}

@Suite("An account on Instagram")
struct InstagramTests {
    @Test("pictures are offered only until Instagram has fetched them", arguments: [1, 3])
    func shelf(count: Int) async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        instagram.server.set(slowness: 2)
        let media = (1...count).map { PublicationMedia.greenJPEG(alt: "Picture \($0) & “more”") }
        let published = try #require(await instagram.connector.publish(.fresh("Sports day #fun", media: media)).value)
        #expect(published.url.hasPrefix("https://www.instagram.com/p/") && published.media.count == count)
        #expect(instagram.shelf.fetched == count && instagram.shelf.held == 0)
        let shown = try #require(await instagram.connector.timeline(nil).value?.elements.first)
        #expect(shown.media.map(\.alt) == media.map(\.alt))
    }

    @Test("a picture that cannot be fetched, or takes too long, posts nothing and is withdrawn")
    func notFetched() async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        instagram.server.set(slowness: 1_000)
        let publication = Publication.fresh("Sports day", media: [.greenJPEG(alt: "")])
        #expect(await instagram.connector.publish(publication).failure?.kind == .unavailable)
        #expect(instagram.shelf.held == 0 && instagram.server.captions.isEmpty)
        instagram.server.set(slowness: 0)
        instagram.shelf.stop()
        #expect(await instagram.connector.publish(publication).failure?.kind == .misconfigured)
        let none = try TestInstagram(hasShelf: false)
        defer { none.stop() }
        guard case .unsupported(let step) = await none.connector.publish(publication),
            none.connector.capabilities[.publish] == .byHand(step)
        else {
            Issue.record("there is nothing to fetch from")
            return
        }
        #expect(none.server.calls.isEmpty)
    }

    @Test("only https addresses are handed to Instagram")
    func https() async throws {
        let shelf = try TestShelf()
        defer { shelf.stop() }
        let server = try GraphStandIn()
        defer { server.stop() }
        var settings = Instagram.Settings()
        settings.graph.api = "https://graph.invalid"
        let connector = Instagram(
            account: server.instagram, keeper: MemoryKeeper(Credential(secret: "x")),
            client: OAuthClient(id: "1", secret: "2"), shelf: shelf, settings: settings)
        #expect(await connector.publish(.fresh("x", media: [.greenJPEG(alt: "")])).value == nil)
        #expect(shelf.fetched == 0 && shelf.held == 0)
    }

    @Test("what Instagram would refuse is refused before anything is sent")
    func refusals() async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        let jpeg = PublicationMedia.greenJPEG(alt: "")
        // As the first bytes of a JPEG say that it is 2000 wide and 500 high.
        let wide = PublicationMedia(
            bytes: [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0x01, 0xF4, 0x07, 0xD0, 1], filename: "",
            contentType: "image/jpeg",
            alt: "")
        for publication in [
            Publication.fresh("Words alone"), .fresh("PNG", media: [.green(alt: "")]), .fresh("wide", media: [wide]),
            .fresh(String(repeating: "a", count: 2_201), media: [jpeg]),
            .fresh((1...31).map { "#tag\($0)" }.joined(separator: " "), media: [jpeg]),
            .fresh((1...21).map { "@name\($0)" }.joined(separator: " "), media: [jpeg]),
            .fresh("alt", media: [.greenJPEG(alt: String(repeating: "a", count: 1_001))]),
            .fresh("many", media: (0..<11).map { _ in jpeg }),
        ] {
            guard case .failed(let failure) = await instagram.connector.publish(publication) else {
                Issue.record("it was published")
                continue
            }
            #expect(!failure.isPassing && failure.message.hasSuffix("."))
        }
        #expect(instagram.server.calls.isEmpty && instagram.shelf.held == 0)
    }

    @Test("a full day is known before anything is fetched")
    func fullDay() async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        instagram.server.set(quota: 0)
        let failure = await instagram.connector.publish(.fresh("One more", media: [.greenJPEG(alt: "")])).failure
        #expect(failure?.kind == .rateLimited(seconds: nil) && instagram.shelf.fetched == 0)
    }

    @Test("a post that somebody took down in the app is gone; one that may not be seen is not said to be")
    func gone() async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        let post = try #require(await instagram.connector.publish(.fresh("a", media: [.greenJPEG(alt: "")])).value)
        guard case .unsupported(let step) = await instagram.connector.remove(post.id, media: post.media) else {
            Issue.record("Instagram takes nothing down for a program")
            return
        }
        #expect(step.contains("app"))
        instagram.server.removeByHand(post.id.rawValue)
        #expect(await instagram.connector.isGone(post.id, media: post.media) == .done(true))
        #expect(await instagram.connector.remove(post.id, media: post.media).isDone)
        let blind = try TestInstagram(scopes: ["instagram_content_publish"])
        defer { blind.stop() }
        #expect(await blind.connector.isGone(post.id, media: []).value == nil)
    }

    @Test("hidden comments are answered before they are hidden, answers stand one level deep")
    func comments() async throws {
        let instagram = try TestInstagram()
        defer { instagram.stop() }
        let post = try #require(await instagram.connector.publish(.fresh("a", media: [.greenJPEG(alt: "")])).value)
        let outer = instagram.server.write("Where?", under: post.id.rawValue)
        instagram.server.write("At the gate?", under: outer)
        let inner = try #require(await instagram.connector.comment(on: post.id, saying: "gate"))
        #expect(inner.parent?.rawValue == outer)
        let first = try #require(await instagram.connector.reply(to: inner, "Yes", key: "1").value)
        #expect(await instagram.connector.reply(to: inner, "Yes", key: "2").value?.id == first.id)
        let comment = try #require(await instagram.connector.comment(on: post.id, saying: "Where"))
        #expect(await instagram.connector.hide(comment).isDone)
        #expect(await instagram.connector.reply(to: comment, "Too late", key: "3").failure?.kind == .refused)
        #expect(await instagram.connector.mentions(nil).value?.elements.first?.author.handle == "@valley")
    }
}

/// No double post, no lost post, and a clear message each time.
@Suite("An Instagram that goes wrong")
struct InstagramFaultTests {
    private static let posting = "POST /v25.0/17841400000000001/media_publish"

    @Test(
        "a post that was accepted without a readable answer is unknown, then found, never posted twice",
        arguments: FacebookFaultTests.carriedOut.indices)
    func accepted(index: Int) async throws {
        let instagram = try TestInstagram(
            through: FaultProxy.breaking(Self.posting, FacebookFaultTests.carriedOut[index]))
        defer { instagram.stop() }
        let publication = Publication.fresh("Sports day", media: [.greenJPEG(alt: "Green")])
        guard case .unknown(let why) = await instagram.connector.publish(publication) else {
            Issue.record("\(index) was known")
            return
        }
        #expect(why.contains("looked up"))
        let found = try #require(await instagram.connector.find(publication).value ?? nil)
        #expect(await instagram.connector.publish(publication).value?.id == found.id)
        #expect(instagram.server.captions.count == 1 && instagram.shelf.held == 0)
    }

    @Test(
        "refusals are failures of their own kind",
        arguments: [
            (190, 0, Failure.Kind.unauthorised), (10, 0, .refused), (4, 0, .rateLimited(seconds: nil)),
            (4, 2_207_051, .refused), (9, 2_207_042, .rateLimited(seconds: nil)), (25, 2_207_050, .refused),
            (9_004, 2_207_052, .misconfigured), (9_007, 2_207_027, .unavailable), (36_000, 2_207_004, .tooLarge),
            (36_003, 2_207_009, .refused), (24, 2_207_006, .refused), (80_002, 0, .rateLimited(seconds: nil)),
        ])
    func refused(code: Int, subcode: Int, kind: Failure.Kind) async throws {
        let body = "{\"error\":{\"message\":\"<b>no</b>\",\"code\":\(code),\"error_subcode\":\(subcode)}}"
        let instagram = try TestInstagram(
            through: FaultProxy.breaking(Self.posting, .answer("400 Bad Request", [], body)))
        defer { instagram.stop() }
        let publication = Publication.fresh("Sports day", media: [.greenJPEG(alt: "Green")])
        let failure = await instagram.connector.publish(publication).failure
        #expect(failure?.kind == kind)
        #expect(failure?.message.hasSuffix(".") == true && failure?.message.contains("<") == false)
        #expect(instagram.server.captions.isEmpty && instagram.shelf.held == 0)
        #expect(await instagram.connector.publish(publication).isDone)
    }

    @Test("whatever becomes of a container, nothing is posted and it is certain")
    func containers() async throws {
        for (start, action) in [
            ("POST /v25.0/17841400000000001/media ", FaultProxy.Action.cutAfterForwarding),
            ("POST /v25.0/17841400000000001/media ", .answer("200 OK", [], "{}")),
            ("POST /v25.0/17841400000000001/media ", .answer("400 Bad Request", [], "{\"error\":{\"code\":-2}}")),
            ("GET /v25.0/1221", .cutHalfway), ("GET /v25.0/1221", .answer("200 OK", [], "{\"status_code\":\"ERROR\"}")),
            ("GET /v25.0/1221", .answer("200 OK", [], "{\"status_code\":\"EXPIRED\"}")),
            ("GET /v25.0/1221", .answer("200 OK", [], "[]")),
        ] {
            let instagram = try TestInstagram(through: FaultProxy.breaking(start, action))
            defer { instagram.stop() }
            let publication = Publication.fresh("Sports day", media: [.greenJPEG(alt: "Green"), .greenJPEG(alt: "")])
            #expect(await instagram.connector.publish(publication).failure != nil, "\(start)")
            #expect(instagram.server.captions.isEmpty && instagram.shelf.held == 0)
            #expect(await instagram.connector.publish(publication).isDone)
        }
    }

    @Test("missing rights are told, and nothing is claimed", arguments: Instagram.scopes.prefix(2))
    func access(missing: String) async throws {
        let instagram = try TestInstagram(scopes: Instagram.scopes.filter { $0 != missing })
        defer { instagram.stop() }
        let failure = await instagram.connector.publish(.fresh("a", media: [.greenJPEG(alt: "")])).failure
        #expect(failure?.kind == .refused && failure?.message.contains("right") == true)
        #expect(instagram.server.captions.isEmpty)
    }
}
