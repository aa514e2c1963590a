import Database
import DatabaseTesting
import Dispatch
import Foundation
import Testing
import Web

@testable import Schoolgate

/// A form sent while the database cannot keep it: told in words, nothing half done, and what was written is not lost.
@Suite struct DatabaseFailureTests {
    @Test("A full disk is told, the draft is as it was, and saving goes on when there is room again")
    func full() async throws {
        try await withDraft(.sqlite) { test, tom in
            var tom = tom
            let pages = try await test.database.write { db in
                let pages = try db.one("PRAGMA page_count") { $0.int(0) }
                try db.run("PRAGMA max_page_count = \(unsafe: String(pages))")
                return pages
            }
            let long = String(repeating: "The bake sale raised 212 pounds. ", count: 1_500)
            await tom.submit("/posts/1/draft", ["text": long, "account": "1", "edits": "0", "intent": "send"])
            #expect(tom.page.status == 503)
            #expect(tom.sees("There is no room left to keep this. Nothing was changed."))
            #expect(tom.sees(long))
            try await test.expectUntouched()

            try await test.database.write { db in
                try db.run("PRAGMA max_page_count = \(unsafe: String(pages + 2_000))")
            }
            await tom.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": long, "account": "1", "edits": "0", "intent": "save"])
            #expect(try await test.post(1)?.text == long)
        }
    }

    @Test(
        "A full disk under PostgreSQL is told, the draft is as it was, and saving goes on when there is room again",
        .enabled(if: DatabaseFailureTests.smallDisk != nil, "only root can mount the small disk"))
    func fullUnderPostgres() async throws {
        let disk = try #require(Self.smallDisk)
        try await withDraft(.postgresql) { test, tom in
            var tom = tom
            try await test.database.write { db in
                try db.run("ALTER TABLE posts SET TABLESPACE \(unsafe: disk)")
                try db.run("CREATE TABLE ballast (bytes TEXT) TABLESPACE \(unsafe: disk)")
                try db.run("ALTER TABLE ballast ALTER COLUMN bytes SET STORAGE EXTERNAL")
            }
            // Filled to the last page: a megabyte at a time, then a little at a time.
            for size in [1_000_000, 20_000, 2_000] {
                var isFull = false
                while !isFull {
                    do {
                        try await test.database.write { db in
                            try db.run("INSERT INTO ballast VALUES (repeat('x', \(unsafe: String(size))))")
                        }
                    } catch let error as DatabaseError {
                        #expect(error.kind == .full, "\(error)")
                        isFull = true
                    }
                }
            }
            var long = ""
            for number in 0..<1_500 { long += "Stall \(number) raised \(number &* 7_919 % 9_973) pounds. " }
            await tom.submit("/posts/1/draft", ["text": long, "account": "1", "edits": "0", "intent": "send"])
            #expect(tom.page.status == 503)
            #expect(tom.sees("There is no room left to keep this. Nothing was changed."))
            try await test.expectUntouched()

            try await test.database.write { db in try db.run("DROP TABLE ballast") }
            await tom.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": long, "account": "1", "edits": "0", "intent": "save"])
            #expect(try await test.post(1)?.text == long)
        }
    }

    static let smallDisk = ProcessInfo.processInfo.environment["SCHOOLGATE_TEST_POSTGRES_SMALL"]

    @Test("A database that somebody holds locked is told after a while, and nothing is changed")
    func locked() async throws {
        try await withDraft(.sqlite) { test, tom in
            var tom = tom
            let held = DispatchSemaphore(value: 0), done = DispatchSemaphore(value: 0)
            let other = try test.database.another()
            async let holder: Void = other.write { _ in
                held.signal()
                done.wait()
            }
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    held.wait()
                    continuation.resume()
                }
            }
            await tom.submit("/posts/1/draft", ["text": "Two", "account": "1", "edits": "0", "intent": "save"])
            done.signal()
            _ = try await holder
            #expect(tom.page.status == 503)
            #expect(tom.sees("Too much is going on at once. Nothing was changed."))
            try await test.expectUntouched()
        }
    }

    @Test("A connection killed while a form is saved is told, nothing is changed, and the next request works")
    func killed() async throws {
        try await withDraft(.postgresql) { test, tom in
            // The save waits for the post's row, and its connection is killed while it waits.
            let held = DispatchSemaphore(value: 0), done = DispatchSemaphore(value: 0)
            let holding = try test.database.another(), killing = try test.database.another()
            async let holder: Void = holding.write { db in
                try db.run("UPDATE posts SET state = state WHERE id = 1")
                held.signal()
                done.wait()
            }
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    held.wait()
                    continuation.resume()
                }
            }
            async let saved: Visitor = {
                var tom = tom
                await tom.submit("/posts/1/draft", ["text": "Two", "account": "1", "edits": "0", "intent": "save"])
                return tom
            }()
            var count: Int64 = 0
            while count == 0 {
                count = try await killing.write { db in
                    try db.one(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """
                    ) { $0.int(0) }
                }
            }
            var after = await saved
            done.signal()
            _ = try await holder
            #expect(after.page.status == 503)
            #expect(after.sees("The database does not answer. Nothing was changed."))
            try await test.expectUntouched()
            await after.visit("/posts/1/edit")
            await after.submit("/posts/1/draft", ["text": "Two", "account": "1", "edits": "0", "intent": "save"])
            #expect(try await test.post(1)?.text == "Two")
        }
    }

    @Test("A server lost at the very commit leaves the outcome open, and the page says so")
    func uncertain() async throws {
        try await withDraft(.postgresql) { test, tom in
            var tom = tom
            try await test.database.write { db in
                try db.script(
                    """
                    CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER vanish AFTER UPDATE ON posts
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vanish()
                    """
                )
            }
            await tom.submit("/posts/1/draft", ["text": "Two", "account": "1", "edits": "0", "intent": "save"])
            #expect(tom.page.status == 503)
            #expect(tom.sees("It may be kept, or not: look before you send it again."))
            try await test.expectUntouched()
        }
    }

    private func withDraft(_ engine: Engine, _ body: @Sendable (TestSite, Visitor) async throws -> Void) async throws {
        try await withSite(engine) { test in
            try await test.database.write { db in
                try TestPolicy.putInForce(in: db)
                _ = try TestPolicy.practiceAccount(in: db)
            }
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "One", "account": "1", "intent": "save"])
            #expect(tom.path == "/posts/1/edit")
            try await body(test, tom)
        }
    }
}

extension TestSite {
    fileprivate func expectUntouched() async throws {
        let post = try #require(try await post(1))
        #expect(post.text == "One")
        #expect(post.state == .draft)
        #expect(post.edits == 0)
        #expect(try await rows(in: "deliveries") == 0)
        #expect(try await rows(in: "post_findings") == 0)
        #expect(
            try await database.read { db in
                try db.one("SELECT count(*) FROM events WHERE object = 'post'") { $0.int(0) }
            } == 1)
    }
}
