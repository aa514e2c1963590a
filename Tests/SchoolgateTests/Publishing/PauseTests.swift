import Database
import DatabaseTesting
import Networks
import Testing
import Web

@testable import Schoolgate

@Suite("Pausing all posting") struct PauseTests {
    @Test("holds back the whole queue with one action, and says so on every page", arguments: Engine.all)
    func holds(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            await test.send("The choir sings.", slot: "2026-11-23T10:00")
            await test.send("The bake sale raised 212 pounds.")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            await ruth.submit("/pause", ["reason": "An incident, wait for me."])
            test.time.turn(by: .minutes(61))
            let worked = try await Publisher(context: test.context).workOff()
            #expect(worked == 0)
            #expect(try await test.rows(in: "practice_posts") == 0)

            var tom = await Visitor(test.site, as: "Tom")
            for path in ["/", "/posts", "/posts/1", "/posts/new", "/calendar", "/policies", "/me"] {
                await tom.visit(path)
                #expect(tom.sees("Posting is paused. Nothing goes out."), "\(path)")
                #expect(tom.sees("Ruth Adeyemi paused it today, 09:00: “An incident, wait for me.”"), "\(path)")
            }
            #expect(!tom.sees(#"action="/pause/end""#))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/")
            #expect(!sam.sees("Posting is paused"), "another school stopped with it")
        }
    }

    @Test("on resuming gives what missed its time back to a person, and lets the rest go", arguments: Engine.all)
    func resumes(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            await test.send("The choir sings.", slot: "2026-11-23T10:00")
            await test.send("The bake sale raised 212 pounds.")
            await test.send("Lost coats.", slot: "2026-11-23T13:00")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/calendar")
            await ruth.submit("/pause", ["reason": "An incident."])
            test.time.turn(by: .minutes(61))
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/posts")
            await martin.click("/pause")
            #expect(martin.sees("One post missed its time and goes back to a person."))
            #expect(martin.sees("2 posts go out at the time planned, or at once where none was."))
            await martin.submit("/pause/end", [:])
            #expect(!martin.sees("Posting is paused"))
            #expect(try await test.post(1)?.state == .missed)
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(2)?.state == .published)
            #expect(try await test.post(3)?.state == .scheduled)
            test.time.turn(by: .hours(3))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(3)?.state == .published)
            #expect(try await test.rows(in: "practice_posts") == 2)
            let verbs = try await test.database.read { db in
                try db.all("SELECT verb FROM events WHERE verb LIKE '%posting at' ORDER BY number") { $0.text(0) }
            }
            #expect(verbs == ["paused posting at", "resumed posting at"])
        }
    }

    @Test("stops a post in the very second of publishing, and loses nothing of it", arguments: Engine.all)
    func inTheSecond(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            await test.send("The choir sings.")
            let publisher = Publisher(context: test.context)
            let held = try #require(try await publisher.claim())
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/pause")
            await ruth.submit("/pause", ["reason": "Wait."])
            // The worker has it in hand already, and asks once more before it lets go.
            try await publisher.publish(held)
            #expect(try await test.rows(in: "practice_posts") == 0)
            #expect(try await test.post(1)?.state == .scheduled)
            await ruth.visit("/pause")
            await ruth.submit("/pause/end", [:])
            _ = try await publisher.workOff()
            #expect(try await test.rows(in: "practice_posts") == 1)
        }
    }

    @Test(
        "sends nothing again whose outcome nobody knows, and still finds out what became of it",
        arguments: [true, false])
    func inFlight(hadIt: Bool) async throws {
        try await withCalendar { test in
            await test.send("The choir sings.")
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
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/pause")
            await ruth.submit("/pause", ["reason": "Wait."])
            test.time.turn(by: Publisher.lease + .seconds(1))
            _ = try await publisher.workOff()
            #expect(try await test.rows(in: "practice_posts") == (hadIt ? 1 : 0))
            #expect(try await test.post(1)?.state == (hadIt ? .published : .scheduled))
        }
    }

    @Test("is for leaders, asks why, and is on or off once")
    func rights() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/calendar")
            #expect(!tom.sees(#"action="/pause""#))
            await tom.post("/pause", ["reason": "x"])
            #expect(tom.page.status == 404)
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/pause")
            await martin.submit("/pause", ["reason": " "])
            #expect(martin.page.status == 422)
            await martin.submit("/pause", ["reason": "Wait."])
            await martin.post("/pause", ["reason": "Wait again."])
            #expect(martin.page.status == 409)
            await martin.visit("/pause")
            await martin.submit("/pause/end", [:])
            await martin.post("/pause/end", [:])
            #expect(martin.page.status == 409)
        }
    }

    @Test("does not keep a post from being taken down")
    func removal() async throws {
        try await withCalendar { test in
            await test.send("The choir sings.")
            _ = try await Publisher(context: test.context).workOff()
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/pause")
            await ruth.submit("/pause", ["reason": "Wait."])
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/removal", ["reason": "Wrong date."])
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .removed)
        }
    }
}
