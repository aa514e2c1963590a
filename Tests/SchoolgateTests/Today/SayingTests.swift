import Database
import Testing
import Web

@testable import Schoolgate

/// What pages say before somebody is stuck.
@Suite struct SayingTests {
    @Test("Where no policy is in force, everybody hears it on Today, and nobody is offered to write")
    func noPolicy() async throws {
        try await withSite { test in
            let tom = await Visitor(test.site, as: "Tom")
            #expect(tom.sees("No policy is in force at Larkmere Primary School"))
            #expect(tom.sees("nobody can write or publish a post here"))
            #expect(!tom.sees(#"href="/posts/new""#))
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            let later = await Visitor(test.site, as: "Tom")
            #expect(!later.sees("No policy is in force"))
            #expect(later.sees(#"href="/posts/new""#))
        }
    }

    @Test("S2: an administrator sees on Today whom a version waits for, and that nobody holds the role")
    func waitingForSignatures() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/policies")
            await ruth.submit("/policies", ["template": "primary-school", "reason": "First"])
            await ruth.submit("/policies/1/signing", ["effective": "2026-11-23", "reason": "First"])
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/")
            #expect(asha.sees("Version 1 of the social media policy waits to be signed"))
            #expect(asha.sees("waits for the headteacher and the chair of governors to sign."))
            try await test.database.write { db in
                try db.run("UPDATE appointments SET until = '2026-01-01' WHERE role = 'chair'")
            }
            await asha.visit("/")
            #expect(asha.sees("Nobody is chair of governors yet"))
        }
    }

    @Test("Before it is set up, the sign-in page and a link that opens nothing say where the way in was printed")
    func notSetUp() async throws {
        try await withSite { test in
            var stranger = Visitor(test.site)
            for path in ["/sign-in", "/link?token=x", "/setup"] {
                await stranger.visit(path)
                #expect(!stranger.sees("not set up yet"), "\(path)")
            }
            try await test.database.write { db in try db.run("UPDATE people SET password_hash = NULL") }
            for path in ["/sign-in", "/link?token=x", "/setup"] {
                await stranger.visit(path)
                #expect(stranger.sees("Schoolgate is not set up yet"), "\(path)")
                #expect(stranger.sees("schoolgate serve"))
            }
        }
    }

    @Test("M16: an objection that has no name yet waits on Today for whoever keeps the register")
    func objection() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/consent/objection")
            await tom.submit("/consent/objection", ["event": "Lantern walk", "description": "A red coat by the stage"])
            for (first, isTold) in [("Dawn", true), ("Ruth", true), ("Tom", false), ("Geoffrey", false)] {
                let visitor = await Visitor(test.site, as: first)
                #expect(visitor.sees("Somebody objected at “Lantern walk”") == isTold, "\(first)")
                #expect(!visitor.sees("red coat"))
            }
        }
    }

    @Test("After a staff list of two schools, one page leads to everybody's invitation")
    func invitations() async throws {
        try await withSite { test in
            let text =
                "school,staff_id,first_name,last_name,email,role\n"
                + "larkmere,S1,Hannah,Whitlock,hannah@example.test,teacher\n"
                + "holloway,S2,Omar,Aziz,omar@example.test,teacher\n"
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/imports/staff")
            let file = UploadedFile(filename: "s.csv", contentType: "text/csv", bytes: Array(text.utf8))
            await asha.submit("/imports/staff", [:], files: [(name: "file", file: file)])
            await asha.submit("/imports/pending/1", [:])
            await asha.click("/people/invitations")
            #expect(asha.sees("Hannah Whitlock") && asha.sees("Omar Aziz"))
            let omar = try await test.database.read { db in
                try db.one("SELECT id FROM people WHERE last_name = 'Aziz'") { $0.int(0) }
            }
            await asha.submit("/people/\(omar)/link", [:])
            #expect(asha.sees("/link?token="))
            try await expectEvent("invited", test, in: TestPeople.holloway)
            await asha.visit("/people/invitations")
            #expect(asha.sees("Hannah Whitlock") && !asha.sees("Omar Aziz"))

            // A head sees their own school's people, and no other's.
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/people/invitations")
            #expect(!sam.sees("Hannah Whitlock"))
        }
    }
}

/// What the pages of posts and accounts say.
@Suite struct PostSayingTests {
    private func withPosting(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { test in
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            try await body(test)
        }
    }

    @Test("What was approved no longer waits: the page says who approved it")
    func decided() async throws {
        try await withPosting { test in
            _ = try await test.database.write { db in try TestPolicy.practiceAccount(in: db) }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "What a shit day for sport.", "account": "1", "intent": "send"])
            #expect(tom.sees("Waits."))
            let seen = try await test.database.read { db in
                try Post.find(Post.ID(rawValue: 1), in: db)?.fingerprint ?? ""
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/approval", ["fingerprint": seen])
            _ = try await Publisher(context: test.context).workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees("it is out"))
            #expect(!tom.sees("Waits."))
            #expect(tom.sees("Approved by Ruth Adeyemi."))
        }
    }

    @Test("Without an account the composer says so first, and offers to save alone")
    func noAccount() async throws {
        try await withPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            #expect(tom.sees("No account is connected at Larkmere Primary School"))
            #expect(!tom.sees(#"value="send""#))
            #expect(tom.sees(#"value="save""#))
            _ = try await test.database.write { db in try TestPolicy.practiceAccount(in: db) }
            await tom.visit("/posts/new")
            #expect(!tom.sees("No account is connected"))
            #expect(tom.sees(#"value="send""#))
        }
    }

    @Test("Disconnecting an account asks first, says which posts wait for it, and stops the queue at once")
    func closure() async throws {
        try await withPosting { test in
            _ = try await test.database.write { db in try TestPolicy.practiceAccount(in: db) }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit(
                "/posts",
                ["text": "The bake sale is on Friday.", "account": "1", "intent": "send", "slot": "2026-11-25T10:00"])
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "Not ready yet", "account": "1", "intent": "save"])

            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts")
            await ruth.click("/accounts/1/closure")
            #expect(ruth.sees("One post in the queue") && ruth.sees("The bake sale is on Friday."))
            #expect(ruth.sees("One post not yet sent") && ruth.sees("Not ready yet"))
            await ruth.post("/accounts/1/closure", [:])
            #expect(ruth.path == "/accounts/1/closure", "it asks first")
            await ruth.submit("/accounts/1/closure", ["confirmed": "yes"])
            #expect(ruth.path == "/accounts")
            _ = try await Publisher(context: test.context).workOff()
            await tom.visit("/")
            #expect(tom.sees("“The bake sale is on Friday.” was stopped"))
            await tom.visit("/posts/1")
            #expect(tom.sees("was disconnected before this could go out"))

            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/accounts/1/closure")
            #expect(sam.page.status == 404)
        }
    }
}
