import Database
import DatabaseTesting
import Synchronization
import Testing
import Web

@testable import Schoolgate

/// The outbox while people go on working: two workers, an office that takes posts down, an author who changes others.
@Suite struct OutboxLoadTests {
    private static let posts = 60

    @Test(
        "Two workers under load post nothing twice, lose nothing, and no deadlock comes to the surface",
        arguments: Engine.all)
    func load(engine: Engine) async throws {
        let complaints = Complaints()
        try await withSite(engine) { test in
            try await Self.fill(test)
            let one = try test.context.working(complaints), two = try test.context.working(complaints)
            let (tom, dawn) = (await Visitor(test.site, as: "Tom"), await Visitor(test.site, as: "Dawn"))
            async let first = Self.workOff(one)
            async let second = Self.workOff(two)
            async let changed = Self.change(tom)
            async let removed = Self.remove(dawn)
            let statuses = await changed + removed
            let worked = try await (first, second)
            // Whatever was asked for while the workers were at it is done afterwards, or when its lease has run out.
            _ = try await Self.workOff(one)
            test.time.turn(by: Publisher.lease + .seconds(1))
            _ = try await Self.workOff(one)
            #expect(statuses.allSatisfy { $0 < 500 }, "\(statuses.filter { $0 >= 500 })")
            // Who gets how much is chance: on a busy machine one of them may find nothing left.
            #expect(worked.0 + worked.1 > 0, "\(worked)")
            #expect(complaints.lines.isEmpty, "\(complaints.lines.prefix(5))")
            try await Self.expectWhole(test)
        }
    }

    /// Sixty posts, each for two accounts, due now.
    private static func fill(_ test: TestSite) async throws {
        try await test.database.write { db in
            try TestPolicy.putInForce(in: db)
            let second = try db.one(
                """
                INSERT INTO accounts (school_id, network, name, address, page, created_at)
                VALUES (\(TestPeople.larkmere), 'practice', 'Second page', 'practice', 'd4e5f6', 0) RETURNING id
                """
            ) { Account.ID($0.int(0)) }
            let accounts = [try TestPolicy.practiceAccount(in: db), second]
            for number in 1...posts {
                var draft = Draft()
                draft.text = "Post \(number)"
                draft.accounts = accounts
                let id = try Draft.start(
                    draft, at: TestPeople.larkmere, by: TestPeople.id("Tom"), now: test.context.now(), in: db)
                try Post.find(id, in: db)?.schedule(now: test.context.now(), in: db)
            }
        }
    }

    private static func workOff(_ context: Context) async throws -> Int {
        var all = 0
        while true {
            let done = try await Publisher(context: context).workOff()
            if done == 0 { return all }
            all += done
        }
    }

    /// Tom opens every third post again, which takes it out of the queue unless it is on its way.
    private static func change(_ visitor: Visitor) async -> [Int] {
        var visitor = visitor, statuses: [Int] = []
        for number in stride(from: 3, through: posts, by: 3) {
            await visitor.post(
                "/posts/\(number)/draft",
                ["text": "Post \(number), changed", "account": "1", "edits": "0", "intent": "save"])
            statuses.append(visitor.page.status)
        }
        return statuses
    }

    /// Dawn takes down every other third, whether it is out already or not.
    private static func remove(_ visitor: Visitor) async -> [Int] {
        var visitor = visitor, statuses: [Int] = []
        for number in stride(from: 2, through: posts, by: 3) {
            await visitor.post("/posts/\(number)/removal", ["reason": "It was the wrong day."])
            statuses.append(visitor.page.status)
        }
        return statuses
    }

    /// Every place got each post at most once, what was not touched is out, and nothing is left half done.
    private static func expectWhole(_ test: TestSite) async throws {
        let counts = try await test.database.read { db in
            try [
                """
                SELECT count(*) FROM (SELECT post_id, deliveries.account_id FROM practice_posts
                    JOIN deliveries ON deliveries.key = practice_posts.key
                    GROUP BY post_id, deliveries.account_id HAVING count(*) > 1) AS twice
                """,
                "SELECT count(*) FROM practice_posts WHERE key NOT IN (SELECT key FROM deliveries)",
                "SELECT count(*) FROM deliveries WHERE state IN ('armed', 'sent', 'unknown')",
                "SELECT count(*) FROM posts WHERE state IN ('scheduled', 'publishing', 'removing')",
                "SELECT count(*) FROM posts WHERE id % 3 = 1 AND state <> 'published'",
                "SELECT count(*) FROM practice_posts WHERE text LIKE '%changed%'",
                """
                SELECT count(*) FROM posts WHERE state IN ('draft', 'removed', 'stopped') AND EXISTS (
                    SELECT 1 FROM publications WHERE post_id = posts.id AND removed_at IS NULL)
                """,
            ].map { sql in try db.one("\(unsafe: sql)") { $0.int(0) } }
        }
        #expect(counts == [0, 0, 0, 0, 0, 0, 0])
    }
}

/// What the workers had to complain of.
private final class Complaints: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { if line.hasPrefix("error") { kept.withLock { $0.append(line) } } }
}

extension Context {
    /// As a worker's process has it, with connections of its own.
    fileprivate func working(_ complaints: Complaints) throws -> Context {
        Context(
            database: try database.another(), configuration: configuration, keys: keys, vault: vault,
            passwords: passwords,
            log: Log { complaints.add($0) }, now: now, media: media, networks: networks, links: links,
            pictures: pictures)
    }
}
