import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("Handing an account over")
struct HandoverTests {
    @Test(
        "N13, M12: a leaving day opens a handover of each account, and its steps are signed off by name",
        arguments: Engine.all)
    func steps(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = try await TestProposal.connected(test)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/leaving", ["leaves": "2026-12-18"])
            #expect(ruth.sees("Leaves 18 December 2026"))
            await ruth.visit("/")
            #expect(ruth.sees("Hand over “School website” from Tom Okafor"))
            await ruth.click("/handovers/1")
            let (secret, native) = (ruth.sees("Change the shared password"), ruth.sees("Remove their own rights"))
            #expect(secret && native && ruth.sees("This network knows no such step."))
            #expect(!ruth.sees("Take Schoolgate’s access back"), "a website has no access to take back")
            await ruth.submit(
                "/handovers/1/steps", ["step": "secret", "state": "done", "note": "A new one is in place."])
            #expect(ruth.sees("A new one is in place.") && ruth.sees("Ruth Adeyemi"))
            await ruth.submit("/handovers/1/steps", ["step": "native", "state": "not needed", "note": ""])
            #expect(ruth.page.status == 422, "why is it not needed?")
            await ruth.visit("/handovers/1")
            await ruth.submit("/handovers/1/steps", ["step": "native", "state": "done"])
            await ruth.post("/handovers/1/steps", ["step": "native", "state": "done"])
            #expect(ruth.page.status == 409, "signed off is signed off")
            await ruth.visit("/handovers/1")
            await ruth.submit("/handovers/1/successor", ["person": TestProposal.id("Tom")])
            #expect(ruth.page.status == 422, "Tom is who leaves")
            await ruth.visit("/handovers/1")
            await ruth.submit("/handovers/1/successor", ["person": TestProposal.id("Ruth")])
            #expect(ruth.sees("Handed over"))
            await ruth.visit("/accounts/1")
            #expect(
                ruth.sees("Run by Ruth Adeyemi and Dawn Cartledge")
                    || ruth.sees("Run by Dawn Cartledge and Ruth Adeyemi"))
            await ruth.visit("/")
            #expect(!ruth.sees("Hand over “School website”"))
            await ruth.visit("/record")
            #expect(ruth.sees("signed off a step of the handover of"))
        }
    }

    @Test(
        "M12: ending somebody’s access opens the handover too, opening it again ends it, and closing the account ends it",
        arguments: Engine.all)
    func access(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = try await TestProposal.connected(test)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/deactivation", [:])
            await ruth.visit("/")
            let (isShort, isOpen) = (ruth.sees("Only Dawn Cartledge runs"), ruth.sees("Hand over “School website”"))
            #expect(isShort && isOpen)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/reactivation", [:])
            await ruth.visit("/handovers/1")
            #expect(ruth.sees("Stays after all"))
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/leaving", ["leaves": "2026-12-18"])
            await ruth.visit("/accounts/1/closure")
            await ruth.submit("/accounts/1/closure", ["confirmed": "yes"])
            await ruth.visit("/handovers/2")
            #expect(ruth.sees("The account was closed"))
            #expect(ruth.sees("revoke Schoolgate’s application password"), "what is left to do by hand")
            await ruth.click("/accounts/1")
            #expect(ruth.page.status == 200 && ruth.sees("Disconnected on") && ruth.sees("Take it away by hand"))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/accounts/1")
            #expect(sam.page.status == 404)
        }
    }

    @Test("M12: steps that are overdue climb to the head, as the policy says")
    func overdue() async throws {
        try await withSite { test in
            var ruth = try await TestProposal.connected(test)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/leaving", ["leaves": "2026-11-24"])
            await ruth.visit("/")
            #expect(!ruth.sees("is overdue"))
            test.time.turn(by: .days(9))
            ruth = await Visitor(test.site, as: "Ruth")
            #expect(ruth.sees("The handover of “School website” is overdue"))
        }
    }

    @Test("A handover is there for those who connect accounts at its school, and for nobody else")
    func rights() async throws {
        try await withSite { test in
            var ruth = try await TestProposal.connected(test)
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/leaving", ["leaves": "2026-12-18"])
            for first in ["Tom", "Sam"] {
                var other = await Visitor(test.site, as: first)
                await other.visit("/handovers/1")
                #expect(other.page.status == 404, "\(first)")
                await other.post("/handovers/1/successor", ["person": TestProposal.id("Dawn")])
                #expect(other.page.status == 404, "\(first)")
                await other.post("/people/3/leaving", ["leaves": ""])
                #expect(other.page.status == 404, "\(first)")
            }
        }
    }
}
