import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

/// A policy under which pictures need consent, and the pupils of the import tests.
private let policy = """
    ---
    title: Social media policy
    number: T2
    sign-off: [headteacher, chair]
    review: yearly
    ---

    ## Images

    No picture of a pupil without consent. {#images.consent clauses=S10}

    ```rule
    posts.pupil-image:
    ```

    Never a child on the list. {#images.list clauses=M15}

    ```rule
    posts.do-not-publish:
    ```

    Whoever objects is respected. {#images.objection clauses=M16}

    ```rule
    posts.objection:
    ```

    What is withdrawn comes down. {#images.withdrawal clauses=N4}

    ```rule
    posts.withdrawal:
    ```

    """

private func withRegister(
    _ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    try await withSite(engine) { test in
        try await test.database.write { db in
            try TestPolicy.putInForce(policy, in: db)
            _ = try TestPolicy.practiceAccount(in: db)
        }
        try await test.take(.roll, Sheets.roll)
        try await test.take(
            .consent,
            "upn,purpose,decision,date,expiry,given_by\nA1,all,yes,2026-09-01,,Priya Khan\nA1,all,yes,2026-09-01,,Adam Khan\n"
                + "A2,website,yes,2025-09-01,2026-09-30,Orla Halloran\n")
        try await body(test)
    }
}

extension TestSite {
    fileprivate func pupil(_ upn: String) async throws -> Int64 {
        try await count("SELECT id FROM pupils WHERE upn = \(upn)")
    }

    /// A post at Larkmere in a state, with children in its picture; a published one has a publication.
    fileprivate func post(
        _ text: String, _ state: Post.State, showing upns: [String] = [], alt: String = ""
    ) async throws -> Post.ID {
        var shown: [Pupil.ID] = []
        for upn in upns { shown.append(Pupil.ID(rawValue: try await pupil(upn))) }
        let pictures =
            shown.isEmpty && alt.isEmpty
            ? []
            : [
                PostPicture(
                    media: "00", alt: alt, provenance: "own", shown: shown, workOf: [], notPupils: 0, isComplete: true)
            ]
        return try await database.write { db in
            try db.run(
                """
                INSERT INTO media (digest, content_type, width, height, byte_count, added_at)
                VALUES ('00', 'image/webp', 1, 1, 1, 0) ON CONFLICT DO NOTHING
                """
            )
            var draft = Draft()
            draft.text = text
            draft.pictures = pictures
            draft.accounts = [Account.ID(rawValue: 1)]
            let id = try Draft.start(
                draft, at: TestPeople.larkmere, by: TestPeople.id("Tom"), now: time.now, in: db)
            try db.run("UPDATE posts SET state = \(state.rawValue) WHERE id = \(id)")
            if state == .published {
                try db.run(
                    """
                    INSERT INTO publications (post_id, account_id, remote_id, url, published_at, archive, archive_type,
                        archive_digest)
                    VALUES (\(id), 1, \("r\(id.rawValue)"), 'http://127.0.0.1/', 0, \([UInt8]()), 'text/html', '')
                    """
                )
            }
            return id
        }
    }

    fileprivate func state(of post: Post.ID) async throws -> Post.State? {
        try await database.read { db in try Post.find(post, in: db)?.state }
    }
}

@Suite struct ConsentPageTests {
    @Test("P28: a child is found by name, never by browsing, and every look is on the record", arguments: Engine.all)
    func search(engine: Engine) async throws {
        try await withRegister(engine) { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent")
            #expect(!tom.text.contains("Amira"))
            await tom.visit("/consent?q=a")
            #expect(!tom.text.contains("Amira"))
            #expect(tom.text.contains("at least two letters"))
            await tom.visit("/consent?q=kha")
            let id = try await test.pupil("A1")
            await tom.click("/consent/\(id)")
            #expect(tom.text.contains("Amira Khan"))
            #expect(!tom.text.contains("A1<"), "the upn is never shown")
            try await expectEvent("looked at the consent of", test, in: TestPeople.larkmere)
        }
    }

    @Test func `a name that is nearly right is offered`() async throws {
        try await withRegister { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent?q=Halorran")
            #expect(tom.text.contains("Did you mean Halloran?"))
        }
    }

    @Test func `a search never finds more than twenty`() async throws {
        try await withRegister { test in
            var roll = Sheets.rollHeader
            for number in 0..<30 { roll += "larkmere,M\(number),Max,Mason\(number),,,4,,,,\n" }
            try await test.take(.roll, roll)
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent?q=max")
            #expect(tom.text.ranges(of: "href=\"/consent/").count - 2 <= 20)
            #expect(tom.text.contains("Type more of the name"))
        }
    }

