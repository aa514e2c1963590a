import Database

extension Migration {
    static let accounts = Migration("0005_accounts") { db in
        try db.run(
            """
            CREATE TABLE accounts (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                network TEXT NOT NULL CHECK (network <> ''),
                name TEXT NOT NULL CHECK (name <> ''),
                address TEXT NOT NULL,
                username TEXT NOT NULL DEFAULT '',
                sealed_secret \(.bytes),
                trouble TEXT,
                created_at \(.integer) NOT NULL,
                closed_at \(.integer)
            )\(.strict)
            """
        )
        // The practice network's first version: what a real network would keep on its own side.
        try db.run(
            """
            CREATE TABLE practice_posts (
                id \(.id),
                account_id \(.integer) NOT NULL REFERENCES accounts,
                key TEXT NOT NULL UNIQUE,
                text TEXT NOT NULL,
                pictures TEXT NOT NULL DEFAULT '[]',
                posted_at \(.integer) NOT NULL,
                removed_at \(.integer)
            )\(.strict)
            """
        )
    }
}
