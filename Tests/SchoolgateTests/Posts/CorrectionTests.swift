import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct CorrectionTests {
    private static let policy =
        TestPolicy.source
        + "We say when we were wrong. {#posting.corrections clauses=W23}\n\n```rule\nposts.corrections:\n```\n"

    @Test(
        "W23: a correction keeps the original, takes its place once it is out, and the history shows both",
        arguments: Engine.all)
    func correction(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(Self.policy, in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            var tom = await test.send("The fair is on Friday.")
            let publisher = Publisher(context: test.context)
            _ = try await publisher.workOff()
            await tom.visit("/posts/1")
            await tom.submit("/posts/1/correction", ["correction": ""])
            #expect(tom.page.status == 422 && tom.sees("Say what was wrong"))
            await tom.visit("/posts/1")
            await tom.submit("/posts/1/correction", ["correction": "The day was wrong."])
            #expect(tom.path == "/posts/2/edit" && tom.sees("The fair is on Friday."))
            await tom.post("/posts/1/correction", ["correction": "Again."])
            #expect(tom.page.status == 409)
            await tom.visit("/posts/2/edit")
            await tom.submit(
                "/posts/2/draft",
                ["text": "The fair is on Saturday, not on Friday.", "account": "1", "edits": "0", "intent": "send"])
            // Until the correction is out, the original stays.
            #expect(try await test.post(1)?.state == .published)
            for _ in 0..<3 { _ = try await publisher.workOff() }
            #expect(try await test.post(2)?.state == .published)
            #expect(try await test.post(1)?.state == .removed)
            #expect(try await test.post(1)?.text == "The fair is on Friday.")
            for path in ["/posts/1", "/posts/2"] {
                await tom.visit(path)
                #expect(tom.sees("The original and its corrections"), "\(path)")
                #expect(tom.sees("What was wrong: The day was wrong.") && tom.sees("begun by Tom Okafor"), "\(path)")
                #expect(tom.sees("The fair is on Friday.") && tom.sees("The fair is on Saturday"), "\(path)")
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(ruth.sees("Tom Okafor began to correct the post"))
            #expect(ruth.sees("was replaced by its correction."))
            #expect(ruth.sees("posting.corrections"))
        }
    }

    @Test("W23: a correction begins with the pictures that went out, blurred as they are, and goes out with them")
    func pictures() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk(["box-0-1": "537,238,205,226", "face-0-1": "blur"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            let publisher = Publisher(context: test.context)
            _ = try await publisher.workOff()
            let original = try #require(try await test.post(1)?.pictures.first)
            await tom.visit("/posts/1")
            await tom.submit("/posts/1/correction", ["correction": "It was the meadow."])
            #expect(tom.path == "/posts/2/edit" && tom.sees("/pictures/\(original.media)"))
            #expect(!tom.sees("has been deleted, so this correction goes without it"))
            await tom.submit(
                "/posts/2/draft",
                tom.walk([:]).merging(["text": "Lanterns in the meadow.", "intent": "send"]) { _, new in new })
            #expect(tom.path == "/posts/2", "\(tom)")
            for _ in 0..<3 { _ = try await publisher.workOff() }
            let correction = try #require(try await test.post(2))
            #expect(correction.state == .published && correction.pictures.map(\.media) == [original.media])
            #expect(correction.pictures.first?.blurred == "537,238,205,226")
            #expect(try await test.post(1)?.state == .removed)
            #expect(try test.files("media").count == 1, "the correction needs it still")
        }
    }

    @Test("W23: a picture whose pixels are deleted is no part of a correction, which says so")
    func deletedPicture() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            await tom.submit("/posts/1/draft", tom.walk(["intent": "send"]))
            let publisher = Publisher(context: test.context)
            _ = try await publisher.workOff()
            try await test.database.write { db in try db.run("UPDATE media SET erased_at = 1") }
            await tom.visit("/posts/1")
            await tom.submit("/posts/1/correction", ["correction": "It was the meadow."])
            #expect(tom.path == "/posts/2/edit")
            #expect(tom.sees("One picture of the original has been deleted, so this correction goes without it."))
            #expect(try await test.post(2)?.pictures.isEmpty == true)
            await tom.submit(
                "/posts/2/draft",
                tom.walk([:]).merging(["text": "Lanterns in the meadow.", "intent": "send"]) { _, new in new })
            for _ in 0..<3 { _ = try await publisher.workOff() }
            #expect(try await test.post(2)?.state == .published)
        }
    }

    @Test("Only what is out is corrected, and only by those who write here")
    func refused() async throws {
        try await withSite { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(Self.policy, in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            var tom = await test.send("The fair is on Friday.", slot: "2026-11-24T10:00")
            await tom.post("/posts/1/correction", ["correction": "The day was wrong."])
            #expect(tom.page.status == 422)
            for first in ["Sam", "Geoffrey", "Jo"] {
                var other = await Visitor(test.site, as: first)
                await other.post("/posts/1/correction", ["correction": "Not mine."])
                #expect(other.page.status == 404, "\(first)")
            }
        }
    }
}
