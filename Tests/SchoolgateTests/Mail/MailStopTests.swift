import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

@Suite struct MailStopTests {
    private func choice(_ test: TestSite, _ first: String) async throws -> MailChoice {
        try await test.database.read { db in try MailPerson.find(TestPeople.id(first), in: db).choice }
    }

    @Test("The link in a mail stops its person’s mails without signing in, by one request or by a page")
    func stopping() async throws {
        try await withSite { plain in
            let server = try MailStandIn()
            defer { server.stop() }
            let test = try await plain.withMail(server)
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            func link(_ person: String) throws -> String {
                let mail = try #require(server.mails.first { $0.to == "\(person)@example.test" })
                #expect(mail.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
                let header = try #require(mail.header("List-Unsubscribe"))
                let address = header.dropFirst().dropLast()
                #expect(address.hasPrefix("http://127.0.0.1:8080/mail/stop/"))
                return String(address.dropFirst("http://127.0.0.1:8080".count))
            }
            // A mail program: no cookie, no form of ours.
            let answer = await test.site.respond(
                to: Request(
                    .post, try link("ruth"), headers: ["sec-fetch-site": "cross-site"],
                    form: ["List-Unsubscribe": "One-Click"]))
            #expect(answer.status == 200)
            #expect(try await choice(test, "Ruth") == .nothing)
            #expect(try await choice(test, "Martin") == .atOnce)
            // A person: the page asks first.
            var stranger = Visitor(test.site)
            await stranger.visit(try link("martin"))
            #expect(try await choice(test, "Martin") == .atOnce, "looking stops nothing")
            #expect(!stranger.sees("Martin") && !stranger.sees("Pryce"), "the page names nobody")
            await stranger.submit(try link("martin"), [:])
            #expect(stranger.sees("No more mails"))
            #expect(try await choice(test, "Martin") == .nothing)
            try await test.heldPost("Another walk")
            server.forget()
            try await test.sendMails()
            #expect(!server.mails.contains { $0.to.hasPrefix("ruth") || $0.to.hasPrefix("martin") })
        }
    }

    @Test("A link that was not made here stops nothing")
    func forged() async throws {
        try await withSite { test in
            let right = MailStop.token(for: TestPeople.id("Ruth"), test.context.keys)
            let others = [
                "1", "1-", "1-00000000000000000000000000000000", "2" + right.dropFirst(), right + "0",
                String(right.dropLast()), right.uppercased(), "-1-x", String(repeating: "9", count: 5_000),
                "01" + right.dropFirst(),
            ]
            for token in others where token != right {
                for method in [Web.Method.get, .post] {
                    let answer = await test.site.respond(to: Request(method, "/mail/stop/" + token))
                    #expect(answer.status == 404, "\(token.prefix(60))")
                }
            }
            let kept = try await choice(test, "Ruth")
            #expect(kept == .atOnce)
        }
    }

    @Test("Only whoever manages people sees who cannot be reached, and lets mails be tried again")
    func roles() async throws {
        try await withSite { test in
            let ruth = TestPeople.id("Ruth"), now = test.context.now()
            try await test.database.write { db in
                try MailPerson.refuse("ruth@example.test", of: ruth, why: "550 No such user", at: now, in: db)
            }
            func isRefused() async throws -> Bool {
                try await test.database.read { db in try MailPerson.find(ruth, in: db).refused != nil }
            }
            for somebody in ["Tom", "Dawn", "Geoffrey", "Martin"] {
                var visitor = await Visitor(test.site, as: somebody)
                await visitor.visit("/mail")
                #expect(visitor.page.status == 404, "\(somebody)")
                await visitor.post("/people/1/mail", [:])
                #expect(visitor.page.status == 404, "\(somebody)")
                await visitor.visit("/")
                #expect(!visitor.sees("Mail to Ruth"), "\(somebody)")
            }
            // Sam manages the people of another school.
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/mail")
            #expect(sam.page.status == 200 && !sam.sees("Ruth"))
            await sam.post("/people/1/mail", [:])
            #expect(sam.page.status == 404)
            #expect(try await isRefused())
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/people/1")
            await asha.submit("/people/1/mail", [:])
            #expect(try await !isRefused())
        }
    }

    @Test("A choice that is none is refused")
    func badChoice() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/me")
            await ruth.submit("/me/mail", ["choice": "hourly"])
            #expect(ruth.page.status == 422)
            let kept = try await choice(test, "Ruth")
            #expect(kept == .atOnce)
        }
    }
}
