import Crypto
import Database
import DatabaseTesting
import Foundation
import Synchronization
import Testing
import Web

@testable import Schoolgate

@Suite struct MailPrivacyTests {
    @Test(
        "No mail, no queue of mails and no log of them names a pupil, a post or a case, in a trust with a year of life"
    )
    func demo() async throws {
        try await withDatabase(.sqlite, migrations: Migration.all) { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-\(UUID())").path()
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let server = try MailStandIn()
            defer { server.stop() }
            let time = TestClock(), log = LogLines()
            let site = try await Site(
                database: database,
                configuration: Configuration(
                    publicURL: "https://weir.example", isDemo: true, dataFolder: folder,
                    mail: try MailSettings.read(
                        folder: folder,
                        environment: [
                            "SCHOOLGATE_MAIL_SERVER": "plain://127.0.0.1:\(server.port)",
                            "SCHOOLGATE_MAIL_FROM": "schoolgate@weir.example",
                        ])),
                keys: Keys(), passwords: Passwords(.least), log: Log { log.add($0) }, now: { time.now })
            try await Demo.build(site.context)
            let test = TestSite(site: site, database: database, time: time)
            try await test.sendMails()
            #expect(server.mails.count > 10, "somebody was told of something")
            // Of each kind there is, at each school.
            let now = time.now
            try await database.write { db in
                let person = try db.one("SELECT min(person_id) FROM mails") { Person.ID($0.int(0)) }
                let items = try School.all(in: db).flatMap { school in
                    Waiting.Kind.allCases.filter(\.isMailed).map {
                        MailRound.Found.Item(school: school.id, kind: $0, item: "\($0.rawValue) /x")
                    }
                }
                try Mailing.add(.digest, items, to: person, at: now, in: db)
            }
            _ = try await Postman(context: site.context).workOff()
            let kept = try await database.read { db in
                try ["mail_people", "mail_told", "mails", "mail_state"].flatMap { table in
                    try db.all(Self.text(table)) { $0.text(0) }
                } + db.all("SELECT kind FROM mail_counts") { $0.text(0) }
            }
            #expect(kept.count > 30)
            let (pupils, posts, staff) = try await database.read { db in
                (
                    try db.all("SELECT first_name, last_name FROM pupils") { ($0.text(0), $0.text(1)) },
                    try db.all("SELECT text FROM posts") { Post.title(of: $0.text(0)) },
                    Set(
                        try db.all("SELECT first_name, last_name, email FROM people") {
                            [$0.text(0), $0.text(1), $0.text(2)]
                        }.joined())
                )
            }
            // What is stored and logged names nobody at all but addresses of staff; mails name whom they are for.
            let told = server.mails.map(\.words) + kept + log.lines
            let words = Set(
                told.joined(separator: " ").split { !$0.isLetter && $0 != "-" && $0 != "’" }.map(String.init))
            #expect(words.contains("approval"), "the search sees what is there")
            for (first, last) in pupils where !staff.contains(last) {
                #expect(!words.contains(last), "\(first) \(last)")
            }
            let all = told.joined(separator: "\n")
            for (first, last) in pupils { #expect(!all.contains("\(first) \(last)"), "\(first) \(last)") }
            for title in posts where title.count > 8 { #expect(!all.contains(title.prefix(30)), "\(title)") }
        }
    }

    private static func text(_ table: String) -> SQL {
        switch table {
        case "mail_people":
            "SELECT choice || ' ' || coalesce(digest_on, '') || ' ' || coalesce(refused_why, '') FROM mail_people"
        case "mail_told": "SELECT item FROM mail_told"
        case "mails": "SELECT kind || ' ' || state || ' ' || coalesce(answer, '') FROM mails"
        default: "SELECT coalesce(trouble, '') FROM mail_state"
        }
    }
}

private final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
}
