import Crypto
import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct SecondFactorTests {
    private let ruth = TestPeople.id("Ruth")

    @Test("A head's password alone opens nothing, and a code works once", arguments: Engine.all)
    func code(engine: Engine) async throws {
        try await withSite(engine) { test in
            var visitor = await test.afterPassword("Ruth")
            #expect(visitor.path == "/sign-in/code")
            for path in ["/", "/posts", "/me", "/me/second-factor", "/confirm"] {
                await visitor.visit(path)
                #expect(visitor.path == "/sign-in", "\(path) opened")
            }
            await visitor.visit("/sign-in/code")
            await visitor.submit("/sign-in/code", ["code": "000000"])
            #expect(visitor.page.status == 401)
            let code = TestSite.code(at: test.time.now)
            await visitor.submit("/sign-in/code", ["code": "\(code.prefix(3)) \(code.suffix(3))"])
            #expect(visitor.path == "/" && visitor.page.status == 200)

            var again = await test.afterPassword("Ruth")
            await again.submit("/sign-in/code", ["code": code])
            #expect(again.page.status == 401, "the same code a second time")
            test.time.turn(by: .seconds(30))
            await again.submit("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(again.path == "/")
        }
    }

    @Test("Without the password first, and ten minutes after it, a right code opens nothing")
    func alone() async throws {
        try await withSite { test in
            var stranger = Visitor(test.site)
            await stranger.visit("/sign-in/code")
            #expect(stranger.path == "/sign-in")
            await stranger.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(stranger.page.status == 401)
            var late = await test.afterPassword("Ruth")
            test.time.turn(by: .minutes(11))
            await late.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(late.sees("Ten minutes have passed"))
            var changed = await test.afterPassword("Ruth")
            let hash = try await test.context.passwords.hash("another one altogether")
            try await test.database.write { db in
                try db.run("UPDATE people SET password_hash = \(hash) WHERE id = \(ruth)")
            }
            await changed.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(changed.page.status == 401, "the password was changed meanwhile")
        }
    }

    @Test("Guessing codes ends after eight, from everywhere after thirty")
    func guessing() async throws {
        try await withSite { test in
            var thief = await test.afterPassword("Ruth", from: "10.0.0.1")
            for _ in 0..<8 { await thief.post("/sign-in/code", ["code": "000000"]) }
            await thief.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(thief.page.status == 429)
            for place in 2...12 {
                var other = await test.afterPassword("Ruth", from: "10.0.0.\(place)")
                for _ in 0..<3 { await other.post("/sign-in/code", ["code": "000000"]) }
            }
            var fresh = await test.afterPassword("Ruth", from: "10.0.1.1")
            await fresh.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(fresh.page.status == 429)
            try await expectEvent("was guessed at", test)
        }
    }

    @Test("Who needs a second factor and has none sets it up before anything else", arguments: Engine.all)
    func required(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in try db.run("DELETE FROM second_factors") }
            for (first, isRequired) in [("Ruth", true), ("Asha", true), ("Tom", false), ("Martin", false)] {
                let visitor = await test.afterPassword(first)
                #expect((visitor.path == "/me/second-factor") == isRequired, "\(first)")
            }
            var visitor = await test.afterPassword("Ruth")
            for path in ["/posts", "/people", "/me"] {
                await visitor.visit(path)
                #expect(visitor.path == "/me/second-factor", "\(path) opened")
            }
            await visitor.post("/people", ["first": "X"])
            #expect(visitor.path == "/me/second-factor")
            await visitor.submit("/me/second-factor", ["token": "x", "code": "123456"])
            #expect(visitor.path == "/me/second-factor")
            let codes = await visitor.enrol()
            #expect(codes.count == 10 && Set(codes).count == 10)
            await visitor.visit("/people")
            #expect(visitor.path == "/people" && visitor.page.status == 200)
            try await expectEvent("set up a second factor", test)
        }
    }

    @Test("Who was signed in before there were second factors types their password once more, and sets one up")
    func upgraded() async throws {
        try await withSite { test in
            var visitor = await Visitor(test.site, as: "Ruth")
            try await test.database.write { db in
                try db.run("DELETE FROM second_factors")
                try db.run("UPDATE sessions SET confirmed_at = NULL")
            }
            await visitor.visit("/people")
            #expect(visitor.path == "/confirm")
            let next = "/me/second-factor?next=%2Fpeople"
            #expect(visitor.sees(next))
            await visitor.submit("/confirm", ["password": TestSite.password, "next": next])
            #expect(visitor.path == "/me/second-factor")
            _ = await visitor.enrol()
            await visitor.click("/people")
            #expect(visitor.page.status == 200)
        }
    }

    @Test("Neither secret nor recovery codes stand in the database")
    func stored() async throws {
        try await withSite { test in
            try await test.database.write { db in try db.run("DELETE FROM second_factors") }
            var visitor = await test.afterPassword("Ruth")
            let secret = try #require(visitor.text.firstMatch(of: /secret-text">([A-Z2-7 ]+)</)).1.replacing(
                " ", with: "")
            let codes = await visitor.enrol()
            let stored = try await test.database.read { db in
                let sealed = try db.all("SELECT sealed_secret FROM second_factors") { $0.bytes(0) }
                return sealed.map { String(decoding: $0, as: UTF8.self) }.joined()
                    + (try db.all("SELECT digest FROM recovery_codes") { $0.text(0) }).joined()
                    + (try db.all("SELECT value FROM event_fields WHERE value IS NOT NULL") { $0.text(0) }).joined()
            }
            #expect(!stored.contains(secret))
            for code in codes { #expect(!stored.contains(code) && !stored.contains(code.replacing("-", with: ""))) }
        }
    }

    @Test("A sealed secret of one person opens for nobody else")
    func sealed() async throws {
        try await withSite { test in
            try await test.database.write { db in
                try db.run(
                    """
                    UPDATE second_factors SET sealed_secret = (SELECT sealed_secret FROM second_factors
                        WHERE person_id = \(TestPeople.id("Asha"))) WHERE person_id = \(ruth)
                    """
                )
            }
            await #expect(throws: CryptoError.cannotOpen) {
                try await test.database.write { db in try SecondFactor.of(ruth, test.context.keys, in: db) }
            }
        }
    }

    @Test("Somebody who need not have one may turn it on and off; a head may not turn it off")
    func ownChoice() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/me")
            await tom.click("/me/second-factor")
            _ = await tom.enrol()
            #expect(await test.afterPassword("Tom").path == "/sign-in/code")
            await tom.visit("/me/second-factor")
            await tom.submit("/me/second-factor/removal", [:])
            #expect(await test.afterPassword("Tom").path == "/")
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/me/second-factor")
            #expect(!ruth.sees("Turn it off"))
            await ruth.post("/me/second-factor/removal", [:])
            #expect(ruth.page.status == 403)
        }
    }

    @Test("After five minutes a browser left open changes no second factor before its person shows who they are")
    func confirming() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            test.time.turn(by: .minutes(6))
            for path in ["/me/second-factor?again=1"] {
                await ruth.visit(path)
                #expect(ruth.path == "/confirm", "\(path)")
            }
            await ruth.visit("/me/second-factor")
            await ruth.submit("/me/second-factor/recovery-codes", [:])
            #expect(ruth.path == "/confirm")
            let code = TestSite.code(at: test.time.now)
            await ruth.submit("/confirm", ["password": "wrong", "code": code, "next": "/posts"])
            #expect(ruth.page.status == 422)
            await ruth.submit("/confirm", ["password": TestSite.password, "code": "000000", "next": "/posts"])
            #expect(ruth.page.status == 422)
            await ruth.submit("/confirm", ["password": TestSite.password, "code": code, "next": "//evil.example"])
            #expect(ruth.path == "/")
            await ruth.visit("/me/second-factor?again=1")
            #expect(ruth.path == "/me/second-factor" && ruth.sees("Set up another telephone"))
        }
    }

    @Test("Whoever sits at a browser left open guesses no code: after eight even the right one waits")
    func confirmingGuesses() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            test.time.turn(by: .minutes(6))
            for _ in 0..<8 { await ruth.post("/confirm", ["password": TestSite.password, "code": "000000"]) }
            let right = ["password": TestSite.password, "code": TestSite.code(at: test.time.now)]
            await ruth.post("/confirm", right)
            #expect(ruth.page.status == 429)
            test.time.turn(by: .minutes(16))
            await ruth.post(
                "/confirm", ["password": TestSite.password, "code": TestSite.code(at: test.time.now)])
            #expect(ruth.path == "/")
        }
    }
}
