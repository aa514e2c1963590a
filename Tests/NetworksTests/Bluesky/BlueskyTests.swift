import NetworksTesting
import Testing

@testable import Networks

/// A stand-in and the account on it.
struct TestBluesky {
    let pds: StandInPDS
    let keeper: MemoryKeeper
    let connector: Bluesky

    init(
        _ dialect: StandInPDS.Dialect = .current, through proxy: ((StandInPDS) throws -> FaultProxy)? = nil
    ) async throws {
        pds = try StandInPDS(dialect)
        let session = try await TestBluesky.signIn(pds)
        keeper = MemoryKeeper(session.credential)
        connector = Bluesky(
            did: pds.did, service: try proxy?(pds).address ?? pds.address, keeper: keeper, mayBeInOwnNetwork: true)
    }

    static func signIn(_ pds: StandInPDS) async throws -> Bluesky.Session {
        let answer = await Bluesky.signIn(
            pds.handle, appPassword: pds.appPassword, service: pds.address, mayBeInOwnNetwork: true)
        return try #require(answer.value)
    }

    /// Breaks the first request of this method, and lets all others pass.
    static func breaking(_ method: String, _ action: FaultProxy.Action) -> (StandInPDS) throws -> FaultProxy {
        let broken = Once()
        return { pds in
            try FaultProxy(to: pds.port) { line in line.contains("/xrpc/\(method)") && broken.isFirst() ? action : .pass
            }
        }
    }
}

