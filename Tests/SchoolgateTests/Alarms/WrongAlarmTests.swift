import Database
import DatabaseTesting
import Foundation
import Policy
import Testing
import Web

@testable import Schoolgate

/// Every alarm that was wrong can be told so in one tap, and whoever looks after the policy hears of it.
@Suite struct WrongAlarmTests {
    @Test("One tap in the composer keeps what was typed and says that the gate was wrong", arguments: Engine.all)
    func composer(engine: Engine) async throws {
        try await withPosting(engine) { test, account in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "What a shit day.", "account": account, "intent": "save"])
            #expect(tom.sees(#"name="wrong""#))
            let token = try token(tom)
            await tom.submit(
                "/posts/1/draft", ["text": "What a shit day out.", "account": account, "edits": "0", "wrong": token])
            #expect(tom.path == "/posts/1/edit")
            #expect(tom.sees("What a shit day out."), "what was typed is kept")
            #expect(tom.sees("You said that this was wrong."))

            let told = try await alarms(test)
            #expect(told == ["posts.language posts.language posting.language hold shit 3"])

            // It stays where the words stay, and goes when it is taken back.
            await tom.submit(
                "/posts/1/draft",
                ["text": "Oh my, what a shit day out.", "account": account, "edits": "1", "right": token])
            #expect(!tom.sees("You said that this was wrong."))
            #expect(try await alarms(test) == [])
            let verbs = try await test.database.read { db in
                try db.all("SELECT verb FROM events WHERE object = 'post' ORDER BY number") { $0.text(0) }
            }
            #expect(
                verbs.suffix(2) == ["said the gate was wrong about", "took back that the gate was wrong about"])
        }
    }

    @Test("An approver says it on the post's page; the post waits all the same")
    func approver() async throws {
        try await withPosting { test, account in
            try await sendHeld(test, account)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            let token = try token(ruth)
            await ruth.submit("/posts/1/alarms", ["finding": token])
            #expect(ruth.sees("You said that this was wrong."))
            #expect(ruth.sees("It waits for"))
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/posts/1")
            #expect(martin.sees("Ruth Adeyemi said that this was wrong."))
            // Twice is once.
            await martin.post("/posts/1/alarms", ["finding": token])
            #expect(try await alarms(test).count == 1)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/1")
            #expect(!tom.sees("That was right after all"), "what another said is not his to take back")
            await tom.post("/posts/1/alarms/withdrawal", ["finding": token])
            #expect(tom.page.status == 403)
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/alarms/withdrawal", ["finding": token])
            #expect(ruth.sees("This was wrong"))
            await ruth.post("/posts/1/alarms", ["finding": "no such thing"])
            #expect(ruth.page.status == 409)
        }
    }

    @Test("Another school neither says nor sees it, and it is gone with its post")
    func access() async throws {
        try await withPosting { test, account in
            try await sendHeld(test, account)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            let token = try token(ruth)
            var sam = await Visitor(test.site, as: "Sam")
            await sam.post("/posts/1/alarms", ["finding": token])
            #expect(sam.page.status == 404)
            await ruth.submit("/posts/1/alarms", ["finding": token])
            await sam.post("/posts/1/alarms/withdrawal", ["finding": token])
            #expect(sam.page.status == 404)
            await sam.visit("/policies/alarms")
            #expect(sam.page.status == 200)
            #expect(!sam.sees("shit"))
            #expect(sam.sees("Nobody has called an alarm wrong"))
            // A teacher sees the post, but the page is for those who can change the rule.
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/policies/alarms")
            #expect(tom.page.status == 404)
            #expect(try await alarms(test).count == 1)
            try await test.database.write { db in
                for table in ["post_findings", "post_accounts"] {
                    try db.run("DELETE FROM \(unsafe: table) WHERE post_id = 1")
                }
                try db.run("DELETE FROM posts WHERE id = 1")
            }
            #expect(try await alarms(test) == [])
        }
    }

    @Test("The page says how often each rule was wrong, of the posts that were sent", arguments: Engine.all)
    func page(engine: Engine) async throws {
        try await withPosting(engine) { test, account in
            for text in ["A shit day.", "A shit week.", "A shit month."] { try await sendHeld(test, account, text) }
            var ruth = await Visitor(test.site, as: "Ruth")
            for post in 1...2 {
                await ruth.visit("/posts/\(post)")
                await ruth.submit("/posts/\(post)/alarms", ["finding": try token(ruth)])
            }
            // In a draft that was never sent, it is told apart.
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "A shit year.", "account": account, "intent": "save"])
            let token = try token(tom)
            await tom.submit(
                "/posts/4/draft", ["text": "A shit year.", "account": account, "edits": "0", "wrong": token])

            await ruth.visit("/policies")
            await ruth.click("/policies/alarms")
            #expect(ruth.sees("Posting 1.1 was wrong 2 times in 3") || ruth.sees("was wrong 2 times in 3"))
            #expect(ruth.sees("called wrong in 1 post never sent with it"))
            #expect(ruth.sees("“shit”"))
            #expect(ruth.sees("A shit week."))
            #expect(ruth.sees("Ruth Adeyemi called it wrong"))
            #expect(ruth.sees("/policies/1/rehearsal?control=posts.language"))

            // From there to the draft, at the rule.
            await ruth.submit("/policies", ["rule": "posts.language", "reason": "Too often wrong"])
            #expect(ruth.path == "/policies/2")
            #expect(ruth.sees("posts.language stands in line 13 of the text"))
            await ruth.visit("/policies/alarms")
            #expect(ruth.sees("/policies/2?rule=posts.language"))

            test.time.turn(by: .days(100))
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/alarms?months=3")
            #expect(ruth.sees("Nobody has called an alarm wrong"))
            await ruth.visit("/policies/alarms?months=6")
            #expect(ruth.sees("was wrong 2 times in 3"))
        }
    }

    private func token(_ visitor: Visitor) throws -> String {
        let field = visitor.sees(#"name="wrong" value=""#) ? #"name="wrong" value=""# : #"name="finding" value=""#
        let start = try #require(visitor.text.range(of: field)?.upperBound)
        return String(visitor.text[start...].prefix { $0 != "\"" })
    }

    private func alarms(_ test: TestSite) async throws -> [String] {
        try await test.database.read { db in
            try db.all(
                "SELECT rule, rule, clause, severity, words, told_by FROM wrong_alarms ORDER BY id"
            ) { row in (0..<5).map { row.text($0) }.joined(separator: " ") + " \(row.int(5))" }
        }
    }

    private func sendHeld(_ test: TestSite, _ account: String, _ text: String = "A shit day.") async throws {
        var tom = await Visitor(test.site, as: "Tom")
        await tom.visit("/posts/new")
        await tom.submit("/posts", ["text": text, "account": account, "intent": "send"])
        #expect(tom.sees("It waits for"))
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
