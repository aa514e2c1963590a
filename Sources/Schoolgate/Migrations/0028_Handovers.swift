import Database

extension Migration {
    /// When somebody leaves, what becomes of the accounts they run and the posts they wrote (M12, M49).
    static let handovers = Migration("0028_handovers") { db in
        try db.run("ALTER TABLE people ADD COLUMN leaves_on TEXT")
        try db.run(
            """
            CREATE TABLE handovers (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                account_id \(.integer) NOT NULL REFERENCES accounts,
                person_id \(.integer) NOT NULL REFERENCES people,
                leaves_on TEXT NOT NULL,
                due_at \(.integer) NOT NULL,
                opened_at \(.integer) NOT NULL,
                closed_at \(.integer),
                outcome TEXT CHECK (outcome IN ('handed over', 'closed', 'stays')),
                CHECK ((closed_at IS NULL) = (outcome IS NULL))
            )\(.strict)
            """
        )
        try db.run(
            "CREATE UNIQUE INDEX one_open_handover ON handovers (account_id, person_id) WHERE closed_at IS NULL")
        try db.run("CREATE INDEX handovers_by_school ON handovers (school_id, closed_at)")
        try db.run(
            """
            CREATE TABLE handover_steps (
                handover_id \(.integer) NOT NULL REFERENCES handovers,
                step TEXT NOT NULL CHECK (step IN ('tokens', 'secret', 'native', 'successor')),
                state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not needed')),
                note TEXT NOT NULL DEFAULT '',
                done_by \(.integer) REFERENCES people,
                done_at \(.integer),
                PRIMARY KEY (handover_id, step)
            )\(.strict)
            """
        )
        // Without an owner of its own, a post belongs to its author.
        try db.run("ALTER TABLE posts ADD COLUMN owner_id \(.integer) REFERENCES people")
    }
}
