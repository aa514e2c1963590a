import Database
import DatabaseTesting
import Networks
import Testing
import Web

@testable import Schoolgate

/// The outbox by itself, on the practice network.
@Suite struct OutboxTests {
    @Test("Two processes that work the outbox at once publish thirty posts exactly once", arguments: Engine.all)
    func twoAtOnce(engine: Engine) async throws {
        try await withOutbox(engine) { test in
            try await test.database.write { db in
                for number in 1...30 {
                    var draft = Draft()
                    draft.text = "Post \(number)"
                    draft.accounts = [Account.ID(rawValue: 1)]
                    let id = try Draft.start(
                        draft, at: TestPeople.larkmere, by: TestPeople.id("Tom"), now: test.context.now(), in: db)
                    try Post.find(id, in: db)?.schedule(now: test.context.now(), in: db)
                }
            }
            let other = try test.context.onConnectionsOfItsOwn()
            async let first = Publisher(context: test.context).workOff()
            async let second = Publisher(context: other).workOff()
            #expect(try await first + second == 30)
            let counts = try await test.database.read { db in
                try [
                    "SELECT count(*) FROM practice_posts", "SELECT count(*) FROM publications",
                    "SELECT count(*) FROM deliveries WHERE state = 'confirmed' AND attempts = 1 AND lease IS NULL",
                    "SELECT count(*) FROM posts WHERE state = 'published'",
                    "SELECT count(*) FROM events WHERE verb = 'published'",
                ].map { sql in try db.one("\(unsafe: sql)") { $0.int(0) } }
            }
            #expect(counts == [30, 30, 30, 30, 30])
        }
    }

    @Test("A claim is one worker’s until its lease has run out", arguments: Engine.all)
    func claim(engine: Engine) async throws {
        try await withOutbox(engine) { test in
            await test.send("Hello")
            let one = Publisher(context: test.context)
            let two = Publisher(context: try test.context.onConnectionsOfItsOwn())
            async let a = one.claim()
            async let b = two.claim()
            let claims = [try await a, try await b].compactMap { $0 }
            #expect(claims.count == 1)
            let late = try #require(claims.first)
            test.time.turn(by: Publisher.lease + .seconds(1))
            _ = try await two.workOff()
            #expect(try await test.post(1)?.state == .published)
            // The first one wakes up: it has lost its lease, and neither sends nor writes anything.
            await #expect(throws: Delivery.Lost.self) { try await one.publish(late) }
            #expect(try await test.rows(in: "practice_posts") == 1)
            #expect(try await test.rows(in: "publications") == 1)
        }
    }

    @Test("A crash between the states loses nothing and posts nothing twice", arguments: Engine.all, [false, true])
    func crash(engine: Engine, hadIt: Bool) async throws {
        try await withOutbox(engine) { test in
            await test.send("Hello")
            let publisher = Publisher(context: test.context)
            let held = try #require(try await publisher.claim())
            let work = try await test.database.write { db in
                _ = try held.markSent(in: db)
                try Post.settle(held.post, in: db, now: test.context.now())
                return try DeliveryWork.load(held, test.context, in: db)
            }
            if hadIt {
                let connector = try #require(try work.connector(test.context))
                _ = await connector.publish(try await work.publication(held, largest: 0, test.context))
            }
            test.time.turn(by: Publisher.lease + .seconds(1))
            _ = try await publisher.workOff()
            #expect(try await test.post(1)?.state == .published)
            #expect(try await test.rows(in: "practice_posts") == 1)
        }
    }

    @Test("N11: a post changed between claim and sending does not go out", arguments: Engine.all)
    func changedMeanwhile(engine: Engine) async throws {
        try await withOutbox(engine) { test in
            var tom = await test.send("Hello")
            let publisher = Publisher(context: test.context)
            let held = try #require(try await publisher.claim())
            await tom.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": "Hello again", "account": "1", "edits": "0", "intent": "save"])
            await #expect(throws: Delivery.Lost.self) { try await publisher.publish(held) }
            #expect(try await test.rows(in: "practice_posts") == 0)
            #expect(try await test.post(1)?.state == .draft)
        }
    }

    @Test("A post on its way out cannot be changed or thrown away", arguments: Engine.all)
    func onItsWay(engine: Engine) async throws {
        try await withOutbox(engine) { test in
            var tom = await test.send("Hello")
            let held = try #require(try await Publisher(context: test.context).claim())
            try await test.database.write { db in
                _ = try held.markSent(in: db)
                try Post.settle(held.post, in: db, now: test.context.now())
            }
            await tom.post("/posts/1/draft", ["text": "Other words", "account": "1", "edits": "0", "intent": "save"])
            #expect(tom.page.status == 422)
            await tom.post("/posts/1/discard", [:])
            #expect(tom.page.status == 422)
            #expect(try await test.post(1)?.text == "Hello")
        }
    }

