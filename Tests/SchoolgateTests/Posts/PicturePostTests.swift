import Database
import Foundation
import Policy
import Testing
import Web

import struct Gate.Consent

@testable import Schoolgate

@Suite struct PicturePostTests {
    @Test("S10: a picture of a child without consent in force cannot be sent, and with it it can be approved")
    func consent() async throws {
        try await withPicturePosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            await tom.submit("/posts/1/draft", tom.fields(named: "Finn Doherty", intent: "send"))
            #expect(tom.page.status == 422)
            #expect(tom.sees("Stops here."))

            try await test.consent(of: "F1", .yes)
            await tom.submit("/posts/1/draft", tom.fields(named: "Finn Doherty", intent: "send", edits: "1"))
            #expect(tom.path == "/posts/1")
        }
    }

    @Test("N4: a consent withdrawn today finds the published post and the queue, and opens the removal")
    func withdrawal() async throws {
        try await withPicturePosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            await tom.submit("/posts/1/draft", tom.fields(named: "Finn Doherty", intent: "send"))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .published)

            let outcome = try await test.consent(of: "F1", .withdrawn)
            #expect(outcome.removals == [Post.ID(rawValue: 1)])
            #expect(try await test.post(1)?.state == .removing)
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .removed)
        }
    }

    @Test("N4: a consent withdrawn while the post is on its way calls it back, and it is not sent again")
    func withdrawalOnTheWay() async throws {
        try await withPicturePosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            await tom.submit("/posts/1/draft", tom.fields(named: "Finn Doherty", intent: "send"))
            let publisher = Publisher(context: test.context)
            let held = try #require(try await publisher.claim())
            try await test.database.write { db in
                _ = try held.markSent(in: db)
                try Post.settle(held.post, in: db, now: test.context.now())
            }
            let outcome = try await test.consent(of: "F1", .withdrawn)
            #expect(outcome.removals == [Post.ID(rawValue: 1)])
            for _ in 0..<3 {
                test.time.turn(by: Publisher.lease + .seconds(1))
                _ = try await publisher.workOff()
            }
            #expect(try await test.post(1)?.state == .stopped)
            #expect(try await test.rows(in: "practice_posts") == 0)
        }
    }

    @Test("M15: a child on the do-not-publish list blocks, and nobody can approve it away")
    func list() async throws {
        try await withPicturePosting { test in
            try await test.consent(of: "F1", .yes)
            try await test.consent(of: "F1", .doNotPublish)
            var ruth = await Visitor(test.site, as: "Ruth")
            try await ruth.attach(named: "Finn Doherty")
            await ruth.submit("/posts/1/draft", ruth.fields(named: "Finn Doherty", intent: "send"))
            #expect(ruth.page.status == 422)
            #expect(try await test.post(1)?.state == .draft)
        }
    }

    @Test("M17, W37: nobody approves a picture before answering for it, and the answers stay with the approval")
    func answers() async throws {
        let asking = """

            A leader looks at every picture. {#images.looked clauses=M17}

            ```rule
            posts.image-checklist:
              questions: [Is everybody dressed for what they do?]
            ```

            ```rule
            posts.best-interests:
              question: How does this serve the children it shows?
            ```

            ```rule
            posts.approval:
              approvers: [headteacher]
              when: with-picture
            ```
            """
        try await withPicturePosting(adding: asking) { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            await tom.submit("/posts/1/draft", tom.fields(named: "Finn Doherty", intent: "send"))
            let post = try #require(try await test.post(1))
            #expect(post.state == .held)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            #expect(ruth.sees("Is everybody dressed for what they do?"))
            var form = ["fingerprint": post.fingerprint]
            for (name, value) in [("", ""), ("question-0", "yes"), ("best-interests", "It shows what they built.")] {
                form[name] = value
                await ruth.post("/posts/1/approval", form)
                #expect((ruth.page.status == 200) == (name == "best-interests"), "\(name): \(ruth.page.status)")
            }
            #expect(try await test.post(1)?.state == .scheduled)
            await ruth.visit("/record")
            #expect(ruth.sees("It shows what they built."))
        }
    }

    @Test("Consent that ends between approval and publishing stops the post in the second of publishing")
    func secondOfPublishing() async throws {
        try await withPicturePosting { test in
            try await test.consent(of: "F1", .yes, expiry: "2026-11-23")
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            var fields = tom.fields(named: "Finn Doherty", intent: "send")
            fields["slot"] = "2026-11-23T23:55"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.state == .scheduled)
            test.time.turn(by: .hours(15) + .minutes(2))
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .stopped)
        }
    }

    @Test("A post is not sent before its author has said of each picture that nobody else can be recognised")
    func nobodyElse() async throws {
        try await withPicturePosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Finn Doherty")
            var fields = tom.fields(named: "Finn Doherty", intent: "send")
            fields["complete-0"] = nil
            fields["text"] = "Lanterns at the old mill."
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("Can anybody else be recognised in picture 1?"))
            #expect(tom.sees(##"href="#field-complete-0""##) && tom.sees(##"id="field-complete-0""##))
            #expect(try await test.post(1)?.state == .draft)
            #expect(try await test.post(1)?.text == "Lanterns at the old mill.", "the draft is kept")

            // Saving asks nothing, and the answer opens the way.
            fields["intent"] = "save"
            fields["edits"] = "1"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1/edit")
            fields["intent"] = "send"
            fields["complete-0"] = "yes"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1")
        }
    }

    @Test("A picture that comes along with the sending is asked about first")
    func newPicture() async throws {
        try await withPicturePosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "", intent: "send")
            #expect(tom.page.status == 422)
            #expect(tom.sees("Can anybody else be recognised in picture 1?"))
            #expect(try await test.post(1)?.pictures.count == 1)
        }
    }

    @Test("A picture without alt text blocks, and says which")
    func altText() async throws {
        try await withPicturePosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "")
            var fields = tom.fields(named: "", intent: "send")
            fields["alt-0"] = ""
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("posts.alt-text") || tom.sees("Stops here."))
        }
    }

    @Test("A name that is not on the roll is asked about, and nothing else is lost")
    func unknownName() async throws {
        try await withPicturePosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "Fin Dohertie")
            await tom.submit("/posts/1/draft", tom.fields(named: "Fin Dohertie", intent: "send"))
            #expect(tom.page.status == 422)
            #expect(tom.sees("Nobody on the roll is called “Fin Dohertie”"))
            #expect(tom.sees("Children hold lanterns"))
        }
    }

    @Test("What is not a picture is refused by name and said in words; the text is kept")
    func notAPicture() async throws {
        try await withPicturePosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            let file = UploadedFile(
                filename: "holiday.jpg", contentType: "image/jpeg", bytes: Array("%PDF-1.7 nothing".utf8))
            await tom.submit("/posts", ["text": "Look at this", "intent": "save"], files: [("photo", file)])
            #expect(tom.page.status == 422)
            #expect(tom.sees("holiday.jpg"))
            #expect(tom.sees("Look at this"))
        }
    }

    private func withPicturePosting(
        adding more: String = "", _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await withSite { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(Self.policy + "\n" + more, in: db)
                _ = try TestPolicy.practiceAccount(in: db)
                try db.run(
                    """
                    INSERT INTO pupils (school_id, upn, first_name, last_name, year_group)
                    VALUES (1, 'F1', 'Finn', 'Doherty', '4'), (1, 'A1', 'Amara', 'Osei', '4')
                    """
                )
                try Revision.roll.raise(in: db)
            }
            try await body(test)
        }
    }

    private static let policy = """
        ---
        title: Pictures
        sign-off: [headteacher, chair]
        ---

        ## Images

        Nobody is shown without consent. {#images.consent clauses=S10}

        ```rule
        posts.pupil-image:
          consent: social media
        ```

        The list counts. {#images.list clauses=M15}

        ```rule
        posts.do-not-publish:
        ```

        Pictures are described. {#images.alt}

        ```rule
        posts.alt-text:
        ```
        """
}

