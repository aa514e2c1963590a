import Database
import DatabaseTesting
import Foundation
import Gate
import Networks
import NetworksTesting
import Testing
import Web

@testable import Schoolgate

/// The real snac that `scripts/snac2-for-tests` started, as somebody's browser sees it.
struct SchoolServer {
    let address: String
    let user: String
    let password: String
    /// Somebody else's account there.
    let other: (user: String, password: String)

    struct Missing: Error, CustomStringConvertible {
        let description =
            "SCHOOLGATE_TEST_SNAC_… are not set. Run `make test`, or first: eval \"$(scripts/snac2-for-tests start)\""
    }

    init() throws {
        let environment = ProcessInfo.processInfo.environment
        func read(_ name: String) throws -> String {
            guard let value = environment["SCHOOLGATE_TEST_SNAC_" + name] else { throw Missing() }
            return value
        }
        address = try read("URL")
        user = try read("USER")
        password = try read("PASSWORD")
        other = (try read("OTHER"), try read("OTHER_PASSWORD"))
    }

    /// Follows the link to the server, signs in there and allows it; answers where the server sends the browser.
    func allow(_ page: String, asOther: Bool = false) async throws -> String {
        let link = try #require(page.components(separatedBy: "href=\"").first { $0.hasPrefix(address + "/oauth/") })
        let target = String(link.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        let shown = try await Outgoing().send(Outgoing.Request("GET", target, reach: .ownHost("127.0.0.1"))).get()
        #expect(shown.status == 200)
        let query = HTTPRequest.fields(String(target.drop { $0 != "?" }.dropFirst()))
        func value(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }
        let form = [
            ("login", asOther ? other.user : user), ("passwd", asOther ? other.password : password),
            ("redir", value("redirect_uri")), ("cid", value("client_id")), ("state", value("state")),
        ]
        let body = form.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        let reply = try await Outgoing().send(
            Outgoing.Request(
                "POST", address + "/oauth/x-snac-login",
                headers: [Outgoing.Header("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(body.joined(separator: "&").utf8), reach: .ownHost("127.0.0.1"))
        ).get()
        return try #require(reply.location).replacing("http://127.0.0.1:8080", with: "")
    }
}

@Suite("Connecting accounts on networks that give access")
struct ConnectingTests {
    private func prepared(_ network: Gate.Network, _ test: TestSite) async throws -> Visitor {
        try await test.database.write { db in
            _ = try TestPolicy.putInForce(in: db)
            _ = try TestProposal.approved(network, in: db)
        }
        var ruth = await Visitor(test.site, as: "Ruth")
        await ruth.visit("/proposals/1/account")
        return ruth
    }

    private func send(_ text: String, _ test: TestSite) async throws {
        var tom = await Visitor(test.site, as: "Tom")
        await tom.visit("/posts/new")
        await tom.submit("/posts", ["text": text, "account": "1", "intent": "send"])
        #expect(tom.path == "/posts/1")
        _ = try await Publisher(context: test.context).workOff()
    }

    @Test(
        "M48: an account on a real Mastodon-compatible server is allowed there, and what it publishes is out",
        arguments: Engine.all)
    func mastodon(_ engine: Engine) async throws {
        let server = try SchoolServer()
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            var ruth = try await prepared("mastodon", test)
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": "http://127.0.0.1:9/home"])
            #expect(ruth.page.status == 422 && ruth.sees("Write the server’s address alone"))
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": server.address])
            #expect(ruth.sees("Now allow it on"))
            let back = try await server.allow(ruth.text)

            // The answer is of use to nobody else, and once only.
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit(back)
            #expect(asha.page.status == 422 && asha.sees("Nothing is being connected"))
            await ruth.visit(back)
            #expect(ruth.path == "/accounts/1" && ruth.sees("School news"))
            let account = try #require(try await test.database.read { db in try Account.find(Account.ID(1), in: db) })
            #expect(account.address.hasPrefix(server.address) && account.username.contains("school"))
            await ruth.visit(back)
            #expect(ruth.page.status == 422)

            try await send("The bake sale raised 212 pounds. \(UUID())", test)
            let copy = try await test.database.read { db in
                try db.one(
                    "SELECT id, account_id, remote_id, remote_media, url, published_at, removed_at FROM publications"
                ) {
                    PublishedPost(row: $0)
                }
            }
            let out = try await Outgoing().send(Outgoing.Request("GET", copy.url, reach: .ownHost("127.0.0.1"))).get()
            #expect(out.status == 200 && String(decoding: out.body, as: UTF8.self).contains("212 pounds"))
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "The sum was wrong."])
            _ = try await Publisher(context: test.context).workOff()
            await dawn.visit("/posts/1")
            // snac takes nothing down for programs, and that is not passed over.
            #expect(dawn.sees("Needs a person") && dawn.sees("Sign in to the server, open the post and delete it"))
        }
    }

    @Test("connecting again asks the server anew, and refuses another account of it")
    func again() async throws {
        let server = try SchoolServer()
        try await withSite(reaching: ["127.0.0.1"]) { test in
            var ruth = try await prepared("mastodon", test)
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": server.address])
            await ruth.visit(try await server.allow(ruth.text))
            try await test.database.write { db in try db.run("UPDATE accounts SET trouble = 'It was refused.'") }
            await ruth.visit("/accounts")
            #expect(ruth.sees("Connect it again") && ruth.sees("It was refused."))
            await ruth.submit("/accounts/1/secret", [:])
            await ruth.visit(try await server.allow(ruth.text, asOther: true))
            #expect(ruth.page.status == 422 && ruth.sees("and start again"))
            await ruth.visit("/accounts")
            await ruth.submit("/accounts/1/secret", [:])
            await ruth.visit(try await server.allow(ruth.text))
            #expect(ruth.path == "/accounts/1")
            let trouble = try await test.database.read { db in try Account.find(Account.ID(1), in: db)?.trouble }
            #expect(trouble == nil)
        }
    }

    @Test("an attempt runs out after a quarter of an hour, and its secrets stand nowhere in the clear")
    func runsOut() async throws {
        let server = try SchoolServer()
        try await withSite(reaching: ["127.0.0.1"]) { test in
            var ruth = try await prepared("mastodon", test)
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": server.address])
            let back = try await server.allow(ruth.text)
            let sealed = try await test.database.read { db in
                try db.one("SELECT sealed FROM connection_attempts") { $0.bytes(0) }
            }
            #expect(!String(decoding: sealed, as: UTF8.self).contains("verifier"))
            test.time.turn(by: .minutes(16))
            await ruth.visit(back)
            #expect(ruth.page.status == 422 && ruth.sees("longer than a quarter of an hour"))
            let count = try await test.rows(in: "accounts")
            #expect(count == 0)
        }
    }

    @Test(
        "an account on Bluesky is connected by an app password, posts, and gets a new password", arguments: Engine.all)
    func bluesky(_ engine: Engine) async throws {
        let server = try StandInPDS()
        defer { server.stop() }
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            var ruth = try await prepared("bluesky", test)
            let fields = ["name": "School news", "username": "@\(server.handle)", "server": server.address]
            await ruth.submit("/proposals/1/account", fields.merging(["secret": "wrong-word-here"]) { $1 })
            #expect(ruth.page.status == 422 && ruth.sees("did not accept the name and app password"))
            #expect(!ruth.sees("wrong-word-here"))
            await ruth.submit("/proposals/1/account", fields.merging(["secret": server.appPassword]) { $1 })
            #expect(ruth.path == "/accounts/1" && ruth.sees("School news"))
            try await send("The bake sale raised 212 pounds.", test)
            #expect(server.count(of: "app.bsky.feed.post") == 1)
            // Tokens that the server renews are kept, for the next server of Schoolgate to use.
            let before = try await test.database.read { db in
                try Account.find(Account.ID(1), in: db)?.access(test.context, in: db)
            }
            server.expireAccess()
            let account = try #require(try await test.database.read { db in try Account.find(Account.ID(1), in: db) })
            let connector = try test.context.networks.connector(
                for: account, secret: try #require(before).text(), test.context)
            #expect(await connector.identify().value?.handle == "@\(server.handle)")
            let after = try await test.database.read { db in try account.access(test.context, in: db) }
            #expect(after?.secret != before?.secret && after?.remote == server.did)
            server.endSessions()
            await ruth.visit("/accounts")
            await ruth.submit("/accounts/1/secret", ["secret": server.appPassword])
            #expect(ruth.path == "/accounts/1")
            #expect(await connector.identify().value != nil)
        }
    }

    @Test("a server that is none, or may not be reached, is said beside the field, and nothing is connected")
    func noServer() async throws {
        let server = try SchoolServer()
        try await withSite { test in
            var ruth = try await prepared("mastodon", test)
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": server.address])
            #expect(ruth.page.status == 422 && ruth.sees("One thing to put right"))
            let counts = (try await test.rows(in: "accounts"), try await test.rows(in: "connection_attempts"))
            #expect(counts == (0, 0))
        }
    }

    @Test("a page on Facebook is allowed by whoever manages it, and speaks with the page's own token")
    func facebook() async throws {
        let server = try GraphStandIn()
        defer { server.stop() }
        var networks = NetworkSettings()
        networks.facebook.graph.api = server.address
        try await withSite(reaching: ["127.0.0.1"], networks: networks) { test in
            var ruth = try await prepared("facebook", test)
            #expect(ruth.sees("developers.facebook.com") && ruth.sees("http://127.0.0.1:8080/accounts/connected"))
            await ruth.submit("/proposals/1/account", ["name": "School news", "client": server.client.id])
            #expect(ruth.page.status == 422 && ruth.sees("Write the secret of the app"))
            await ruth.submit(
                "/proposals/1/account",
                ["name": "School news", "client": server.client.id, "secret": server.client.secret])
            #expect(ruth.sees("Now allow it on www.facebook.com") && !ruth.sees(server.client.secret))
            let state = try #require(ruth.text.firstMatch(of: /state=([A-Za-z0-9_-]+)/)?.1)
            let back = "/accounts/connected?state=\(state)&code="
            let allowed = server.allow(Facebook.scopes, redirect: "http://127.0.0.1:8080/accounts/connected")
            await ruth.visit(back + allowed)
            #expect(ruth.path == "/accounts/1")
            let account = try #require(try await test.database.read { db in try Account.find(Account.ID(1), in: db) })
            #expect(account.username == "@hilltopprimary")
            try await send("The bake sale raised 212 pounds.", test)
            #expect(server.posts == ["The bake sale raised 212 pounds."])
        }
    }

    @Test("what was not allowed on Facebook is named, and nothing is connected")
    func facebookLess() async throws {
        let server = try GraphStandIn()
        defer { server.stop() }
        var networks = NetworkSettings()
        networks.facebook.graph.api = server.address
        try await withSite(reaching: ["127.0.0.1"], networks: networks) { test in
            var ruth = try await prepared("facebook", test)
            await ruth.submit(
                "/proposals/1/account",
                ["name": "School news", "client": server.client.id, "secret": server.client.secret])
            let state = try #require(ruth.text.firstMatch(of: /state=([A-Za-z0-9_-]+)/)?.1)
            let less = server.allow(
                Facebook.scopes.filter { $0 != "pages_manage_posts" },
                redirect: "http://127.0.0.1:8080/accounts/connected")
            await ruth.visit("/accounts/connected?state=\(state)&code=\(less)")
            #expect(ruth.page.status == 422 && ruth.sees("pages_manage_posts"))
            let count = try await test.rows(in: "accounts")
            #expect(count == 0)
        }
    }
}
