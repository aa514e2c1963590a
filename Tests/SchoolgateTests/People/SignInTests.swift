import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct SignInTests {
    @Test(arguments: Engine.all)
    func `somebody who signs in is greeted by name, and signing out ends it`(engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            #expect(ruth.page.status == 200)
            #expect(ruth.sees("Ruth"))
            await ruth.submit("/sign-out", [:])
            #expect(ruth.path == "/sign-in")
            await ruth.visit("/")
            #expect(ruth.path == "/sign-in")
        }
    }

    @Test func `a wrong password and an unknown address get the same words`() async throws {
        try await withSite { test in
            var known = Visitor(test.site), unknown = Visitor(test.site)
            await known.visit("/sign-in")
            await known.submit("/sign-in", ["email": "ruth@example.test", "password": "wrong"])
            await unknown.visit("/sign-in")
            await unknown.submit("/sign-in", ["email": "nobody@example.test", "password": "wrong"])
            #expect(known.page.status == 401)
            #expect(unknown.page.status == 401)
            #expect(known.sees("do not belong together"))
            #expect(unknown.sees("do not belong together"))
        }
    }

    @Test func `after eight wrong passwords the account waits fifteen minutes`() async throws {
        try await withSite { test in
            var visitor = Visitor(test.site)
            await visitor.visit("/sign-in")
            for _ in 0..<8 { await visitor.post("/sign-in", ["email": "tom@example.test", "password": "wrong"]) }
            await visitor.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(visitor.page.status == 429)
            test.time.turn(by: .minutes(16))
            await visitor.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(visitor.path == "/")
        }
    }

    @Test func `an account that nobody has waits after as many wrong passwords as one that somebody has`() async throws
    {
        try await withSite { test in
            var answers: [[String]] = []
            for email in ["tom@example.test", "nobody@example.test"] {
                var visitor = Visitor(test.site), seen: [String] = []
                await visitor.visit("/sign-in")
                for minutes in [0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 2] {
                    test.time.turn(by: .minutes(minutes))
                    await visitor.post("/sign-in", ["email": email, "password": "wrong"])
                    let known = visitor.text.replacing(email, with: "")
                    seen.append("\(visitor.page.status) \(known.contains("waits 15 minutes"))")
                }
                answers.append(seen)
                test.time.turn(by: .minutes(30))
            }
            #expect(answers[0] == answers[1])
            #expect(answers[0].contains("429 true"))
        }
    }

    @Test func `a whole school may sign in from one address in the same minutes`() async throws {
        try await withSite { test in
            for _ in 0..<40 {
                let tom = await Visitor(test.site, as: "Tom")
                #expect(tom.path == "/")
            }
        }
    }

    @Test func `a stranger's guesses keep the owner out neither elsewhere nor in a browser they know`() async throws {
        try await withSite { test in
            var known = await Visitor(test.site, as: "Tom", from: "10.0.0.7")
            await known.submit("/sign-out", [:])
            // A pupil in the same building tries Tom's password, and more than that.
            var pupil = Visitor(test.site, from: "10.0.0.7")
            await pupil.visit("/sign-in")
            for number in 0..<40 {
                let email = number < 10 ? "tom@example.test" : "nobody\(number)@example.test"
                await pupil.post("/sign-in", ["email": email, "password": "wrong"])
            }
            await pupil.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(pupil.page.status == 429)
            await known.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(known.path == "/", "a browser that Tom has signed in with")
            let elsewhere = await Visitor(test.site, as: "Tom", from: "10.0.0.8")
            #expect(elsewhere.path == "/", "another address")
            try await expectEvent("was guessed at", test)
        }
    }

    @Test func `an account that many places guess at gives each place fewer tries, and never none`() async throws {
        try await withSite { test in
            for place in 0..<5 {
                var guesser = Visitor(test.site, from: "10.1.0.\(place)")
                await guesser.visit("/sign-in")
                for _ in 0..<8 { await guesser.post("/sign-in", ["email": "tom@example.test", "password": "wrong"]) }
            }
            var late = Visitor(test.site, from: "10.2.0.1")
            await late.visit("/sign-in")
            for _ in 0..<3 {
                await late.post("/sign-in", ["email": "tom@example.test", "password": "wrong"])
                #expect(late.page.status == 401)
            }
            await late.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(late.page.status == 429)
            let tom = await Visitor(test.site, as: "Tom", from: "10.2.0.2")
            #expect(tom.path == "/")
            #expect(SignInLimits.budget(after: 5_000) == 1)
        }
    }

    @Test func `a known browser has so many tries too, and a forged one none of its own`() async throws {
        try await withSite { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.submit("/sign-out", [:])
            for _ in 0..<16 { await tom.post("/sign-in", ["email": "tom@example.test", "password": "wrong"]) }
            await tom.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(tom.page.status == 429)

            let keys = test.context.keys, now = test.time.now, id = TestPeople.id("Tom")
            let cookie = KnownDevice.adding(id, to: nil, at: now, keys)
            #expect(KnownDevice.key(of: id, in: cookie, at: now, keys) != nil)
            #expect(KnownDevice.key(of: TestPeople.id("Ruth"), in: cookie, at: now, keys) == nil)
            let forged = cookie.replacing("\(id.rawValue).", with: "1.", maxReplacements: 1)
            #expect(KnownDevice.key(of: TestPeople.id("Ruth"), in: forged, at: now, keys) == nil)
            #expect(KnownDevice.key(of: id, in: cookie, at: now + .days(366), keys) == nil)
            let shared = KnownDevice.adding(TestPeople.id("Ruth"), to: cookie, at: now, keys)
            #expect(KnownDevice.key(of: id, in: shared, at: now, keys) != nil)
        }
    }

    @Test func `addresses of one IPv6 network are one place`() {
        #expect(SignInLimits.place("2001:db8:1:2::1") == SignInLimits.place("2001:db8:1:2:ffff::2"))
        #expect(SignInLimits.place("2001:db8:1:2::1") != SignInLimits.place("2001:db8:1:3::1"))
        #expect(SignInLimits.place("10.0.0.1") == "10.0.0.1")
    }

    @Test func `thirty tries from one address are enough for ten minutes`() async throws {
        try await withSite { test in
            var visitor = Visitor(test.site)
            await visitor.visit("/sign-in")
            for number in 0..<30 {
                await visitor.post("/sign-in", ["email": "somebody\(number)@example.test", "password": "wrong"])
            }
            await visitor.post("/sign-in", ["email": "ruth@example.test", "password": TestSite.password])
            #expect(visitor.page.status == 429)
        }
    }

    @Test func `S20: a session ends after thirty idle minutes, and after twelve hours whatever happens`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            test.time.turn(by: .minutes(31))
            await ruth.visit("/")
            #expect(ruth.path == "/sign-in")

            var tom = await Visitor(test.site, as: "Tom")
            for _ in 0..<26 {
                test.time.turn(by: .minutes(28))
                await tom.visit("/")
            }
            #expect(tom.path == "/sign-in")
        }
    }

    @Test func `a form without the token of its own browser is refused`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.post("/school", ["school": "1", "csrf": "0000"])
            #expect(ruth.page.status == 403)
        }
    }

    @Test func `a visitor's cookie that somebody planted vouches for nobody who is signed in`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            ruth.plant(CSRF.visitCookie, "planted")
            await ruth.post("/school", ["school": "1", "csrf": CSRF.token(for: "planted", test.context.keys)])
            #expect(ruth.page.status == 403)
        }
    }

    @Test func `an address that a stranger asked for is spelt anew before it stands in a header`() async throws {
        try await withSite { test in
            let response = await test.site.respond(to: Request(.get, "/pictures/a\r\nX-Evil: 1"))
            #expect(response.header("Location") == "/sign-in?next=/pictures/a%0D%0AX-Evil%3A%201")
        }
    }

    @Test func `what was typed before a session ran out is kept for the same person`() async throws {
        try await withSite { test in
            var asha = await Visitor(test.site, as: "Asha")
            test.time.turn(by: .minutes(31))
            await asha.post("/school", ["school": "2", "note": "Lanterns & “light”\non two lines"])
            #expect(asha.page.status == 401)
            #expect(asha.sees("What you wrote is kept"))
            await asha.submit("/sign-in", ["email": "asha@example.test", "password": TestSite.password])
            await asha.giveCode(of: TestPeople.id("Asha"))
            #expect(asha.sees("Lanterns &amp; “light”\non two lines"))

            // Sent again, it is forgotten: the next time she signs in, she is where she wanted to be.
            await asha.submit("/school", ["school": "2", "kept-form": "1"])
            #expect(asha.page.status == 200)
            await asha.visit("/kept/1")
            #expect(asha.page.status == 404)
        }
    }

    @Test func `signing in never leads to another site`() async throws {
        try await withSite { test in
            for next in [
                "//evil.example/", "https://evil.example/", "/\\evil.example", "//\u{FE0F}evil.example/",
                "/\t/evil.example/", "/\r\nX-Evil: 1",
            ] {
                var ruth = Visitor(test.site)
                await ruth.visit("/sign-in")
                await ruth.post(
                    "/sign-in", ["email": "ruth@example.test", "password": TestSite.password, "next": next])
                await ruth.giveCode(of: TestPeople.id("Ruth"))
                #expect(ruth.path == "/")
                await ruth.post("/sign-in", ["email": "tom@example.test", "password": TestSite.password, "next": next])
                #expect(ruth.path == "/")
            }
        }
    }
}
