import Database

extension Migration {
    static let vault = Migration("0025_vault") { db in
        // The keys that seal, each sealed itself under every master key that may open it. Number 0 is what the keys of
        // cookies, limits and files come from; the later ones seal secrets, the last of them new ones.
        try db.run(
            """
            CREATE TABLE data_keys (
                number \(.integer) NOT NULL,
                master TEXT NOT NULL,
                sealed_key \(.bytes) NOT NULL,
                made_at \(.integer) NOT NULL,
                PRIMARY KEY (number, master)
            )\(.strict)
            """
        )
        // What people need to know of a shared account. What Schoolgate itself speaks with stays in `accounts`.
        try db.run(
            """
            CREATE TABLE account_secrets (
                id \(.id),
                account_id \(.integer) NOT NULL REFERENCES accounts,
                kind TEXT NOT NULL CHECK (kind IN ('password', 'recovery codes', 'one-time codes', 'note')),
                label TEXT NOT NULL CHECK (label <> ''),
                sealed \(.bytes),
                kept_by \(.integer) NOT NULL REFERENCES people,
                kept_at \(.integer) NOT NULL,
                removed_at \(.integer),
                CHECK ((sealed IS NULL) = (removed_at IS NOT NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX account_secrets_by_account ON account_secrets (account_id)")
    }
}
