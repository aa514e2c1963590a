import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

/// N3 on the pages: a draft is tried on the stored posts, for those who may see them.
@Suite struct RehearsalPageTests {
    static let milder = TestPolicy.source.replacing(
        "posts.language:\n", with: "posts.language:\n  on-strong: warn\n  on-mild: hint\n")
    static let always = TestPolicy.source.replacing(
        "  approvers: [headteacher, deputy]\n", with: "  approvers: [headteacher, deputy]\n  when: always\n")

    @Test("N3: a draft is rehearsed over the year's posts before anyone signs", arguments: Engine.all)
    func rehearse(engine: Engine) async throws {
        try await withPosts(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth)
            await ruth.submit("/policies/2/rehearsal", [:])
            #expect(ruth.path == "/rehearsals/1")
            #expect(ruth.sees("1 fewer post would wait"), "\(ruth.text)")
            #expect(ruth.sees("What a shit day"))
            #expect(ruth.sees("“shit”"))
            #expect(ruth.sees("It would go straight out."))
            #expect(!ruth.sees("Lanterns"), "a post that nothing changes for is not named")
            #expect(!ruth.sees("Never sent"))

            // The page of the version says so to everybody who may see the posts, and the whole chain still holds.
            await ruth.visit("/policies/2")
            #expect(ruth.sees("Rehearsed over 2 posts"))
            #expect(ruth.sees("1 that wait today would go straight out"))
            await ruth.submit("/policies/2/signing", ["effective": "2026-11-24"])
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit("/policies/2")
            #expect(geoffrey.sees("Rehearsed over 2 posts"))
            #expect(!geoffrey.sees("/rehearsals/1"), "what was found is for whoever asked")
            await geoffrey.visit("/rehearsals/1")
            #expect(geoffrey.page.status == 404)
            await geoffrey.visit("/policies/2")
            await geoffrey.submit("/policies/2/rehearsal", [:])
            #expect(geoffrey.sees("1 fewer post would wait"))
        }
    }

    @Test("N3: a rehearsal changes nothing of the posts, the policy or the record")
    func readsOnly() async throws {
        try await withPosts { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.always, &ruth)
            let before = try await counts(test)
            await ruth.submit("/policies/2/rehearsal", [:])
            #expect(ruth.sees("1 more post would wait"))
            #expect(try await counts(test) == before)
        }
    }

    @Test("N3: the summary is of exactly this text: a changed draft has not been rehearsed")
    func changedText() async throws {
        try await withPosts { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth)
            await ruth.submit("/policies/2/rehearsal", [:])
            await ruth.visit("/policies/2")
            #expect(ruth.sees("Rehearsed over"))
            await ruth.submit("/policies/2/draft", ["source": Self.always])
            #expect(!ruth.sees("Rehearsed over"))
            await ruth.submit("/policies/2/draft", ["source": Self.always, "then": "rehearse"])
            #expect(ruth.path == "/rehearsals/2")
            #expect(ruth.sees("1 more post would wait"))
        }
    }

    @Test("N3: one control is changed in a form and tried, and no policy changes")
    func oneControl() async throws {
        try await withPosts { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/1")
            await ruth.click("/policies/1/rehearsal")
            await ruth.visit("/policies/1/rehearsal?control=posts.language")
            #expect(ruth.sees(#"name="value-on-strong""#))
            await ruth.submit(
                "/policies/1/rehearsal", ["control": "posts.language", "value-on-strong": "warn"])
            #expect(ruth.sees("1 fewer post would wait"), "\(ruth.text)")
            #expect(ruth.sees("posts.language with on-strong: warn"))

            await ruth.visit("/policies/1/rehearsal?control=posts.language")
            await ruth.submit("/policies/1/rehearsal", ["control": "posts.language", "leave-out": "yes"])
            #expect(ruth.sees("1 fewer post would wait"))

            await ruth.visit("/policies/1/rehearsal?control=posts.language")
            await ruth.submit(
                "/policies/1/rehearsal", ["control": "posts.language", "value-on-strong": "blokc"])
            #expect(ruth.page.status == 422)
            #expect(ruth.sees("on-strong"))
            #expect(ruth.sees("expects"))
            await ruth.submit("/policies/1/rehearsal", ["control": "posts.language"])
            #expect(ruth.page.status == 422)

            let source = try await test.database.read { db in
                try db.one("SELECT source FROM policy_versions WHERE id = 1") { $0.text(0) }
            }
            #expect(source == TestPolicy.source)
        }
    }

    @Test("N3: another school's posts are neither shown nor counted, and its people see nothing")
    func otherSchool() async throws {
        try await withPosts { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(at: TestPeople.holloway, in: db)
                let id = try Draft.start(
                    {
                        var draft = Draft(); draft.text = "A shit day at Holloway."; return draft
                    }(),
                    at: TestPeople.holloway, by: TestPeople.id("Sam"), now: test.time.now, in: db)
                try db.run("UPDATE posts SET state = 'held', submitted_at = \(test.time.now) WHERE id = \(id)")
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth, number: 3)
            await ruth.submit("/policies/3/rehearsal", [:])
            #expect(ruth.sees("over 2 posts"))
            #expect(!ruth.sees("Holloway."))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.post("/policies/3/rehearsal", [:])
            #expect(sam.page.status == 404)
            await sam.visit("/rehearsals/1")
            #expect(sam.page.status == 404)
            await sam.visit("/rehearsals/1/progress")
            #expect(sam.page.status == 404)
            await sam.post("/rehearsals/1/cancellation", [:])
            #expect(sam.page.status == 404)

            // Asha is of the whole trust: what she looks at is one school's draft, so its posts alone.
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post("/policies/3/rehearsal", [:])
            #expect(tom.page.status == 404)
        }
    }

    @Test("N3: a trust's draft is tried on the posts of each school that the viewer may see")
    func ofTheTrust() async throws {
        try await withSite { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(at: nil, in: db)
                for (school, text) in [(TestPeople.larkmere, "A shit day."), (TestPeople.holloway, "A shit week.")] {
                    let id = try Draft.start(
                        {
                            var draft = Draft(); draft.text = text; return draft
                        }(), at: school,
                        by: TestPeople.id("Sam"), now: test.time.now, in: db)
                    try db.run("UPDATE posts SET state = 'held', submitted_at = \(test.time.now) WHERE id = \(id)")
                }
            }
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/policies")
            await asha.submit("/policies", ["of": "trust"])
            await asha.submit("/policies/2/draft", ["source": Self.milder])
            await asha.submit("/policies/2/rehearsal", [:])
            #expect(asha.sees("2 fewer posts would wait"), "\(asha.text)")
            #expect(asha.sees("A shit day.") && asha.sees("A shit week."))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies/2")
            #expect(!ruth.sees("Rehearsed over"))
            await ruth.submit("/policies/2/rehearsal", [:])
            #expect(ruth.sees("1 fewer post would wait"))
            #expect(!ruth.sees("A shit week."))
        }
    }

    @Test("N3: what was found is deleted after a day; the counts stay")
    func forgotten() async throws {
        try await withPosts { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth)
            await ruth.submit("/policies/2/rehearsal", [:])
            test.time.turn(by: .hours(25))
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/rehearsals/1")
            #expect(!ruth.sees("What a shit day"))
            #expect(ruth.sees("has been deleted"))
            try await Daybreak(context: test.context).run()
            let left = try await test.database.read { db in
                try db.one("SELECT count(*) FROM rehearsals WHERE result IS NOT NULL") { $0.int(0) }
            }
            #expect(left == 0)
            await ruth.visit("/policies/2")
            #expect(ruth.sees("Rehearsed over 2 posts"))
        }
    }

    @Test("N3: a rehearsal that runs says how far it is, and stops when it is told to")
    func stopped() async throws {
        try await withPosts { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth)
            let plan = try await plan(test)
            let now = test.time.now
            let id = try await test.database.write { db in
                try Rehearsal.begin(
                    plan, of: PolicyVersion.ID(rawValue: 2), by: TestPeople.id("Ruth"), at: now, in: db)
            }
            await ruth.visit("/rehearsals/1")
            #expect(ruth.sees("Collecting the posts"))
            await ruth.visit("/rehearsals/1/progress")
            #expect(ruth.sees(#""running":true"#))
            await ruth.visit("/rehearsals/1")
            await ruth.submit("/rehearsals/1/cancellation", [:])
            #expect(ruth.sees("This rehearsal was stopped"))
            // The run itself, as in another process, notices and keeps nothing.
            await RehearsalRun(id: id, plan: plan, context: test.context).run()
            await ruth.visit("/rehearsals/1")
            #expect(ruth.sees("This rehearsal was stopped"))

            // One whose process has gone says so.
            _ = try await test.database.write { db in
                try Rehearsal.begin(
                    plan, of: PolicyVersion.ID(rawValue: 2), by: TestPeople.id("Ruth"), at: now, in: db)
            }
            test.time.turn(by: .minutes(5))
            await ruth.visit("/rehearsals/2")
            #expect(ruth.sees("This rehearsal broke off"))
        }
    }

    @Test("N3: many posts are gone through a page at a time; the newest are named and all are counted")
    func pages() async throws {
        try await withPosts { test in
            try await test.database.write { db in
                for number in 0..<1_200 {
                    let id = try Draft.start(
                        {
                            var draft = Draft(); draft.text = "Fair \(number), a shit one."; return draft
                        }(),
                        at: TestPeople.larkmere, by: TestPeople.id("Tom"), now: test.time.now, in: db)
                    try db.run("UPDATE posts SET state = 'published', submitted_at = 1 WHERE id = \(id)")
                }
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await begin(Self.milder, &ruth)
            let plan = try await plan(test)
            let now = test.time.now
            let id = try await test.database.write { db in
                try Rehearsal.begin(
                    plan, of: PolicyVersion.ID(rawValue: 2), by: TestPeople.id("Ruth"), at: now, in: db)
            }
            await RehearsalRun(id: id, plan: plan, context: test.context).run()
            await ruth.visit("/rehearsals/1")
            #expect(ruth.sees("1201 fewer posts would wait"))
            #expect(ruth.sees("The newest 100 are listed; the other 1101 are counted."))
        }
    }

    private func plan(_ test: TestSite) async throws -> RehearsalPlan {
        try await test.database.read { db in
            guard let version = try PolicyVersion.find(PolicyVersion.ID(rawValue: 2), in: db),
                let school = try School.find(TestPeople.larkmere, in: db),
                let ruth = try Person.find(TestPeople.id("Ruth"), in: db)
            else { throw Problem.notFound }
            let viewer = Viewer(
                person: ruth, school: school, schools: [school],
                appointments: [Appointment(school: school.id, role: "headteacher")], trust: Trust(name: ""), csrf: "")
            return try RehearsalPlan.make(version, for: viewer, in: db)
        }
    }

    /// Begins a version and gives it this text.
    private func begin(_ source: String, _ visitor: inout Visitor, number: Int = 2) async {
        await visitor.visit("/policies")
        await visitor.submit("/policies", ["reason": "A test"])
        await visitor.submit("/policies/\(number)/draft", ["source": source])
    }

    private func counts(_ test: TestSite) async throws -> [String] {
        try await test.database.read { db in
            let edits = try db.all("SELECT state, updated_at FROM posts ORDER BY id") { "\($0.text(0)) \($0.int(1))" }
            return try edits
                + ["posts", "post_findings", "events", "approvals", "policy_versions"].map { table in
                    try db.one("SELECT count(*) FROM \(unsafe: table)") { "\(table) \($0.int(0))" }
                }
        }
    }

    /// A held post, one that went out, and a draft that was never sent.
    private func withPosts(_ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite(engine) { test in
            let account = try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                return try TestPolicy.practiceAccount(in: db)
            }
            var tom = await Visitor(test.site, as: "Tom")
            for (text, intent) in [
                ("What a shit day for sport.", "send"), ("Lanterns at six.", "send"),
                ("Never sent, a shit one.", "save"),
            ] {
                await tom.visit("/posts/new")
                await tom.submit("/posts", ["text": text, "account": "\(account.rawValue)", "intent": intent])
            }
            try await body(test)
        }
    }
}
