import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite struct PolicyLifeTests {
    @Test(
        "S2: a version takes effect only when both roles have signed it, and then supersedes the one before",
        arguments: Engine.all)
    func signedByBoth(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.click("/policies")
            await ruth.submit("/policies", ["template": "primary-school", "reason": "Yearly review"])
            #expect(ruth.path == "/policies/2")
            #expect(ruth.sees("Version 2 is a draft"))
            await ruth.submit("/policies/2/signing", ["effective": "2026-11-23", "reason": "Yearly review"])
            #expect(ruth.sees("waits for 2 signatures"))

            let digest = try await test.database.read { db in
                try PolicyVersion.find(PolicyVersion.ID(rawValue: 2), in: db)?.digest ?? ""
            }
            await ruth.submit(
                "/policies/2/signature", ["role": "headteacher", "name": "Ruth Adeyemi", "digest": digest])
            #expect(ruth.sees("waits for one signature"))
            // The head cannot sign for the governors too.
            await ruth.post("/policies/2/signature", ["role": "chair", "name": "Ruth Adeyemi", "digest": digest])
            #expect(ruth.page.status == 403)

            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            #expect(geoffrey.sees("Sign version 2 of the social media policy"))
            await geoffrey.click("/policies/2")
            await geoffrey.submit(
                "/policies/2/signature", ["role": "chair", "name": "geoffrey lund", "digest": digest])
            #expect(geoffrey.sees("Version 2 is in force"))
            await geoffrey.visit("/policies/1")
            #expect(geoffrey.sees("Version 1 was superseded"))
        }
    }

    @Test("T1: a version signed for a later day waits for it, and the review date follows")
    func laterDay() async throws {
        try await withSite { test in
            let id = try await test.signed(TestPolicy.source, effective: "2026-11-25")
            try await Daybreak(context: test.context).run()
            #expect(try await test.state(of: id) == .signed)
            test.time.turn(by: .days(2))
            try await Daybreak(context: test.context).run()
            #expect(try await test.state(of: id) == .inForce)
            let review = try await test.database.read { db in try PolicyVersion.find(id, in: db)?.reviewDue?.description
            }
            #expect(review == "2027-11-25")
        }
    }

    @Test("T1: an overdue review is shown to the head and the governors, and to nobody else")
    func overdueReview() async throws {
        try await withSite { test in
            let id = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            #expect(try await test.state(of: id) == .inForce)
            test.time.turn(by: .days(370))
            for (first, isTold) in [("Ruth", true), ("Geoffrey", true), ("Tom", false)] {
                let visitor = await Visitor(test.site, as: first)
                #expect(visitor.sees("review is overdue") == isTold, "\(first)")
            }
        }
    }

    @Test("W3: parents read the version in force without signing in; a draft is never shown")
    func publicPage() async throws {
        try await withSite { test in
            _ = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            await ruth.submit("/policies", ["template": "", "reason": "Secret plans"])
            var parent = Visitor(test.site)
            await parent.visit("/policy/larkmere")
            #expect(parent.page.status == 200)
            #expect(parent.sees("Offensive words wait"))
            #expect(!parent.sees("Secret plans"))
            #expect(!parent.sees("posts.language"))
            await parent.visit("/policy/holloway")
            #expect(parent.page.status == 404)
            await parent.visit("/policies/2")
            #expect(parent.path == "/sign-in")
        }
    }

    @Test("W2, W9, P24: the page names what the policy is read with, the laws it rests on, and its successor")
    func around() async throws {
        try await withSite { test in
            let source = TestPolicy.source.replacing(
                "review: yearly\n",
                with: """
                    review: yearly
                    related: [Code of conduct, E-safety policy]
                    legal: [Equality Act 2010]
                    successor: {policy: Online safety policy, on: [2026-11-30]}

                    """)
            _ = try await test.signed(source, effective: "2026-11-23")
            var parent = Visitor(test.site)
            await parent.visit("/policy/larkmere")
            for words in [
                "Code of conduct", "E-safety policy", "Equality Act 2010", "Online safety policy will replace",
            ] {
                #expect(parent.sees(words), "\(words)")
            }
            test.time.turn(by: .days(8))
            await parent.visit("/policy/larkmere")
            #expect(parent.sees("was to replace this policy"))
        }
    }

    @Test("T4: the trust cannot sign a text under which a school in force would be looser")
    func tighterTrust() async throws {
        try await withSite { test in
            let trust = TestPolicy.source.replacing("number: T1", with: "number: TR")
            try await test.database.write { db in
                try TestPolicy.putInForce(trust, at: nil, in: db)
                let school =
                    "---\ntitle: Ours\nextends: trust\n---\n\n## Posting\n\nWe add. {#ours.one}\n"
                    + "\n```rule\nposts.approval:\n  approvers: [headteacher, deputy]\n```\n"
                try TestPolicy.putInForce(school, in: db)
            }
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/policies")
            await asha.submit("/policies", ["template": "", "of": "trust"])
            await asha.submit(
                "/policies/3/draft",
                ["source": trust.replacing("approvers: [headteacher, deputy]", with: "approvers: [headteacher]")])
            await asha.submit("/policies/3/signing", ["effective": "2026-11-23"])
            #expect(asha.page.status == 422)
            #expect(asha.sees("Larkmere Primary School"))
        }
    }

    @Test("T4: the trust sees which schools have not published a policy of their own; a school's people do not")
    func published() async throws {
        try await withSite { test in
            _ = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/policies")
            #expect(asha.sees("One school has not published its own policy"))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            #expect(!ruth.sees("has not published"))
        }
    }

    @Test("The longest policy that is taken also fits into its form")
    func longestPolicy() {
        #expect(Application.bodyLimit(.post, "/policies/1/draft").fromKnown > 3 * PolicyVersion.longestSource)
        #expect(Application.bodyLimit(.post, "/sign-in").fromKnown <= 1_024 * 1_024)
    }

    @Test("W3: the PDF of the version in force is made for parents")
    func pdf() async throws {
        try await withSite { test in
            _ = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            var parent = Visitor(test.site)
            await parent.visit("/policy/larkmere/policy.pdf")
            #expect(parent.page.status == 200)
            #expect(parent.page.header("Content-Type") == "application/pdf")
            #expect(parent.page.body.starts(with: Array("%PDF-".utf8)))
        }
    }

    @Test("W3: a policy that wants no PDF has none: no link, and nothing at its address")
    func noPDF() async throws {
        try await withSite { test in
            let source =
                TestPolicy.source + "Anybody can read it. {#posting.public clauses=W3}\n\n```rule\npolicy.public:\n"
            for (pdf, hasOne) in [("no", false), ("yes", true)] {
                _ = try await test.signed(source + "  pdf: \(pdf)\n```\n", effective: "2026-11-23")
                var parent = Visitor(test.site)
                await parent.visit("/policy/larkmere")
                #expect(parent.page.status == 200)
                #expect(parent.sees("policy.pdf") == hasOne, "\(pdf)")
                await parent.visit("/policy/larkmere/policy.pdf")
                #expect((parent.page.status == 200) == hasOne, "\(pdf)")
                if !hasOne { #expect(parent.page.status == 404) }
                var ruth = await Visitor(test.site, as: "Ruth")
                await ruth.visit("/policies")
                #expect(ruth.sees("and as a PDF") == hasOne)
            }
        }
    }

    @Test("W31: a missing annex keeps a version from being signed until it is supplied or waived")
    func annexes() async throws {
        try await withSite { test in
            let source = TestPolicy.source.replacing(
                "review: yearly\n",
                with: "review: yearly\nannexes: [Creating a site]\n")
            let id = try await test.database.write { db in
                try PolicyVersion.draft(
                    source, of: TestPeople.larkmere, because: "", by: nil, at: test.time.now, in: db)
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/\(id.rawValue)")
            await ruth.submit("/policies/\(id.rawValue)/signing", ["effective": "2026-11-23"])
            #expect(ruth.page.status == 422)
            #expect(ruth.sees("Creating a site"))
            await ruth.visit("/policies/\(id.rawValue)")
            await ruth.submit(
                "/policies/\(id.rawValue)/annex", ["annex": "Creating a site", "waiver": "We create none this year."])
            await ruth.submit("/policies/\(id.rawValue)/signing", ["effective": "2026-11-23"])
            #expect(ruth.sees("waits for 2 signatures"))
            await ruth.post("/policies/\(id.rawValue)/annex", ["annex": "Creating a site", "text": "Anything goes."])
            #expect(ruth.page.status == 409, "an annex changed under those who sign it")
            await ruth.visit("/policies/\(id.rawValue)")
            #expect(!ruth.sees("Anything goes."))
        }
    }

    @Test("Drafting at one school and another role in the trust do not add up to drafting for the trust")
    func trustByHalves() async throws {
        try await withSite { test in
            try await test.database.write { db in
                _ = try TestPolicy.putInForce(in: db)
                try TestPolicy.putInForce(TestPolicy.source, at: nil, in: db)
                try db.run(
                    """
                    INSERT INTO appointments (person_id, school_id, role, since)
                    VALUES (\(TestPeople.id("Ruth")), NULL, 'governor', '2020-09-01')
                    """
                )
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.post("/school", ["school": "1"])
            await ruth.visit("/policies")
            #expect(ruth.sees("Begin a new version"))
            #expect(!ruth.sees("Whose policy"))
            await ruth.post("/policies", ["template": "", "of": "trust"])
            #expect(ruth.page.status == 404)
            await ruth.post("/policies", ["template": ""])
            #expect(ruth.page.status == 200)
        }
    }

    @Test(arguments: Engine.all)
    func `two who sign at once both count`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let id = try await test.database.write { db in
                try PolicyVersion.draft(
                    TestPolicy.source, of: TestPeople.larkmere, because: "", by: nil, at: test.time.now, in: db)
            }
            let path = "/policies/\(id.rawValue)", digest = PolicyVersion.digest(of: TestPolicy.source)
            var ruth = await Visitor(test.site, as: "Ruth"), geoffrey = await Visitor(test.site, as: "Geoffrey")
            await ruth.post(path + "/signing", ["effective": "2026-11-23"])
            let (head, chair) = (ruth, geoffrey)
            async let first = head.posting(
                path + "/signature", ["role": "headteacher", "name": "Ruth Adeyemi", "digest": digest])
            async let second = chair.posting(
                path + "/signature", ["role": "chair", "name": "Geoffrey Lund", "digest": digest])
            #expect(await [first, second] == [200, 200])
            #expect(try await test.state(of: id) == .inForce)
        }
    }

    @Test("N1: the clause that governors signed is cited where the gate stops somebody")
    func citation() async throws {
        try await withSite { test in
            _ = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            let account = try await test.database.write { db in try TestPolicy.practiceAccount(in: db) }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "A shit day.", "account": "\(account.rawValue)", "intent": "send"])
            #expect(tom.sees("Offensive words wait for somebody else."))
        }
    }

    @Test("A draft that cannot be read says where, keeps what was typed, and cannot be signed")
    func unreadable() async throws {
        try await withSite { test in
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            await ruth.submit("/policies", ["template": ""])
            let broken = TestPolicy.source.replacing("posts.language:", with: "posts.langage:")
            await ruth.submit("/policies/2/draft", ["source": broken])
            #expect(ruth.sees("posts.language"))
            #expect(ruth.sees("posts.langage"))
            await ruth.post("/policies/2/signing", ["effective": "2026-11-23"])
            #expect(ruth.page.status == 422)
        }
    }

    @Test("A stranger, a teacher and another school's head cannot draft, sign or see a draft")
    func access() async throws {
        try await withSite { test in
            let id = try await test.signed(TestPolicy.source, effective: "2026-11-23")
            #expect(id.rawValue == 1)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            await ruth.submit("/policies", ["template": ""])
            for first in ["Tom", "Sam", "Dawn"] {
                var other = await Visitor(test.site, as: first)
                await other.visit("/policies/2")
                #expect(other.page.status == 404, "\(first)")
                await other.post("/policies/2/draft", ["source": "---\ntitle: x\n---\n"])
                #expect(other.page.status == 404, "\(first)")
            }
        }
    }
}

