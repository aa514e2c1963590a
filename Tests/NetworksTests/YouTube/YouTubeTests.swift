import NetworksTesting
import Testing

@testable import Networks

/// A stand-in and the channel on it.
struct TestYouTube {
    let server: StandInYouTube
    let keeper: MemoryKeeper
    let connector: YouTube
    let secrets: [String]

    init(
        scopes: [String] = YouTube.scopes, channel: String? = nil, through proxy: ((Int) throws -> FaultProxy)? = nil,
        change: (inout YouTube.Settings) -> Void = { _ in }
    ) throws {
        server = try StandInYouTube()
        let tokens = server.authorise(Set(scopes))
        secrets = [tokens.access, tokens.refresh, server.client.secret]
        keeper = MemoryKeeper(Credential(secret: tokens.access, refreshToken: tokens.refresh, scopes: scopes))
        var settings = YouTube.Settings()
        settings.api = try proxy?(server.port).address ?? server.address
        settings.between = .milliseconds(20)
        settings.chunk = 262_144
        change(&settings)
        var network = YouTube.authorisation
        network.token = "\(settings.api)/token"
        network.revocation = "\(settings.api)/revoke"
        network.mayBeInOwnNetwork = true
        connector = YouTube(
            channel: channel, keeper: keeper,
            oauth: OAuth(network, client: OAuthClient(id: server.client.id, secret: server.client.secret)),
            settings: settings, mayBeInOwnNetwork: true)
    }
}

extension PublicationMedia {
    /// Bytes that stand for a video.
    static func video(_ count: Int = 1_000) -> PublicationMedia {
        PublicationMedia(
            bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0) }, filename: "a.mp4", contentType: "video/mp4",
            alt: "", seconds: 3)
    }
}

@Suite("A channel on YouTube")
struct YouTubeTests {
    @Test("a video goes in parts, whatever of each arrives", arguments: [Int.max, 100_000])
    func parts(mostOfPart: Int) async throws {
        let youTube = try TestYouTube(change: { $0.mostResumes = 20 })
        defer { youTube.server.stop() }
        youTube.server.set(mostOfPart: mostOfPart)
        let publication = Publication.fresh("Sports day\nThe sun shone.", media: [.video(600_000)])
        let published = try #require(await youTube.connector.publish(publication).value)
        #expect(published.url == "https://www.youtube.com/watch?v=\(published.id.rawValue)")
        #expect(youTube.server.titles == ["Sports day"] && youTube.server.sizes == [600_000])
        #expect(await youTube.connector.fetch(published.id).value?.text == "Sports day\nThe sun shone.")
    }

