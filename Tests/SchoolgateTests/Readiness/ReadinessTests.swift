import Database
import DatabaseTesting
import Gate
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("Confirming the policy, and training")
struct ReadinessTests {
    static let source = """
        ---
        title: Social media policy
        number: T1
        sign-off: [headteacher, chair]
        review: yearly
        related: [Behaviour policy]
        ---

        ## Reading

        Everybody reads it. {#reading.all clauses=M2}

        ```rule
        policy.acknowledgement:
          by: [staff]
          within: 2 weeks
        ```

        Nobody publishes untrained. {#reading.trained clauses=M4}

        ```rule
        accounts.training:
          valid-for: 1 year
          grace: 1 week
        ```

        """

    @Test(
        "M4: a post for the school’s account is refused until its sender has confirmed and been trained",
        arguments: Engine.all)
    func publishing(_ engine: Engine) async throws {
        try await withReadiness(engine) { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "Good morning.", "account": "1", "intent": "send", "edits": "0"])
            #expect(tom.page.status == 422)
            let (isSaid, confirms, trains) = (
                tom.sees("speaks for the school"), tom.sees("Read the policy and confirm that you have"),
                tom.sees("You have no training on running accounts yet")
            )
            #expect(isSaid && confirms && trains)
            #expect(tom.sees("Good morning."), "nothing typed is lost")

