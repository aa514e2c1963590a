import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("A second opinion") struct OpinionTests {
    @Test("M26: a colleague is asked about a draft, answers, and has approved nothing", arguments: Engine.all)
    func asked(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit(
                "/posts",
                [
                    "text": "What a shit day for sport.", "account": "1", "intent": "ask",
                    "colleague": "\(TestPeople.id("Ruth").rawValue)", "question": "Is the joke all right?",
                ])
            #expect(tom.path == "/posts/1/edit")
            #expect(tom.sees("Not answered yet"))
            #expect(try await test.post(1)?.text == "What a shit day for sport.", "the draft was kept with it")

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("Tom Okafor asks what you think of “What a shit day for sport.”"))
            #expect(ruth.sees("“Is the joke all right?”"))
            await ruth.click("/posts/1")
            await ruth.submit("/opinions/1/answer", ["answer": "change", "comment": ""])
            #expect(ruth.page.status == 422)
            await ruth.visit("/posts/1")
            await ruth.submit("/opinions/1/answer", ["answer": "change", "comment": "I would leave the word out."])
            await ruth.visit("/")
            #expect(!ruth.sees("asks what you think"))

            await tom.visit("/")
            #expect(tom.sees("Ruth Adeyemi would change something in “What a shit day for sport.”"))
            await tom.click("/posts/1/edit")
            #expect(tom.sees("I would leave the word out."))
            // Sent all the same it still waits for an approval: the opinion was none.
            await tom.submit(
                "/posts/1/draft",
                ["text": "What a shit day for sport.", "account": "1", "intent": "send", "edits": "0"])
            #expect(try await test.post(1)?.state == .held)
            let approvals = try await test.rows(in: "approvals")
            #expect(approvals == 0)
            let verbs = try await test.database.read { db in
                try db.all("SELECT verb FROM events WHERE object = 'post' ORDER BY number") { $0.text(0) }
            }
            #expect(
                verbs == ["drafted", "asked for a second opinion on", "gave a second opinion on", "sent for approval"])
        }
    }

    @Test("M26: where the policy says so, a post with such a finding is sent only after a colleague has answered")
    func required() async throws {
        let source =
            TestPolicy.source
            + "## Opinions\n\nAsk somebody first. {#opinions.ask}\n\n```rule\nposts.second-opinion:\n"
            + "  from: [deputy]\n  before: [posts.language]\n```\n"
        try await withCalendar(policy: source) { test in
            var tom = await test.send("A shit day.")
            #expect(tom.page.status == 422)
            #expect(tom.sees("A colleague reads it first"))
            let draft = try await test.post(1)
            #expect(draft?.state == .draft)
            #expect(!tom.sees("Ruth Adeyemi</option>"), "the head is not among those whom the policy lets one ask")
            await tom.submit(
                "/posts/1/draft",
                [
                    "text": "A shit day.", "account": "1", "intent": "ask", "edits": "0",
                    "colleague": "\(TestPeople.id("Martin").rawValue)",
                ])
            await tom.submit("/posts/1/draft", ["text": "A shit day.", "account": "1", "intent": "send", "edits": "0"])
            #expect(tom.page.status == 422, "asked is not yet answered")
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/posts/1")
            await martin.submit("/opinions/1/answer", ["answer": "fine"])
            await tom.submit("/posts/1/draft", ["text": "A shit day.", "account": "1", "intent": "send", "edits": "0"])
            #expect(try await test.post(1)?.state == .held)
            // What finds nothing needs nobody.
            await test.send("A fine day.")
            #expect(try await test.post(2)?.state == .scheduled)
        }
    }

    @Test("Only who was asked answers, once; only who asked takes the question back; other schools see nothing of it")
    func rights() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            let martin = "\(TestPeople.id("Martin").rawValue)"
            await tom.submit("/posts", ["text": "One", "account": "1", "intent": "ask", "colleague": martin])
            for first in ["Tom", "Ruth", "Sam", "Geoffrey"] {
                var other = await Visitor(test.site, as: first)
                await other.post("/opinions/1/answer", ["answer": "fine"])
                #expect(other.page.status == 404, "\(first)")
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.post("/opinions/1/withdrawal", [:])
            #expect(ruth.page.status == 404)
            await tom.submit(
                "/posts/1/draft", ["text": "One", "account": "1", "intent": "ask", "edits": "0", "colleague": martin])
            #expect(tom.page.status == 409, "asked twice")
            await tom.visit("/posts/1")
            await tom.submit("/opinions/1/withdrawal", [:])
            var asked = await Visitor(test.site, as: "Martin")
            await asked.visit("/")
            #expect(!asked.sees("asks what you think"))
            for nobody in ["", "999", "\(TestPeople.id("Sam").rawValue)", "\(TestPeople.id("Tom").rawValue)", "x"] {
                await tom.visit("/posts/1/edit")
                await tom.submit(
                    "/posts/1/draft",
                    ["text": "One", "account": "1", "intent": "ask", "edits": "0", "colleague": nobody])
                #expect(tom.page.status == 422, "“\(nobody)” could be asked")
            }
        }
    }
}
