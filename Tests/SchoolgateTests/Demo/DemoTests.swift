import Crypto
import Database
import DatabaseTesting
import Foundation
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite("The demo")
struct DemoTests {
    @Test("builds on both engines, with a record that verifies", arguments: Engine.all)
    func builds(_ engine: Engine) async throws {
        try await withDemo(engine) { demo in
            try await Demo.build(demo.context)
            let report = try await demo.database.read { db in
                try Audit.verify(in: db, extra: [], keys: [demo.context.keys.recordSigning.verifying])
            }
            #expect(report.problems == [])
            #expect(report.chains.count == 4)
            let backwards = try await demo.database.read { db in
                try db.one(
                    """
                    SELECT count(*) FROM events JOIN events AS later ON later.chain = events.chain
                        AND later.number = events.number + 1 AND later.at < events.at
                    """
                ) { $0.int(0) }
            }
            #expect(backwards == 0, "the record tells the year in its order")
            let future = try await demo.database.read { db in
                try db.one("SELECT count(*) FROM events WHERE at > \(demo.time.now)") { $0.int(0) }
            }
            #expect(future == 0, "nothing has happened that is yet to come")
        }
    }

    @Test("has every post where its line says, by what the real gate decides")
    func states() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let states = try await demo.database.read { db in
                Dictionary(
                    uniqueKeysWithValues: try db.all("SELECT state, count(*) FROM posts GROUP BY state") {
                        ($0.text(0), $0.int(1))
                    })
            }
            let lines = try DemoFiles().posts
            func count(_ state: DemoPost.State) -> Int64 { Int64(lines.count { $0.state == state }) }
            #expect(states["held"] == count(.waiting))
            #expect(states["returned"] == count(.returned))
            #expect(states["missed"] == count(.missed))
            #expect(states["draft"] == count(.draft))
            #expect(states["stopped"] == count(.stopped), "the queue was swept when a family withdrew its consent")
            #expect(states["scheduled"] == count(.scheduled))
            #expect(states["removing"] == 1)
            let corrected = Int64(lines.count { $0.corrected != nil })
            #expect(states["removed"] == count(.removed) + 1 + corrected, "an original goes when its correction is out")
            #expect(states["published"] == count(.published) - 2)
        }
    }

    @Test("gives every approval for exactly what was approved")
    func fingerprints() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let posts = try await demo.database.read { db in try Post.all("posts.state = 'published'", in: db) }
            let wrong = try await demo.database.read { db in
                try posts.filter { post in
                    let approvals = try Approval.of(post.id, in: db).filter { $0.decision == .approved }
                    let isSame = approvals.allSatisfy { $0.fingerprint == post.fingerprint }
                    return !isSame || approvals.contains { $0.person == post.author }
                }
            }
            #expect(posts.count > 300)
            #expect(wrong.map(\.title) == [])
        }
    }

    @Test("has policies in force, superseded and waiting for one more signature")
    func policies() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let versions = try await demo.database.read { db in
                try [nil] + School.all(in: db).map { $0.id }
            }
            let states = try await demo.database.read { db in
                try versions.map { try PolicyVersion.history(of: $0, in: db) }
            }
            for history in states {
                #expect(history.count { $0.state == .inForce } == 1)
                #expect(Set(history.map(\.digest)).count >= history.count - 1, "a new version says something new")
            }
            #expect(states.joined().count { $0.state == .superseded } == 1)
            let signing = states.joined().filter { $0.state == .signing }
            #expect(signing.count == 2)
            let signed = try await demo.database.read { db in
                try signing.map { try Signature.of($0.id, in: db).count }
            }
            #expect(signed == [1, 1])
        }
    }

    @Test("has something waiting on the Today page of everybody who can sign in")
    func today() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let emails = try await demo.database.read { db in
                try db.all(
                    "SELECT email FROM people WHERE password_hash IS NOT NULL AND deactivated_at IS NULL ORDER BY id"
                ) { $0.text(0) }
            }
            #expect(emails.count >= 44)
            for email in emails {
                // Sign-in from one address is limited, and this is everybody at once.
                demo.time.turn(by: .minutes(1))
                var visitor = Visitor(demo.site)
                await visitor.visit("/sign-in")
                await visitor.submit("/sign-in", ["email": email, "password": Demo.password])
                let (hasSomething, saysDemo) = (visitor.sees("That is everything."), visitor.sees("This is a demo."))
                #expect(hasSomething, "nothing waits for \(email)")
                #expect(saysDemo, "\(email)")
            }
        }
    }

    @Test("says on public pages that it is a demo")
    func notice() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let practice = try await demo.context.database.read { db in
                try db.one("SELECT page FROM accounts WHERE network = 'practice' ORDER BY id LIMIT 1") { $0.text(0) }
            }
            for path in ["/policy/larkmere", "/practice/\(practice)", "/sign-in", "/none"] {
                var visitor = Visitor(demo.site)
                await visitor.visit(path)
                let saysDemo = visitor.sees("This is a demo.")
                #expect(saysDemo, "\(path)")
            }
        }
    }
}

