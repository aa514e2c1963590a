import NetworksTesting
import Testing

@testable import Networks

/// A stand-in and the page on it.
struct TestFacebook {
    let server: GraphStandIn
    let connector: Facebook
    let secrets: [String]

    init(
        scopes: [String] = Facebook.scopes, through proxy: ((Int) throws -> FaultProxy)? = nil,
        change: (inout Facebook.Settings) -> Void = { _ in }
    ) throws {
        server = try GraphStandIn()
        let token = server.authorise(scopes)
        secrets = [token, server.client.secret]
        var settings = Facebook.Settings()
        settings.graph.api = try proxy?(server.port).address ?? server.address
        change(&settings)
        connector = Facebook(
            page: server.page, keeper: MemoryKeeper(Credential(secret: token)),
            client: OAuthClient(id: server.client.id, secret: server.client.secret), settings: settings,
            mayBeInOwnNetwork: true)
    }
}

extension FaultProxy {
    /// Breaks the first request that begins so, and lets all others pass.
    static func breaking(_ start: String, _ action: Action) -> (Int) throws -> FaultProxy {
        let broken = Once()
        return { port in
            try FaultProxy(to: port) { $0.hasPrefix(start) && broken.isFirst() ? action : .pass }
        }
    }
}

@Suite("A page on Facebook")
struct FacebookTests {
    @Test("pictures stay hidden until their post shows them, with their descriptions")
    func pictures() async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        let publication = Publication.fresh(
            "Well done & <all>!\n\n“fast” 🏃🏽‍♀️", media: [.green(alt: "A \"green\"\r\nsquare"), .green(alt: "")])
        let published = try #require(await facebook.connector.publish(publication).value)
        #expect(published.id.rawValue.hasPrefix("\(facebook.server.page)_"))
        #expect(published.url == "https://www.facebook.com/\(published.id.rawValue)")
        #expect(facebook.server.alts() == ["", "A \"green\"\r\nsquare"] && facebook.server.loose == 0)
        let shown = try #require(await facebook.connector.timeline(nil).value?.elements.first)
        #expect(shown.media.map(\.alt) == ["A \"green\"\r\nsquare", ""])
        #expect(await facebook.connector.remove(published.id, media: published.media).isDone)
        #expect(facebook.server.posts.isEmpty && facebook.server.alts().isEmpty)
    }

    @Test("an older post with the same words, and one of another publication, are not this one")
    func sameWords() async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        facebook.server.postByHand("Closed today")
        let first = Publication.fresh("Closed  today ")
        let found = try #require(await facebook.connector.find(first).value ?? nil)
        let claimed = Publication(
            key: "b", text: "Closed today", account: "@hilltop", since: first.since, claimed: [found.id])
        #expect(await facebook.connector.find(claimed) == .done(nil))
        let later = Publication(key: "c", text: "Closed today", account: "@hilltop", since: Instant.now() + 3_600_000)
        #expect(await facebook.connector.find(later) == .done(nil))
        let timeless = Publication(key: "d", text: "Closed today", account: "@hilltop")
        guard case .unknown = await facebook.connector.find(timeless) else {
            Issue.record("nobody can know which post that is")
            return
        }
    }

    @Test("the page's posts come part by part, and a post is found beyond the first")
    func parts() async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        facebook.server.postByHand("The first")
        for number in 1...120 { facebook.server.postByHand("Post \(number)") }
        var seen: [String] = []
        var page: String?
        repeat {
            let part = try #require(await facebook.connector.timeline(page).value)
            seen += part.elements.map(\.text)
            page = part.next
        } while page != nil
        #expect(seen.count == 121 && seen.first == "Post 120" && seen.last == "The first")
        #expect(await facebook.connector.find(.fresh("The first")).value??.id != nil)
    }

    @Test("comments by people whom Facebook does not name are read, and blocking them is left to a person")
    func nameless() async throws {
        let facebook = try TestFacebook()
        defer { facebook.server.stop() }
        let post = try #require(await facebook.connector.publish(.fresh("Sports day")).value)
        facebook.server.write("Where?", under: post.id.rawValue, name: nil)
        let answer = facebook.server.write("At the gate", under: post.id.rawValue)
        let comments = try #require(await facebook.connector.comments(on: post.id, nil).value).elements
        #expect(comments.map(\.text) == ["Where?", "At the gate"] && comments[0].author.name == "Somebody on Facebook")
        guard case .failed(let failure) = await facebook.connector.block(comments[0].author) else {
            Issue.record("nobody was blocked")
            return
        }
        #expect(failure.message.contains("block them there"))
        #expect(await facebook.connector.block(comments[1].author).isDone)
        #expect(facebook.server.isBlocked(comments[1].author.id.rawValue))
        // An answer to an answer stands under the same comment, and is one answer.
        facebook.server.write("Which gate?", under: answer)
        let inner = try #require(await facebook.connector.comment(on: post.id, saying: "Which"))
        let first = try #require(await facebook.connector.reply(to: inner, "The green one", key: "1").value)
        #expect(await facebook.connector.reply(to: inner, "The green one", key: "2").value?.id == first.id)
        #expect(try #require(await facebook.connector.mentions(nil).value).elements.first?.author.name == "Valley News")
    }

    @Test("what Facebook would refuse is refused before anything is sent")
    func refusals() async throws {
        let facebook = try TestFacebook(change: { $0.longestText = 20 })
        defer { facebook.server.stop() }
        let webp = PublicationMedia(bytes: [1], filename: "a.webp", contentType: "image/webp", alt: "")
        let video = PublicationMedia(bytes: [1], filename: "a.mp4", contentType: "video/mp4", alt: "")
        for publication in [
            Publication.fresh(String(repeating: "a", count: 21)), .fresh(" \n"), .fresh("a", media: [webp]),
            .fresh("a", media: [video]), .fresh("a", media: (0..<11).map { _ in .green(alt: "") }),
        ] {
            guard case .failed(let failure) = await facebook.connector.publish(publication) else {
                Issue.record("it was published")
                continue
            }
            #expect(!failure.isPassing && failure.message.hasSuffix("."))
        }
        #expect(facebook.server.calls.isEmpty)
    }

    @Test("a person's short token becomes a page's, and what they did not allow is named")
    func signIn() async throws {
        let server = try GraphStandIn()
        defer { server.stop() }
        var settings = GraphSettings()
        settings.api = server.address
        var network = FacebookSignIn.authorisation(settings: settings)
        network.mayBeInOwnNetwork = true
        let oauth = OAuth(network, client: OAuthClient(id: server.client.id, secret: server.client.secret))
        #expect(oauth.begin(redirect: "https://school.example/back").address.contains("pages_show_list%2C"))
        let signIn = FacebookSignIn(oauth, settings: settings, mayBeInOwnNetwork: true)

        let token = server.signIn(Facebook.scopes)
        let pages = try #require(await signIn.pages(Credential(secret: token)).value)
        #expect(pages.map(\.name) == ["Hilltop Primary"] && pages[0].instagram?.rawValue == server.instagram)
        #expect(pages[0].credential.expiresAt == nil && pages[0].credential.secret != token)
        var own = Facebook.Settings()
        own.graph = settings
        let connector = Facebook(
            page: pages[0].id.rawValue, keeper: MemoryKeeper(pages[0].credential), client: oauth.client, settings: own,
            mayBeInOwnNetwork: true)
        #expect(await connector.identify().value?.handle == "@hilltopprimary")

        let less = server.signIn(Facebook.scopes.filter { $0 != "pages_manage_posts" })
        let answer = await signIn.pages(Credential(secret: less))
        #expect(answer.message?.contains("pages_manage_posts") == true && answer.value == nil)
        server.set(tasks: ["ANALYZE"])
        #expect(await signIn.pages(Credential(secret: token)).message?.contains("administrator") == true)
        #expect(await signIn.pages(Credential(secret: "EAAUnobody")).value == nil)
    }
}
