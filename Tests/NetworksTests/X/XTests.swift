import NetworksTesting
import Testing

@testable import Networks

/// A stand-in and the account on it.
struct TestX {
    let server: StandInX
    let keeper: MemoryKeeper
    let connector: X
    let secrets: [String]

    init(
        scopes: [String] = X.scopes, through proxy: ((StandInX) throws -> FaultProxy)? = nil,
        change: (inout X.Settings) -> Void = { _ in }
    ) throws {
        server = try StandInX()
        let tokens = server.authorise(Set(scopes))
        secrets = [tokens.access, tokens.refresh, server.client.secret]
        keeper = MemoryKeeper(Credential(secret: tokens.access, refreshToken: tokens.refresh))
        var settings = X.Settings()
        settings.api = try proxy?(server).address ?? server.address
        change(&settings)
        var network = X.authorisation
        network.token = "\(settings.api)/2/oauth2/token"
        network.revocation = "\(settings.api)/2/oauth2/revoke"
        network.mayBeInOwnNetwork = true
        connector = X(
            keeper: keeper,
            oauth: OAuth(network, client: OAuthClient(id: server.client.id, secret: server.client.secret)),
            settings: settings, mayBeInOwnNetwork: true)
    }

    /// Breaks the first request that begins so, and lets all others pass.
    static func breaking(_ start: String, _ action: FaultProxy.Action) -> (StandInX) throws -> FaultProxy {
        let broken = Once()
        return { server in
            try FaultProxy(to: server.port) { $0.hasPrefix(start) && broken.isFirst() ? action : .pass }
        }
    }
}

extension Publication {
    /// One that was let out now.
    static func fresh(_ text: String, media: [PublicationMedia] = []) -> Publication {
        Publication(key: "key-\(text.hashValue)", text: text, media: media, account: "@hilltop", since: Instant.now())
    }
}