@Suite("An account on Bluesky")
struct BlueskyTests {
    @Test("a post lives, is found, archived and gone, on servers of every make", arguments: StandInPDS.Dialect.allCases)
    func life(dialect: StandInPDS.Dialect) async throws {
        let bluesky = try await TestBluesky(dialect)
        defer { bluesky.pds.stop() }
        let publication = Publication.sample("Sports day! 🏃🏽‍♀️ See https://school.example/a?b=ä. #SportsDay", media: 2)
        #expect(await bluesky.connector.find(publication) == .done(nil))
        let published = try #require(await bluesky.connector.publish(publication).value)
        #expect(published.media.count == 2)
        #expect(published.url.hasPrefix("https://bsky.app/profile/\(bluesky.pds.did)/post/"))
        #expect(await bluesky.connector.isGone(published.id, media: published.media) == .done(false))
        let found = try #require(await bluesky.connector.find(publication).value ?? nil)
        #expect(found.id == published.id && found.media == published.media && found.url == published.url)
        let again = try #require(await bluesky.connector.publish(publication).value)
        #expect(again.id == published.id)
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 1)
        let archived = try #require(await bluesky.connector.fetch(published.id).value)
        #expect(archived.text == publication.text)
        #expect(await bluesky.connector.remove(published.id, media: published.media).isDone)
        #expect(await bluesky.connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await bluesky.connector.remove(published.id, media: published.media).isDone)
        #expect(await bluesky.connector.find(publication) == .done(nil))
    }

    @Test("pictures carry their description and shape, links and tags their places in bytes")
    func record() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let publication = Publication.sample(
            "Café ☕️ with @valley.test, @nobody.test and @hilltop.test: www.school.example (#Year4) #4B", media: 1)
        let published = try #require(await bluesky.connector.publish(publication).value)
        let key = try #require(RecordAddress(published.id.rawValue)?.key)
        let record = try #require(JSON(Array((bluesky.pds.record("app.bsky.feed.post", key) ?? "").utf8)))
        let image = try #require(record["embed"]["images"].array?.first)
        #expect(image["alt"].string == publication.media[0].alt)
        #expect(image["aspectRatio"]["width"].int == 8)
        #expect(record["langs"].array?.first?.string == "en")
        let bytes = Array(publication.text.utf8)
        let said = (record["facets"].array ?? []).map { facet -> String in
            let start = Int(facet["index"]["byteStart"].int ?? 0)
            let end = Int(facet["index"]["byteEnd"].int ?? 0)
            let feature = facet["features"].array?.first
            let value = feature?["uri"].string ?? feature?["tag"].string ?? feature?["did"].string ?? ""
            return String(decoding: bytes[start..<end], as: UTF8.self) + " → " + value
        }
        #expect(
            said == [
                "@valley.test → did:plc:44ybard66vv44zksje25o7dz", "@hilltop.test → \(bluesky.pds.did)",
                "www.school.example → https://www.school.example", "#Year4 → Year4",
            ])
    }

    @Test(
        "links, handles and tags are found as Bluesky finds them",
        arguments: [
            ("(https://a.example/x_(y)).", ["https://a.example/x_(y)"]),
            ("see https://a.example/, then", ["https://a.example/"]),
            ("“https://a.example/ü?q=1!”", ["https://a.example/ü?q=1"]),
            ("mail head@school.example or e.g. this.that", []),
            ("#1 #a #ä-b_c! # #️⃣ ##x", ["#a", "#ä-b_c"]),
            ("@a @a.b. @-a.b @a.1 (@school.bsky.social)", ["@a.b", "@school.bsky.social"]),
            ("🏳️‍🌈#pride", []), ("👨‍👩‍👧‍👦 #family", ["#family"]), ("https:// http://x", []),
        ] as [(String, [String])])
    func facets(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        let found = Facet.found(in: text).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        #expect(found == expected)
    }

    @Test("300 characters fit however many bytes they take, 301 and 3001 bytes do not")
    func length() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        #expect(await bluesky.connector.publish(.sample(String(repeating: "ü", count: 300))).isDone)
        let family = "👨‍👩‍👧‍👦"
        #expect(await bluesky.connector.publish(.sample(String(repeating: family, count: 100))).isDone)
        for text in [String(repeating: "a", count: 301), String(repeating: family, count: 130)] {
            guard case .failed(let failure) = await bluesky.connector.publish(.sample(text)) else {
                Issue.record("too long a text was sent")
                return
            }
            #expect(failure.kind == .tooLarge)
        }
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 2)
    }

    @Test("keys of records look like moments, stay the same and differ")
    func keys() {
        #expect(RecordKey.made(from: "a") == RecordKey.made(from: "a"))
        let keys = Set((0..<10_000).map { RecordKey.made(from: "key-\($0)") })
        #expect(keys.count == 10_000)
        #expect(keys.allSatisfy { $0.utf8.count == 13 && "234567abcdefghij".contains($0.first ?? "z") })
    }

    @Test("two at once make one post")
    func atOnce() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let publication = Publication.sample(media: 1)
        async let first = bluesky.connector.publish(publication)
        async let second = bluesky.connector.publish(publication)
        let answers = await [first, second]
        #expect(answers.allSatisfy { $0.isDone } && answers[0].value?.id == answers[1].value?.id)
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 1)
    }

    @Test("the timeline shows what was published and what was posted by hand, and nothing passed on")
    func timeline() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let native = bluesky.pds.postNatively("By hand <script>")
        let published = try #require(await bluesky.connector.publish(.sample(media: 1)).value)
        let page = try #require(await bluesky.connector.timeline(nil).value)
        #expect(page.elements.map(\.id.rawValue) == [published.id.rawValue, native])
        #expect(page.elements[0].media.first?.alt == "Picture 1: \"green\" & <calm>")
        #expect(page.elements[1].text == "By hand <script>")
        #expect(JSON(page.elements[1].raw)?["uri"].string == native)

        let plain = try FaultProxy(to: bluesky.pds.port) {
            $0.contains("app.bsky.") && !$0.contains("collection=")
                ? .answer("404 Not Found", [], "404: Not Found") : .pass
        }
        defer { plain.stop() }
        let feedless = Bluesky(
            did: bluesky.pds.did, service: plain.address, keeper: bluesky.keeper, mayBeInOwnNetwork: true)
        let records = try #require(await feedless.timeline(nil).value)
        #expect(Set(records.elements.map(\.id.rawValue)) == [published.id.rawValue, native])
        #expect(records.elements.first { $0.id == published.id }?.media.count == 1)
    }

    @Test("an account is identified, and an unusable one is named")
    func identify() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let identity = try #require(await bluesky.connector.identify().value)
        #expect(identity.id.rawValue == bluesky.pds.did)
        #expect(identity.handle == "@hilltop.test" && identity.name == "Hilltop Primary")
        let other = Bluesky(
            did: "did:plc:somebodyelse", service: bluesky.pds.address, keeper: bluesky.keeper, mayBeInOwnNetwork: true)
        guard case .failed(let failure) = await other.identify() else {
            Issue.record("another account passed for this one")
            return
        }
        #expect(failure.kind == .misconfigured)
    }
}
