import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("Deciding about a proposed account")
struct ProposalDecisionTests {
    /// Only the head decides here.
    static let headDecides = """
        ---
        title: Social media policy
        number: T1
        sign-off: [headteacher, chair]
        review: yearly
        ---

        ## Accounts

        The headteacher approves every proposal first. {#accounts.approval clauses=S8}

        ```rule
        accounts.approval:
          approvers: [headteacher]
        ```

        """

    @Test(
        "S8, W19: whoever the policy names decides, sees the reason first, and nobody else does", arguments: Engine.all)
    func approver(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in _ = try TestPolicy.putInForce(Self.headDecides, in: db) }
            _ = await TestProposal.propose(on: test)
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/proposals/1")
            #expect(!martin.sees("Approve it") && martin.sees("Only headteacher decides"))
            await martin.post("/proposals/1/decision", ["decision": "approve", "reason": "Good."])
            #expect(martin.page.status == 403)
            let state1 = try await state(test)
            #expect(state1 == "waiting")

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("Decide about the account “Science at Larkmere”") && ruth.sees("Families ask every week"))
            await ruth.click("/proposals/1")
            #expect(ruth.sees(TestProposal.reason))
            await ruth.submit("/proposals/1/decision", ["decision": "approve", "reason": ""])
            #expect(ruth.page.status == 422 && ruth.sees("Give your reason"))
            await ruth.submit(
                "/proposals/1/decision", ["decision": "approve", "reason": "It answers what families ask."])
            #expect(ruth.sees("approved it") && ruth.sees("It answers what families ask."))
            let state2 = try await state(test)
            #expect(state2 == "approved")
            await ruth.post("/proposals/1/decision", ["decision": "reject", "reason": "No, after all."])
            #expect(ruth.page.status == 409, "decided is decided")
        }
    }

    @Test("S8, M10: nobody decides about their own proposal, not even the head")
    func own() async throws {
        try await withSite { test in
            var ruth = await TestProposal.propose(as: "Ruth", on: test)
            #expect(ruth.sees("You proposed it, so somebody else decides.") && !ruth.sees("Approve it"))
            await ruth.post("/proposals/1/decision", ["decision": "approve", "reason": "I like it."])
            #expect(ruth.page.status == 403)
            await ruth.visit("/")
            #expect(!ruth.sees("Decide about the account"))
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/proposals/1")
            #expect(martin.sees("Approve it"))
        }
    }

    @Test("M10: a refusal keeps its reason, is on the record, and the proposal can be changed and put forward anew")
    func anew() async throws {
        try await withSite { test in
            _ = await TestProposal.propose(on: test)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/proposals/1")
            await ruth.submit(
                "/proposals/1/decision", ["decision": "reject", "reason": "Name who writes in the holidays."])
            await ruth.visit("/record")
            #expect(ruth.sees("turned the proposal of “Science at Larkmere” down"))

            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/")
            #expect(tom.sees("was turned down") && tom.sees("Name who writes in the holidays."))
            await tom.click("/proposals/1")
            await tom.click("/proposals/1/again")
            #expect(tom.sees("To show what classes try out and find."), "the form holds what it held")
            await tom.submit("/proposals", TestProposal.fields(["follows": "1", "aim": "With Dawn in the holidays."]))
            #expect(tom.path == "/proposals/2")
            let state3 = try await state(test)
            #expect(state3 == "rejected", "the decision stands as it was made")
            await tom.visit("/")
            #expect(!tom.sees("was turned down"))
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/proposals/1/again")
            #expect(dawn.page.status == 404, "only its proposer changes it")
        }
    }

    @Test("Whoever proposed it may take it back until it is decided")
    func withdrawal() async throws {
        try await withSite { test in
            var tom = await TestProposal.propose(on: test)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.post("/proposals/1/withdrawal", [:])
            #expect(dawn.page.status == 404)
            await tom.submit("/proposals/1/withdrawal", [:])
            #expect(tom.sees("took it back"))
            await tom.post("/proposals/1/withdrawal", [:])
            #expect(tom.page.status == 409)
        }
    }

    private func state(_ test: TestSite) async throws -> String {
        try await test.database.read { db in
            try db.one("SELECT state FROM proposals WHERE id = 1") { $0.text(0) }
        }
    }
}
