import Database

extension Migration {
    static let register = Migration("0031_register") { db in
        // What families told us of accounts that pass themselves off as a school's.
        try db.run(
            """
            CREATE TABLE impersonations (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                link TEXT NOT NULL CHECK (link <> ''),
                words TEXT NOT NULL,
                contact TEXT NOT NULL DEFAULT '',
                reported_at \(.integer) NOT NULL,
                outcome TEXT NOT NULL DEFAULT '',
                settled_at \(.integer),
                settled_by \(.integer) REFERENCES people,
                CHECK ((settled_at IS NULL) = (outcome = ''))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX impersonations_open ON impersonations (school_id) WHERE settled_at IS NULL")
    }
}
