import Crypto
import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct LinkTests {
    static let password = "violet ladder otter"

    private func newcomer(_ test: TestSite) async throws -> Person.ID {
        try await test.database.write { db in
            try NewPerson(firstName: "Nia", lastName: "Penrose", email: "nia@example.test")
                .add(by: nil, in: .trust, at: test.time.now, in: db)
        }
    }

    private func link(
        _ kind: OneTimeLink.Kind, for person: Person.ID, _ test: TestSite
    ) async throws -> String {
        try await test.database.write { db in
            try OneTimeLink.issue(kind, for: person, by: nil, at: test.time.now, in: db).token.text
        }
    }

    @Test(arguments: Engine.all)
    func `a head adds somebody and invites them, and they choose a password`(engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/people")
            await ruth.click("/people/new")
            await ruth.submit(
                "/people", ["first": "Nia", "last": "Penrose", "email": "Nia@Example.test", "role": "teacher"])
            #expect(ruth.text.contains("Nia Penrose"))
            #expect(ruth.text.contains("Not invited yet"))
            let id = ruth.path.split(separator: "/").last.map(String.init) ?? ""
            await ruth.submit("/people/\(id)/link", [:])
            let address = try #require(
                ruth.text.firstMatch(of: /value="http:\/\/127\.0\.0\.1:8080(\/link\?token=[^"]+)"/))
            await ruth.visit("/people/\(id)")
            #expect(!ruth.text.contains("token="), "the link is shown once")

            var nia = Visitor(test.site)
            await nia.visit(String(address.1))
            #expect(nia.text.contains("Welcome, Nia"))
            let token = String(address.1.dropFirst("/link?token=".count))
            await nia.submit("/link", ["token": token, "password": Self.password, "again": Self.password])
            #expect(nia.path == "/")
            #expect(nia.text.contains("Nia"))
            await nia.visit(String(address.1))
            #expect(nia.page.status == 404, "a used link opens nothing")
        }
    }

    @Test func `a forged, a used and an expired link get the same page`() async throws {
        try await withSite { test in
            let nia = try await newcomer(test)
            let expired = try await link(.invitation, for: nia, test)
            test.time.turn(by: .days(8))
            let used = try await link(.invitation, for: nia, test)
            var visitor = Visitor(test.site)
            await visitor.visit("/link?token=\(used)")
            await visitor.submit("/link", ["token": used, "password": Self.password, "again": Self.password])
            var pages: Set<String> = []
            for token in [expired, used, Token.random().text, "nonsense", ""] {
                var stranger = Visitor(test.site)
                await stranger.visit("/link?token=\(token)")
                #expect(stranger.page.status == 404)
                pages.insert(stranger.text)
            }
            #expect(pages.count == 1)
        }
    }

    @Test func `a reset link lasts a day, an invitation a week`() async throws {
        try await withSite { test in
            let reset = try await link(.reset, for: TestPeople.id("Tom"), test)
            let nia = try await newcomer(test)
            let invitation = try await link(.invitation, for: nia, test)
            test.time.turn(by: .hours(25))
            var visitor = Visitor(test.site)
            await visitor.visit("/link?token=\(reset)")
            #expect(visitor.page.status == 404)
            await visitor.visit("/link?token=\(invitation)")
            #expect(visitor.page.status == 200)
        }
    }

    @Test(arguments: Engine.all)
    func `of many who use one link at once, one gets in`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let token = try await link(.reset, for: TestPeople.id("Tom"), test)
            let doors = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        var visitor = Visitor(test.site)
                        await visitor.visit("/link?token=\(token)")
                        let password = "violet ladder otter \(number)"
                        await visitor.post("/link", ["token": token, "password": password, "again": password])
                        return visitor.path == "/"
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(doors == 1)
        }
    }

    @Test func `S20: choosing a new password by a reset link ends every session there was`() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            let token = try await link(.reset, for: TestPeople.id("Tom"), test)
            var other = Visitor(test.site)
            await other.visit("/link?token=\(token)")
            await other.submit("/link", ["token": token, "password": Self.password, "again": Self.password])
            #expect(other.path == "/")
            await tom.visit("/")
            #expect(tom.path == "/sign-in")
        }
    }

    @Test(arguments: [
        ("Kite-7-bird", "12"), ("Tom Okafor Larkmere 1", "Without your name"), ("aaaaaaaaaaaaaa", "repeated"),
        ("password123456", "Without your name"), ("T.o.m.O.k.a.f.o.r.example", "Without your name"),
    ])
    func `a password that is short or easily guessed is explained`(password: String, words: String) async throws {
        try await withSite { test in
            let token = try await link(.reset, for: TestPeople.id("Tom"), test)
            var tom = Visitor(test.site)
            await tom.visit("/link?token=\(token)")
            await tom.submit("/link", ["token": token, "password": password, "again": password])
            #expect(tom.page.status == 422)
            #expect(tom.text.contains(words))
            #expect(!tom.text.contains(password), "a password is never sent back")
        }
    }

    @Test func `a password of more than 1,024 bytes is refused`() async throws {
        try await withSite { test in
            let token = try await link(.reset, for: TestPeople.id("Tom"), test)
            var tom = Visitor(test.site)
            await tom.visit("/link?token=\(token)")
            let long = String(repeating: "violet ladder ", count: 80)
            await tom.submit("/link", ["token": token, "password": long, "again": long])
            #expect(tom.page.status == 422)
            #expect(tom.text.contains("1024 bytes"))
        }
    }
}

@Suite struct OwnAccountTests {
    @Test func `changing a password needs the old one, and signs other browsers out`() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom"), other = await Visitor(test.site, as: "Tom")
            await tom.click("/me")
            let new = LinkTests.password
            await tom.submit("/me/password", ["old": "wrong", "password": new, "again": new])
            #expect(tom.page.status == 422)
            await tom.submit("/me/password", ["old": TestSite.password, "password": new, "again": new])
            #expect(tom.path == "/me")
            #expect(tom.text.contains("Your password is changed"))
            await other.visit("/")
            #expect(other.path == "/sign-in")
            await other.submit("/sign-in", ["email": "tom@example.test", "password": new])
            #expect(other.path == "/")
        }
    }

    @Test func `S20: sign out everywhere ends every session`() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom"), other = await Visitor(test.site, as: "Tom")
            await tom.visit("/me")
            await tom.submit("/me/sessions/end", [:])
            #expect(tom.path == "/sign-in")
            await other.visit("/")
            #expect(other.path == "/sign-in")
            try await expectEvent("signed out everywhere", test)
        }
    }

    @Test func `a password typed when the session had ended is not kept`() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            test.time.turn(by: .minutes(31))
            await tom.post("/me/password", ["old": TestSite.password, "password": "x", "again": "x"])
            let kept = try await test.database.read { db in
                try db.one("SELECT count(*) FROM kept_forms") { $0.int(0) }
            }
            #expect(kept == 0)
        }
    }
}

/// Fails unless the record holds an event with this verb.
func expectEvent(
    _ verb: String, _ test: TestSite, in school: School.ID? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let verbs = try await test.database.read { db in
        try db.all("SELECT verb, chain FROM events") { ($0.text(0), $0.int(1)) }
    }
    #expect(
        verbs.contains { $0.0 == verb && (school == nil || $0.1 == school?.rawValue) },
        "no “\(verb)” among \(verbs)", sourceLocation: sourceLocation)
}
