import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

/// A proposal as somebody at Larkmere would fill it in.
enum TestProposal {
    static let reason =
        "Families ask every week what their children build in science, and letters home never show it. Short posts would."

    static func fields(_ changes: [String: String] = [:]) -> [String: String] {
        let usual = [
            "network": "wordpress", "name": "Science at Larkmere", "aim": "To show what classes try out and find.",
            "parents": "yes", "public": "yes", "promotion": "In the newsletter and on the gate.", "visibility": "open",
            "reason": reason, "kind": "information", "manager-1": id("Tom"), "manager-2": id("Dawn"),
            "monitor": id("Martin"), "house-rules": "Be kind, and name no children.",
            "best-interests": "Children see their work taken seriously, and nobody is shown without consent.",
            "review": "2027-07-01",
        ]
        return usual.merging(changes) { $1 }
    }

    static func id(_ first: String) -> String { TestPeople.id(first).pathComponent }

    /// Puts it forward and opens its page.
    static func propose(as first: String = "Tom", _ changes: [String: String] = [:], on test: TestSite) async -> Visitor
    {
        var visitor = await Visitor(test.site, as: first)
        await visitor.visit("/proposals/new")
        await visitor.submit("/proposals", fields(changes))
        return visitor
    }
}

@Suite("Proposing an account")
struct ProposalTests {
    @Test("M9: every part of the case is asked for, and nothing typed is lost", arguments: Engine.all)
    func everyPart(_ engine: Engine) async throws {
        try await withSite(engine) { test in
            let parts = [
                "network": "Choose the network.", "name": "Say what people will call it",
                "aim": "Say what the account is for",
                "promotion": "Say how the people it is for", "visibility": "Choose whether everybody can see it",
                "reason": "Give the reason", "kind": "Choose whether it gives information",
                "manager-2": "Name two different members of staff", "monitor": "Choose who watches over it",
                "house-rules": "Write the rules", "best-interests": "in the best interests of children.",
                "review": "Choose the day on which somebody asks",
            ]
            for (field, words) in parts {
                let tom = await TestProposal.propose([field: ""], on: test)
                #expect(tom.page.status == 422, "\(field)")
                let (isSaid, isKept) = (tom.sees(words), tom.sees("Science at Larkmere") || field == "name")
                #expect(isSaid, "\(field)")
                #expect(isKept, "what was typed stays")
            }
            let nobody = await TestProposal.propose(["parents": "", "public": ""], on: test)
            #expect(nobody.page.status == 422 && nobody.sees("whom do you want to reach?"))
            let whole = await TestProposal.propose(on: test)
            #expect(whole.page.status == 200 && whole.path == "/proposals/1")
            #expect(whole.sees("Tom Okafor and Dawn Cartledge") && whole.sees("Martin Pryce"))
        }
    }

    @Test("M9: two people run it, different ones, and the same person does not count twice")
    func twoPeople() async throws {
        try await withSite { test in
            let tom = await TestProposal.propose(["manager-2": TestProposal.id("Tom")], on: test)
            #expect(tom.page.status == 422 && tom.sees("Name two different members of staff"))
            let chair = await TestProposal.propose(["manager-2": TestProposal.id("Geoffrey")], on: test)
            #expect(chair.page.status == 422, "the chair of governors is not of the staff")
            let elsewhere = await TestProposal.propose(["manager-2": TestProposal.id("Sam")], on: test)
            #expect(elsewhere.page.status == 422, "Sam works at another school")
        }
    }

    @Test("S9: it is watched over by a senior leader or a technician who does not run it")
    func monitor() async throws {
        try await withSite { test in
            let office = await TestProposal.propose(
                ["manager-2": TestProposal.id("Martin"), "monitor": TestProposal.id("Dawn")], on: test)
            #expect(office.page.status == 422 && office.sees("Dawn Cartledge cannot"))
            let own = await TestProposal.propose(["manager-2": TestProposal.id("Martin")], on: test)
            #expect(own.page.status == 422 && own.sees("Martin Pryce runs it. Choose somebody else"))
        }
    }

