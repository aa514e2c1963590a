import Database

extension Migration {
    static let editing = Migration("0022_editing") { db in
        // Who has a post open in the composer; a browser says so now and then, and old rows mean nothing.
        try db.run(
            """
            CREATE TABLE post_editors (
                post_id \(.integer) NOT NULL REFERENCES posts,
                person_id \(.integer) NOT NULL REFERENCES people,
                seen_at \(.integer) NOT NULL,
                PRIMARY KEY (post_id, person_id)
            )\(.strict)
            """
        )
        // What a school says often, and how it signs.
        try db.run(
            """
            CREATE TABLE phrases (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                kind TEXT NOT NULL CHECK (kind IN ('phrase', 'sign-off')),
                text TEXT NOT NULL,
                created_by \(.integer) REFERENCES people,
                created_at \(.integer) NOT NULL,
                removed_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX phrases_by_school ON phrases (school_id, removed_at)")
    }
}
