import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

@Suite struct PostmanTests {
    /// A site with a mail server, and one mail to Ruth in its queue.
    private func withMail(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite, MailStandIn) async throws -> Void
    ) async throws {
        try await withSite(engine) { plain in
            let server = try MailStandIn()
            defer { server.stop() }
            let test = try await plain.withMail(server)
            try await queue(.approval, test)
            try await body(test, server)
        }
    }

    private func queue(_ kind: Waiting.Kind, _ test: TestSite) async throws {
        let now = test.context.now()
        try await test.database.write { db in
            try Mailing.add(
                .notice, [MailRound.Found.Item(school: TestPeople.larkmere, kind: kind, item: "\(kind.rawValue) /x")],
                to: TestPeople.id("Ruth"), at: now, in: db)
        }
    }

    private func states(_ test: TestSite) async throws -> [String] {
        try await test.database.read { db in try db.all("SELECT state FROM mails ORDER BY id") { $0.text(0) } }
    }

    private func work(_ test: TestSite) async throws { _ = try await Postman(context: test.context).workOff() }

    @Test("A mail that is put off is sent again after longer and longer waits, once in all", arguments: Engine.all)
    func retries(_ engine: Engine) async throws {
        try await withMail(engine) { test, server in
            server.behave(.init(toReceiver: "451 4.7.1 Greylisted"))
            try await work(test)
            #expect(try await states(test) == ["waiting"])
            try await work(test)
            var waits: [Int64] = []
            for _ in 0..<4 {
                let (next, attempts) = try await test.database.read { db in
                    try db.one("SELECT next_at, attempts FROM mails") { ($0.int(0), $0.int(1)) }
                }
                let wait = next - test.context.now().milliseconds
                #expect(attempts == waits.count + 1, "not before its time")
                waits.append(wait / 60_000)
                test.time.turn(by: .milliseconds(wait))
                try await work(test)
            }
            #expect(waits == [1, 2, 4, 8])
            server.behave(.init())
            test.time.turn(by: .hours(1))
            for _ in 0..<3 { try await work(test) }
            #expect(try await states(test) == ["sent"])
            #expect(server.mails.count == 1)
        }
    }

    @Test("After two days of being put off, the address is known not to work")
    func givenUp() async throws {
        try await withMail { test, server in
            server.behave(.init(toReceiver: "452 4.2.2 The mailbox is full"))
            for _ in 0..<30 {
                try await work(test)
                test.time.turn(by: .hours(4))
            }
            #expect(try await states(test) == ["given up"])
            var asha = await Visitor(test.site, as: "Asha")
            await asha.post("/school", ["school": "1"])
            #expect(asha.sees("Mail to Ruth Adeyemi does not arrive"))
        }
    }

    @Test(
        "A refused address is told to its person and to administrators, and nothing more is sent to it",
        arguments: Engine.all)
    func refused(_ engine: Engine) async throws {
        try await withMail(engine) { test, server in
            server.behave(.init(toReceiver: "550 5.1.1 No such user"))
            try await work(test)
            #expect(try await states(test) == ["refused"])
            server.behave(.init())
            try await test.database.write { db in _ = try TestPolicy.putInForce(in: db) }
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            #expect(!server.mails.contains { $0.to == "ruth@example.test" })
            var asha = await Visitor(test.site, as: "Asha")
            await asha.post("/school", ["school": "1"])
            await asha.click("/people/1")
            #expect(asha.sees("550 5.1.1 No such user"))
            await asha.visit("/mail")
            #expect(asha.sees("Ruth Adeyemi") && asha.sees("plain://127.0.0.1"))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/me")
            #expect(ruth.sees("Mail does not arrive"))
            await ruth.submit("/me/mail/again", [:])
            #expect(!ruth.sees("Mail does not arrive"))
            try await test.sendMails()
            #expect(server.mails.contains { $0.to == "ruth@example.test" })
        }
    }

    @Test("An address that was changed is tried, whatever was said of the one before")
    func changedAddress() async throws {
        try await withMail { test, server in
            server.behave(.init(toReceiver: "550 5.1.1 No such user"))
            try await work(test)
            server.behave(.init())
            try await test.database.write { db in
                try db.run("UPDATE people SET email = 'r.adeyemi@example.test' WHERE id = \(TestPeople.id("Ruth"))")
            }
            try await queue(.approval, test)
            try await work(test)
            #expect(server.mails.map(\.to) == ["r.adeyemi@example.test"])
        }
    }

    @Test("A mail that may have arrived is not sent again, unless it tells of a duty")
    func mayHaveArrived() async throws {
        try await withMail { test, server in
            try await queue(.overdueHandover, test)
            server.behave(.init(afterMail: nil))
            for _ in 0..<2 { try await work(test) }
            #expect(try await states(test) == ["unknown", "waiting"])
            server.behave(.init())
            test.time.turn(by: .hours(1))
            try await work(test)
            #expect(try await states(test) == ["unknown", "sent"])
            #expect(server.mails.count == 3)
            #expect(Set(server.mails.dropFirst().map { $0.header("Message-ID") }).count == 1, "the same mail again")
        }
    }

    @Test("A process that died while sending leaves a mail that may have arrived")
    func died() async throws {
        try await withMail { test, server in
            let now = test.context.now()
            _ = try await test.database.write { db in try Mailing.claim(at: now, lease: Postman.lease, in: db) }
            try await work(test)
            #expect(try await states(test) == ["sending"], "its lease still runs")
            test.time.turn(by: .minutes(6))
            try await work(test)
            #expect(try await states(test) == ["unknown"])
            #expect(server.mails.isEmpty)
        }
    }

    @Test("When the server is not there, mails wait, and administrators are told once it matters")
    func noServer() async throws {
        try await withMail { test, server in
            try await queue(.returned, test)
            server.behave(.init(afterMail: "554 5.7.0 Not from you"))
            try await work(test)
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/")
            #expect(asha.sees("Mails do not leave Schoolgate"))
            await asha.click("/mail")
            #expect(asha.sees("The server refused the mail itself: 554 5.7.0 Not from you"))
            server.behave(.init())
            try await queue(.returned, test)
            try await work(test)
            await asha.visit("/")
            #expect(!asha.sees("Mails do not leave Schoolgate"), "it is over")
        }
    }

    @Test("What came back is found by the mail’s own word, and by no other", arguments: Engine.all)
    func cameBack(_ engine: Engine) async throws {
        try await withMail(engine) { test, server in
            try await work(test)
            let mail = try #require(server.mails.first)
            let id = try #require(mail.header("Message-ID"))
            #expect(mail.from.hasPrefix("bounces+") && mail.from.hasSuffix("@weirside.example"))
            func report(_ id: String, action: String = "failed", to: String = "bounces@weirside.example") -> [UInt8] {
                Array(
                    """
                    To: \(to)
                    Content-Type: multipart/report; boundary=x

                    --x
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mail.example

                    Final-Recipient: rfc822; ruth@example.test
                    Action: \(action)
                    Status: 5.1.1

                    --x
                    Content-Type: text/rfc822-headers

                    Message-ID: \(id)

                    --x--
                    """.utf8)
            }
            func take(_ bytes: [UInt8]) async throws -> MailReturn.Answer {
                try await MailReturn.take(bytes, in: test.database, at: test.context.now())
            }
            let forged = "<sg.\(String(repeating: "0", count: 32))@weirside.example>"
            guard case .notOurs = try await take(report(forged)), case .notOurs = try await take(Array("Hello".utf8)),
                case .nothing = try await take(report(id, action: "delayed"))
            else {
                Issue.record("a report that is none was believed")
                return
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/me")
            #expect(!ruth.sees("Mail does not arrive"))
            // The returned mail was cut off; whom the report went to still says which it was.
            guard case .noted = try await take(report("<gone@x>", to: "<\(mail.from)>")) else {
                Issue.record("not found by its envelope")
                return
            }
            await ruth.visit("/me")
            #expect(ruth.sees("Mail does not arrive"))
            #expect(try await states(test) == ["came back"])
        }
    }
}