    @Test("W19: a trivial reason is refused with what to write, however often a word is said again")
    func trivial() async throws {
        try await withSite { test in
            for reason in ["Because it is nice.", String(repeating: "fun ", count: 40)] {
                let tom = await TestProposal.propose(["reason": reason], on: test)
                #expect(tom.page.status == 422 && tom.sees("Say what is lacking now"))
            }
        }
    }

    @Test("W20: an audience younger than the network allows is refused, unless it only watches beside a teacher")
    func minimumAge() async throws {
        try await withSite { test in
            let young = ["network": "instagram", "pupils": "yes", "youngest": "9"]
            func answer(_ changes: [String: String]) async -> Visitor {
                await TestProposal.propose(young.merging(changes) { $1 }, on: test)
            }
            let own = await answer(["pupil-use": "own accounts"])
            #expect(own.page.status == 422 && own.sees("are 13 for an account of their own, and your youngest are 9"))
            let closed = await answer(["pupil-use": "watching", "visibility": "private"])
            #expect(closed.page.status == 422 && closed.sees("can only be seen with one"))
            let noTeacher = await answer(["pupil-use": "watching", "manager-1": TestProposal.id("Ruth")])
            #expect(noTeacher.page.status == 422 && noTeacher.sees("when a teacher is among those who run"))
            let older = await answer(["pupil-use": "own accounts", "youngest": "13"])
            #expect(older.page.status == 200)
            let watching = await answer(["pupil-use": "watching"])
            #expect(watching.page.status == 200, "with Tom, who teaches")
            #expect(NetworkTerms.all.allSatisfy { !$0.source.isEmpty }, "each age says where it stands")
        }
    }

    @Test("T8: an account for lessons names its year groups and a teacher who supervises")
    func curriculum() async throws {
        try await withSite { test in
            let bare = await TestProposal.propose(["kind": "curriculum"], on: test)
            #expect(bare.page.status == 422 && bare.sees("Say which year groups") && bare.sees("Choose the teacher"))
            let office = await TestProposal.propose(
                ["kind": "curriculum", "year-groups": "Year 5", "teacher": TestProposal.id("Dawn")], on: test)
            #expect(office.page.status == 422, "the office does not teach")
            let whole = await TestProposal.propose(
                ["kind": "curriculum", "year-groups": "Years 5 and 6", "teacher": TestProposal.id("Tom")], on: test)
            #expect(whole.sees("Years 5 and 6") && whole.sees("Supervised by"))
        }
    }

    @Test("The review is in the future, and no later than the policy says")
    func review() async throws {
        try await withSite { test in
            let past = await TestProposal.propose(["review": "2026-11-23"], on: test)
            #expect(past.page.status == 422 && past.sees("has passed"))
            let late = await TestProposal.propose(["review": "2027-11-24"], on: test)
            #expect(late.page.status == 422 && late.sees("The policy asks for a review every year"))
        }
    }

    @Test("A proposal is read by those it concerns, and by nobody of another school")
    func seen() async throws {
        try await withSite { test in
            _ = await TestProposal.propose(on: test)
            for first in ["Tom", "Dawn", "Martin", "Ruth", "Geoffrey", "Asha"] {
                var visitor = await Visitor(test.site, as: first)
                // Whoever belongs to the whole trust looks at one school at a time.
                if first == "Asha" { await visitor.submit("/school", ["school": "1"]) }
                await visitor.visit("/proposals/1")
                #expect(visitor.page.status == 200, "\(first)")
            }
            for first in ["Sam", "Jo"] {
                var visitor = await Visitor(test.site, as: first)
                await visitor.visit("/proposals/1")
                #expect(visitor.page.status == 404, "\(first)")
                await visitor.post("/proposals/1/decision", ["decision": "approve", "reason": "Yes."])
                #expect(visitor.page.status == 404, "\(first)")
            }
        }
    }
}
