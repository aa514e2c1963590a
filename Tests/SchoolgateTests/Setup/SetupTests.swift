import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

/// A site where nobody has done anything yet.
private func withEmptySite(_ engine: Engine, _ body: @Sendable (TestSite) async throws -> Void) async throws {
    try await withSite(engine) { test in
        try await test.database.write { db in
            for table in ["second_factors", "appointments", "people", "schools", "trusts"] {
                try db.run("DELETE FROM \(unsafe: table)")
            }
        }
        try await body(test)
    }
}

@Suite struct SetupTests {
    private static let password = "violet ladder otter"

    private func link(_ test: TestSite) async throws -> String {
        let link = try await Setup.link(test.context)
        return String(try #require(link).dropFirst("http://127.0.0.1:8080".count))
    }

    @Test(arguments: Engine.all)
    func `the guided way leads from the link to a signed-in administrator`(engine: Engine) async throws {
        try await withEmptySite(engine) { test in
            let link = try await link(test)
            var visitor = Visitor(test.site)
            await visitor.visit(link)
            #expect(visitor.text.contains("step 1 of 5"))
            await visitor.submit("/setup/trust", ["name": ""])
            #expect(visitor.page.status == 422)
            await visitor.submit("/setup/trust", ["name": "Weirside Trust"])
            #expect(visitor.text.contains("step 2 of 5"))
            await visitor.submit("/setup/schools", ["name": "Larkmere", "code": "Lark mere", "nation": "england"])
            #expect(visitor.page.status == 422)
            #expect(visitor.text.contains("small letters, digits and hyphens"))
            await visitor.submit(
                "/setup/schools", ["name": "Larkmere Primary", "code": "larkmere", "nation": "england"])
            #expect(visitor.text.contains("One school so far"))

            // Whoever stops here carries on with the same link, in another browser too.
            var other = Visitor(test.site)
            await other.visit(link)
            #expect(other.path == "/setup/administrator")
            await visitor.click("/setup/administrator")
            await visitor.submit(
                "/setup/administrator",
                ["first": "Asha", "last": "Rao", "email": "asha@weirside.example", "password": "short", "again": ""])
            #expect(visitor.page.status == 422)
            #expect(visitor.text.contains(#"value="Asha""#))
            await visitor.submit(
                "/setup/administrator",
                [
                    "first": "Asha", "last": "Rao", "email": "asha@weirside.example", "password": Self.password,
                    "again": Self.password,
                ])
            #expect(visitor.path == "/me/second-factor", "an administrator comes no further without a second factor")
            await visitor.setUpFactor()
            await visitor.click("/setup/guide")
            #expect(visitor.text.contains("You are in"))
            #expect(visitor.text.contains("Primary school"))
            await visitor.click("/imports/staff")
            #expect(visitor.page.status == 200)

            await other.visit(link)
            #expect(other.page.status == 404, "the link is used up")
            await other.post("/setup/trust", ["name": "Mine now"])
            #expect(other.page.status == 404)
            let none = try await Setup.link(test.context)
            #expect(none == nil)
            try await expectEvent("appointed", test)
        }
    }

    @Test func `schools come from a file, all or none`() async throws {
        try await withEmptySite(.sqlite) { test in
            var visitor = Visitor(test.site)
            await visitor.visit(try await link(test))
            await visitor.submit("/setup/trust", ["name": "Weirside Trust"])
            let file = { (text: String) in
                [
                    (
                        name: "file",
                        file: UploadedFile(filename: "s.csv", contentType: "text/csv", bytes: Array(text.utf8))
                    )
                ]
            }
            await visitor.submit("/setup/schools/file", [:], files: file(Sheets.schools + "bad,Bad,,,,,,,,mars\n"))
            #expect(visitor.page.status == 422)
            #expect(visitor.text.contains("Line 4"))
            #expect(try await test.count("SELECT count(*) FROM schools") == 0)
            await visitor.submit("/setup/schools/file", [:], files: file(Sheets.schools))
            #expect(visitor.text.contains("2 schools so far"))
        }
    }

    @Test func `a new link ends the one before, and no step opens without one`() async throws {
        try await withEmptySite(.sqlite) { test in
            let old = try await link(test), new = try await link(test)
            var visitor = Visitor(test.site)
            await visitor.visit(old)
            #expect(visitor.page.status == 404)
            for path in ["/setup", "/setup/schools", "/setup/administrator", "/setup?token=\(Token.random().text)"] {
                await visitor.visit(path)
                #expect(visitor.page.status == 404, "\(path)")
            }
            await visitor.visit(new)
            #expect(visitor.page.status == 200)
            test.time.turn(by: .days(8))
            await visitor.visit(new)
            #expect(visitor.page.status == 404)
        }
    }

    @Test(arguments: Engine.all)
    func `of two who finish at once, one becomes the administrator`(engine: Engine) async throws {
        try await withEmptySite(engine) { test in
            let link = try await link(test)
            var first = Visitor(test.site)
            await first.visit(link)
            await first.submit("/setup/trust", ["name": "Weirside Trust"])
            await first.submit(
                "/setup/schools", ["name": "Larkmere Primary", "code": "larkmere", "nation": "england"])
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        var visitor = Visitor(test.site)
                        await visitor.visit(link)
                        await visitor.post(
                            "/setup/administrator",
                            [
                                "first": "A\(number)", "last": "Rao", "email": "a\(number)@weirside.example",
                                "password": Self.password, "again": Self.password,
                            ])
                    }
                }
            }
            #expect(try await test.count("SELECT count(*) FROM people") == 1)
        }
    }

    @Test func `where somebody can sign in there is no set-up link`() async throws {
        try await withSite { test in
            let none = try await Setup.link(test.context)
            #expect(none == nil)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/setup/guide")
            #expect(ruth.page.status == 404, "one school's head sets up no trust")
        }
    }
}
