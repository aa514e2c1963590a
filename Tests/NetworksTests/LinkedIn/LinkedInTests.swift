import NetworksTesting
import Testing

@testable import Networks

/// A stand-in and the page on it.
struct TestLinkedIn {
    let server: StandInLinkedIn
    let keeper: MemoryKeeper
    let connector: LinkedIn
    let secrets: [String]

    init(
        scopes: [String] = LinkedIn.scopes, through proxy: ((Int) throws -> FaultProxy)? = nil,
        change: (inout LinkedIn.Settings) -> Void = { _ in }
    ) throws {
        server = try StandInLinkedIn()
        let tokens = server.authorise(Set(scopes))
        secrets = [tokens.access, tokens.refresh, server.client.secret]
        keeper = MemoryKeeper(Credential(secret: tokens.access, refreshToken: tokens.refresh, scopes: scopes))
        var settings = LinkedIn.Settings()
        settings.api = try proxy?(server.port).address ?? server.address
        settings.between = .milliseconds(20)
        settings.mostProcessing = .milliseconds(300)
        if proxy != nil { server.upload(to: settings.api) }
        change(&settings)
        var network = LinkedIn.authorisation
        network.token = "\(settings.api)/oauth/v2/accessToken"
        network.revocation = "\(settings.api)/oauth/v2/revoke"
        network.mayBeInOwnNetwork = true
        connector = LinkedIn(
            organisation: server.organisation, keeper: keeper,
            oauth: OAuth(network, client: OAuthClient(id: server.client.id, secret: server.client.secret)),
            settings: settings, mayBeInOwnNetwork: true)
    }
}

