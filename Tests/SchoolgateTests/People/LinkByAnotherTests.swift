import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct LinkByAnotherTests {
    /// Asha makes a reset link for somebody and uses it herself, their authenticator in her hand.
    private func takeOver(_ first: String, _ test: TestSite) async throws -> Visitor {
        let id = TestPeople.id(first).rawValue
        var asha = await Visitor(test.site, as: "Asha")
        await asha.submit("/school", ["school": "1"])
        await asha.visit("/people/\(id)")
        await asha.submit("/people/\(id)/link", [:])
        #expect(asha.sees("\(first) is told"))
        let address = try #require(
            asha.text.firstMatch(of: /value="http:\/\/127\.0\.0\.1:8080(\/link\?token=([^"]+))"/))
        test.time.turn(by: .minutes(10))
        var impostor = Visitor(test.site)
        await impostor.visit(String(address.1))
        let password = LinkTests.password
        await impostor.submit("/link", ["token": String(address.2), "password": password, "again": password])
        if impostor.path == "/sign-in/code" { await impostor.giveCode(of: TestPeople.id(first)) }
        #expect(impostor.path == "/")
        return impostor
    }

    private func heldPost(_ test: TestSite) async throws -> String {
        try await test.database.write { db in
            try TestPolicy.putInForce(in: db)
            _ = try TestPolicy.practiceAccount(in: db)
        }
        var tom = await Visitor(test.site, as: "Tom")
        await tom.visit("/posts/new")
        await tom.submit("/posts", ["text": "What a shit day for sport.", "account": "1", "intent": "send"])
        return try await test.database.read { db in try Post.find(Post.ID(rawValue: 1), in: db)?.fingerprint ?? "" }
    }

    @Test("Whoever comes in by a link that another made approves nothing for a day", arguments: Engine.all)
    func approval(engine: Engine) async throws {
        try await withSite(engine) { test in
            let fingerprint = try await heldPost(test)
            var impostor = try await takeOver("Ruth", test)
            #expect(impostor.sees("Asha Rao made a new sign-in link for you"))
            await impostor.visit("/posts/1")
            #expect(impostor.sees("you can approve and sign again from tomorrow, 09:10"))
            #expect(!impostor.sees("Approve it"))
            await impostor.post("/posts/1/approval", ["fingerprint": fingerprint])
            #expect(impostor.page.status == 403)
            // Saying that all is well does not shorten it.
            await impostor.visit("/")
            await impostor.submit("/me/link", [:])
            #expect(!impostor.sees("Did you ask for a new sign-in link?"))
            await impostor.post("/posts/1/approval", ["fingerprint": fingerprint])
            #expect(impostor.page.status == 403)

            test.time.turn(by: .hours(24))
            var ruth = Visitor(test.site)
            await ruth.visit("/sign-in")
            await ruth.submit("/sign-in", ["email": "ruth@example.test", "password": LinkTests.password])
            await ruth.giveCode(of: TestPeople.id("Ruth"))
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/approval", ["fingerprint": fingerprint])
            #expect(ruth.sees("It goes out now."))
        }
    }

    @Test("S2: nor does anybody sign who came in by such a link")
    func signature() async throws {
        try await withSite { test in
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            var martin = await Visitor(test.site, as: "Martin")
            await martin.visit("/policies")
            await martin.submit("/policies", ["template": "primary-school", "reason": "Yearly review"])
            await martin.submit("/policies/2/signing", ["effective": "2026-11-23", "reason": "Yearly review"])
            let digest = try await test.database.read { db in
                try PolicyVersion.find(PolicyVersion.ID(rawValue: 2), in: db)?.digest ?? ""
            }
            var impostor = try await takeOver("Geoffrey", test)
            await impostor.visit("/policies/2")
            #expect(impostor.sees("you can approve and sign again from"))
            await impostor.post(
                "/policies/2/signature", ["role": "chair", "name": "Geoffrey Lund", "digest": digest])
            #expect(impostor.page.status == 403)
            let signatures = try await test.database.read { db in
                try db.one("SELECT count(*) FROM signatures") { $0.int(0) }
            }
            #expect(signatures == 0)
        }
    }

    @Test("The person, the head and the chair are told of the link, and it stands in the record")
    func told() async throws {
        try await withSite { test in
            let impostor = try await takeOver("Martin", test)
            #expect(impostor.sees("Did you ask for a new sign-in link?"))
            #expect(impostor.sees("It was used today, 09:10."))
            for first in ["Ruth", "Geoffrey"] {
                let told = await Visitor(test.site, as: first)
                #expect(told.sees("Asha Rao made a new sign-in link for Martin Pryce"), "\(first)")
                #expect(told.sees("used today, 09:10"))
            }
            for first in ["Tom", "Sam", "Dawn"] {
                let other = await Visitor(test.site, as: first)
                #expect(!other.sees("sign-in link"), "\(first)")
            }
            try await expectEvent("made a reset link for", test, in: TestPeople.larkmere)
            let by = try await test.database.read { db in
                try db.one("SELECT value FROM event_fields WHERE name = 'link made by'") { $0.text(0) }
            }
            #expect(by == "Asha Rao")
            test.time.turn(by: .days(8))
            #expect(await !Visitor(test.site, as: "Ruth").sees("sign-in link"))
        }
    }

    @Test("A link that nobody has used yet is told too, and confirmed before it is used, it is told again")
    func unused() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/people/3")
            await asha.submit("/people/3/link", [:])
            let token = try #require(asha.text.firstMatch(of: /token=([^"]+)"/)).1
            await tom.visit("/posts")
            #expect(tom.sees("Nobody has used it yet."))
            await tom.submit("/me/link", [:])
            #expect(!tom.sees("Nobody has used it yet."))
            test.time.turn(by: .minutes(5))
            var impostor = Visitor(test.site)
            await impostor.visit("/link?token=\(token)")
            await impostor.submit(
                "/link", ["token": String(token), "password": LinkTests.password, "again": LinkTests.password])
            #expect(impostor.sees("It was used today, 09:05."))
        }
    }

    @Test("Who is invited for the first time may decide at once")
    func invited() async throws {
        try await withSite { test in
            let fingerprint = try await heldPost(test)
            try await test.database.write { db in
                try db.run("UPDATE people SET password_hash = NULL WHERE id = \(TestPeople.id("Martin"))")
            }
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/people/2")
            await asha.submit("/people/2/link", [:])
            let token = String(try #require(asha.text.firstMatch(of: /token=([^"]+)"/)).1)
            var martin = Visitor(test.site)
            await martin.visit("/link?token=\(token)")
            await martin.submit("/link", ["token": token, "password": LinkTests.password, "again": LinkTests.password])
            #expect(!martin.sees("sign-in link"))
            await martin.visit("/posts/1")
            await martin.submit("/posts/1/approval", ["fingerprint": fingerprint])
            #expect(martin.sees("It goes out now."))
        }
    }
}
