import Database
import DatabaseTesting
import Gate
import NetworksTesting
import Testing
import Web

@testable import Schoolgate

@Suite("What was posted past Schoolgate")
struct PostedElsewhereTests {
    /// Larkmere's account on a server of the AT protocol, connected long before anything that stands there.
    private func withAccount(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite, StandInPDS) async throws -> Void
    ) async throws {
        let server = try StandInPDS()
        defer { server.stop() }
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            try await test.database.write { db in
                _ = try TestPolicy.putInForce(in: db)
                _ = try TestProposal.approved("bluesky", in: db)
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/proposals/1/account")
            await ruth.submit(
                "/proposals/1/account",
                [
                    "name": "School news", "username": server.handle, "secret": server.appPassword,
                    "server": server.address,
                ])
            #expect(ruth.path == "/accounts/1")
            try await test.database.write { db in try db.run("UPDATE accounts SET created_at = 0") }
            try await body(test, server)
        }
    }

    private func expect(
        _ count: Int, _ watch: TimelineWatch, _ why: Comment = "", sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await watch.workOff()
        #expect(found == count, why, sourceLocation: sourceLocation)
    }

    @Test("N9: a native post is found, checked, somebody's to settle, and taken down from here", arguments: Engine.all)
    func found(_ engine: Engine) async throws {
        try await withAccount(engine) { test, server in
            let watch = TimelineWatch(context: test.context)
            _ = server.postNatively("The referee was a bloody idiot and a bastard.")
            try await expect(1, watch)
            try await expect(0, watch, "once an hour is enough")
            test.time.turn(by: .hours(1))
            try await expect(0, watch, "what is known is not found again")

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("was posted on School news past Schoolgate") && ruth.sees("The gate says: "))
            await ruth.click("/accounts/1/elsewhere")
            #expect(ruth.sees("The referee was a bloody idiot") && ruth.sees("One post did not come from here"))
            await ruth.submit("/elsewhere/1", ["intent": "keep", "note": ""])
            #expect(ruth.page.status == 422 && ruth.sees("Say why it may stay"))
            await ruth.visit("/accounts/1/elsewhere")
            await ruth.submit("/elsewhere/1", ["intent": "remove"])
            #expect(ruth.sees("Taken down") && ruth.sees("Ruth"))
            #expect(server.count(of: "app.bsky.feed.post") == 0)
            await ruth.visit("/")
            #expect(!ruth.sees("past Schoolgate"))
            await ruth.post("/elsewhere/1", ["intent": "gone"])
            #expect(ruth.page.status == 409, "settled is settled")
        }
    }

    @Test("N9: what Schoolgate published is not found, nor what was there before the account was connected")
    func own() async throws {
        try await withAccount { test, server in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "The bake sale raised 212 pounds.", "account": "1", "intent": "send"])
            _ = try await Publisher(context: test.context).workOff()
            #expect(server.count(of: "app.bsky.feed.post") == 1)
            try await expect(0, TimelineWatch(context: test.context))
            let after = test.context.now()
            try await test.database.write { db in try db.run("UPDATE accounts SET created_at = \(after + .days(30))") }
            _ = server.postNatively("From the years before.")
            test.time.turn(by: .hours(1))
            try await expect(0, TimelineWatch(context: test.context))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts/1/elsewhere")
            #expect(ruth.sees("Everything on it came from here") && !ruth.sees("From the years before."))
        }
    }

    @Test("N9: a network that does not answer or refuses is said, and nothing found before is lost")
    func faults() async throws {
        try await withAccount { test, server in
            _ = server.postNatively("The coats are in the hall.")
            try await expect(1, TimelineWatch(context: test.context))
            server.endSessions()
            test.time.turn(by: .hours(1))
            try await expect(0, TimelineWatch(context: test.context))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts/1/elsewhere")
            #expect(ruth.sees("The last look did not work.") && ruth.sees("The coats are in the hall."))
            await ruth.visit("/accounts")
            #expect(ruth.sees("Needs somebody"))
            server.stop()
            test.time.turn(by: .hours(1))
            try await expect(0, TimelineWatch(context: test.context))
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts/1/elsewhere")
            await ruth.submit("/elsewhere/1", ["intent": "remove"])
            #expect(ruth.page.status == 422)
            await ruth.visit("/accounts/1/elsewhere")
            #expect(ruth.sees("Nobody has looked"), "not taken down, so not called so")
        }
    }

    @Test("N9: another school's people and those who may not take posts down settle nothing")
    func strangers() async throws {
        try await withAccount { test, server in
            _ = server.postNatively("The coats are in the hall.")
            _ = try await TimelineWatch(context: test.context).workOff()
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/accounts/1/elsewhere")
            #expect(sam.page.status == 404)
            await sam.post("/elsewhere/1", ["intent": "gone"])
            #expect(sam.page.status == 404)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/")
            #expect(!tom.sees("past Schoolgate"))
            await tom.post("/elsewhere/1", ["intent": "gone"])
            #expect(tom.page.status == 404 || tom.page.status == 403)
            let open = try await test.database.read { db in
                try PostedElsewhere.open(at: TestPeople.larkmere, in: db).count
            }
            #expect(open == 1)
        }
    }
}