@Suite("A page on LinkedIn")
struct LinkedInTests {
    @Test("every sign arrives, and hashtags stay hashtags")
    func signs() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        let text =
            "Year 6 (all of them!) <3 #Robotics_club & #fun: mail a_b@school.example | {x} [y] *z* ~2 \\ #\n@nobody C# https://school.example/a_(b)?c=1#d"
        let published = try #require(await linkedIn.connector.publish(.fresh(text)).value)
        #expect(published.url == "https://www.linkedin.com/feed/update/\(published.id.rawValue)/")
        #expect(linkedIn.server.commentaries[0].contains("{hashtag|\\#|fun}"))
        #expect(await linkedIn.connector.fetch(published.id).value?.text == text)
        #expect(await linkedIn.connector.find(.fresh(text)).value??.id == published.id)
    }

    @Test(
        "little text is escaped and read back",
        arguments: [
            ("a_b", "a\\_b"), ("#tag", "#tag"), ("a#tag", "a\\#tag"), ("# tag", "\\# tag"), ("\\", "\\\\"), ("", ""),
            ("(1) [2] {3} <4>", "\\(1\\) \\[2\\] \\{3\\} \\<4\\>"),
        ])
    func little(plain: String, escaped: String) {
        #expect(LittleText.escaped(plain) == escaped)
        #expect(LittleText.plain(escaped) == plain)
    }

    @Test("names and hashtags of others are read as words")
    func templates() {
        #expect(
            LittleText.plain("Hi @[Val \\(V\\)](urn:li:person:1), {hashtag|\\#|fair_day}!") == "Hi Val (V), #fair_day!")
        #expect(LittleText.plain("broken @[ {hashtag| \\") == "broken @[ {hashtag| ")
    }

    @Test("pictures are announced, sent, waited for and described; what LinkedIn cannot use is not posted")
    func pictures() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        let one = try #require(await linkedIn.connector.publish(.fresh("One", media: [.green(alt: "A_(b)")])).value)
        let two = Publication.fresh("Two", media: [.green(alt: "Left"), .greenJPEG(alt: "")])
        let other = try #require(await linkedIn.connector.publish(two).value)
        #expect(one.media.count == 1 && other.media.count == 2 && linkedIn.server.alts == ["A_(b)", "Left", ""])
        let broken = PublicationMedia(bytes: [1, 2], filename: "", contentType: "image/png", alt: "")
        #expect(await linkedIn.connector.publish(.fresh("Three", media: [broken])).failure?.kind == .refused)
        #expect(linkedIn.server.commentaries.count == 2)
    }

    @Test("a picture and its token go to LinkedIn's own addresses only")
    func uploadAddress() async throws {
        let stranger = try RawServer { client, server in
            server.keep(client.readRequest())
            client.answer("201 Created")
        }
        let linkedIn = try TestLinkedIn()
        defer {
            stranger.stop()
            linkedIn.server.stop()
        }
        for address in [
            "https://linkedin.com.evil.example", "http://www.linkedin.com", "https://evillinkedin.com", "x",
        ] {
            linkedIn.server.upload(to: address)
            #expect(
                await linkedIn.connector.publish(.fresh("x", media: [.green(alt: "")])).failure?.kind == .misconfigured)
        }
        linkedIn.server.upload(to: stranger.address.replacing("127.0.0.1", with: "localhost"))
        #expect(await linkedIn.connector.publish(.fresh("x", media: [.green(alt: "")])).failure?.kind == .misconfigured)
        #expect(stranger.connections == 0 && linkedIn.server.commentaries.isEmpty)
    }

    @Test("the page's posts come part by part, and a post is found beyond the first")
    func parts() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        linkedIn.server.postByHand("The first")
        for number in 1...120 { linkedIn.server.postByHand("Post \(number)") }
        var seen: [String] = []
        var page: String?
        repeat {
            let part = try #require(await linkedIn.connector.timeline(page).value)
            seen += part.elements.map(\.text)
            page = part.next
        } while page != nil
        #expect(seen.count == 121 && seen.last == "The first")
        #expect(await linkedIn.connector.find(.fresh("The first")).value??.id != nil)
        let many = try TestLinkedIn(change: { $0.mostPages = 2 })
        defer { many.server.stop() }
        for number in 1...120 { many.server.postByHand("Post \(number)") }
        guard case .unknown = await many.connector.find(.fresh("The first")) else {
            Issue.record("nobody looked at the rest")
            return
        }
    }

    @Test("answers stand one level deep, and the same answer is one answer")
    func answers() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        let post = try #require(await linkedIn.connector.publish(.fresh("Sports day")).value)
        let outer = linkedIn.server.write("Where?", under: post.id.rawValue)
        linkedIn.server.write("At the gate?", under: outer)
        let inner = try #require(await linkedIn.connector.comment(on: post.id, saying: "gate"))
        #expect(inner.parent?.rawValue == outer && inner.author.name == "Somebody on LinkedIn")
        let first = try #require(await linkedIn.connector.reply(to: inner, "Yes (at ten)", key: "1").value)
        #expect(await linkedIn.connector.reply(to: inner, "Yes (at ten)", key: "2").value?.id == first.id)
        let thread = try #require(await linkedIn.connector.comments(on: post.id, nil).value).elements
        #expect(thread.map(\.text) == ["Where?", "At the gate?", "Yes (at ten)"])
        guard case .unsupported(let step) = await linkedIn.connector.mentions(nil) else {
            Issue.record("LinkedIn tells no mentions")
            return
        }
        #expect(step.contains("notifications"))
    }

    @Test("what LinkedIn would refuse is refused before anything is sent")
    func refusals() async throws {
        let linkedIn = try TestLinkedIn()
        defer { linkedIn.server.stop() }
        let webp = PublicationMedia(bytes: [1], filename: "", contentType: "image/webp", alt: "")
        for publication in [
            Publication.fresh(String(repeating: "_", count: 3_001)), .fresh(" "), .fresh("a", media: [webp]),
            .fresh("a", media: (0..<21).map { _ in .green(alt: "") }),
            .fresh("a", media: [.green(alt: String(repeating: "a", count: 4_087))]),
        ] {
            let failure = await linkedIn.connector.publish(publication).failure
            #expect(failure?.isPassing == false && failure?.message.hasSuffix(".") == true)
        }
        #expect(linkedIn.server.calls.isEmpty)
        // Escapes do not count.
        #expect(await linkedIn.connector.publish(.fresh(String(repeating: "_", count: 3_000))).isDone)
    }
}
