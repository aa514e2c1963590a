import CXML
import NetworksTesting
import Testing

@testable import Networks

@Suite("Feeds")
struct FeedTests {
    private static let evil =
        "Tom & \"Jerry\" <script>alert('1')</script> ]]> \u{1}\u{B}\u{FFFE} 🏃 é\nsecond line\n\nnext"

    private let feed = Feed(
        title: "Hill Top & friends", homepage: "https://hilltop.example/?a=1&b=2",
        address: "https://hilltop.example/feed", about: "What <we> do", updatedAt: 1_781_800_000_123,
        entries: [
            FeedEntry(
                id: FeedEntry.tag("hilltop.example", day: "2026-06-18", "post/7"), url: "https://hilltop.example/7",
                title: "Sports day: 1 < 2", text: evil, publishedAt: 1_781_700_000_000,
                media: [
                    FeedMedia(
                        url: "https://hilltop.example/a.png?x=1&y=2", contentType: "image/png",
                        alt: "A \"green\" & <calm> field", size: 1_234)
                ]),
            FeedEntry(id: "urn:2", url: "https://hilltop.example/2", text: "Short", publishedAt: 1_000_000),
        ])

    /// Whether libxml2 takes it as it is, without mending anything.
    private func isWellFormed(_ bytes: [UInt8]) -> Bool {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil, Int32(options))
        }
        guard let document else { return false }
        xmlFreeDoc(document)
        return true
    }

    @Test("what is written is well-formed and says the same when it is read, whatever stands in it")
    func roundTrip() throws {
        #expect(isWellFormed(feed.rss) && isWellFormed(feed.atom) && JSON(feed.json) != nil)
        for (bytes, kind) in [(feed.rss, "rss"), (feed.atom, "atom"), (feed.json, "json")] {
            let read = try FeedReader.read(bytes, from: feed.address)
            #expect(read.title == feed.title && read.homepage == feed.homepage && read.about == feed.about, "\(kind)")
            #expect(read.entries.map(\.id) == feed.entries.map(\.id), "\(kind)")
            #expect(read.entries.map(\.url) == feed.entries.map(\.url))
            #expect(read.entries.map(\.publishedAt) == feed.entries.map(\.publishedAt), "\(kind)")
            #expect(read.entries[0].title == "Sports day: 1 < 2", "\(kind)")
            #expect(read.entries[0].text.contains("Tom & \"Jerry\" <script>alert('1')</script> ]]>"), "\(kind)")
            #expect(read.entries[0].text.contains("🏃 é\nsecond line\n"), "\(kind)")
            let markup =
                kind == "json"
                ? JSON(bytes)?["items"][0]["content_html"].string : String(decoding: bytes, as: UTF8.self)
            #expect(markup?.contains("<script") == false, "nothing in it runs")
        }
        #expect(
            String(decoding: feed.rss, as: UTF8.self).contains(
                "<guid isPermaLink=\"false\">tag:hilltop.example,2026-06-18:post/7</guid>"))
        #expect(FeedDate.rss(1_795_284_000_000) == "Sat, 21 Nov 2026 18:00:00 +0000")
    }

    @Test("the same posts give the same bytes, and an id does not depend on where the post is")
    func stable() {
        var moved = feed
        moved.entries[0].url = "https://new.example/7"
        #expect(feed.rss == feed.rss && feed.json == feed.json)
        #expect(moved.entries[0].id == feed.entries[0].id)
    }

    @Test("feeds as others write them are read")
    func others() throws {
        let rss = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><atom:link href="https://a.example/feed" rel="self"/><title>News</title><link>https://a.example/</link>
            <item><title>A &amp;amp; B</title><link>/2026/1</link><pubDate>Thu, 18 Jun 2026 09:30:00 +0100</pubDate>
            <dc:creator><![CDATA[Jo]]></dc:creator><description>short</description>
            <content:encoded><![CDATA[<p>Long <b>bold</b></p><script>x()</script>]]></content:encoded></item>
            <item><guid>only-guid</guid><description>&lt;p&gt;Caf\u{E9}&lt;/p&gt;</description></item>
            <item><title>nothing to know it by</title></item>
            <item><link>javascript:alert(1)</link><guid>js</guid></item></channel></rss>
            """
        let latin = rss.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let read = try FeedReader.read(latin, from: "https://a.example/feed.xml")
        #expect(read.homepage == "https://a.example/")
        #expect(read.entries.map(\.id) == ["https://a.example/2026/1", "only-guid", "js"])
        #expect(
            read.entries[0].title == "A & B" && read.entries[0].text == "Long bold" && read.entries[0].author == "Jo")
        #expect(read.entries[0].publishedAt == Instant.milliseconds("2026-06-18T08:30:00Z"))
        #expect(read.entries[1].text == "Café")
        #expect(read.entries[2].url.isEmpty)

        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;lt;b&amp;gt;</title><id>x</id><link href="/home"/>
            <entry><id>urn:1</id><title type="text">a &lt; b</title><link rel="edit" href="/e"/><link href="https://a.example/1"/>
            <updated>2026-06-18T09:30:00+01:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello <i>you</i></p></div></content></entry></feed>
            """
        let second = try FeedReader.read(Array(atom.utf8), from: "https://a.example/feed.xml")
        #expect(second.title == "A <b>" && second.homepage == "https://a.example/home")
        #expect(second.entries.first?.url == "https://a.example/1" && second.entries.first?.title == "a < b")
        #expect(second.entries.first?.text == "Hello you")
    }

    static let hostile: [String] = [
        "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>",
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>",
        "<!DOCTYPE rss SYSTEM \"http://127.0.0.1/x.dtd\"><rss><channel/></rss>",
        "<rss><channel><title>cut", "<rss><channel></rss>", "<html><body>Not a feed</body></html>", "", "hello", "{}",
        "{\"version\":\"https://jsonfeed.org/version/1.1\"", "{\"version\":5,\"items\":[]}", "\u{FEFF}", "<",
        "<rss>&nope;</rss>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-rss/+AD4-",
        String(repeating: "<a>", count: 100_000), "[" + String(repeating: "[", count: 100_000),
    ]

    @Test("what is hostile or no feed is refused with a reason", arguments: hostile.indices)
    func refused(index: Int) {
        #expect(throws: FeedReader.Refusal.self) {
            try FeedReader.read(Array(Self.hostile[index].utf8), from: "https://a.example/feed")
        }
    }

    @Test("a feed in two-byte letters, a huge one and one with too many posts stay within bounds")
    func bounds() throws {
        let wide = "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(throws: FeedReader.Refusal.self) { try FeedReader.read([0xFF, 0xFE] + wide, from: "") }
        #expect(throws: FeedReader.Refusal.self) {
            try FeedReader.read([UInt8](repeating: UInt8(ascii: "<"), count: FeedReader.mostBytes + 1), from: "")
        }
        let item = "<item><guid>g</guid><description>\(String(repeating: "x", count: 100))</description></item>"
        let many = "<rss><channel>\(String(repeating: item, count: 5_000))</channel></rss>"
        #expect(try FeedReader.read(Array(many.utf8), from: "").entries.count == 500)
        let long =
            "<rss><channel><item><guid>g</guid><description>\(String(repeating: "x", count: 900_000))</description></item></channel></rss>"
        #expect(try FeedReader.read(Array(long.utf8), from: "").entries[0].text.count == 20_000)
    }

    @Test("a feed is asked for only when it changed, and loops, private addresses and faults end")
    func source() async throws {
        let rss = String(decoding: feed.rss, as: UTF8.self)
        let server = try StandInServer()
        defer { server.stop() }
        let address = server.address
        server.serve { request in
            switch request.path {
            case "/feed" where request.headers["if-none-match"] == "\"7\"": HTTPAnswer("304 Not Modified")
            case "/feed":
                HTTPAnswer(
                    "200 OK",
                    [
                        "ETag: \"7\"", "Last-Modified: Sat, 21 Nov 2026 18:00:00 GMT",
                        "Content-Type: application/rss+xml",
                    ], rss)
            case "/moved": HTTPAnswer("301 Moved Permanently", ["Location: /feed"])
            case "/loop": HTTPAnswer("302 Found", ["Location: /loop"])
            case "/always": HTTPAnswer("304 Not Modified")
            case "/page": .html("200 OK", "<html><body>Welcome</body></html>")
            default: HTTPAnswer("410 Gone")
            }
        }
        func source(_ path: String) -> FeedSource { FeedSource(address + path, reach: .ownHost("127.0.0.1")) }
        guard case .done(.changed(let read, let marks)) = await source("/moved").read() else {
            Issue.record("it was not read")
            return
        }
        #expect(read.entries.count == 2 && read.address == address + "/feed")
        #expect(marks == FeedSource.Marks(tag: "\"7\"", modified: "Sat, 21 Nov 2026 18:00:00 GMT"))
        #expect(await source("/feed").read(since: marks) == .done(.unchanged))
        #expect(await source("/always").read().isUnknown, "nothing was asked that could be unchanged")
        #expect(await source("/loop").read().failure?.kind == .misconfigured)
        #expect(await source("/page").read().failure?.kind == .misconfigured)
        #expect(await source("/gone").read().failure?.kind == .refused)
        #expect(
            await FeedSource(address + "/feed").read().failure?.kind == .misconfigured, "never into the own network")
    }
}
