import Database

extension Migration {
    static let pauses = Migration("0018_pauses") { db in
        // Nothing of a school goes out between the two moments; one pause at a time.
        try db.run(
            """
            CREATE TABLE school_pauses (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                reason TEXT NOT NULL,
                paused_by \(.integer) NOT NULL REFERENCES people,
                paused_at \(.integer) NOT NULL,
                resumed_by \(.integer) REFERENCES people,
                resumed_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE UNIQUE INDEX school_pauses_open ON school_pauses (school_id) WHERE resumed_at IS NULL")
    }
}