            await tom.visit("/me/policy")
            #expect(tom.sees("Nobody publishes untrained.") && tom.sees("Behaviour policy"))
            await confirm(&tom, "Tom Okafor")
            #expect(tom.sees("You have confirmed the policy"))
            await tom.visit("/people/3/training")
            #expect(tom.page.status == 404, "Tom sees no people’s pages")
            var ruth = await Visitor(test.site, as: "Ruth")
            await train(&ruth, 3, "2026-11-20")
            let state = try await send(&tom, test)
            #expect(state != "draft", "he may now")
        }
    }

    @Test("M4: the practice pages that nobody proposed are open to everybody who writes posts")
    func practice() async throws {
        try await withReadiness { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts")
            await ruth.submit("/accounts", ["network": "practice", "name": "Trying out"])
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "Only trying.", "account": "2", "intent": "send", "edits": "0"])
            #expect(tom.page.status == 200)
        }
    }

    @Test("M4: training lapses when the policy says, or sooner where the training itself ends")
    func lapses() async throws {
        try await withReadiness { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await train(&ruth, 3, "2025-11-22")
            #expect(ruth.sees("Ended 22 November 2026"))
            await train(&ruth, 3, "2026-11-01", until: "2026-11-20")
            #expect(ruth.sees("Ended 20 November 2026"))
            var tom = await Visitor(test.site, as: "Tom")
            #expect(tom.sees("Your training has lapsed"))
            await train(&ruth, 3, "2026-11-02")
            await tom.visit("/")
            #expect(!tom.sees("Your training has lapsed"))
            await ruth.visit("/people/3/training")
            await ruth.submit("/training/3/strike", [:])
            #expect(!ruth.sees("2 November 2027"), "what was entered wrongly is struck out")
            await ruth.visit("/record")
            #expect(ruth.sees("struck out a training of"))
        }
    }

    @Test(
        "M2, W2: a confirmation is by name, of the exact text and the policies it is read with, and asked again after a change"
    )
    func confirmation() async throws {
        try await withReadiness { test in
            var tom = await Visitor(test.site, as: "Tom")
            #expect(tom.sees("Read the social media policy, and confirm it"))
            await tom.visit("/me/policy")
            await tom.submit("/me/policy", ["name": "Somebody Else", "read": "yes", "digest": "x"])
            #expect(tom.page.status == 422 && tom.sees("Write your name as it stands here"))
            await tom.submit("/me/policy", ["name": "Tom Okafor", "read": "yes", "digest": "x"])
            #expect(tom.page.status == 409, "another text than the one in force")
            await tom.visit("/me/policy")
            await confirm(&tom, "Tom Okafor")
            await tom.visit("/")
            #expect(!tom.sees("confirm it"))

            var ruth = await Visitor(test.site, as: "Ruth")
            await train(&ruth, 3, "2026-11-20")
            try await newVersion(Self.source.replacing("Everybody reads it.", with: "Everybody reads all of it."), test)
            tom = await Visitor(test.site, as: "Tom")
            #expect(tom.sees("Version 2 of the policy has changed"))
            let early = try await send(&tom, test)
            #expect(early != "draft", "within the week of grace")
            test.time.turn(by: .days(8))
            tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "Another.", "account": "1", "intent": "send", "edits": "0"])
            #expect(tom.page.status == 422 && tom.sees("Read version 2 of the policy and confirm it"))
        }
    }

    @Test("M2: a version that changes no clause and no rule is not asked about again")
    func immaterial() async throws {
        try await withReadiness { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/me/policy")
            await confirm(&tom, "Tom Okafor")
            try await newVersion(Self.source.replacing("title: Social media policy", with: "title: Our policy"), test)
            await tom.visit("/")
            #expect(!tom.sees("has changed: read it"))
        }
    }

    @Test("P2: who has not confirmed is listed for the head and those who keep the policy, and for nobody else")
    func listed() async throws {
        try await withReadiness { test in
            test.time.turn(by: .days(15))
            var ruth = await Visitor(test.site, as: "Ruth")
            #expect(ruth.sees("people have not confirmed the policy"))
            await ruth.visit("/people/confirmations")
            let (total, late, chair) = (
                ruth.sees("0 of 6 have confirmed"), ruth.sees("Was due"), ruth.sees("Geoffrey Lund")
            )
            #expect(total && late && chair)
            #expect(ruth.sees("Not asked"), "governors are not asked here")
            for first in ["Tom", "Dawn", "Jo"] {
                var other = await Visitor(test.site, as: first)
                await other.visit("/people/confirmations")
                #expect(other.page.status == 404, "\(first)")
            }
        }
    }

    @Test("Nobody writes down their own training, nor that of somebody elsewhere")
    func own() async throws {
        try await withReadiness { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/people/1/training")
            #expect(!ruth.sees("Write it down"))
            await ruth.post("/people/1/training", ["what": "All of it", "held": "2026-11-01"])
            #expect(ruth.page.status == 403)
            await ruth.post("/people/7/training", ["what": "All of it", "held": "2026-11-01"])
            #expect(ruth.page.status == 404, "Sam works at another school")
            await ruth.visit("/people/3/training")
            await ruth.submit("/people/3/training", ["what": "", "held": "2027-01-01"])
            #expect(ruth.page.status == 422 && ruth.sees("has not come yet") && ruth.sees("Say what the training was"))
        }
    }

    // MARK: What the tests do

    private func withReadiness(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await withSite(engine) { test in
            let now = test.time.now
            try await test.database.write { db in
                let policy = try TestPolicy.putInForce(Self.source, in: db)
                try db.run("UPDATE policy_versions SET took_effect_at = \(now) WHERE policy_id = \(policy)")
                let account = try TestPolicy.practiceAccount(in: db)
                try db.run(
                    "UPDATE accounts SET proposal_id = \(try TestProposal.approved("practice", in: db)) WHERE id = \(account)"
                )
            }
            try await body(test)
        }
    }

    private func newVersion(_ source: String, _ test: TestSite) async throws {
        let now = test.time.now
        try await test.database.write { db in
            try db.run("UPDATE policy_versions SET state = 'superseded', superseded_at = \(now)")
            try db.run(
                """
                INSERT INTO policy_versions (policy_id, number, source, digest, state, effective_on, created_at,
                    updated_at, took_effect_at)
                VALUES (1, 2, \(source), 'second', 'in force', '2026-11-23', \(now), \(now), \(now))
                """
            )
            try Revision.policies.raise(in: db)
        }
    }

    private func confirm(_ visitor: inout Visitor, _ name: String) async {
        let digest = visitor.text.components(between: #"name="digest" value=""#, and: "\"")
        await visitor.submit("/me/policy", ["name": name, "read": "yes", "digest": digest])
    }

    private func train(_ visitor: inout Visitor, _ person: Int, _ day: String, until: String = "") async {
        await visitor.visit("/people/\(person)/training")
        await visitor.submit(
            "/people/\(person)/training", ["what": "Running school accounts", "held": day, "until": until])
    }

    /// Sends a post to the school's account; answers what became of it.
    private func send(_ visitor: inout Visitor, _ test: TestSite) async throws -> String {
        await visitor.visit("/posts/new")
        await visitor.submit("/posts", ["text": "Good morning.", "account": "1", "intent": "send", "edits": "0"])
        return try await test.database.read { db in
            try db.one("SELECT state FROM posts ORDER BY id DESC LIMIT 1") { $0.text(0) }
        }
    }
}

extension String {
    /// What stands between two words.
    fileprivate func components(between start: String, and end: Character) -> String {
        guard let found = firstRange(of: start) else { return "" }
        return String(self[found.upperBound...].prefix { $0 != end })
    }
}
