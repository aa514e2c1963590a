import Crypto
import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

/// What pages keep between requests is shown to nobody else, and no longer than it is true.
@Suite struct KeptForViewersTests {
    @Test("What another process does is on Today at the next visit", arguments: Engine.all)
    func anotherProcess(engine: Engine) async throws {
        try await withSite(engine) { test in
            let another = try test.database.another()
            var tom = await Visitor(test.site, as: "Tom")
            for _ in 0..<3 { await tom.visit("/") }
            #expect(tom.sees("No policy is in force"))
            try await another.write { db in
                _ = try TestPolicy.putInForce(in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            await tom.visit("/")
            #expect(!tom.sees("No policy is in force"))
            #expect(tom.sees(#"href="/posts/new""#))
            await tom.visit("/posts/new")
            #expect(tom.sees("Practice page"))
            try await another.write { db in
                try db.run("UPDATE accounts SET name = 'School news'")
                try db.run("UPDATE schools SET name = 'Larkmere Academy' WHERE id = 1")
            }
            await tom.visit("/posts/new")
            #expect(tom.sees("School news") && !tom.sees("Practice page"))
            #expect(tom.sees("Larkmere Academy"))
            try await another.write { db in
                try db.run(
                    """
                    INSERT INTO posts (school_id, author_id, last_editor_id, text, state, created_at, updated_at)
                    VALUES (1, \(TestPeople.id("Tom")), \(TestPeople.id("Tom")), 'Lantern walk', 'draft', 0, 0)
                    """
                )
            }
            await tom.visit("/")
            #expect(tom.sees("“Lantern walk” is still a draft"))
        }
    }

    @Test("Colleagues at one school, and one person at two schools, see each their own", arguments: Engine.all)
    func apart(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                try db.run(
                    """
                    INSERT INTO posts (school_id, author_id, last_editor_id, text, state, created_at, updated_at)
                    VALUES (1, \(TestPeople.id("Tom")), \(TestPeople.id("Tom")), 'Lantern walk', 'draft', 0, 0)
                    """
                )
            }
            var tom = await Visitor(test.site, as: "Tom"), ruth = await Visitor(test.site, as: "Ruth")
            var jo = await Visitor(test.site, as: "Jo")
            var here = await Visitor(test.site, as: "Asha"), there = await Visitor(test.site, as: "Asha")
            await here.submit("/school", ["school": "1"])
            await there.submit("/school", ["school": "2"])
            for _ in 0..<2 {
                await tom.visit("/")
                #expect(tom.sees("“Lantern walk” is still a draft") && tom.sees("Tom Okafor"))
                await ruth.visit("/")
                #expect(!ruth.sees("Lantern walk") && ruth.sees("Ruth Adeyemi") && !ruth.sees("Tom Okafor"))
                await jo.visit("/")
                #expect(!jo.sees("Lantern walk") && !jo.sees("Going out"))
                await here.visit("/")
                #expect(here.sees("Larkmere Primary School</") && !here.sees("No policy is in force"))
                await there.visit("/")
                #expect(there.sees("No policy is in force at Holloway School"))
            }
        }
    }

    @Test("Each session's forms carry its own token, on pages that were kept as on others")
    func tokens() async throws {
        try await withSite { test in
            try await test.database.write { db in try TestPolicy.putInForce(in: db) }
            let sessions = [await Visitor(test.site, as: "Tom"), await Visitor(test.site, as: "Tom")]
            for path in ["/posts/new", "/"] {
                for _ in 0..<2 {
                    for (index, session) in sessions.enumerated() {
                        var tom = session
                        await tom.visit(path)
                        let other = sessions[1 - index].cookies[Session.cookie] ?? ""
                        let own = tom.cookies[Session.cookie] ?? ""
                        #expect(tom.sees(CSRF.token(for: own, test.context.keys)))
                        #expect(!tom.sees(CSRF.token(for: other, test.context.keys)))
                    }
                }
            }
        }
    }

