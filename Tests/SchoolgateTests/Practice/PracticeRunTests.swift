import Database
import DatabaseTesting
import Gate
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("Rehearsals on the practice network")
struct PracticeRunTests {
    private static let page = "/accounts/1/rehearsal"

    private static let policy =
        TestPolicy.source + "\nQuestions are answered within a day. {#replies.clock clauses=M28}\n"

    private func withPage(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(Self.policy, in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            try await body(test)
        }
    }

    /// As the head, on the page of the rehearsal that was just started.
    private func start(_ script: String, pace: String = "press", on test: TestSite) async -> Visitor {
        var ruth = await Visitor(test.site, as: "Ruth")
        await ruth.visit("/accounts/1")
        await ruth.click(Self.page)
        await ruth.submit(Self.page, ["script": script, "pace": pace])
        return ruth
    }

    private func post(_ text: String, on test: TestSite) async throws {
        await test.send(text)
        _ = try await Publisher(context: test.context).workOff()
    }

    @Test(
        "N7: the first post: people write once it is out, staff answer and hide, and the debrief says when",
        arguments: Engine.all)
    func firstPost(_ engine: Engine) async throws {
        try await withPage(engine) { test in
            var ruth = await start("first-post", on: test)
            await ruth.submit(Self.page + "/next", ["step": "0"])
            #expect(ruth.sees("Nothing has been posted since the rehearsal began"))
            await ruth.post(Self.page + "/next", ["step": "1"])
            #expect(ruth.page.status == 422)
            test.time.turn(by: .minutes(2))
            try await post("The choir sings on Friday.", on: test)
            await ruth.visit(Self.page)
            await ruth.submit(Self.page + "/next", ["step": "1"])
            await ruth.submit(Self.page + "/next", ["step": "1"])
            #expect(ruth.sees("Step 2 of 4"), "a second press of the same button brings nothing")

            var parent = Visitor(test.site)
            await parent.visit("/practice/a1b2c3")
            #expect(
                parent.sees("Mina Tarrow") && parent.sees("@mina.tarrow, played") && parent.sees("7 hearts, played"))

            test.time.turn(by: .minutes(12))
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit(Self.page)
            #expect(!tom.sees("You are the trainer") && !tom.sees("Next:"))
            let answer = ["comment": "1", "intent": "reply", "text": "At two, at the front.", "key": "12345678"]
            await tom.submit(Self.page + "/answer", answer)
            await tom.submit(Self.page + "/answer", answer)
            #expect(try await test.rows(in: "practice_comments") == 2, "the same answer twice is one answer")
            await ruth.submit(Self.page + "/next", ["step": "2"])
            await tom.visit(Self.page)
            await tom.submit(Self.page + "/answer", ["comment": "3", "intent": "hide"])
            await tom.submit(Self.page + "/tick", ["step": "2", "ask": "2"])
            await parent.visit("/practice/a1b2c3")
            #expect(parent.sees("At two, at the front.") && !parent.sees("Wilbur"))

            await ruth.visit(Self.page)
            await ruth.submit(Self.page + "/end", [:])
            #expect(ruth.path == "/accounts/rehearsals/1")
            #expect(ruth.sees("Done after 12 minutes by Tom Okafor"))
            #expect(ruth.sees("Questions are answered within a day."))
            #expect(ruth.sees("The policy in force has no clause about this."))
            #expect(ruth.sees("Not done") && ruth.sees("To talk about"))
            #expect(ruth.sees("One of its steps did not come"))
            await tom.post(Self.page + "/answer", answer)
            #expect(tom.page.status == 409)
            await tom.visit(Self.page)
            await tom.click("/accounts/rehearsals/1")
            #expect(tom.page.status == 200)
        }
    }

    @Test(
        "N7: an outage is a real one: the post waits in the outbox and says so, nobody can answer, and it goes out once",
        arguments: Engine.all)
    func outage(_ engine: Engine) async throws {
        try await withPage(engine) { test in
            try await post("Before", on: test)
            var ruth = await start("bad-day", on: test)
            await ruth.submit(Self.page + "/next", ["step": "0"])
            #expect(ruth.sees("The practice network is away until"))
            try await post("The gates open at nine.", on: test)
            #expect(try await test.rows(in: "practice_posts") == 1)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/2")
            #expect(tom.sees("The practice network cannot be reached"))
            var parent = Visitor(test.site)
            await parent.visit("/practice/a1b2c3")
            #expect(parent.page.status == 503 && parent.sees("is away at the moment") && !parent.sees("Before"))
            await ruth.submit(Self.page + "/comment", ["player": "@mina.tarrow", "text": "Anybody there?"])
            await tom.visit(Self.page)
            await tom.submit(
                Self.page + "/answer", ["comment": "1", "intent": "reply", "text": "Yes.", "key": "12345678"])
            #expect(tom.page.status == 503 && tom.sees("cannot be reached"))

            test.time.turn(by: .minutes(PracticeRun.outage + 1))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.rows(in: "practice_posts") == 2)
            await parent.visit("/practice/a1b2c3")
            #expect(parent.page.status == 200 && parent.sees("The gates open at nine."))
        }
    }

    @Test("N7: by the clock the people write when their minute has come, and once", arguments: Engine.all)
    func clock(_ engine: Engine) async throws {
        try await withPage(engine) { test in
            var ruth = await start("angry-parent", pace: "clock", on: test)
            let clock = PracticeClock(context: test.context)
            try await clock.run()
            #expect(try await test.rows(in: "practice_comments") == 0, "nothing is up for them to write under")
            try await post("The trip", on: test)
            test.time.turn(by: .minutes(1))
            try await clock.run()
            try await clock.run()
            #expect(try await test.rows(in: "practice_comments") == 1)
            test.time.turn(by: .minutes(2))
            try await clock.run()
            #expect(try await test.rows(in: "practice_comments") == 1)
            test.time.turn(by: .minutes(1))
            try await clock.run()
            #expect(try await test.rows(in: "practice_comments") == 3)
            await ruth.visit(Self.page)
            #expect(ruth.sees("It comes by itself at"))
        }
    }

    @Test("Only the trainer plays the people, another school sees nothing, and an official page is not rehearsed on")
    func rights() async throws {
        try await withPage { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit(Self.page)
            #expect(tom.page.status == 200 && !tom.sees("Start it"))
            for action in ["", "/next", "/weather", "/comment", "/end"] {
                await tom.post(Self.page + action, ["script": "bad-day", "weather": "down", "step": "0"])
                #expect(tom.page.status == 404, "\(action)")
            }
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit(Self.page)
            #expect(geoffrey.page.status == 404)
            _ = await start("bad-day", on: test)
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit(Self.page)
            #expect(sam.page.status == 404)
            for action in ["", "/next", "/weather", "/comment", "/end", "/tick", "/answer"] {
                await sam.post(
                    Self.page + action,
                    ["script": "bad-day", "weather": "down", "step": "0", "ask": "0", "comment": "1", "text": "Hello"])
                #expect(sam.page.status == 404, "\(action)")
            }
            #expect(try await test.rows(in: "practice_deeds") == 0)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit(Self.page)
            await ruth.submit(Self.page + "/end", [:])
            await sam.visit("/accounts/rehearsals/1")
            #expect(sam.page.status == 404)
            try await test.database.write { db in
                let proposal = try TestProposal.approved("practice", in: db)
                try db.run("UPDATE accounts SET proposal_id = \(proposal) WHERE id = 1")
            }
            await ruth.visit(Self.page)
            #expect(ruth.page.status == 404)
        }
    }

    @Test("Bad input is told: no such rehearsal, two at once, nobody chosen, no words, too many minutes")
    func badInput() async throws {
        try await withPage { test in
            try await post("The trip", on: test)
            var ruth = await start("a-flood", on: test)
            #expect(ruth.page.status == 422 && ruth.sees("Choose one of the three rehearsals."))
            ruth = await start("bad-day", on: test)
            await ruth.post(Self.page, ["script": "bad-day"])
            #expect(ruth.page.status == 409)
            await ruth.post(Self.page + "/comment", ["player": "@nobody", "text": "Hello"])
            #expect(ruth.page.status == 422 && ruth.sees("Choose who says it."))
            await ruth.post(Self.page + "/comment", ["player": "@mina.tarrow", "text": " "])
            #expect(ruth.page.status == 422)
            await ruth.post(Self.page + "/weather", ["weather": "down", "minutes": "600"])
            #expect(ruth.page.status == 422)
            await ruth.post(Self.page + "/tick", ["step": "0", "ask": "0"])
            #expect(ruth.page.status == 404, "the step has not come")
            await ruth.post(Self.page + "/answer", ["comment": "99", "intent": "hide"])
            #expect(ruth.page.status == 404)
        }
    }

    @Test(
        "Nothing that is played stands in the register or in a mail, and every script names clauses and people of its own"
    )
    func nowhereElse() async throws {
        try await withPage { test in
            try await post("The trip", on: test)
            var ruth = await start("angry-parent", on: test)
            await ruth.submit(Self.page + "/next", ["step": "0"])
            var parent = Visitor(test.site)
            for page in ["/register", "/register.json"] {
                await parent.visit(page)
                #expect(parent.page.status == 200 && !parent.sees("Carl Venning") && !parent.sees("Practice page"))
            }
            #expect(try await test.rows(in: "mails") == 0)
            #expect(try await test.rows(in: "mail_told") == 0)
            #expect(PracticeScript.all.map(\.id) == ["first-post", "angry-parent", "bad-day"])
            for script in PracticeScript.all {
                #expect(script.questions.count >= 3 && !script.players.isEmpty)
                #expect(script.steps.flatMap(\.asks).allSatisfy { !$0.duties.isEmpty })
                #expect(script.steps.flatMap(\.lines).allSatisfy { $0.text.count <= 500 })
            }
        }
    }
}