@Suite("An account on X")
struct XTests {
    @Test("a post lives, is found, archived and gone")
    func life() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        let text = "Well done & <all>!\n\n“fast” 🏃🏽‍♀️ https://school.example/a?b=1&c=2"
        let publication = Publication.fresh(text, media: [.green(alt: "A green square"), .green(alt: "Another")])
        #expect(await x.connector.find(publication) == .done(nil))
        let published = try #require(await x.connector.publish(publication).value)
        #expect(published.media.count == 2)
        #expect(x.server.alts() == ["A green square", "Another"])
        let found = try #require(await x.connector.find(publication).value ?? nil)
        #expect(found.id == published.id && found.media == published.media && found.url == published.url)
        #expect(await x.connector.publish(publication).value?.id == published.id)
        let archived = try #require(await x.connector.fetch(published.id).value)
        #expect(archived.text == text)
        #expect(await x.connector.isGone(published.id, media: published.media) == .done(false))
        #expect(await x.connector.remove(published.id, media: published.media).isDone)
        #expect(await x.connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await x.connector.remove(published.id, media: published.media).isDone)
        #expect(await x.connector.find(publication) == .done(nil))
        guard case .failed = await x.connector.fetch(published.id) else {
            Issue.record("a post that is gone was fetched")
            return
        }
    }

    @Test("an older post with the same words, and one of another publication, are not this one")
    func sameWords() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        let first = Publication.fresh("Closed today")
        let out = try #require(await x.connector.publish(first).value)
        let claimed = Publication(
            key: "b", text: "Closed today", account: "@hilltop", since: first.since, claimed: [out.id])
        #expect(await x.connector.find(claimed) == .done(nil))
        let later = Publication(key: "c", text: "Closed today", account: "@hilltop", since: Instant.now() + 3_600_000)
        #expect(await x.connector.find(later) == .done(nil))
        // X itself refuses the words: that is told, and not taken for a success.
        guard case .failed(let failure) = await x.connector.publish(claimed) else {
            Issue.record("a second post was claimed")
            return
        }
        #expect(failure.kind == .refused && failure.message.contains("same words"))
        guard case .unknown = await x.connector.find(Publication(key: "d", text: "Closed today", account: "@hilltop"))
        else {
            Issue.record("a post was found without knowing since when")
            return
        }
    }

    @Test("280 weighted characters fit, links count 23, more is refused before anything is sent")
    func length() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        let link = "https://school.example/" + String(repeating: "x", count: 300)
        for text in [
            String(repeating: "a", count: 280), String(repeating: "学", count: 140), String(repeating: "👩‍👩‍👧‍👦", count: 140),
            String(repeating: "a", count: 256) + " " + link,
        ] {
            #expect(await x.connector.publish(.fresh(text)).isDone, "\(text.prefix(10))")
        }
        let sent = x.server.calls.count
        for text in [
            String(repeating: "a", count: 281), String(repeating: "学", count: 141),
            String(repeating: "a", count: 257) + " " + link,
        ] {
            guard case .failed(let failure) = await x.connector.publish(.fresh(text)) else {
                Issue.record("too long a text was sent")
                return
            }
            #expect(failure.kind == .tooLarge)
        }
        #expect(x.server.calls.count == sent)
    }

    @Test("pictures go in parts that add up; a video is waited for; what X cannot use is not posted")
    func media() async throws {
        let x = try TestX(change: { $0.segment = 50 })
        defer { x.server.stop() }
        #expect(await x.connector.publish(.fresh("A picture", media: [.green(alt: "Green")])).isDone)
        func video(_ content: String) -> PublicationMedia {
            PublicationMedia(bytes: Array(content.utf8), filename: "a.mp4", contentType: "video/mp4", alt: "Running")
        }
        #expect(await x.connector.publish(.fresh("A video", media: [video("0000 ftyp")])).isDone)
        guard case .failed(let failure) = await x.connector.publish(.fresh("A bad video", media: [video("bad")])),
            case .failed(let mixed) = await x.connector.publish(
                .fresh("Two kinds", media: [video("0000"), .green(alt: "")]))
        else {
            Issue.record("what X cannot use was posted")
            return
        }
        #expect(failure.kind == .refused && mixed.kind == .tooLarge)
        #expect(x.server.posts == ["A picture", "A video"])
    }

    @Test("the timeline shows the account's own posts, newest first, page by page")
    func timeline() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        for number in 0..<60 { _ = x.server.write("Post \(number)", by: x.server.user) }
        _ = x.server.write("Somebody else")
        let first = try #require(await x.connector.timeline(nil).value)
        #expect(first.elements.first?.text == "Post 59" && first.elements.count == 50)
        let second = try #require(await x.connector.timeline(first.next).value)
        #expect(second.elements.count == 10 && second.next == nil)
        #expect(JSON(first.elements[0].raw)?["id"].string == first.elements[0].id.rawValue)
    }

    @Test("comments are read, answered once, hidden and shown; the rest is told as steps")
    func conversation() async throws {
        let x = try TestX()
        defer { x.server.stop() }
        let post = try #require(await x.connector.publish(.fresh("Sports day")).value)
        let uri = x.server.write("<script>alert(1)</script> When?", under: post.id.rawValue)
        let comments = try #require(await x.connector.comments(on: post.id, nil).value).elements
        let comment = try #require(comments.first)
        #expect(comments.count == 1 && comment.id.rawValue == uri && comment.post == post.id && comment.parent == nil)
        #expect(comment.text == "<script>alert(1)</script> When?" && comment.author.handle == "@valley")
        let answer = try #require(await x.connector.reply(to: comment, "On Friday.", key: "1").value)
        #expect(await x.connector.reply(to: comment, "On Friday.", key: "1").value?.id == answer.id)
        #expect(x.server.posts.count == 3)
        #expect(await x.connector.mentions(nil).value?.elements.map(\.id) == [comment.id])
        #expect(await x.connector.hide(comment).isDone && x.server.isHidden(uri))
        #expect(await x.connector.show(comment).isDone && !x.server.isHidden(uri))
        #expect(await x.connector.search("(when?) OR -friday:", nil).value?.elements.isEmpty == true)
        #expect(await x.connector.search("When", nil).value?.elements.count == 1)
        let steps = [
            await x.connector.remove(comment), await x.connector.block(comment.author),
            await x.connector.report(comment, Report(.spam, "")),
        ]
        for step in steps {
            guard case .unsupported(let words) = step else {
                Issue.record("\(step)")
                continue
            }
            #expect(words.contains("X") && !words.contains("no way"))
        }
    }

    @Test("what it costs is told beforehand")
    func costs() throws {
        let x = try TestX()
        defer { x.server.stop() }
        #expect(x.connector.cost(of: .publish("Sports day e.g. on Friday, 3.30pm.")).inWords == "about $0.015")
        for link in ["https://a.example", "see www.school.example!", "(school.org.uk/news)"] {
            #expect(x.connector.cost(of: .publish(link)).inWords == "about $0.200", "\(link)")
        }
        #expect(x.connector.cost(of: .delete).inWords == "about $0.010")
        #expect(x.connector.cost(of: .read) > x.connector.cost(of: .ownRead))
        #expect(Cost(thousandths: 12_005).inWords == "about $12.005")
    }
}
