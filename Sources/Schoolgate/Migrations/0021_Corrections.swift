import Database

extension Migration {
    /// A correction is a post of its own, so that the one it corrects stays as it was.
    static let corrections = Migration("0021_corrections") { db in
        try db.run(
            """
            CREATE TABLE corrections (
                post_id \(.integer) PRIMARY KEY REFERENCES posts,
                original_id \(.integer) NOT NULL REFERENCES posts,
                reason TEXT NOT NULL,
                begun_by \(.integer) NOT NULL REFERENCES people,
                begun_at \(.integer) NOT NULL,
                CHECK (post_id <> original_id)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX corrections_of ON corrections (original_id)")
    }
}
