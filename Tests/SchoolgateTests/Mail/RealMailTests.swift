import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

enum RealMailServer {
    static var port: String? { ProcessInfo.processInfo.environment["SCHOOLGATE_TEST_MAIL_PORT"] }
    static var folder: String { ProcessInfo.processInfo.environment["SCHOOLGATE_TEST_MAIL_FOLDER"] ?? "" }
}

/// Against the mail server that `scripts/exim-for-tests` started.
@Suite(.enabled(if: RealMailServer.port != nil, "run scripts/exim-for-tests start"))
struct RealMailTests {
    private func settings() throws -> MailSettings {
        try #require(
            try MailSettings.read(
                folder: "/nowhere",
                environment: [
                    "SCHOOLGATE_MAIL_SERVER": "smtp://localhost:\(RealMailServer.port ?? "")",
                    "SCHOOLGATE_MAIL_USER": "schoolgate",
                    "SCHOOLGATE_MAIL_PASSWORD": try String(
                        contentsOfFile: RealMailServer.folder + "/password", encoding: .utf8),
                    "SCHOOLGATE_MAIL_CA_FILE": RealMailServer.folder + "/authority.pem",
                    "SCHOOLGATE_MAIL_FROM": "schoolgate@school.example",
                    "SCHOOLGATE_MAIL_BOUNCES": "returns@school.example",
                ]))
    }

    /// The first mail delivered that says this; a server delivers after it has answered.
    private func delivered(_ words: String) async throws -> [UInt8] {
        let folder = RealMailServer.folder + "/mail/new"
        for _ in 0..<100 {
            for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                guard let data = FileManager.default.contents(atPath: folder + "/" + entry) else { continue }
                if String(decoding: data, as: UTF8.self).contains(words) { return Array(data) }
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("nothing was delivered with \(words)")
        return []
    }

    @Test("A notification goes through a real server, and one that comes back is known", arguments: Engine.all)
    func wholeWay(_ engine: Engine) async throws {
        try await withSite(engine) { plain in
            let test = try await plain.withMail(try settings())
            let name = "ruth-\(UInt32.random(in: 0..<UInt32.max))"
            try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                try db.run("UPDATE people SET password_hash = NULL WHERE first_name NOT IN ('Ruth', 'Martin', 'Asha')")
                try db.run("UPDATE people SET email = \("\(name)@school.example") WHERE first_name = 'Ruth'")
                try db.run("UPDATE people SET email = 'bouncing@school.example' WHERE first_name = 'Martin'")
                try db.run("UPDATE people SET email = 'unknown@school.example' WHERE first_name = 'Asha'")
            }
            try await test.heldPost("Lantern walk")
            try await test.sendMails()
            let mail = String(decoding: try await delivered("Envelope-to: \(name)@"), as: UTF8.self)
            #expect(mail.contains("Subject: ") && mail.contains("with esmtpsa"))
            #expect(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
            #expect(!mail.contains("Lantern"))
            let token = try await test.database.read { db in
                try db.one("SELECT token FROM mails WHERE person_id = \(TestPeople.id("Martin"))") { $0.text(0) }
            }
            let report = try await delivered("Envelope-to: returns+\(token)@school.example")
            let answer = try await MailReturn.take(report, in: test.database, at: test.context.now())
            #expect(
                answer
                    == .noted(
                        "Mail to bouncing@school.example does not arrive. Whoever manages people sees it on Today."))
            let people = try await test.database.read { db in try MailPerson.all(in: db) }
            #expect(people[TestPeople.id("Martin")]?.refused?.address == "bouncing@school.example")
            #expect(people[TestPeople.id("Asha")]?.refused?.why == "550 5.1.1 No such user here")
            #expect(people[TestPeople.id("Ruth")]?.refused == nil)
        }
    }

    @Test("A test mail says what the server answered")
    func testMail() async throws {
        let now = Instant(milliseconds: 1_795_424_400_000)
        let good = try await MailTest.send(to: "office@school.example", try settings(), at: now)
        #expect(good.isAccepted && good.words.hasPrefix("The server took the mail: 250 OK id="))
        let bad = try await MailTest.send(to: "unknown@school.example", try settings(), at: now)
        #expect(!bad.isAccepted && bad.words.contains("550 5.1.1 No such user here"))
        await #expect(throws: SettingsProblem.self) {
            try await MailTest.send(to: "nobody", try settings(), at: now)
        }
    }
}