extension Visitor {
    /// Writes a post with one picture and comes back with its page open.
    mutating func attach(named: String, intent: String = "save") async throws {
        let png = try #require(Data(base64Encoded: Self.dot))
        await visit("/posts/new")
        await submit(
            "/posts", ["text": "Lanterns at the mill.", "account": "1", "intent": intent],
            files: [("photo", UploadedFile(filename: "lanterns.png", contentType: "image/png", bytes: Array(png)))])
    }

    func fields(named: String, intent: String, edits: String = "0") -> [String: String] {
        let media = text.components(separatedBy: "name=\"picture-0\" value=\"").dropFirst().first?.prefix(64) ?? ""
        return [
            "text": "Lanterns at the mill.", "account": "1", "intent": intent, "edits": edits,
            "picture-0": String(media),
            "alt-0": "Children hold lanterns in the dark.", "shown-0": named, "provenance-0": "own",
            "complete-0": "yes",
        ]
    }

    /// A PNG of eight pixels by eight.
    private static let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNQSHDAihiGlgQAudYwAaD/cdwAAAAASUVORK5CYII="
}

extension TestSite {
    @discardableResult
    func consent(of upn: String, _ decision: Consent.Decision, expiry: String? = nil) async throws -> Withdrawal.Outcome
    {
        let context = context
        return try await database.write { db in
            let pupil = try db.one("SELECT id FROM pupils WHERE upn = \(upn)") { Pupil.ID(rawValue: $0.int(0)) }
            return try ConsentAnswer(
                pupil: pupil, purpose: nil, network: nil, decision: decision, day: context.today,
                expiry: expiry.flatMap { Day($0) }, givenBy: "Mary Doherty"
            ).record(by: TestPeople.id("Dawn"), context, in: db)
        }
    }

    func post(_ id: Int64) async throws -> Post? {
        try await database.read { db in try Post.find(Post.ID(rawValue: id), in: db) }
    }
}
