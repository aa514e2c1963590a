import Database

extension Migration {
    static let accountLinks = Migration("0036_account_links") { db in
        // Whether an account's own page links back to the school, as it was looked at last.
        try db.run(
            """
            CREATE TABLE account_links (
                account_id \(.integer) NOT NULL PRIMARY KEY REFERENCES accounts,
                result TEXT CHECK (result IN ('both', 'missing', 'unread')),
                checked_at \(.integer),
                next_at \(.integer) NOT NULL,
                CHECK ((result IS NULL) = (checked_at IS NULL))
            )\(.strict)
            """
        )
        // Of a closed account it says now what is left to take away by hand.
        try db.run("UPDATE accounts SET trouble = NULL WHERE closed_at IS NOT NULL")
    }
}
