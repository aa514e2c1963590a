import Database
import Testing
import Web

@testable import Schoolgate

@Suite struct ReasonTests {
    private func withPosts(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                _ = try TestPolicy.practiceAccount(in: db)
                try db.run(
                    """
                    INSERT INTO pupils (school_id, upn, first_name, last_name, year_group)
                    VALUES (1, 'Z1', 'Amira', 'Khan', '4')
                    """
                )
                try Revision.roll.raise(in: db)
            }
            try await body(test)
        }
    }

    @Test("A removal's reason that names a child is asked about, and a governor never reads it")
    func removal() async throws {
        try await withPosts { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "The bake sale raised 212 pounds.", "account": "1", "intent": "send"])
            _ = try await Publisher(context: test.context).workOff()

            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            let reason = "Amira Khan’s mother rang."
            await dawn.submit("/posts/1/removal", ["reason": reason])
            #expect(dawn.page.status == 422)
            #expect(dawn.sees("Write the reason without the child’s name"))
            #expect(dawn.sees(reason), "what was typed is kept")
            #expect(try await removals(test) == 0)
            await dawn.submit("/posts/1/removal", ["reason": reason, "names-nobody": "yes"])
            #expect(try await removals(test) == 1)
            _ = try await Publisher(context: test.context).workOff()

            await tom.visit("/posts/1")
            #expect(tom.sees(reason))
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            for page in ["/posts/1", "/record", "/record/events.csv"] {
                await geoffrey.visit(page)
                #expect(geoffrey.page.status == 200)
                #expect(!geoffrey.sees("Amira"), "\(page)")
                #expect(geoffrey.sees("kept with the post"), "\(page)")
            }
            await geoffrey.visit("/record")
            await geoffrey.submit("/record/proof.json", [:])
            #expect(geoffrey.page.status == 200 && !geoffrey.sees("Amira"))
        }
    }

    @Test("A reason without a name passes at once, and so does a note of approval")
    func harmless() async throws {
        try await withPosts { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "What a shit day for sport.", "account": "1", "intent": "send"])
            let seen = try await test.database.read { db in
                try Post.find(Post.ID(rawValue: 1), in: db)?.fingerprint ?? ""
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.post("/posts/1/return", ["fingerprint": seen, "note": "Amira would not like it."])
            #expect(ruth.page.status == 422)
            #expect(ruth.sees("Amira would not like it."))
            await ruth.post("/posts/1/return", ["fingerprint": seen, "note": "Mind the language."])
            #expect(ruth.sees("It was sent back to Tom Okafor."))
            await tom.visit("/posts/1")
            #expect(tom.sees("Mind the language."))
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit("/posts/1")
            #expect(!geoffrey.sees("Mind the language."))
        }
    }

    private func removals(_ test: TestSite) async throws -> Int64 {
        try await test.database.read { db in
            try db.one("SELECT count(*) FROM deliveries WHERE kind = 'remove'") { $0.int(0) }
        }
    }
}
