import Crypto
import Database
import DatabaseTesting
import Foundation
import Gate
import Testing
import Web

@testable import Schoolgate

@Suite struct RegisterTests {
    private func fill(_ test: TestSite) async throws {
        try await test.database.write { db in
            for (network, name, address) in [
                ("wordpress", "School website", "https://www.larkmere.example"),
                ("mastodon", "Larkmere on Mastodon", "https://social.example/@larkmere"),
            ] as [(Network, String, String)] {
                _ = try Account.connect(
                    AccountForm(
                        network: network, name: name, address: address, username: "school", secret: "app-password"),
                    at: TestPeople.larkmere, by: Person.ID(rawValue: 1), test.context, in: db)
            }
            _ = try TestPolicy.practiceAccount(in: db)
        }
    }

    @Test(
        "S27, W21: anybody sees the official accounts, and whether a pasted link or handle is one of them",
        arguments: Engine.all)
    func asking(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await fill(test)
            var parent = Visitor(test.site)
            await parent.visit("/register")
            #expect(parent.page.status == 200)
            #expect(parent.sees("Larkmere on Mastodon") && parent.sees("School website"))
            #expect(parent.sees(#"rel="me""#))
            #expect(!parent.sees("Practice page"), "trying things out is no account of the school")
            #expect(parent.page.header("Cache-Control") == "public, max-age=300")
            for (pasted, words) in [
                ("https://social.example/users/Larkmere", "Yes. This is “Larkmere on Mastodon”"),
                ("larkmere.example/news", "Yes. This is “School website”"),
                ("@larkmere", "ours on Mastodon"), ("https://x.com/larkmere", "none of our accounts"),
                ("@larkmere@socia1.example", "none of our accounts"), ("hello there", "no link and no handle"),
            ] {
                await parent.visit("/register?account=" + pasted)
                #expect(parent.sees(words), "\(pasted)")
            }
            await parent.visit("/register?account=<script>alert(1)</script>")
            #expect(!parent.sees("<script>alert"))
        }
    }

    @Test("S27: an account that was closed is said to be the school's no longer")
    func closed() async throws {
        try await withSite { test in
            try await fill(test)
            try await test.database.write { db in
                try db.run("UPDATE accounts SET closed_at = \(test.time.now) WHERE network = 'mastodon'")
            }
            var parent = Visitor(test.site)
            await parent.visit("/register?account=@larkmere@social.example")
            #expect(parent.sees("Nobody at the school writes there now."))
        }
    }

    @Test(
        "N14: the signed register proves itself with the published key, and with no other, and not when it was changed")
    func signature() async throws {
        try await withSite { test in
            try await fill(test)
            var parent = Visitor(test.site)
            await parent.visit("/register")
            let page = parent.text
            await parent.visit("/register.json")
            let bytes = parent.page.body
            #expect(parent.page.header("Access-Control-Allow-Origin") == "*")
            let key = try test.context.keys.registerSigning.verifying
            #expect(page.contains(key.bytes.hex), "the key is published")
            let report = try RegisterReport(bytes, key: key, at: test.time.now)
            #expect(report.isCurrent)
            #expect(report.accounts.count == 2)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("app-password"))
            #expect(throws: RegisterProblem.self) {
                _ = try RegisterReport(bytes, key: SigningKey().verifying, at: test.time.now)
            }
            var signed = try #require(
                JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String])
            let written = try #require(signed["payload"])
            let payload = try #require([UInt8](base64url: written))
            let changed = String(decoding: payload, as: UTF8.self).replacingOccurrences(
                of: "social.example", with: "socia1.example")
            signed["payload"] = Array(changed.utf8).base64url
            let forged = Array(try JSONSerialization.data(withJSONObject: signed))
            #expect(throws: RegisterProblem.self) { _ = try RegisterReport(forged, key: key, at: test.time.now) }
            #expect(throws: RegisterProblem.self) {
                _ = try RegisterReport(Array("{}".utf8), key: key, at: test.time.now)
            }
            test.time.turn(by: .days(8))
            #expect(try !RegisterReport(bytes, key: key, at: test.time.now).isCurrent)
        }
    }

    @Test("The same hour gives the same bytes, so that caches hold")
    func stable() async throws {
        try await withSite { test in
            try await fill(test)
            var parent = Visitor(test.site)
            await parent.visit("/register.json")
            let first = parent.page.body
            test.time.turn(by: .minutes(20))
            await parent.visit("/register.json")
            #expect(parent.page.body == first)
        }
    }

    @Test("A school's own website may frame its list, and nothing else of the site")
    func framing() async throws {
        try await withSite { test in
            try await fill(test)
            var parent = Visitor(test.site)
            await parent.visit("/register/larkmere/embed")
            let framed = parent.page.headers.filter { $0.name == "Content-Security-Policy" }.map(\.value)
            #expect(framed.count == 1 && framed[0].contains("frame-ancestors *"), "\(framed)")
            await parent.visit("/register")
            #expect(parent.page.header("Content-Security-Policy")?.contains("frame-ancestors 'none'") == true)
            await parent.visit("/register/nowhere/embed")
            #expect(parent.page.status == 404)
        }
    }

    @Test("S27: anybody tells of an impersonation, the school's account keepers see it, and what was done is kept")
    func impersonation() async throws {
        try await withSite { test in
            try await fill(test)
            var parent = Visitor(test.site)
            await parent.visit("/register/report?account=%40fake")
            await parent.submit("/register/report", ["link": "", "school": "larkmere", "words": "It asks for money."])
            #expect(parent.page.status == 422)
            await parent.submit(
                "/register/report",
                [
                    "link": "@fake", "school": "larkmere", "words": "It asks <b>parents</b> for money.",
                    "contact": "a@b.example",
                ])
            #expect(parent.sees("knows now"))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("may be false"))
            await ruth.click("/accounts/reports")
            #expect(ruth.sees("@fake") && ruth.sees("&lt;b&gt;") && !ruth.sees("<b>parents"))
            await ruth.submit("/accounts/reports/1/outcome", ["outcome": "Reported to the network"])
            #expect(ruth.sees("Nobody has told of a false account"))
            let contact = try await test.database.read { db in
                try db.one("SELECT contact FROM impersonations") { $0.text(0) }
            }
            #expect(contact.isEmpty, "the stranger's address is forgotten")
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/accounts/reports")
            #expect(!sam.sees("@fake"))
        }
    }

    @Test("Nobody floods the school with reports")
    func flood() async throws {
        try await withSite { test in
            try await fill(test)
            try await test.database.write { db in
                for number in 0..<Impersonation.mostAnHour {
                    try Impersonation.report(
                        "@fake\(number)", "It asks for money.", contact: "", to: TestPeople.larkmere, at: test.time.now,
                        in: db)
                }
            }
            var parent = Visitor(test.site)
            await parent.visit("/register/report")
            await parent.submit(
                "/register/report", ["link": "@fake", "school": "larkmere", "words": "It asks for money."])
            #expect(parent.page.status == 429)
        }
    }
}
