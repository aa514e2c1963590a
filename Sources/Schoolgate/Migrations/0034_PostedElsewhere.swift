import Database

extension Migration {
    static let postedElsewhere = Migration("0034_posted_elsewhere") { db in
        // When each account's own posts were last looked at, and why that did not work.
        try db.run(
            """
            CREATE TABLE timeline_looks (
                account_id \(.integer) PRIMARY KEY REFERENCES accounts,
                looked_at \(.integer) NOT NULL,
                finished_at \(.integer),
                problem TEXT NOT NULL DEFAULT ''
            )\(.strict)
            """
        )
        // What stands on an account and did not come from here.
        try db.run(
            """
            CREATE TABLE posted_elsewhere (
                id \(.id),
                account_id \(.integer) NOT NULL REFERENCES accounts,
                remote_id TEXT NOT NULL CHECK (remote_id <> ''),
                url TEXT NOT NULL,
                text TEXT NOT NULL,
                pictures \(.integer) NOT NULL,
                published_at \(.integer),
                found_at \(.integer) NOT NULL,
                findings TEXT NOT NULL,
                outcome TEXT CHECK (outcome IN ('kept', 'removed', 'before')),
                note TEXT NOT NULL DEFAULT '',
                settled_at \(.integer),
                settled_by \(.integer) REFERENCES people,
                UNIQUE (account_id, remote_id),
                CHECK ((outcome IS NULL) = (settled_at IS NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX posted_elsewhere_open ON posted_elsewhere (account_id) WHERE settled_at IS NULL")
    }
}
