import Database

extension Migration {
    static let rehearsals = Migration("0014_rehearsals") { db in
        // What was found is for one viewer and goes after a day; the counts stay with the text that was rehearsed.
        try db.run(
            """
            CREATE TABLE rehearsals (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                schools TEXT NOT NULL,
                digest TEXT NOT NULL,
                against TEXT NOT NULL,
                change TEXT,
                unread TEXT NOT NULL DEFAULT '',
                state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
                total \(.integer) NOT NULL DEFAULT 0,
                done \(.integer) NOT NULL DEFAULT 0,
                started_at \(.integer) NOT NULL,
                beat_at \(.integer) NOT NULL,
                finished_at \(.integer),
                summary TEXT,
                result TEXT
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX rehearsals_by_version ON rehearsals (version_id, state)")
        try db.run("CREATE INDEX rehearsals_by_person ON rehearsals (person_id, state)")
    }
}
