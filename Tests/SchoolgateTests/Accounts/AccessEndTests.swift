import Database
import DatabaseTesting
import Gate
import Networks
import NetworksTesting
import Testing
import Web

@testable import Schoolgate

@Suite("Taking Schoolgate's access to an account back")
struct AccessEndTests {
    /// An account on Bluesky that Tom runs, and Tom leaves.
    private func leaving(_ test: TestSite, _ server: StandInPDS) async throws -> Visitor {
        try await test.database.write { db in
            _ = try TestPolicy.putInForce(in: db)
            _ = try TestProposal.approved("bluesky", in: db)
        }
        var ruth = await Visitor(test.site, as: "Ruth")
        await ruth.visit("/proposals/1/account")
        await ruth.submit(
            "/proposals/1/account",
            [
                "name": "School news", "username": server.handle, "server": server.address,
                "secret": server.appPassword,
            ])
        await ruth.visit("/people/3")
        await ruth.submit("/people/3/leaving", ["leaves": "2026-12-18"])
        await ruth.visit("/handovers/1")
        return ruth
    }

    private func access(_ test: TestSite) async throws -> (access: AccountAccess?, trouble: String?) {
        try await test.database.read { db in
            let account = try Account.find(Account.ID(1), in: db)
            return (try account?.access(test.context, in: db), account?.trouble)
        }
    }

    @Test(
        "N13, M12: at a handover the network forgets Schoolgate's access, and the same account is connected anew",
        arguments: Engine.all)
    func takenBack(_ engine: Engine) async throws {
        let server = try StandInPDS()
        defer { server.stop() }
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            var ruth = try await leaving(test, server)
            let before = try #require(try await access(test).access)
            #expect(ruth.sees("Let Schoolgate suggest a password"))
            await ruth.submit("/handovers/1/access", [:])
            #expect(ruth.sees("took Schoolgate’s access back") && ruth.sees("Delete the app password"))
            #expect(server.calls.last == "com.atproto.server.deleteSession")
            let (after, trouble) = try await access(test)
            #expect(after?.secret == "" && after?.refreshToken == nil && after?.remote == before.remote)
            #expect(trouble?.contains("Connect it again") == true)
            await ruth.post("/handovers/1/access", [:])
            #expect(ruth.page.status == 409, "it is signed off")
            await ruth.visit("/record")
            #expect(ruth.sees("asked the network to take back the access to"))
            // What is sent meanwhile waits with a clear word, and nothing is lost.
            let connector = try test.context.networks.connector(
                for: try #require(try await test.database.read { db in try Account.find(Account.ID(1), in: db) }),
                secret: try #require(after).text(), test.context)
            #expect(await connector.identify().message?.contains("Connect it again") == true)
            await ruth.visit("/accounts")
            await ruth.submit("/accounts/1/secret", ["secret": server.appPassword])
            let anew = try await access(test)
            #expect(anew.access?.secret.isEmpty == false && anew.trouble == nil)
        }
    }

    @Test("N13: a network that is away leaves the step open and says so, and nothing is dropped")
    func away() async throws {
        let server = try StandInPDS()
        try await withSite(reaching: ["127.0.0.1"]) { test in
            var ruth = try await leaving(test, server)
            server.stop()
            await ruth.submit("/handovers/1/access", [:])
            #expect(ruth.sees("Take it away by hand") && ruth.sees("The network may still let Schoolgate in."))
            #expect(ruth.sees("Take Schoolgate’s access back and connect anew"), "it may be tried again")
            let (after, trouble) = try await access(test)
            #expect(after?.secret.isEmpty == false && trouble == nil)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post("/handovers/1/access", [:])
            #expect(tom.page.status == 404)
        }
    }

    @Test("N13: disconnecting gives the access back", arguments: Engine.all)
    func disconnecting(_ engine: Engine) async throws {
        let server = try StandInPDS()
        defer { server.stop() }
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            var ruth = try await leaving(test, server)
            await ruth.visit("/accounts/1/closure")
            await ruth.submit("/accounts/1/closure", ["confirmed": "yes"])
            #expect(server.calls.last == "com.atproto.server.deleteSession")
            await ruth.visit("/handovers/1")
            #expect(ruth.sees("The account was closed") && !ruth.sees("Take it away by hand"))
            await ruth.click("/accounts/1")
            #expect(ruth.page.status == 200 && ruth.sees("Disconnected on"))
            let secrets = try await test.database.read { db in
                try db.one("SELECT count(*) FROM accounts WHERE sealed_secret IS NOT NULL") { $0.int(0) }
            }
            #expect(secrets == 0)
        }
    }

    @Test("N13: an account is closed although its network is away, and the page says what to take away by hand")
    func disconnectingAway() async throws {
        let server = try StandInPDS()
        try await withSite(reaching: ["127.0.0.1"]) { test in
            var ruth = try await leaving(test, server)
            server.stop()
            await ruth.visit("/accounts/1/closure")
            await ruth.submit("/accounts/1/closure", ["confirmed": "yes"])
            #expect(ruth.path == "/accounts/1" && ruth.sees("Take it away by hand: in Bluesky’s settings"))
            await ruth.visit("/record")
            #expect(ruth.sees("not taken back."))
        }
    }

    @Test("a network that never answers keeps nobody waiting for long")
    func silent() async throws {
        let server = try StandInPDS()
        let silent = try RawServer { connection, _ in
            _ = connection.readRequestBytes()
            // Until the other side gives up.
            _ = connection.read(1)
        }
        defer {
            server.stop()
            silent.stop()
        }
        try await withSite(reaching: ["127.0.0.1"]) { test in
            _ = try await leaving(test, server)
            try await test.database.write { db in
                let account = try #require(try Account.find(Account.ID(1), in: db))
                var access = try #require(try account.access(test.context, in: db))
                access.server = silent.address
                try Account.keep(try access.text(), of: account.id, test.context, in: db)
            }
            let account = try #require(try await test.database.read { db in try Account.find(Account.ID(1), in: db) })
            let start = ContinuousClock.now
            let end = await AccessEnd.of(account, within: .milliseconds(300), test.context)
            #expect(end.leftOver?.contains("did not answer in time") == true)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test("N13: on a real Mastodon-compatible server the access is gone, or the page says that it is not")
    func realServer() async throws {
        let server = try SchoolServer()
        try await withSite(reaching: ["127.0.0.1"]) { test in
            try await test.database.write { db in
                _ = try TestPolicy.putInForce(in: db)
                _ = try TestProposal.approved("mastodon", in: db)
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/proposals/1/account")
            await ruth.submit("/proposals/1/account", ["name": "School news", "server": server.address])
            await ruth.visit(try await server.allow(ruth.text))
            let before = try #require(try await access(test).access)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/leaving", ["leaves": "2026-12-18"])
            await ruth.visit("/handovers/1")
            await ruth.submit("/handovers/1/access", [:])
            #expect(ruth.sees("took Schoolgate’s access back"))
            // The token that was there opens nothing any more.
            let old = try test.context.networks.connector(
                "mastodon", before, MemoryKeeper(before.credential), test.context)
            #expect(await old.identify().value == nil)
            await ruth.visit("/accounts")
            await ruth.submit("/accounts/1/secret", [:])
            #expect(ruth.sees("Now allow it on"))
            await ruth.visit(try await server.allow(ruth.text))
            let anew = try await access(test)
            #expect(ruth.path == "/accounts/1" && anew.trouble == nil && anew.access?.remote == before.remote)
        }
    }
}
