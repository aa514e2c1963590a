import Crypto
import Database

extension Migration {
    static let practicePages = Migration("0013_practice_pages") { db in
        // A word of its own in a practice page's address, so that nobody finds it by counting.
        try db.run("ALTER TABLE accounts ADD COLUMN page TEXT")
        try db.run("CREATE UNIQUE INDEX accounts_by_page ON accounts (page)")
        for id in try db.all("SELECT id FROM accounts WHERE network = 'practice'", { $0.int(0) }) {
            let page = Account.newPage()
            try db.run("UPDATE accounts SET page = \(page) WHERE id = \(id)")
            try db.run(
                """
                UPDATE publications SET url = replace(url, \("/practice/\(id)#"), \("/practice/\(page)#"))
                WHERE account_id = \(id)
                """
            )
        }
    }
}