    @Test(
        "An account that refuses does not hold up another; a person tries again or leaves it out",
        arguments: [false, true])
    func partial(isAbandoned: Bool) async throws {
        try await withOutbox { test in
            try await test.database.write { db in
                try db.run(
                    """
                    INSERT INTO accounts (school_id, network, name, address, created_at)
                    VALUES (1, 'semaphore', 'Flag tower', 'https://flags.example', 0)
                    """
                )
                var draft = Draft()
                draft.text = "Hello"
                draft.accounts = [Account.ID(rawValue: 1), Account.ID(rawValue: 2)]
                let id = try Draft.start(
                    draft, at: TestPeople.larkmere, by: TestPeople.id("Tom"), now: test.context.now(), in: db)
                try Post.find(id, in: db)?.schedule(now: test.context.now(), in: db)
            }
            let publisher = Publisher(context: test.context)
            _ = try await publisher.workOff()
            #expect(try await test.post(1)?.state == .published)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/1")
            #expect(tom.sees("Schoolgate cannot speak to semaphore yet."))
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/")
            #expect(dawn.sees("A post is not on Flag tower"))
            if isAbandoned {
                await tom.submit("/deliveries/2/abandonment", [:])
                #expect(!tom.sees("Try again"))
                await dawn.visit("/")
                #expect(!dawn.sees("Flag tower"))
            } else {
                try await test.database.write { db in
                    try db.run("UPDATE accounts SET network = 'practice' WHERE id = 2")
                }
                await tom.submit("/deliveries/2/attempt", [:])
                _ = try await publisher.workOff()
                #expect(try await test.rows(in: "practice_posts") == 2)
            }
            #expect(try await test.post(1)?.state == .published)
        }
    }

    @Test("What the gate finds only after the approval stops the post, approved or not")
    func foundSince() async throws {
        try await withOutbox { test in
            await test.send("A shit day, ring 07700 900123 about it.", slot: "2026-11-23T10:00")
            let post = try #require(try await test.post(1))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/approval", ["fingerprint": post.fingerprint])
            #expect(try await test.post(1)?.state == .scheduled)
            // A new version of the policy takes effect that keeps telephone numbers in.
            try await test.database.write { db in
                let stricter =
                    TestPolicy.source + "## More\n\nNo telephone numbers. {#more.numbers}\n\n"
                    + "```rule\nposts.personal-data:\n```\n"
                try db.run("UPDATE policy_versions SET source = \(stricter)")
                try Revision.policies.raise(in: db)
            }
            test.time.turn(by: .hours(1))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .stopped)
            #expect(try await test.rows(in: "practice_posts") == 0)
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            #expect(ruth.sees("Found only after it was approved"))
        }
    }

    @Test("An approved post whose findings are what they were goes out")
    func sameFindings() async throws {
        try await withOutbox { test in
            await test.send("A shit day.", slot: "2026-11-23T10:00")
            let post = try #require(try await test.post(1))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/approval", ["fingerprint": post.fingerprint])
            test.time.turn(by: .hours(1))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .published)
        }
    }

    @Test("A missed post waits for whoever the policy names", arguments: ["author", "approver"])
    func missedSlot(recipient: String) async throws {
        let source = TestPolicy.source.replacing(
            "approvers: [headteacher, deputy]", with: "approvers: [headteacher, deputy]\n  missed-slot: \(recipient)")
        try await withOutbox(policy: source) { test in
            await test.send("Hello", slot: "2026-11-23T10:00")
            test.time.turn(by: .hours(3))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .missed)
            var tom = await Visitor(test.site, as: "Tom"), ruth = await Visitor(test.site, as: "Ruth")
            await tom.visit("/")
            await ruth.visit("/")
            #expect(tom.sees("missed its time") == (recipient == "author"))
            #expect(ruth.sees("missed its time") == (recipient == "approver"))
        }
    }

    private func withOutbox(
        _ engine: Engine = .sqlite, policy: String = TestPolicy.source,
        _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(policy, in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            try await body(test)
        }
    }
}

extension TestSite {
    /// Sends a post as Tom to the first account.
    @discardableResult
    func send(_ text: String, slot: String? = nil) async -> Visitor {
        var tom = await Visitor(site, as: "Tom")
        await tom.visit("/posts/new")
        var fields = ["text": text, "account": "1", "intent": "send"]
        fields["slot"] = slot
        await tom.submit("/posts", fields)
        return tom
    }

    func rows(in table: String) async throws -> Int64 {
        try await database.read { db in try db.one("SELECT count(*) FROM \(unsafe: table)") { $0.int(0) } }
    }
}

extension Context {
    /// As another process on the same database has it.
    func onConnectionsOfItsOwn() throws -> Context {
        Context(
            database: try database.another(), configuration: configuration, keys: keys, vault: vault,
            passwords: passwords, log: log,
            now: now, media: media, networks: networks, links: links, pictures: pictures)
    }
}
