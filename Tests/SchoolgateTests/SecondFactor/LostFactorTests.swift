import Crypto
import Database
import Testing
import Web

@testable import Schoolgate

/// The ways back in for somebody whose telephone is gone.
@Suite struct LostFactorTests {
    private let ruth = TestPeople.id("Ruth")

    @Test("A recovery code opens once, in any spelling, and the count goes down")
    func recovery() async throws {
        try await withSite { test in
            try await test.database.write { db in try db.run("DELETE FROM second_factors") }
            var visitor = await test.afterPassword("Ruth")
            let codes = await visitor.enrol()
            let first = try #require(codes.first)
            var lost = await test.afterPassword("Ruth")
            await lost.submit("/sign-in/code", ["code": first.lowercased().replacing("-", with: " ")])
            #expect(lost.path == "/")
            await lost.visit("/me/second-factor")
            #expect(lost.sees("9 recovery codes are left"))
            var again = await test.afterPassword("Ruth")
            await again.submit("/sign-in/code", ["code": first])
            #expect(again.page.status == 401)
            await lost.submit("/me/second-factor/recovery-codes", [:])
            #expect(lost.text.matches(of: /<code>[A-Z2-9-]{14}<\/code>/).count == 10)
            await again.submit("/sign-in/code", ["code": codes[1]])
            #expect(again.page.status == 401, "new codes end the old ones")
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

            var visitor = await test.afterPassword("Ruth")
            #expect(visitor.path == "/me/second-factor")
            _ = await visitor.enrol()
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
            var asha = await test.afterPassword("Asha")
            _ = await asha.enrol()
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
