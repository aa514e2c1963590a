import NetworksTesting
import Testing

@testable import Networks

@Suite("A real WordPress")
struct WordPressTests {
    @Test("what people see on the website is what was approved, and nothing in it runs")
    func page() async throws {
        let wordPress = try TestWordPress()
        let connector = wordPress.connector()
        let publication = Publication.sample(
            """
            Sports & fun <today>

            First line
            second line with “quotes” \\o/ C:\\new <script>alert(1)</script> <!-- wp:latest-posts /-->
            [gallery ids="1"] see https://example.org/a?b=1&c=2.

            https://example.org/
            """, media: 1
        )
        let published = try #require(await connector.publish(publication).value)
        let (status, body) = try await wordPress.page(published.url)
        #expect(status == 200)
        #expect(
            body.contains("<h1>Sports &#038; fun &lt;today&gt;</h1>")
                || body.contains("<h1>Sports &amp; fun &lt;today&gt;</h1>"))
        #expect(body.contains("First line<br>second line"))
        #expect(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(body.contains("gallery ids="))
        #expect(body.contains(#"C:\new"#))
        #expect(body.contains(#"<a href="https://example.org/a?b=1&amp;c=2">"#))
        #expect(!body.contains("<iframe") && !body.contains("wp-block-latest-posts"))
        #expect(body.contains("alt=\"Picture 1: &quot;green&quot; &amp; &lt;calm&gt;\""))
        #expect(!body.contains("amira-khan"), "a file's name may be a child's")

