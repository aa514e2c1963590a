import Database
import DatabaseTesting
import Testing
import Web

@testable import Schoolgate

@Suite struct PracticePageTests {
    @Test("A practice page is found by its own word, not by counting, and searching machines are sent away")
    func unguessable() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            for name in ["One", "Two"] {
                await ruth.visit("/accounts")
                await ruth.submit("/accounts", ["network": "practice", "name": name])
            }
            let pages = try await test.database.read { db in
                try db.all("SELECT id, page FROM accounts ORDER BY id") { ($0.int(0), $0.text(1)) }
            }
            #expect(pages.count == 2 && pages[0].1 != pages[1].1)
            var stranger = Visitor(test.site)
            for (id, page) in pages {
                #expect(page.utf8.count >= 20)
                #expect(ruth.sees("/practice/\(page)"))
                await stranger.visit("/practice/\(id)")
                #expect(stranger.page.status == 404)
                await stranger.visit("/practice/\(page)")
                #expect(stranger.page.status == 200)
                #expect(stranger.page.header("X-Robots-Tag")?.contains("noindex") == true)
            }
        }
    }

    @Test("Practice pages of an older installation get such an address, and what was published there follows")
    func migrated() async throws {
        let earlier = Migration.all.prefix { $0.name != Migration.practicePages.name }
        try await withDatabase(.sqlite, migrations: Array(earlier)) { database in
            try await database.write { db in
                try db.run("INSERT INTO schools (code, name) VALUES ('larkmere', 'Larkmere')")
                try db.run(
                    """
                    INSERT INTO people (first_name, last_name, email, created_at) VALUES ('Tom', 'Okafor', 'tom', 0)
                    """
                )
                try db.run(
                    """
                    INSERT INTO accounts (school_id, network, name, address, created_at)
                    VALUES (1, 'practice', 'Practice', 'practice', 0)
                    """
                )
                try db.run(
                    """
                    INSERT INTO posts (school_id, author_id, last_editor_id, text, state, created_at, updated_at)
                    VALUES (1, 1, 1, 'Hello', 'published', 0, 0)
                    """
                )
                let archive: [UInt8] = [1]
                try db.run(
                    """
                    INSERT INTO publications (post_id, account_id, remote_id, url, published_at, archive, archive_type,
                        archive_digest) VALUES (1, 1, '1', 'http://x/practice/1#post-1', 0, \(archive), 'text', '')
                    """
                )
            }
            try await database.migrate(Migration.all)
            let (page, url) = try await database.read { db in
                (
                    try db.one("SELECT page FROM accounts") { $0.text(0) },
                    try db.one("SELECT url FROM publications") { $0.text(0) }
                )
            }
            #expect(url == "http://x/practice/\(page)#post-1")
        }
    }
}