    @Test func `another school's child is not there, and wrong roles and strangers see nothing`() async throws {
        try await withRegister { test in
            let isla = try await test.pupil("B1"), amira = try await test.pupil("A1")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent?q=isla")
            #expect(!dawn.text.contains("Whitcombe"))
            await dawn.visit("/consent/\(isla)")
            #expect(dawn.page.status == 404)
            for path in ["answers", "list", "objection"] {
                await dawn.post(
                    "/consent/\(isla)/\(path)",
                    ["purpose": "all", "decision": "no", "giver": "Jo Whitcombe", "giver-other": "Jo"])
                #expect(dawn.page.status == 404)
            }
            #expect(try await test.count("SELECT count(*) FROM consents WHERE pupil_id = \(isla)") == 0)
            for name in ["Geoffrey", "Jo", "Asha"] {
                var visitor = await Visitor(test.site, as: name)
                await visitor.visit("/consent/\(amira)")
                #expect(visitor.page.status == 404)
                #expect(!visitor.text.contains("Khan"))
            }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post("/consent/\(amira)/answers", ["purpose": "all", "decision": "no", "giver": "Priya Khan"])
            #expect(tom.page.status == 404, "a teacher does not keep the register")
        }
    }

    @Test("S10: an answer is recorded, and its state today is shown per purpose", arguments: Engine.all)
    func answer(engine: Engine) async throws {
        try await withRegister(engine) { test in
            let ben = try await test.pupil("A2")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(ben)")
            #expect(dawn.text.contains("Expired"))
            #expect(dawn.text.contains("0 of 6 purposes agreed"))
            await dawn.submit(
                "/consent/\(ben)/answers",
                ["purpose": "website", "decision": "yes", "giver": "Orla Halloran", "expiry": "2027-07-31"])
            #expect(dawn.text.contains("Orla Halloran’s yes is recorded."))
            #expect(dawn.text.contains("1 of 6 purposes agreed"))
            #expect(dawn.text.contains("until 31 July 2027"))
            #expect(dawn.text.contains("Recorded by Dawn Cartledge"))
            try await expectEvent("recorded a consent answer of", test, in: TestPeople.larkmere)
        }
    }

    @Test func `a form that cannot be taken keeps what was typed`() async throws {
        try await withRegister { test in
            let ben = try await test.pupil("A2")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(ben)")
            await dawn.submit(
                "/consent/\(ben)/answers",
                ["purpose": "press", "decision": "no", "giver": "other", "giver-other": "", "day": "2026-12-24"])
            #expect(dawn.page.status == 422)
            #expect(dawn.text.contains("This day has not come yet"))
            #expect(dawn.text.contains("Say who answered."))
            #expect(dawn.text.contains(#"value="2026-12-24""#))
        }
    }

    @Test func `S10: two guardians who disagree are shown plainly: one no is a no`() async throws {
        try await withRegister { test in
            let amira = try await test.pupil("A1")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            #expect(!dawn.text.contains("One no is a no"))
            await dawn.submit(
                "/consent/\(amira)/answers", ["purpose": "social media", "decision": "no", "giver": "Adam Khan"])
            #expect(dawn.text.contains("One no is a no"))
            #expect(dawn.text.contains("Priya Khan said yes"))
            #expect(dawn.text.contains("Adam Khan said no"))
            #expect(dawn.text.contains("no consent for social media."))
        }
    }

    @Test("M15: only who keeps the register takes a child off the list, with a reason", arguments: Engine.all)
    func list(engine: Engine) async throws {
        try await withRegister(engine) { test in
            let amira = try await test.pupil("A1")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit("/consent/\(amira)/list", ["giver-other": "Social worker"])
            #expect(dawn.text.contains("Amira Khan is on the do-not-publish list"))
            let entry = try await test.count("SELECT id FROM consents WHERE decision = 'do-not-publish'")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent/\(amira)")
            #expect(!tom.text.contains("lifting"))
            await tom.post("/consent/answers/\(entry)/lifting", ["reason": "I would like to."])
            #expect(tom.page.status == 404)
            await dawn.submit("/consent/answers/\(entry)/lifting", ["reason": " "])
            #expect(dawn.page.status == 422)
            await dawn.visit("/consent/\(amira)")
            await dawn.submit("/consent/answers/\(entry)/lifting", ["reason": "The court order has ended."])
            #expect(dawn.text.contains("The court order has ended."))
            #expect(!dawn.text.contains("Amira Khan is on the do-not-publish list"))
            try await expectEvent("took off the do-not-publish list", test, in: TestPeople.larkmere)
        }
    }

    @Test("M16: a teacher records an objection from a phone, and it holds at once")
    func objection() async throws {
        try await withRegister { test in
            let amira = try await test.pupil("A1")
            let post = try await test.post("Lanterns!", .scheduled, showing: ["A1"], alt: "Lanterns")
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent")
            await tom.click("/consent/objection")
            await tom.visit("/consent/objection?q=amira")
            await tom.submit("/consent/\(amira)/objection", ["giver": "Amira Khan"])
            #expect(tom.text.contains("Amira Khan’s wish is recorded"))
            #expect(tom.text.contains("Lanterns!"))
            #expect(try await test.state(of: post) == .stopped)
        }
    }

