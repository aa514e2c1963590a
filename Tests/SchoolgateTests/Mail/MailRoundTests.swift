import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

@Suite struct MailRoundTests {
    /// A site with a policy, a mail server, and nobody who has yet to hear of the setting up.
    private func withMail(
        _ engine: Engine = .sqlite, _ body: @Sendable (TestSite, MailStandIn) async throws -> Void
    ) async throws {
        try await withSite(engine) { plain in
            let server = try MailStandIn()
            defer { server.stop() }
            let test = try await plain.withMail(server)
            try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            try await test.sendMails()
            server.forget()
            try await body(test, server)
        }
    }

    @Test("Whoever may approve a post hears once that it waits, and nothing of what it says", arguments: Engine.all)
    func once(_ engine: Engine) async throws {
        try await withMail(engine) { test, server in
            try await test.heldPost("Amelia Hartwell won the swimming gala")
            try await test.heldPost("Lantern walk on Friday")
            try await test.sendMails()
            #expect(Set(server.mails.map(\.to)) == ["ruth@example.test", "martin@example.test"])
            let mail = try #require(server.mails.first { $0.to == "ruth@example.test" })
            #expect(mail.header("Subject") == "Two posts wait for your approval")
            #expect(mail.words.contains("Larkmere Primary School\r\n- Two posts wait for your approval"))
            #expect(mail.words.contains("Open Today: http://127.0.0.1:8080/"))
            for secret in ["Amelia", "Hartwell", "swimming", "Lantern", "Tom", "Okafor"] {
                #expect(!mail.words.contains(secret), "\(secret)")
            }
            for _ in 0..<3 { try await test.sendMails() }
            #expect(server.mails.count == 2, "nobody is told twice")
            // What waits no more and waits again is news.
            try await test.database.write { db in try db.run("UPDATE posts SET state = 'draft'") }
            try await test.sendMails()
            try await test.database.write { db in try db.run("UPDATE posts SET state = 'held'") }
            try await test.sendMails()
            #expect(server.mails.count == 4)
        }
    }

    @Test("Two processes that look at once tell nobody twice", arguments: Engine.all)
    func together(_ engine: Engine) async throws {
        try await withMail(engine) { test, server in
            try await test.heldPost("Lantern walk")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await test.sendMails() } }
                try await group.waitForAll()
            }
            try await test.sendMails()
            #expect(server.mails.count == 2)
        }
    }

    @Test("A round is done every five minutes, by whoever comes first")
    func pace() async throws {
        try await withMail { test, _ in
            try await test.heldPost("Lantern walk")
            #expect(try await MailRound(context: test.context).runWhenDue() == 2)
            try await test.heldPost("Another walk")
            #expect(try await MailRound(context: test.context).runWhenDue() == 0)
            test.time.turn(by: .minutes(6))
            #expect(try await MailRound(context: test.context).runWhenDue() == 2)
        }
    }

    @Test("Who chose a digest gets one mail each working morning, and none on a day off")
    func digest() async throws {
        try await withMail { test, server in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/me")
            await ruth.submit("/me/mail", ["choice": "digest"])
            #expect(ruth.sees("Your choice of mails is kept."))
            #expect(ruth.sees(#"value="digest" checked"#))
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            let mails = server.mails.filter { $0.to == "ruth@example.test" }
            #expect(mails.count == 1)
            #expect(mails.first?.header("Subject")?.hasPrefix("This morning: ") == true)
            #expect(mails.first?.words.contains("One post waits for your approval") == true)
            func count() -> Int { server.mails.count { $0.to == "ruth@example.test" } }
            try await test.heldPost("Another walk")
            try await test.sendMails()
            #expect(count() == 1, "the rest of the day is quiet")
            test.time.turn(by: .hours(18))
            try await test.sendMails()
            #expect(count() == 1, "03:00 is no morning")
            test.time.turn(by: .hours(6))
            try await test.sendMails()
            #expect(count() == 2)
            // From Tuesday to Saturday.
            test.time.turn(by: .days(4))
            try await test.sendMails()
            #expect(count() == 2, "Saturday is no working day")
        }
    }

    @Test("Who chose nothing hears of nothing but their duties")
    func nothing() async throws {
        try await withMail { test, server in
            let ruth = TestPeople.id("Ruth"), now = test.context.now()
            try await test.database.write { db in
                try MailPerson.choose(.nothing, for: ruth, by: ruth, at: now, in: db)
            }
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            #expect(!server.mails.contains { $0.to == "ruth@example.test" })
            try await test.database.write { db in
                let account = try TestPolicy.practiceAccountOfItsOwn(in: db)
                try db.run(
                    """
                    INSERT INTO handovers (school_id, account_id, person_id, leaves_on, due_at, opened_at)
                    VALUES (1, \(account), \(TestPeople.id("Tom")), '2026-11-20', \(now - .days(2)), 0)
                    """
                )
                try db.run(
                    "INSERT INTO handover_steps (handover_id, step, state) SELECT id, 'tokens', 'open' FROM handovers")
            }
            try await test.sendMails()
            let mail = try #require(server.mails.first { $0.to == "ruth@example.test" })
            #expect(mail.header("Subject") == "One handover of an account is overdue")
            #expect(mail.header("List-Unsubscribe") == nil, "nothing in it can be switched off")
            #expect(mail.words.contains("so it cannot be switched off"))
        }
    }

    @Test("Nobody who has left, or was never let in, is written to")
    func gone() async throws {
        try await withMail { test, server in
            try await test.database.write { db in
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(TestPeople.id("Ruth"))")
                try db.run("UPDATE people SET password_hash = NULL WHERE id = \(TestPeople.id("Martin"))")
            }
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            #expect(server.mails.allSatisfy { $0.to == "asha@example.test" || $0.to == "dawn@example.test" })
        }
    }

    @Test("Nobody hears of another school’s posts")
    func otherSchool() async throws {
        try await withMail { test, server in
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            #expect(!server.mails.contains { $0.to == "sam@example.test" })
        }
    }
}

extension TestPolicy {
    static func practiceAccountOfItsOwn(in db: Connection) throws -> Account.ID {
        try db.one(
            """
            INSERT INTO accounts (school_id, network, name, address, page, created_at)
            VALUES (\(TestPeople.larkmere), 'practice', 'Second page', 'second', 'd4e5f6', 0) RETURNING id
            """
        ) { Account.ID(rawValue: $0.int(0)) }
    }
}