    @Test("A right that ends is gone at the next request, and a role that is given is there", arguments: Engine.all)
    func rights(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in try TestPolicy.putInForce(in: db) }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            #expect(tom.page.status == 200)
            try await test.database.another().write { db in
                try db.run("UPDATE appointments SET until = '2026-01-01' WHERE person_id = \(TestPeople.id("Tom"))")
                try db.run(
                    """
                    INSERT INTO appointments (person_id, school_id, role, since)
                    VALUES (\(TestPeople.id("Tom")), 1, 'caretaker', '2020-01-01')
                    """
                )
            }
            await tom.visit("/posts/new")
            #expect(tom.page.status == 404)
            await tom.visit("/")
            #expect(!tom.sees("Going out"))
            try await test.database.another().write { db in
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(TestPeople.id("Tom"))")
            }
            await tom.visit("/")
            #expect(tom.path == "/sign-in")
        }
    }

    @Test("What was worked out for rights that somebody had a moment ago is not shown to them afterwards")
    func overtaken() async throws {
        try await withSite { test in
            let context = test.context
            let token = try await test.database.write { db in
                try db.run("UPDATE appointments SET role = 'comms' WHERE person_id = \(TestPeople.id("Tom"))")
                let account = try TestPolicy.practiceAccount(in: db)
                try db.run("UPDATE accounts SET trouble = 'The password is no longer right.' WHERE id = \(account)")
                return try Session.start(for: TestPeople.id("Tom"), from: "x", at: test.time.now, in: db)
            }
            let request = Request(.get, "/", cookies: [Session.cookie: token.text])
            let before = try await Session.viewer(of: request, context)
            try await test.database.write { db in
                try db.run("UPDATE appointments SET role = 'teacher' WHERE person_id = \(TestPeople.id("Tom"))")
            }
            // The request that began before is answered after.
            let late = try await test.database.read { db in try Waiting.all(for: before, context, in: db) }
            #expect(late.contains { $0.title == "Practice page does not work" })
            let after = try await Session.viewer(of: request, context)
            let then = try await test.database.read { db in try Waiting.all(for: after, context, in: db) }
            #expect(!then.contains { $0.title == "Practice page does not work" })
        }
    }

    @Test(
        "A link that runs out, and a role that ends with the day, change the page without any change",
        arguments: Engine.all)
    func time(engine: Engine) async throws {
        try await withSite(engine) { test in
            // Monday, ten to midnight.
            test.time.turn(by: .minutes(14 * 60 + 50))
            let now = test.time.now
            let (asha, tom) = try await test.database.write { db in
                try db.run("UPDATE people SET password_hash = NULL WHERE id = \(TestPeople.id("Jo"))")
                try db.run(
                    """
                    INSERT INTO one_time_links (digest, kind, person_id, issued_by, created_at, expires_at)
                    VALUES ('x', 'invitation', \(TestPeople.id("Jo")), 1, \(now), \(now + .minutes(5)))
                    """
                )
                try db.run(
                    """
                    INSERT INTO appointments (person_id, school_id, role, since, until)
                    VALUES (\(TestPeople.id("Tom")), 1, 'comms', '2020-01-01', '2026-11-23')
                    """
                )
                let first = try Session.start(for: TestPeople.id("Asha"), from: "x", at: now, in: db)
                try db.run("UPDATE sessions SET school_id = 1")
                return (first, try Session.start(for: TestPeople.id("Tom"), from: "x", at: now, in: db))
            }
            func viewer(_ token: Token) async throws -> Viewer {
                try await Session.viewer(
                    of: Request(.get, "/", cookies: [Session.cookie: token.text]), test.context)
            }
            for minute in 0..<12 {
                let keeper = try await viewer(asha)
                let waiting = try await test.database.read { db in
                    try Waiting.all(for: keeper, test.context, in: db).map(\.title)
                }
                #expect(waiting.contains("Jo Finch cannot sign in yet") == (minute >= 5), "\(minute)")
                let roles = try await viewer(tom).roles
                #expect(roles.count == (minute < 10 ? 2 : 1), "\(minute)")
                test.time.turn(by: .minutes(1))
            }
        }
    }
}