        let picture = try #require(
            body.split(separator: "src=\"").map { $0.prefix { $0 != "\"" } }.first { $0.contains("-picture-1") }
        )
        #expect(try await wordPress.page(String(picture)).status == 200)
        _ = await connector.remove(published.id, media: published.media)
        #expect(try await wordPress.page(String(picture)).status == 404)
        #expect(try await wordPress.page(published.url).status == 404)
    }

    @Test("a post in the bin is not gone, and is not posted again")
    func bin() async throws {
        let wordPress = try TestWordPress()
        let connector = wordPress.connector()
        let publication = Publication.sample()
        let published = try #require(await connector.publish(publication).value)
        let binned = await Outgoing().send(wordPress.deletion(of: published.id))
        let reply = try binned.get()
        #expect(reply.status == 200)
        #expect(await connector.isGone(published.id, media: []) == .done(false))
        #expect(await connector.publish(publication).value?.id == published.id)
        #expect(await wordPress.count(of: publication) == 1)
        #expect(await connector.remove(published.id, media: []).isDone)
        #expect(await connector.isGone(published.id, media: []) == .done(true))
    }

    @Test("a wrong password is said to be one, for every verb")
    func wrongPassword() async throws {
        let wordPress = try TestWordPress()
        let publication = Publication.sample(media: 1)
        let connector = WordPress(
            site: wordPress.site, user: wordPress.user, password: "wrong", mayBeInOwnNetwork: true
        )
        let failure = Failure(
            .unauthorised,
            "WordPress did not accept the password. Ask whoever looks after the account to reconnect it."
        )
        #expect(await connector.publish(publication) == .failed(failure))
        #expect(await connector.find(publication) == .failed(failure))
        let published = try #require(await wordPress.connector().publish(publication).value)
        guard case .failed(failure) = await connector.remove(published.id, media: published.media) else {
            Issue.record("it was removed")
            return
        }
        #expect(await connector.isGone(published.id, media: published.media) == .done(false))
        _ = await wordPress.connector().remove(published.id, media: published.media)
    }

    @Test("an account that may not publish is told so, and leaves nothing behind")
    func contributor() async throws {
        let wordPress = try TestWordPress()
        let connector = WordPress(
            site: wordPress.site, user: wordPress.contributor, password: wordPress.contributorPassword,
            mayBeInOwnNetwork: true
        )
        for publication in [Publication.sample(), Publication.sample(media: 1)] {
            guard case .failed(let failure) = await connector.publish(publication) else {
                Issue.record("it was published")
                continue
            }
            #expect(failure.kind == .refused)
            #expect(failure.message.contains("does not let this account"))
            #expect(await wordPress.count(of: publication) == 0)
        }
    }

    @Test("a file that is no picture is refused, and the pictures before it are taken back")
    func notAPicture() async throws {
        let wordPress = try TestWordPress()
        let connector = wordPress.connector()
        let sample = Publication.sample(media: 1)
        let publication = Publication(
            key: sample.key, text: sample.text,
            media: sample.media + [
                PublicationMedia(
                    bytes: Array("<?php".utf8), filename: "a.php", contentType: "application/x-php", alt: ""
                )
            ], account: ""
        )
        guard case .failed(let failure) = await connector.publish(publication) else {
            Issue.record("it was published")
            return
        }
        #expect(failure.message.contains("did not take the picture"))
        #expect(await connector.pictures(of: publication).value?.isEmpty == true)
        #expect(await wordPress.count(of: publication) == 0)
    }

    @Test("strange ids reach nothing", arguments: ["", "../users/1", "1/revisions", "1?force=true", "-1", "１"])
    func strangeIDs(id: String) async throws {
        let connector = try TestWordPress().connector()
        guard case .failed = await connector.remove(RemoteID(rawValue: id), media: []),
            case .failed = await connector.isGone(RemoteID(rawValue: id), media: []),
            case .failed = await connector.fetch(RemoteID(rawValue: id))
        else {
            Issue.record("\(id) was asked about")
            return
        }
    }

    @Test("any key is found again", arguments: ["0a", "UPPER", "a--b", "-a-", "ключ", "a/b?c&d", "a_b", "1"])
    func keys(key: String) async throws {
        let connector = try TestWordPress().connector()
        let publication = Publication(key: key, text: "A key", account: "")
        let published = try #require(await connector.publish(publication).value)
        #expect(await connector.find(publication).value??.id == published.id)
        _ = await connector.remove(published.id, media: [])
    }

    @Test("an address that is no WordPress is said to be none")
    func noWordPress() async throws {
        let server = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.answer("200 OK", ["Content-Type: text/html"], "<h1>Welcome to our school</h1>")
        }
        defer { server.stop() }
        for site in [server.address, "not an address", "ftp://127.0.0.1/"] {
            let connector = WordPress(site: site, user: "a", password: "b", mayBeInOwnNetwork: true)
            guard case .failed(let failure) = await connector.publish(.sample()) else {
                Issue.record("\(site) was taken for a WordPress")
                continue
            }
            #expect(failure.kind == .misconfigured, "\(site)")
        }
        let open = WordPress(site: "http://website.example/", user: "a", password: "b")
        guard case .failed(let failure) = await open.publish(.sample()) else {
            Issue.record("a password was sent without encryption")
            return
        }
        #expect(failure.message.contains("https://"))
    }

    @Test("a website in the own network is reached only when the operator said so")
    func ownNetwork() async throws {
        let wordPress = try TestWordPress()
        let site = wordPress.site.replacing("http://", with: "https://")
        let connector = WordPress(site: site, user: "a", password: "b")
        guard case .failed(let failure) = await connector.find(.sample()) else {
            Issue.record("it was reached")
            return
        }
        #expect(failure.kind == .misconfigured)
        #expect(failure.message.contains("may not reach"))
    }

    @Test("the password is not printed")
    func redaction() {
        let connector = WordPress(site: "https://website.example", user: "head", password: "hush hush")
        var dumped = ""
        dump(connector, to: &dumped)
        #expect(!dumped.contains("hush") && !"\(connector)".contains("hush"))
        #expect(!String(reflecting: connector).contains("hush"))
    }
}

extension TestWordPress {
    /// A request that puts a post in the bin, as a person at the website would.
    func deletion(of id: RemoteID) -> Outgoing.Request {
        let credentials = Base64.text("\(user):\(password)")
        return Outgoing.Request(
            "DELETE", "\(site)/wp-json/wp/v2/posts/\(id.rawValue)",
            headers: [Outgoing.Header("Authorization", "Basic \(credentials)", isSecret: true)],
            reach: .ownHost("127.0.0.1")
        )
    }
}