@Suite("Starting the demo")
struct DemoStartTests {
    @Test("on the same day keeps what was done in it")
    func sameDay() async throws {
        try await withDemo { demo in
            #expect(try await Demo.prepare(demo.context) == [])
            try await demo.database.write { db in try db.run("UPDATE posts SET text = 'Kept' WHERE id = 1") }
            demo.time.turn(by: .hours(9))
            #expect(try await Demo.prepare(demo.context) == [])
            #expect(try await demo.texts().contains("Kept"))
        }
    }

    @Test("on a later day replaces it, and says so", arguments: Engine.all)
    func laterDay(_ engine: Engine) async throws {
        try await withDemo(engine) { demo in
            _ = try await Demo.prepare(demo.context)
            let first = try await demo.texts().count
            try await demo.database.write { db in
                try db.run("UPDATE posts SET text = 'Kept' WHERE id = 1")
                _ = try SignedHead.signAll(demo.context.keys, at: demo.time.now, in: db)
            }
            demo.time.turn(by: .days(1))
            #expect(
                try await Demo.prepare(demo.context) == [
                    "The demo’s dates follow the day it starts; yesterday’s is replaced."
                ])
            let texts = try await demo.texts()
            #expect(texts.count == first)
            #expect(!texts.contains("Kept"))
            let report = try await demo.database.read { db in
                try Audit.verify(in: db, extra: [], keys: [demo.context.keys.recordSigning.verifying])
            }
            #expect(report.isSound)
            #expect(try await demo.database.read { db in try Demo.Holding.of(db) } == .demo(demo.context.today))
        }
    }

    @Test("never touches real data")
    func realData() async throws {
        try await withDemo { demo in
            try await demo.database.write { db in try TestPeople.add("x", demo.context.keys, in: db) }
            await #expect(throws: DemoProblem.self) { try await Demo.prepare(demo.context) }
            let names = try await demo.database.read { db in try School.all(in: db).map(\.name) }
            #expect(names == ["Holloway School", "Larkmere Primary School"])
        }
    }

    @Test("keeps a demo from being taken for real data")
    func demoIsNotReal() async throws {
        try await withDemo { demo in
            try await Demo.refuseUnlessAsked(demo.context)
            try await Demo.build(demo.context)
            await #expect(throws: DemoProblem.self) { try await Demo.refuseUnlessAsked(demo.context) }
        }
    }

    @Test("is refused where others could reach it", arguments: ["0.0.0.0", "192.168.1.4", "::", "school.example"])
    func reachable(_ host: String) {
        #expect(throws: DemoProblem.self) { try Demo.refuse(host: host) }
    }

    @Test("is fine on this machine", arguments: ["127.0.0.1", "::1", "[::1]", "localhost"])
    func loopback(_ host: String) throws { try Demo.refuse(host: host) }

    @Test("prints who to sign in as, and the password")
    func greeting() async throws {
        try await withDemo { demo in
            try await Demo.build(demo.context)
            let lines = try await Demo.greeting(demo.context).joined(separator: "\n")
            #expect(lines.contains("ruth.adeyemi@larkmere.example"))
            #expect(lines.contains("password: \(Demo.password)"))
        }
    }

    @Test("works at any hour and on any day of the year", arguments: zip([0, 7, 12, 18, 23], [0, 1, 100, 281, 462]))
    func anyTime(_ hour: Int, _ days: Int) async throws {
        try await withDemo { demo in
            demo.time.turn(by: .hours(hour - 9) + .days(days))
            try await Demo.build(demo.context)
            let late = try await demo.database.read { db in
                try db.one("SELECT count(*) FROM posts WHERE state = 'scheduled' AND slot_at <= \(demo.time.now)") {
                    $0.int(0)
                }
            }
            #expect(late == 0)
            let future = try await demo.database.read { db in
                try db.one("SELECT count(*) FROM events WHERE at > \(demo.time.now)") { $0.int(0) }
            }
            #expect(future == 0)
        }
    }
}

extension TestSite {
    fileprivate func texts() async throws -> [String] {
        try await database.read { db in try db.all("SELECT text FROM posts ORDER BY id") { $0.text(0) } }
    }
}

/// Runs `body` against an empty site that was started as a demo.
private func withDemo(_ engine: Engine = .sqlite, _ body: @Sendable (TestSite) async throws -> Void) async throws {
    try await withDatabase(engine, migrations: Migration.all) { database in
        try await withTemporaryFolder { folder in
            let time = TestClock()
            let site = try await Site(
                database: database,
                configuration: Configuration(publicURL: "http://127.0.0.1:8080", isDemo: true, dataFolder: folder),
                keys: Keys(), passwords: Passwords(.least), log: Log { _ in }, now: { time.now })
            try await body(TestSite(site: site, database: database, time: time))
        }
    }
}
