import Database
import DatabaseTesting
import Gate
import Policy
import Testing
import Web

@testable import Schoolgate

extension TestProposal {
    /// One that the head has approved, as if put forward by Tom.
    static func approved(
        _ network: Network = "wordpress", at now: Instant = Instant(milliseconds: 0), in db: Connection
    ) throws -> Proposal.ID {
        let draft = ProposalDraft(
            network: network, name: "School website", aim: "News.", audience: [.parents], youngest: nil, pupilUse: nil,
            promotion: "On the gate.", isOpen: true, reason: reason, isCurriculum: false, yearGroups: "", teacher: nil,
            managers: [TestPeople.id("Tom"), TestPeople.id("Dawn")], monitor: TestPeople.id("Martin"),
            houseRules: "Be kind.", bestInterests: "They are seen.", reviewOn: Day(daysSince1970: 21_000))
        let id = try draft.propose(
            following: nil, at: TestPeople.larkmere, by: TestPeople.id("Tom"), at: now, in: db)
        try db.run(
            """
            UPDATE proposals SET state = 'approved', decided_by = \(TestPeople.id("Ruth")), decided_at = \(now),
                decision_reason = 'Good.' WHERE id = \(id)
            """
        )
        return id
    }

    static let website = [
        "name": "School website", "address": "https://www.larkmere.example", "username": "schoolgate", "secret": "abcd",
    ]

    /// An official account of Larkmere, run by Tom and Dawn and watched over by Martin.
    static func connected(_ test: TestSite) async throws -> Visitor {
        try await test.database.write { db in _ = try approved(in: db) }
        var ruth = await Visitor(test.site, as: "Ruth")
        await ruth.visit("/proposals/1/account")
        await ruth.submit("/proposals/1/account", website)
        return ruth
    }
}