extension Visitor {
    /// What a form sent by a copy of this visitor is answered with.
    fileprivate func posting(_ action: String, _ fields: [String: String]) async -> Int {
        var copy = self
        await copy.post(action, fields)
        return copy.page.status
    }
}

extension TestSite {
    /// A version of Larkmere's policy that both have signed.
    func signed(_ source: String, effective: String) async throws -> PolicyVersion.ID {
        let id = try await database.write { db in
            try PolicyVersion.draft(
                source, of: TestPeople.larkmere, because: "", by: TestPeople.id("Ruth"), at: time.now, in: db)
        }
        var ruth = await Visitor(site, as: "Ruth"), geoffrey = await Visitor(site, as: "Geoffrey")
        let path = "/policies/\(id.rawValue)"
        await ruth.post(path + "/signing", ["effective": effective])
        let digest = PolicyVersion.digest(of: source)
        await ruth.post(path + "/signature", ["role": "headteacher", "name": "Ruth Adeyemi", "digest": digest])
        await geoffrey.post(path + "/signature", ["role": "chair", "name": "Geoffrey Lund", "digest": digest])
        return id
    }

    func state(of id: PolicyVersion.ID) async throws -> PolicyVersion.State? {
        try await database.read { db in try PolicyVersion.find(id, in: db)?.state }
    }
}
