import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct WayOfAPostTests {
    @Test("Nobody has the links of another school's post looked up")
    func linksOfAnother() async throws {
        try await withPosting(.sqlite) { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "See https://example.test/fair", "account": account, "intent": "save"])
            let post = Post.ID(rawValue: 1), links = test.context.links
            let own = try await links.facts(ofPost: post, at: TestPeople.larkmere, test.context)
            let other = try await links.facts(ofPost: post, at: TestPeople.holloway, test.context)
            #expect(own.count == 1)
            #expect(other.isEmpty)
        }
    }

    @Test(
        "N7: a post is tried out on the practice network, from the composer to its page and down again",
        arguments: Engine.all)
    func harmless(engine: Engine) async throws {
        try await withPosting(engine) { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.click("/posts")
            await tom.click("/posts/new")
            await tom.submit(
                "/posts", ["text": "The bake sale raised 212 pounds. Thank you!", "account": account, "intent": "send"])
            #expect(tom.path == "/posts/1")
            #expect(tom.sees("It goes out now."))

            _ = try await Publisher(context: test.context).workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees("it is out"))
            #expect(tom.sees("See it there"))
            try await test.database.write { db in try db.run("UPDATE publications SET url = 'javascript:alert(1)'") }
            await tom.visit("/posts/1")
            #expect(!tom.sees("javascript:"), "an address that is none of the web became a link")
            let archived = try await test.database.read { db in
                try db.one("SELECT archive FROM publications") { String(decoding: $0.bytes(0), as: UTF8.self) }
            }
            #expect(archived.contains("bake sale"))

            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "The sum was wrong."])
            _ = try await Publisher(context: test.context).workOff()
            await dawn.visit("/posts/1")
            #expect(dawn.sees("the networks have confirmed that"))
            #expect(dawn.sees("Gone, confirmed there"))
        }
    }

    @Test(
        "M19, N11: what the gate holds waits for a leader, whose approval is for exactly this version",
        arguments: Engine.all)
    func held(engine: Engine) async throws {
        try await withPosting(engine) { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "What a shit day for sport.", "account": account, "intent": "send"])
            #expect(tom.sees("Waits for approval") || tom.sees("It waits for"))
            #expect(tom.sees("You wrote it, so somebody else approves it."))

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            let old = try await test.database.read { db in
                try Post.find(Post.ID(rawValue: 1), in: db)?.fingerprint ?? ""
            }
            await ruth.submit("/posts/1/approval", ["fingerprint": old])
            #expect(ruth.sees("It goes out now."))

            // Tom changes a word while it waits in the queue: the approval is void, and it goes through the gate again.
            await tom.visit("/posts/1/edit")
            await tom.submit(
                "/posts/1/draft",
                ["text": "What a shit day for swimming.", "account": account, "intent": "send", "edits": "0"])
            #expect(tom.path == "/posts/1")
            await ruth.visit("/posts/1")
            #expect(ruth.sees("It waits for"))
            await ruth.submit("/posts/1/approval", ["fingerprint": old])
            #expect(ruth.page.status == 409)
            _ = try await Publisher(context: test.context).workOff()
            let published = try await test.database.read { db in
                try db.one("SELECT count(*) FROM publications") { $0.int(0) }
            }
            #expect(published == 0)
        }
    }

    @Test("Nobody approves what they wrote or last edited")
    func selfApproval() async throws {
        try await withPosting { test, account in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/new")
            await ruth.submit("/posts", ["text": "A shit day.", "account": account, "intent": "send"])
            let post = try #require(try await test.database.read { db in try Post.find(Post.ID(rawValue: 1), in: db) })
            await ruth.post("/posts/1/approval", ["fingerprint": post.fingerprint])
            #expect(ruth.page.status == 403)

            // Martin edits it and sends it: now he may not approve it either, and neither may Ruth, who wrote it.
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/posts/1/edit")
            await martin.submit(
                "/posts/1/draft", ["text": "A shit week.", "account": account, "intent": "send", "edits": "0"])
            let edited = try #require(
                try await test.database.read { db in try Post.find(Post.ID(rawValue: 1), in: db) })
            await martin.post("/posts/1/approval", ["fingerprint": edited.fingerprint])
            #expect(martin.page.status == 403)
        }
    }

    @Test("N11: a post approved after its slot goes back to a person, never straight out")
    func missedSlot() async throws {
        try await withPosting { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit(
                "/posts", ["text": "A shit day.", "account": account, "slot": "2026-11-23T10:00", "intent": "send"])
            let post = try #require(try await test.database.read { db in try Post.find(Post.ID(rawValue: 1), in: db) })
            test.time.turn(by: .hours(2))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/approval", ["fingerprint": post.fingerprint])
            #expect(ruth.sees("Its time passed"))
            _ = try await Publisher(context: test.context).workOff()
            let published = try await test.database.read { db in
                try db.one("SELECT count(*) FROM publications") { $0.int(0) }
            }
            #expect(published == 0)
        }
    }

    @Test("Two people who edit one draft lose nothing: the second is told")
    func twoEditors() async throws {
        try await withPosting { test, account in
            var tom = await Visitor(test.site, as: "Tom"), martin = await Visitor(test.site, as: "Martin")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "One", "account": account, "intent": "save"])
            await martin.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": "One and two", "account": account, "edits": "0"])
            await martin.submit("/posts/1/draft", ["text": "One and three", "account": account, "edits": "0"])
            #expect(martin.page.status == 409)
        }
    }

    @Test("A stranger, a governor and another school learn nothing of a post")
    func access() async throws {
        try await withPosting { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "Lanterns at six", "account": account, "intent": "save"])
            var stranger = Visitor(test.site)
            await stranger.visit("/posts/1")
            #expect(stranger.path == "/sign-in")
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/posts/1")
            #expect(sam.page.status == 404)
            #expect(!sam.sees("Lanterns"))
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit("/posts/new")
            #expect(geoffrey.page.status == 404)
            var jo = await Visitor(test.site, as: "Jo")
            await jo.visit("/posts/1")
            #expect(jo.page.status == 404)
        }
    }

    private func withPosting(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite, _ account: String) async throws -> Void
    ) async throws {
        try await withSite(engine) { test in
            let account = try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                return try TestPolicy.practiceAccount(in: db)
            }
            try await body(test, "\(account.rawValue)")
        }
    }
}
