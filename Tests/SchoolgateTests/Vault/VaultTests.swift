import Crypto
import Database
import DatabaseTesting
import Foundation
import Gate
import Testing
import Web

@testable import Schoolgate

@Suite struct VaultTests {
    private static let secret = "correct-horse-battery-staple"

    /// Ruth keeps the school website's password; answers the account.
    private func keep(_ visitor: inout Visitor, _ test: TestSite) async throws -> Account.ID {
        let account = try await test.database.write { db in
            try Account.connect(
                AccountForm(
                    network: "wordpress", name: "School website", address: "https://larkmere.example",
                    username: "school",
                    secret: "app-password"), at: TestPeople.larkmere, by: Person.ID(rawValue: 1), test.context, in: db)
        }
        await visitor.visit(SecretHandlers.index.path(account))
        await visitor.submit(
            SecretHandlers.keep.path(account),
            ["kind": "password", "label": "WordPress sign-in", "value": Self.secret])
        return account
    }

    @Test(
        "M11: a secret is sealed, and each look needs a fresh sign-in and a reason and is on the record",
        arguments: Engine.all)
    func reveal(engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            let account = try await keep(&ruth, test)
            await ruth.visit(SecretHandlers.index.path(account))
            #expect(ruth.sees("WordPress sign-in"))
            #expect(!ruth.sees(Self.secret))
            let show = SecretHandlers.reveal.path(AccountSecret.ID(rawValue: 1))
            await ruth.submit(show, ["reason": ""])
            #expect(ruth.page.status == 422 && !ruth.sees(Self.secret))
            // Five minutes later somebody else may sit there, with a page that was opened before or one opened now.
            test.time.turn(by: .minutes(5))
            await ruth.submit(show, ["reason": "Setting up the new tablet"])
            #expect(ruth.path == "/confirm" && !ruth.sees(Self.secret))
            await ruth.visit(SecretHandlers.index.path(account))
            #expect(!ruth.sees("What you need it for"))
            await ruth.click(ConfirmHandlers.path(before: "/accounts/1/secrets?see=1"))
            let code = TestSite.code(at: test.time.now), next = "/accounts/1/secrets?see=1"
            await ruth.submit("/confirm", ["password": "not-mine-at-all", "code": code, "next": next])
            #expect(ruth.page.status == 422 && !ruth.sees(Self.secret))
            await ruth.submit("/confirm", ["password": TestSite.password, "code": code, "next": next])
            #expect(ruth.path == "/accounts/1/secrets")
            await ruth.submit(show, ["reason": "Setting up the new tablet"])
            #expect(ruth.sees(Self.secret))
            #expect(ruth.page.header("Cache-Control") == "no-store")
            let events = try await test.database.read { db in
                try db.all("SELECT verb FROM events WHERE object = 'account' ORDER BY number") { $0.text(0) }
            }
            #expect(events == ["connected", "kept a secret of", "saw a secret of"])
            await ruth.visit("/record")
            #expect(ruth.sees("Setting up the new tablet"))
            #expect(!ruth.sees(Self.secret))
        }
    }

    @Test("M11: another school and whoever keeps no accounts see nothing of it")
    func others() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            let account = try await keep(&ruth, test)
            for somebody in ["Tom", "Sam", "Geoffrey", "Dawn"] {
                var visitor = await Visitor(test.site, as: somebody)
                await visitor.visit(SecretHandlers.index.path(account))
                #expect(visitor.page.status == 404, "\(somebody)")
                await visitor.post(
                    SecretHandlers.reveal.path(AccountSecret.ID(rawValue: 1)),
                    ["reason": "I would like to know it", "password": TestSite.password])
                #expect(visitor.page.status == 404 && !visitor.sees(Self.secret), "\(somebody)")
            }
        }
    }

    @Test("M11: the second factor of a shared account gives its code, so that nobody turns it off")
    func codes() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            let account = try await keep(&ruth, test)
            let key = OneTimeCode()
            await ruth.visit(SecretHandlers.index.path(account))
            await ruth.submit(
                SecretHandlers.keep.path(account),
                ["kind": "one-time codes", "label": "Second factor", "value": "no key"])
            #expect(ruth.page.status == 422)
            await ruth.submit(
                SecretHandlers.keep.path(account),
                ["kind": "one-time codes", "label": "Second factor", "value": key.base32])
            await ruth.visit(SecretHandlers.index.path(account))
            await ruth.submit(SecretHandlers.code.path(AccountSecret.ID(rawValue: 2)), [:])
            let code = key.code(at: test.time.now.milliseconds / 1_000)
            #expect(ruth.sees("\(code.prefix(3)) \(code.suffix(3))"))
            #expect(!ruth.sees(key.base32))
        }
    }

    @Test("M11: a stolen database gives away no secret", arguments: Engine.all)
    func stolen(engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            _ = try await keep(&ruth, test)
            let opened = try await DataKeys.open(
                MasterKey(test.context.keys.master), at: test.time.now, in: test.database)
            let bytes = try await test.database.read { db in
                var text = ""
                for table in try StoredTable.all(in: db) {
                    for column in table.columns {
                        let rows = try db.all("SELECT \(unsafe: column.name) FROM \(unsafe: table.name)") { row in
                            column.kind == .bytes
                                ? (row.bytesOrNil(0) ?? []).hex : column.kind == .text ? row.textOrNil(0) ?? "" : ""
                        }
                        text += rows.joined(separator: "\n")
                    }
                }
                return text
            }
            #expect(bytes.contains("WordPress sign-in"), "the search sees what is there")
            let secrets = [Array(Self.secret.utf8), Array("app-password".utf8), opened.root, test.context.keys.master]
            for secret in secrets {
                #expect(!bytes.contains(secret.hex))
                #expect(!bytes.contains(secret.base64url))
                #expect(!bytes.contains(String(decoding: secret, as: UTF8.self)))
            }
        }
    }

    @Test("A secret copied to another account does not open")
    func tied() async throws {
        try await withSite { test in
            try await test.database.write { db in
                let sealed = try test.context.vault.seal("one", for: "account 1", in: db)
                #expect(try test.context.vault.open(sealed, for: "account 1", in: db) == "one")
                #expect(try test.context.vault.open(sealed, for: "account 2", in: db) == nil)
            }
        }
    }

    @Test("A suggested password is long, and never the same")
    func suggested() {
        let passwords = Set((0..<200).map { _ in GeneratedPassword.make() })
        #expect(passwords.count == 200)
        #expect(passwords.allSatisfy { $0.utf8.count == 23 })
    }
}