    @Test("a title is the first line, cut at a word where it is too long, and found again")
    func titles() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        let long = (1...40).map { "word\($0)" }.joined(separator: " ")
        let publication = Publication.fresh("\(long)\nand more", media: [.video()])
        let published = try #require(await youTube.connector.publish(publication).value)
        let title = try #require(youTube.server.titles.first)
        #expect(title.utf16.count <= 100 && title.hasSuffix("…") && long.hasPrefix(title.dropLast()))
        #expect(await youTube.connector.find(publication).value??.id == published.id)
        let own = Publication(
            key: "b", text: "Only this", title: "A title of its own", media: [.video()], account: "@hilltop",
            since: Instant.now())
        let other = try #require(await youTube.connector.publish(own).value)
        #expect(await youTube.connector.fetch(other.id).value?.text == "A title of its own\n\nOnly this")
    }

    @Test("a changed description keeps what else was said of the video")
    func edits() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        let publication = Publication.fresh("Sports day on Tuesday", media: [.video()])
        let published = try #require(await youTube.connector.publish(publication).value)
        youTube.server.tag(["sports", "school"])
        #expect(
            await youTube.connector.edit(published.id, to: publication.saying("Sports day on Wednesday")).value?.id
                == published.id)
        #expect(youTube.server.tags == [["sports", "school"]] && youTube.server.titles == ["Sports day on Wednesday"])
    }

    @Test("a video that nobody can see is no success, and does not stay")
    func hiddenVideos() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        youTube.server.set(isAudited: false)
        let publication = Publication.fresh("Sports day", media: [.video()])
        let failure = await youTube.connector.publish(publication).failure
        #expect(failure?.kind == .refused && failure?.message.contains("audited") == true)
        #expect(youTube.server.titles.isEmpty)
        youTube.server.set(isAudited: true)
        youTube.server.set(uploadStatus: "rejected")
        #expect(await youTube.connector.publish(publication).failure?.kind == .refused)
        #expect(youTube.server.titles.isEmpty)
        // Where it cannot be deleted either, that is said.
        let stuck = try TestYouTube { port in
            try FaultProxy(to: port) { $0.hasPrefix("DELETE") ? .answer("403 Forbidden", [], "{}") : .pass }
        }
        defer { stuck.server.stop() }
        stuck.server.set(isAudited: false)
        guard case .unknown(let why) = await stuck.connector.publish(publication) else {
            Issue.record("it is still there")
            return
        }
        #expect(why.contains("must be deleted"))
        #expect(await stuck.connector.find(publication) == .done(nil))
    }

    @Test("what YouTube would refuse, and words without a video, are refused before anything is sent")
    func refusals() async throws {
        let youTube = try TestYouTube(change: { $0.largestVideo = 2_000 })
        defer { youTube.server.stop() }
        for publication in [
            Publication.fresh("Words alone"), .fresh("a", media: [.green(alt: "")]), .fresh("a <b>", media: [.video()]),
            .fresh("a", media: [.video(), .video()]), .fresh("a", media: [.video(0)]), .fresh(" ", media: [.video()]),
            .fresh(String(repeating: "ä", count: 2_501), media: [.video()]), .fresh("a", media: [.video(2_001)]),
        ] {
            let failure = await youTube.connector.publish(publication).failure
            #expect(failure?.isPassing == false && failure?.message.hasSuffix(".") == true)
        }
        #expect(youTube.server.calls.isEmpty)
        let words = await youTube.connector.publish(.fresh("Words alone")).message
        #expect(words?.contains("YouTube Studio") == true)
    }

    @Test("all answers of a comment are read, held comments too; what was rejected stays so")
    func comments() async throws {
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        let video = try #require(await youTube.connector.publish(.fresh("Sports day", media: [.video()])).value)
        let outer = youTube.server.write("Where?", under: video.id.rawValue)
        for number in 1...4 { youTube.server.write("Answer \(number)", under: outer) }
        let thread = try #require(await youTube.connector.comments(on: video.id, nil).value).elements
        #expect(thread.map(\.text) == ["Where?", "Answer 1", "Answer 2", "Answer 3", "Answer 4"])
        #expect(thread.dropFirst().allSatisfy { $0.parent?.rawValue == outer })
        // An answer to an answer stands under the same comment, and is one answer.
        let first = try #require(await youTube.connector.reply(to: thread[1], "At ten", key: "1").value)
        #expect(await youTube.connector.reply(to: thread[1], "At ten", key: "2").value?.id == first.id)
        #expect(await youTube.connector.hide(thread[0]).isDone)
        #expect(await youTube.connector.comments(on: video.id, nil).value?.elements.first?.isHidden == true)
        #expect(await youTube.connector.remove(thread[0]).isDone)
        #expect(await youTube.connector.show(thread[0]).failure?.kind == .refused)
        #expect(await youTube.connector.mentions(nil).value?.elements.isEmpty == true)
    }

    @Test("what a day allows is told")
    func quota() async throws {
        let quota = YouTube.Quota()
        #expect(quota.times(.upload) == 100 && quota.times(.reply) == 200 && quota.times(.read) == 10_000)
        let youTube = try TestYouTube()
        defer { youTube.server.stop() }
        let before = youTube.server.unitsLeft
        #expect(await youTube.connector.publish(.fresh("Sports day", media: [.video()])).isDone)
        // The channel and the list of uploads.
        #expect(before - youTube.server.unitsLeft == 2)
    }
}