@Suite("From an approved proposal to an account")
struct AccountKeepingTests {
    @Test("M48: only an approved proposal is connected, and only by those who connect accounts", arguments: Engine.all)
    func connecting(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            _ = await TestProposal.propose(on: test)
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/proposals/1/account")
            #expect(asha.page.status == 422 && asha.sees("waiting for a decision"))
            await asha.post("/proposals/1/account", TestProposal.website)
            #expect(asha.page.status == 422)
            await asha.post("/accounts", TestProposal.website.merging(["network": "wordpress"]) { $1 })
            #expect(asha.page.status == 422 && asha.sees("Only an account that was approved is connected"))
            let connected = try await test.rows(in: "accounts")
            #expect(connected == 0)

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/proposals/1")
            await ruth.submit("/proposals/1/decision", ["decision": "approve", "reason": "Families asked for it."])
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/proposals/1/account")
            #expect(tom.page.status == 404, "Tom proposed it, and connects nothing")
            await asha.visit("/")
            #expect(asha.sees("Connect the account “Science at Larkmere”"))
            await asha.click("/proposals/1")
            await asha.click("/proposals/1/account")
            await asha.submit("/proposals/1/account", ["name": "Science"])
            #expect(asha.page.status == 422 && asha.sees("Write the website’s whole address"))
            await asha.submit("/proposals/1/account", TestProposal.website)
            #expect(asha.path == "/accounts/1" && asha.sees("Run by Dawn Cartledge and Tom Okafor"))
            #expect(
                asha.sees("Martin Pryce") && asha.sees("Be kind, and name no children.") && asha.sees("1 July 2027"))
            await asha.post("/proposals/1/account", TestProposal.website)
            #expect(asha.page.status == 409, "one account of each proposal")
        }
    }

    @Test(
        "M14, M35: open or private and the house rules are asked for, kept with the account, and changed on the record")
    func kept() async throws {
        try await withSite { test in
            var ruth = try await TestProposal.connected(test)
            #expect(ruth.sees("Open to all"))
            let change = [
                "owner": TestProposal.id("Dawn"), "monitor": TestProposal.id("Martin"),
                "house-rules": "Be kinder still.",
                "visibility": "private", "review": "2027-06-01",
            ]
            await ruth.submit("/accounts/1/keeping", change.merging(["review": "2029-01-01"]) { $1 })
            #expect(ruth.page.status == 422 && ruth.sees("Be kinder still."), "nothing typed is lost")
            await ruth.submit("/accounts/1/keeping", change.merging(["monitor": TestProposal.id("Dawn")]) { $1 })
            #expect(ruth.page.status == 422, "Dawn runs it")
            await ruth.submit("/accounts/1/keeping", change)
            #expect(ruth.sees("Private") && ruth.sees("Be kinder still.") && ruth.sees("1 June 2027"))
            await ruth.visit("/record")
            #expect(ruth.sees("changed how to keep the account"))
        }
    }

    @Test("M12: an account with fewer than two who run it is said on Today and on its page", arguments: Engine.all)
    func short(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = try await TestProposal.connected(test)
            #expect(!ruth.sees("Only one person runs it now"))
            await ruth.submit("/accounts/1/managers", ["intent": "remove", "person": TestProposal.id("Tom")])
            #expect(ruth.sees("Only one person runs it now"))
            await ruth.visit("/")
            #expect(ruth.sees("Only Dawn Cartledge runs “School website”"))
            await ruth.visit("/accounts/1")
            await ruth.submit("/accounts/1/managers", ["intent": "add", "person": TestProposal.id("Martin")])
            #expect(ruth.page.status == 422, "Martin watches over it")
            await ruth.visit("/accounts/1")
            await ruth.submit("/accounts/1/managers", ["intent": "add", "person": TestProposal.id("Ruth")])
            await ruth.visit("/")
            #expect(!ruth.sees("runs “School website”"))

            // Somebody whose access ends runs nothing any more, though nobody took them off.
            try await test.database.write { db in
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(TestPeople.id("Dawn"))")
            }
            await ruth.visit("/")
            #expect(ruth.sees("Only Ruth Adeyemi runs “School website”"))
            await ruth.visit("/accounts/1")
            #expect(ruth.sees("Has left"))
        }
    }

    @Test("A review that is due is said on Today, and stays until another day is set")
    func review() async throws {
        try await withSite { test in
            var ruth = try await TestProposal.connected(test)
            await ruth.visit("/")
            #expect(!ruth.sees("Look at “School website” again"), "2027-07-01 is far off")
            test.time.turn(by: .days(218))
            ruth = await Visitor(test.site, as: "Ruth")
            #expect(ruth.sees("Look at “School website” again"))
        }
    }

    @Test("Whoever sees accounts sees who keeps one; only those who connect accounts change it")
    func rights() async throws {
        try await withSite { test in
            _ = try await TestProposal.connected(test)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/accounts")
            await tom.click("/accounts/1")
            #expect(tom.sees("Martin Pryce") && !tom.sees("Change how it is kept"))
            await tom.post("/accounts/1/managers", ["intent": "remove", "person": TestProposal.id("Dawn")])
            #expect(tom.page.status == 404)
            var sam = await Visitor(test.site, as: "Sam")
            for path in ["/accounts/1", "/proposals/1/account"] {
                await sam.visit(path)
                #expect(sam.page.status == 404, "\(path) is another school’s")
            }
            await sam.post("/accounts/1/managers", ["intent": "remove", "person": TestProposal.id("Dawn")])
            #expect(sam.page.status == 404)
        }
    }

    @Test("S9: an account keeps its owner and who watches over it; a practice page needs neither")
    func practice() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts")
            await ruth.submit("/accounts", ["network": "practice", "name": "Trying out"])
            await ruth.click("/accounts/1")
            #expect(ruth.sees("Nobody proposed this page"))
            await ruth.visit("/")
            #expect(!ruth.sees("Trying out"))
        }
    }
}
