import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

/// What is done with a policy beside signing it: owned, reviewed, made known, backed, handed on.
@Suite struct PolicyKeepingTests {
    private static func policy(_ head: String = "", _ body: String) -> String {
        TestPolicy.source.replacing("review: yearly\n", with: "review: yearly\n" + head) + body
    }

    private static let reviewed = policy(
        "",
        "It is reviewed. {#review}\n\n```rule\npolicy.review:\n  also-on: [legislation, significant incident]\n```\n")
    private static let madeKnown = policy(
        "",
        "People hear of it. {#known}\n\n```rule\npolicy.awareness:\n  channels: [website, newsletter]\n  within: 2 weeks\n```\n"
    )
    private static let delegated = policy(
        "", "The governors fund it. {#fund}\n\n```rule\npolicy.delegation:\n  record: [delegation, funding]\n```\n")

    @Test(
        "P2, M1: the policy's owner is named on its page, drafts the next version and is told when it is to be reviewed"
    )
    func owner() async throws {
        try await withSite { test in
            _ = try await test.signed(Self.policy("owner: office\n", ""), effective: "2026-11-23")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.click("/policies")
            #expect(dawn.sees("Looked after by Dawn Cartledge, office."))
            await dawn.submit("/policies", ["template": "", "reason": "New wording"])
            #expect(dawn.path == "/policies/2" && dawn.sees("Version 2 is a draft"))
            await dawn.submit("/policies/2/draft", ["source": Self.policy("owner: office\n", "Be kind. {#kind}\n")])
            #expect(dawn.sees("Be kind."))
            // Somebody who neither drafts nor owns it sees nothing of the kind.
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/policies")
            #expect(!tom.sees("Begin a new version"))
            await tom.post("/policies", ["template": ""])
            #expect(tom.page.status == 404)
            test.time.turn(by: .days(370))
            #expect(await Visitor(test.site, as: "Dawn").sees("review is overdue"))
            #expect(await !Visitor(test.site, as: "Tom").sees("review is overdue"))
        }
    }

