import Crypto
import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite("The calendar") struct CalendarTests {
    @Test("shows drafts with a time, waiting, scheduled and published posts at their times", arguments: Engine.all)
    func shows(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            await test.send("The choir sings at the fair.", slot: "2026-11-24T10:00")
            await test.send("What a shit day for sport.", slot: "2026-11-25T11:30")
            await test.send("The bake sale raised 212 pounds.")
            _ = try await Publisher(context: test.context).workOff()
            var tom = await Visitor(test.site, as: "Tom")
            for view in ["month", "week", "list"] {
                await tom.visit("/calendar?view=\(view)&on=2026-11-23")
                for words in ["10:00", "The choir sings", "11:30", "What a shit day", "09:00", "The bake sale"] {
                    #expect(tom.sees(words), "\(view) has no “\(words)”")
                }
            }
            await tom.visit("/calendar?view=month&on=2026-12-20")
            #expect(!tom.sees("The choir sings"))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/calendar?on=2026-11-23")
            #expect(!sam.sees("The choir sings"), "another school's calendar")
        }
    }

    @Test("An address nobody would write is answered with a calendar, not with an error")
    func strangeAddresses() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom")
            for query in ["on=9999-12-31", "on=0001-01-01", "view=year", "on=x&moved=y", "view=list&on=2100-12-31"] {
                await tom.visit("/calendar?\(query)")
                #expect(tom.page.status == 200, "\(query)")
            }
        }
    }

    @Test(
        "N11: moving an approved post says that its approver is asked again, and then asks them", arguments: Engine.all)
    func moveApproved(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            await test.send("What a shit day for sport.", slot: "2026-11-23T10:00")
            try await test.approve(as: "Ruth")
            #expect(try await test.post(1)?.state == .scheduled)

            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/1")
            await tom.click("/posts/1/move")
            #expect(tom.sees("Ruth Adeyemi approved it for today, 10:00."))
            #expect(tom.sees("is asked again"))
            await tom.submit("/posts/1/time", ["slot": "2026-11-24T14:00", "edits": "0", "view": "week"])
            #expect(tom.sees("Moved “What a shit day for sport.” to tomorrow, 14:00. It waits for approval again."))
            #expect(try await test.post(1)?.state == .held)

            test.time.turn(by: .hours(2))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.rows(in: "publications") == 0, "it went out at its old time")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("Approve “What a shit day for sport.” by Tom Okafor"))
            let moves = try await test.database.read { db in
                try db.one("SELECT count(*) FROM events WHERE verb = 'moved'") { $0.int(0) }
            }
            #expect(moves == 1)
        }
    }

    @Test("A harmless post is moved and goes out at its new time alone")
    func moveScheduled() async throws {
        try await withCalendar { test in
            await test.send("The choir sings.", slot: "2026-11-23T10:00")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/1/move")
            await tom.submit("/posts/1/time", ["slot": "2026-11-23T12:00", "edits": "0"])
            #expect(try await test.post(1)?.state == .scheduled)
            test.time.turn(by: .minutes(61))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.rows(in: "publications") == 0)
            test.time.turn(by: .hours(2))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.rows(in: "publications") == 1)
        }
    }

    @Test("A published post, a time that has passed and a post that somebody changed meanwhile are not moved")
    func notMoved() async throws {
        try await withCalendar { test in
            await test.send("The choir sings.", slot: "2026-11-23T10:00")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post("/posts/1/time", ["slot": "2026-11-23T08:00", "edits": "0"])
            #expect(tom.page.status == 422)
            #expect(tom.sees("That time has passed."))
            await tom.post("/posts/1/time", ["slot": "soon", "edits": "0"])
            #expect(tom.page.status == 422)
            await tom.post("/posts/1/time", ["slot": "2026-11-24T08:00", "edits": "7"])
            #expect(tom.page.status == 409)
            test.time.turn(by: .minutes(61))
            _ = try await Publisher(context: test.context).workOff()
            tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/1/move")
            #expect(tom.page.status == 422)
            await tom.post("/posts/1/time", ["slot": "2026-11-24T08:00", "edits": "0"])
            #expect(tom.page.status == 422)
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/posts/1/move")
            #expect(sam.page.status == 404)
        }
    }

    @Test("A conflict at the new time is shown once before the post is moved there")
    func conflictFirst() async throws {
        try await withCalendar { test in
            await test.send("The choir sings.", slot: "2026-11-23T10:00")
            await test.send("Lost coats.", slot: "2026-11-23T14:00")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/2/move")
            await tom.submit("/posts/2/time", ["slot": "2026-11-23T10:30", "edits": "0"])
            #expect(tom.page.status == 422)
            #expect(tom.sees("within the hour"))
            #expect(tom.sees("Move it all the same"))
            await tom.submit("/posts/2/time", ["slot": "2026-11-23T10:30", "edits": "0", "seen": "2026-11-23T10:30"])
            #expect(tom.path == "/calendar")
            #expect(tom.sees("One post") || tom.sees("Two posts to come, one thing to look at"))
            await tom.visit("/posts/2/edit")
            #expect(tom.sees("within the hour"), "the composer says nothing of it")
        }
    }

    @Test("After a bereavement notice a post waits for a look, in the second of publishing too", arguments: Engine.all)
    func bereavement(engine: Engine) async throws {
        let source =
            TestPolicy.source
            + "## Quiet\n\nAfter a bereavement posts wait for a look. {#quiet.days}\n\n```rule\nposts.quiet-days:\n```\n"
        try await withCalendar(engine, policy: source) { test in
            await test.send("The bake sale raised 212 pounds.", slot: "2026-11-23T10:00")
            #expect(try await test.post(1)?.state == .scheduled)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/calendar")
            await dawn.click("/calendar/notes")
            await dawn.submit("/calendar/notes", ["kind": "bereavement", "title": "", "first": "2026-11-23"])
            #expect(dawn.sees("Bereavement notice"))
            await dawn.visit("/calendar?view=list")
            #expect(dawn.sees("comes after the bereavement notice"))

            test.time.turn(by: .minutes(61))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .stopped)
            #expect(try await test.rows(in: "practice_posts") == 0)

            await test.send("Thank you for your kindness.", slot: "2026-11-24T10:00")
            #expect(try await test.post(2)?.state == .held)
            await test.send("The choir sings again.", slot: "2026-12-02T10:00")
            #expect(try await test.post(3)?.state == .scheduled, "eight days later it needs nobody")
        }
    }

    @Test("A note takes what it needs and no more, and another school can neither see nor remove it")
    func notes() async throws {
        try await withCalendar { test in
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/calendar/notes")
            await dawn.submit(
                "/calendar/notes", ["kind": "event", "title": "", "first": "2026-12-04", "last": "2026-12-01"])
            #expect(dawn.page.status == 422)
            #expect(dawn.sees("Say what happens"))
            #expect(dawn.sees("This is before the first day."))
            await dawn.submit("/calendar/notes", ["kind": "event", "title": "Fair", "first": "2026-12-04"])
            #expect(dawn.sees("Fair"))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/calendar/notes")
            #expect(!sam.sees("Fair"))
            await sam.post("/calendar/notes/1/removal", [:])
            #expect(sam.page.status == 404)
            await dawn.submit("/calendar/notes/1/removal", [:])
            #expect(!dawn.sees("Fair"))
        }
    }

    @Test("A person's calendar address tells times, not words, and ends with their access or at their word")
    func feed() async throws {
        try await withCalendar { test in
            await test.send("Isla sings at the fair.", slot: "2026-11-24T10:00")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/calendar")
            await tom.click("/calendar/feed")
            await tom.submit("/calendar/feed", [:])
            let address = try #require(
                tom.text.split(separator: "\"").first { $0.contains("/calendar/feed/") && $0.hasSuffix(".ics") })
            let path = String(address.dropFirst("http://127.0.0.1:8080".count))
            var program = Visitor(test.site)
            await program.visit(path)
            #expect(program.page.status == 200)
            #expect(program.page.header("Content-Type")?.hasPrefix("text/calendar") == true)
            #expect(program.sees("DTSTART:20261124T100000Z"))
            #expect(program.sees("SUMMARY:Scheduled: Practice page"))
            #expect(!program.sees("Isla"))

            await tom.visit("/calendar/feed")
            await tom.submit("/calendar/feed", [:])
            await program.visit(path)
            #expect(program.page.status == 404, "the first address outlived the second")
            await tom.submit("/calendar/feed/end", [:])
            await program.visit(path)
            #expect(program.page.status == 404)
        }
    }

    @Test("The address of somebody who has left is dead")
    func feedOfLeaver() async throws {
        try await withCalendar { test in
            let tom = TestPeople.id("Tom")
            let token = try await test.database.write { db in
                let person = try #require(try Person.find(tom, in: db))
                let school = try #require(try School.find(TestPeople.larkmere, in: db))
                let viewer = Viewer(
                    person: person, school: school, schools: [school], appointments: [], trust: Trust(name: ""),
                    csrf: "")
                return try CalendarFeed.issue(for: viewer, at: test.context.now(), in: db)
            }
            var program = Visitor(test.site)
            await program.visit("/calendar/feed/\(token.text).ics")
            #expect(program.page.status == 200)
            try await test.database.write { db in
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(tom)")
            }
            await program.visit("/calendar/feed/\(token.text).ics")
            #expect(program.page.status == 404)
        }
    }
}

/// A site with a policy and an account on the practice network.
func withCalendar(
    _ engine: Engine = .sqlite, policy: String = TestPolicy.source, _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    try await withSite(engine) { test in
        try await test.database.write { db in
            try TestPolicy.putInForce(policy, in: db)
            _ = try TestPolicy.practiceAccount(in: db)
        }
        try await body(test)
    }
}

extension TestSite {
    func approve(_ id: Int64 = 1, as first: String) async throws {
        let post = try #require(try await post(id))
        var visitor = await Visitor(site, as: first)
        await visitor.visit("/posts/\(id)")
        await visitor.submit("/posts/\(id)/approval", ["fingerprint": post.fingerprint])
    }
}
