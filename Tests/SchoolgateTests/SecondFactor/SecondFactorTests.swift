import Crypto
import Database
import DatabaseTesting
import HTML
import Testing
import Web

@testable import Schoolgate

@Suite struct SecondFactorTests {
    private let ruth = TestPeople.id("Ruth")

    /// Somebody whose password was right, before the code.
    private func afterPassword(_ first: String, _ test: TestSite, from address: String = "127.0.0.1") async -> Visitor {
        var visitor = Visitor(test.site, from: address)
        await visitor.visit("/sign-in")
        await visitor.submit(
            "/sign-in", ["email": "\(first.lowercased())@example.test", "password": TestSite.password])
        return visitor
    }

    /// Sets the second factor up as a person does and answers with the recovery codes.
    private func enrol(_ visitor: inout Visitor) async -> [String] {
        await visitor.setUpFactor()
        return visitor.text.matches(of: /<code>([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})<\/code>/).map { String($0.1) }
    }

    @Test("A head's password alone opens nothing, and a code works once", arguments: Engine.all)
    func code(engine: Engine) async throws {
        try await withSite(engine) { test in
            var visitor = await afterPassword("Ruth", test)
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

            var again = await afterPassword("Ruth", test)
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
            var late = await afterPassword("Ruth", test)
            test.time.turn(by: .minutes(11))
            await late.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(late.sees("Ten minutes have passed"))
            var changed = await afterPassword("Ruth", test)
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
            var thief = await afterPassword("Ruth", test, from: "10.0.0.1")
            for _ in 0..<8 { await thief.post("/sign-in/code", ["code": "000000"]) }
            await thief.post("/sign-in/code", ["code": TestSite.code(at: test.time.now)])
            #expect(thief.page.status == 429)
            for place in 2...12 {
                var other = await afterPassword("Ruth", test, from: "10.0.0.\(place)")
                for _ in 0..<3 { await other.post("/sign-in/code", ["code": "000000"]) }
            }
            var fresh = await afterPassword("Ruth", test, from: "10.0.1.1")
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
                let visitor = await afterPassword(first, test)
                #expect((visitor.path == "/me/second-factor") == isRequired, "\(first)")
            }
            var visitor = await afterPassword("Ruth", test)
            for path in ["/posts", "/people", "/me"] {
                await visitor.visit(path)
                #expect(visitor.path == "/me/second-factor", "\(path) opened")
            }
            await visitor.post("/people", ["first": "X"])
            #expect(visitor.path == "/me/second-factor")
            await visitor.submit("/me/second-factor", ["token": "x", "code": "123456"])
            #expect(visitor.path == "/me/second-factor")
            let codes = await enrol(&visitor)
            #expect(codes.count == 10 && Set(codes).count == 10)
            await visitor.visit("/people")
            #expect(visitor.path == "/people" && visitor.page.status == 200)
            try await expectEvent("set up a second factor", test)
        }
    }

    @Test("A recovery code opens once, in any spelling, and the count goes down")
    func recovery() async throws {
        try await withSite { test in
            try await test.database.write { db in try db.run("DELETE FROM second_factors") }
            var visitor = await afterPassword("Ruth", test)
            let codes = await enrol(&visitor)
            let first = try #require(codes.first)
            var lost = await afterPassword("Ruth", test)
            await lost.submit("/sign-in/code", ["code": first.lowercased().replacing("-", with: " ")])
            #expect(lost.path == "/")
            await lost.visit("/me/second-factor")
            #expect(lost.sees("9 recovery codes are left"))
            var again = await afterPassword("Ruth", test)
            await again.submit("/sign-in/code", ["code": first])
            #expect(again.page.status == 401)
            await lost.submit("/me/second-factor/recovery-codes", [:])
            #expect(lost.text.matches(of: /<code>[A-Z2-9-]{14}<\/code>/).count == 10)
            await again.submit("/sign-in/code", ["code": codes[1]])
            #expect(again.page.status == 401, "new codes end the old ones")
        }
    }

    @Test("Neither secret nor recovery codes stand in the database")
    func stored() async throws {
        try await withSite { test in
            try await test.database.write { db in try db.run("DELETE FROM second_factors") }
            var visitor = await afterPassword("Ruth", test)
            let secret = try #require(visitor.text.firstMatch(of: /secret-text">([A-Z2-7 ]+)</)).1.replacing(
                " ", with: "")
            let codes = await enrol(&visitor)
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
            _ = await enrol(&tom)
            #expect(await afterPassword("Tom", test).path == "/sign-in/code")
            await tom.visit("/me/second-factor")
            await tom.submit("/me/second-factor/removal", [:])
            #expect(await afterPassword("Tom", test).path == "/")
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

    @Test("An administrator removes a lost one; the person is told, and decides nothing for a day after the next")
    func removal() async throws {
        try await withSite { test in
            var before = await Visitor(test.site, as: "Ruth")
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            await asha.visit("/people/\(ruth.rawValue)")
            await asha.submit("/people/\(ruth.rawValue)/second-factor/removal", [:])
            #expect(asha.page.status == 200 && !asha.sees("Remove Ruth’s second factor"))
            await before.visit("/")
            #expect(before.path == "/sign-in", "she is signed out")
            try await expectEvent("removed the second factor of", test, in: TestPeople.larkmere)
            let chair = await Visitor(test.site, as: "Geoffrey")
            #expect(chair.sees("Asha Rao removed the second factor of Ruth Adeyemi"))

            var visitor = await afterPassword("Ruth", test)
            #expect(visitor.path == "/me/second-factor")
            _ = await enrol(&visitor)
            await visitor.visit("/")
            #expect(visitor.sees("Asha Rao removed your second factor"))
            #expect(visitor.sees("you approve and sign nothing"))
            // One administrator who let themselves in as her is not two people.
            await visitor.post("/people/3/appointments", ["role": "dsl", "since": "2026-11-23"])
            #expect(visitor.page.status == 403)
            await visitor.submit("/me/link", [:])
            #expect(!visitor.sees("Asha Rao removed your second factor"))
            var tom = await Visitor(test.site, as: "Tom")
            await tom.post("/people/\(ruth.rawValue)/second-factor/removal", [:])
            #expect(tom.page.status == 404)
        }
    }

    @Test("Whoever runs the server removes the only administrator's; that is told and rests in the same way")
    func byOperator() async throws {
        try await withSite { test in
            let installation = Installation(database: test.database, folder: test.context.configuration.dataFolder)
            await #expect(throws: InstallationProblem.self) {
                try await installation.removeSecondFactor(of: "nobody@example.test", at: test.time.now)
            }
            await #expect(throws: InstallationProblem.self) {
                try await installation.removeSecondFactor(of: "tom@example.test", at: test.time.now)
            }
            var before = await Visitor(test.site, as: "Asha")
            let name = try await installation.removeSecondFactor(of: "Asha@example.test", at: test.time.now)
            #expect(name == "Asha Rao")
            await before.visit("/")
            #expect(before.path == "/sign-in")
            try await expectEvent("removed the second factor of", test)
            #expect(await Visitor(test.site, as: "Ruth").sees("Whoever runs the server removed the second factor of"))
            var asha = await afterPassword("Asha", test)
            _ = await enrol(&asha)
            await asha.visit("/")
            #expect(asha.sees("Whoever runs the server removed your second factor"))
            #expect(asha.sees("you approve and sign nothing"))
        }
    }

    @Test("A reset link stands for the password alone: the code is still asked for")
    func link() async throws {
        try await withSite { test in
            let token = try await test.database.write { db in
                try OneTimeLink.issue(.reset, for: ruth, by: nil, at: test.time.now, in: db).token.text
            }
            var holder = Visitor(test.site)
            await holder.visit("/link?token=\(token)")
            let password = LinkTests.password
            await holder.submit("/link", ["token": token, "password": password, "again": password])
            #expect(holder.path == "/sign-in/code")
            await holder.visit("/")
            #expect(holder.path == "/sign-in")
        }
    }
}

@Suite struct QRCodeTests {
    @Test("A text too long for one makes none, and a picture says what it is")
    func drawing() throws {
        let code = try #require(QRCode("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ", caption: "Scan this"))
        let text = String(decoding: code.body.bytes, as: UTF8.self)
        #expect(text.contains(#"role="img" aria-label="Scan this""#))
        #expect(text.contains("M4 4h7v1H4z"), "the first row of the corner")
        #expect(QRCode(String(repeating: "x", count: 501), caption: "") == nil)
    }
}