    @Test(
        "P1: a review is opened with its reason, waits for the reviewers, and ends when nothing need change",
        arguments: Engine.all)
    func reviewWithoutChange(engine: Engine) async throws {
        try await withSite(engine) { test in
            let id = try await test.signed(Self.reviewed, effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            #expect(ruth.sees("A significant incident") && !ruth.sees("court"), "only what the policy names")
            let action = "/policies/\(id.rawValue)/reviews"
            await ruth.submit(action, ["kind": "significant incident", "reason": ""])
            #expect(ruth.page.status == 422 && ruth.sees("Say what happened"))
            await ruth.post(action, ["kind": "case law", "reason": "A judgment"])
            #expect(ruth.page.status == 404)
            await ruth.post(action, ["kind": "significant incident", "reason": "A picture went round"])
            #expect(ruth.sees("A picture went round"))
            await ruth.post(action, ["kind": "significant incident", "reason": "Again"])
            #expect(ruth.page.status == 409)

            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            #expect(geoffrey.sees("Review the policy: a significant incident"))
            #expect(await !Visitor(test.site, as: "Tom").sees("Review the policy"))
            test.time.turn(by: .days(3))
            geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit("/policies")
            await geoffrey.submit("/policy-reviews/1/finding", ["finding": ""])
            #expect(geoffrey.page.status == 422)
            await geoffrey.visit("/policies")
            await geoffrey.submit("/policy-reviews/1/finding", ["finding": "The clause on pictures was enough."])
            #expect(geoffrey.sees("Nothing changed") && geoffrey.sees("The clause on pictures was enough."))
            await geoffrey.visit("/")
            #expect(!geoffrey.sees("Review the policy"))
            // T1: the next one is a year from the day this one was finished.
            let due = try await test.database.read { db in try PolicyVersion.find(id, in: db)?.reviewDue }
            #expect(due?.description == "2027-11-26")
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(ruth.sees("Geoffrey Lund found nothing to change in a review of the policy."))
        }
    }

    @Test("P1: a new version ends the review that called for it, and not one that was opened after it was begun")
    func reviewWithChange() async throws {
        try await withSite { test in
            let id = try await test.signed(Self.reviewed, effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            await ruth.submit("/policies/\(id.rawValue)/reviews", ["kind": "legislation", "reason": "A new Act"])
            test.time.turn(by: .minutes(5))
            let next = try await test.database.write { db in
                try PolicyVersion.draft(
                    Self.reviewed, of: TestPeople.larkmere, because: "", by: nil, at: test.time.now, in: db)
            }
            test.time.turn(by: .minutes(5))
            await ruth.post(
                "/policies/\(id.rawValue)/reviews", ["kind": "significant incident", "reason": "A picture went round"])
            await ruth.post("/policies/\(next.rawValue)/signing", ["effective": "2026-11-23"])
            let digest = PolicyVersion.digest(of: Self.reviewed)
            await ruth.post(
                "/policies/\(next.rawValue)/signature",
                ["role": "headteacher", "name": "Ruth Adeyemi", "digest": digest])
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.post(
                "/policies/\(next.rawValue)/signature", ["role": "chair", "name": "Geoffrey Lund", "digest": digest])
            await geoffrey.visit("/")
            #expect(!geoffrey.sees("a change in the law"))
            #expect(geoffrey.sees("Review the policy: a significant incident"))
            await geoffrey.visit("/policies")
            #expect(geoffrey.sees("Version 2"))
        }
    }

    @Test("W4: each place of the plan has an owner and a day, is ticked off, and is late on the right first pages")
    func awareness() async throws {
        try await withSite { test in
            let id = try await test.signed(Self.madeKnown, effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            let action = "/policies/\(id.rawValue)/awareness"
            await ruth.visit("/policies/\(id.rawValue)")
            #expect(ruth.sees("0 of 2 places done") && ruth.sees("By 7 December 2026"))
            let tom = "\(TestPeople.id("Tom").rawValue)"
            await ruth.submit(action, ["place": "website", "owner": tom, "due": "2026-12-01", "done": ""])
            #expect(ruth.sees("Tom Okafor") && ruth.sees("By 1 December 2026"))
            await ruth.post(action, ["place": "prospectus", "owner": tom])
            #expect(ruth.page.status == 404)
            await ruth.post(action, ["place": "website", "done": "2027-01-01"])
            #expect(ruth.page.status == 422)
            let sam = "\(TestPeople.id("Sam").rawValue)"
            await ruth.post(action, ["place": "website", "owner": sam])
            #expect(ruth.page.status == 422, "somebody of another school")
            var other = await Visitor(test.site, as: "Tom")
            await other.post(action, ["place": "website", "done": "2026-11-23"])
            #expect(other.page.status == 404)

            test.time.turn(by: .days(20))
            #expect(await Visitor(test.site, as: "Tom").sees("Make version 1 of the policy known: website"))
            #expect(await Visitor(test.site, as: "Ruth").sees("known: website and newsletter"))
            #expect(await !Visitor(test.site, as: "Dawn").sees("Make version 1"))
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            #expect(ruth.sees("should have been told about this version by now: website and newsletter"))
            await ruth.click("/policies/\(id.rawValue)")
            for place in ["website", "newsletter"] {
                await ruth.submit(action, ["place": place, "owner": tom, "due": "2026-12-01", "done": "2026-12-10"])
            }
            #expect(ruth.sees("2 of 2 places done") && ruth.sees("Done 10 December 2026"))
            #expect(await !Visitor(test.site, as: "Tom").sees("Make version 1"))
            await ruth.visit("/record")
            #expect(ruth.sees("Ruth Adeyemi made known version 1 of the policy."))
        }
    }

    @Test("W30: delegation and funding are kept with their minute and day, and what is missing is flagged")
    func decisions() async throws {
        try await withSite { test in
            let id = try await test.signed(Self.delegated, effective: "2026-11-23")
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            #expect(geoffrey.sees("The governors’ minute on delegation and funding is missing"))
            #expect(await !Visitor(test.site, as: "Tom").sees("minute on delegation"))
            let action = "/policies/\(id.rawValue)/decision"
            await geoffrey.visit("/policies/\(id.rawValue)")
            await geoffrey.submit(action, ["decision": "delegation", "minute": "7.2", "day": "2026-11-12"])
            #expect(geoffrey.sees("Minute 7.2, 12 November 2026"))
            await geoffrey.post(action, ["decision": "funding", "minute": "", "day": "2026-11-12"])
            #expect(geoffrey.page.status == 422)
            await geoffrey.post(action, ["decision": "funding", "minute": "7.3", "day": "2026-12-24"])
            #expect(geoffrey.page.status == 422)
            await geoffrey.post(action, ["decision": "evaluation", "minute": "7.3", "day": "2026-11-12"])
            #expect(geoffrey.page.status == 404)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post(action, ["decision": "funding", "minute": "7.3", "day": "2026-11-12"])
            #expect(tom.page.status == 404)
            await geoffrey.visit("/policies")
            #expect(geoffrey.sees("The governors’ minute on funding is missing."))
            await geoffrey.post(action, ["decision": "funding", "minute": "7.3", "day": "2026-11-12"])
            await geoffrey.visit("/")
            #expect(!geoffrey.sees("governors’ minute"))
        }
    }

    @Test(
        "W8, M44: a version is handed on as a template with source and licence, without the school's data, and begins another's"
    )
    func template() async throws {
        try await withSite { test in
            try await test.database.write { db in
                try db.run(
                    "UPDATE schools SET address = '1 Mere Lane', phone = '01632 960001', domain = 'larkmere.example' WHERE id = 1"
                )
            }
            let source = Self.policy(
                "source: A template of the council\nlicence: CC BY 4.0\n",
                "Write to Larkmere Primary School, 1 Mere Lane, 01632 960001, or ask Ruth Adeyemi. {#larkmere.contact}\n"
            )
            let id = try await test.signed(source, effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/\(id.rawValue)")
            await ruth.click("/policies/\(id.rawValue)/template.md")
            #expect(ruth.page.header("Content-Disposition")?.contains("policy-template-1.md") == true)
            let template = ruth.text
            for own in ["Larkmere", "Mere Lane", "960001", "Adeyemi", "number: T1"] {
                #expect(!template.contains(own), "\(own)")
            }
            for kept in ["A template of the council", "CC BY 4.0", "Offensive words wait", "posts.approval:"] {
                #expect(template.contains(kept), "\(kept)")
            }
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/policies")
            await sam.submit(
                "/policies", ["template": ""],
                files: [
                    (
                        name: "file",
                        file: UploadedFile(filename: "t.md", contentType: "text/markdown", bytes: Array(template.utf8))
                    )
                ])
            #expect(sam.sees("Version 1 is a draft") && sam.sees("Offensive words wait"))
            #expect(!sam.sees("to put right"))
            await sam.visit("/policies")
            await sam.submit(
                "/policies", ["template": ""],
                files: [
                    (
                        name: "file",
                        file: UploadedFile(filename: "t.md", contentType: "text/markdown", bytes: [0xFF, 0xFE, 0x41])
                    )
                ])
            #expect(sam.page.status == 422 && sam.sees("UTF-8"))
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/policies/\(id.rawValue)/template.md")
            #expect(tom.page.status == 404)
        }
    }

    @Test("W8: a policy that says so is not handed on")
    func notShared() async throws {
        try await withSite { test in
            let id = try await test.signed(
                Self.policy("", "Ours alone. {#ours}\n\n```rule\npolicy.sharing:\n  as-template: no\n```\n"),
                effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/\(id.rawValue)")
            #expect(!ruth.sees("Download as a template"))
            await ruth.visit("/policies/\(id.rawValue)/template.md")
            #expect(ruth.page.status == 403)
        }
    }

    @Test("T2, W1: each person sees whether the policy applies to them, and as what")
    func audience() async throws {
        try await withSite { test in
            _ = try await test.signed(Self.policy("audience: [staff, directors]\n", ""), effective: "2026-11-23")
            for (first, words) in [
                ("Tom", "applies to you, as one of the school’s staff"),
                ("Geoffrey", "is for staff and directors. It does not bind you"),
            ] {
                var visitor = await Visitor(test.site, as: first)
                await visitor.visit("/policies")
                #expect(visitor.sees(words), "\(first)")
            }
        }
    }

    @Test("S1, M3: the page gives the policy's number, what it is read with and when it is reviewed")
    func head() async throws {
        try await withSite { test in
            _ = try await test.signed(Self.policy("related: [Code of conduct]\n", ""), effective: "2026-11-23")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/policies")
            for words in ["T1, version 1", "Code of conduct", "Next review", "23 November 2027"] {
                #expect(tom.sees(words), "\(words)")
            }
        }
    }

    @Test(
        "P24: a month before its successor's day the policy's keeper is reminded, and past it told that it should be gone"
    )
    func successor() async throws {
        try await withSite { test in
            _ = try await test.signed(
                Self.policy("successor: {policy: Online safety policy, on: [2027-01-10]}\n", ""),
                effective: "2026-11-23")
            #expect(await !Visitor(test.site, as: "Ruth").sees("to be replaced"))
            test.time.turn(by: .days(30))
            #expect(await Visitor(test.site, as: "Ruth").sees("The policy is about to be replaced"))
            #expect(await !Visitor(test.site, as: "Tom").sees("to be replaced"))
            test.time.turn(by: .days(30))
            #expect(await Visitor(test.site, as: "Ruth").sees("The policy was to be replaced by now"))
        }
    }

    @Test("W3: a policy that says so has no PDF, and its page offers none")
    func noPDF() async throws {
        try await withSite { test in
            _ = try await test.signed(
                Self.policy("", "Anybody may read it. {#public}\n\n```rule\npolicy.public:\n  pdf: no\n```\n"),
                effective: "2026-11-23")
            var parent = Visitor(test.site)
            await parent.visit("/policy/larkmere")
            #expect(parent.page.status == 200 && !parent.sees("Download as PDF"))
            await parent.visit("/policy/larkmere/policy.pdf")
            #expect(parent.page.status == 404)
        }
    }
}