    @Test("M16: an objection of somebody nobody could name waits for the office")
    func unnamed() async throws {
        try await withRegister { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent/objection")
            await tom.submit("/consent/objection", ["event": "Lantern walk", "description": ""])
            #expect(tom.page.status == 422)
            #expect(tom.text.contains(#"value="Lantern walk""#))
            await tom.submit("/consent/objection", ["event": "Lantern walk", "description": "Red coat"])
            #expect(tom.text.contains("kept for the office"))
            await tom.visit("/consent")
            #expect(!tom.text.contains("Red coat"))
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent")
            #expect(dawn.text.contains("Red coat"))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.post("/consent/objections/1/settlement", ["how": "Mine"])
            #expect(sam.page.status == 404)
            await dawn.submit("/consent/objections/1/settlement", ["how": "It was Amira; recorded."])
            #expect(!dawn.text.contains("Red coat"))
            try await expectEvent("settled an objection", test, in: TestPeople.larkmere)
        }
    }
}

@Suite struct WithdrawalTests {
    @Test(
        "N4: a withdrawal finds drafts, the queue and what is published, and opens the removals", arguments: Engine.all)
    func withdrawal(engine: Engine) async throws {
        try await withRegister(engine) { test in
            let amira = try await test.pupil("A1")
            let published = try await test.post("Published one", .published, showing: ["A1"], alt: "A child")
            let queued = try await test.post("Queued one", .scheduled, showing: ["A1"], alt: "A child")
            let draft = try await test.post("Drafted one", .draft, showing: ["A1"], alt: "A child")
            let other = try await test.post("Somebody else", .published, showing: ["A2"], alt: "A child")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit(
                "/consent/\(amira)/answers",
                ["purpose": "social media", "decision": "withdrawn", "giver": "Priya Khan"])
            for title in ["Published one", "Queued one", "Drafted one"] {
                #expect(dawn.text.contains(title))
            }
            #expect(!dawn.text.contains("Somebody else</a>"))
            #expect(try await test.state(of: published) == .removing)
            #expect(try await test.state(of: queued) == .stopped)
            #expect(try await test.state(of: draft) == .draft)
            #expect(try await test.state(of: other) == .published)
            #expect(try await test.count("SELECT count(*) FROM deliveries WHERE kind = 'remove'") == 1)
            try await expectEvent("opened the removal of", test, in: TestPeople.larkmere)
        }
    }

    @Test("N4: a child on the list is found in the words of a post, too", arguments: Engine.all)
    func words(engine: Engine) async throws {
        try await withRegister(engine) { test in
            let amira = try await test.pupil("A1")
            let named = try await test.post("Well done Amira Khan on the medal!", .published)
            let alt = try await test.post("What a day.", .published, alt: "Amira Khan with a medal")
            let innocent = try await test.post("The bake sale raised 212 pounds.", .published)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit("/consent/\(amira)/list", ["giver-other": "Social worker"])
            #expect(try await test.state(of: named) == .removing)
            #expect(try await test.state(of: alt) == .removing)
            #expect(try await test.state(of: innocent) == .published)
        }
    }

    @Test("N4: a name that may be another child's is left for somebody to look at")
    func namesakes() async throws {
        try await withRegister { test in
            try await test.take(.roll, Sheets.rollHeader + "larkmere,A9,Amira,Osei,,,2,,,,\n")
            let amira = try await test.pupil("A1")
            let post = try await test.post("Well done Amira on the medal!", .published)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit("/consent/\(amira)/list", ["giver-other": "Social worker"])
            #expect(try await test.state(of: post) == .published)
            #expect(dawn.text.contains("Somebody has to look"))
        }
    }

    @Test("N4: a child who has left the school is still found in its pictures")
    func leaver() async throws {
        try await withRegister { test in
            let amira = try await test.pupil("A1")
            let post = try await test.post("Last year", .published, showing: ["A1"], alt: "A child")
            try await test.take(
                .roll, Sheets.rollHeader + "larkmere,A2,Benjamin,Halloran,Ben,2017-09-01,4,Orla Halloran,,,\n",
                leavers: true)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit(
                "/consent/\(amira)/answers", ["purpose": "all", "decision": "withdrawn", "giver": "Priya Khan"])
            #expect(try await test.state(of: post) == .removing)
        }
    }

    @Test("N4: refusals in an imported file open removals as well", arguments: Engine.all)
    func imported(engine: Engine) async throws {
        try await withRegister(engine) { test in
            let post = try await test.post("Published one", .published, showing: ["A1"], alt: "A child")
            let report = try await test.take(
                .consent, "upn,purpose,decision,date,expiry,given_by\nA1,all,withdrawn,2026-11-20,,Adam Khan\n")
            #expect(report.openedRemovals == 1)
            #expect(try await test.state(of: post) == .removing)
        }
    }

    @Test func `a no for another purpose takes nothing down`() async throws {
        try await withRegister { test in
            let amira = try await test.pupil("A1")
            let post = try await test.post("Published one", .published, showing: ["A1"], alt: "A child")
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/consent/\(amira)")
            await dawn.submit(
                "/consent/\(amira)/answers", ["purpose": "press", "decision": "no", "giver": "Priya Khan"])
            #expect(try await test.state(of: post) == .published)
            #expect(dawn.text.contains("Nothing there shows or names this child"))
        }
    }
}
