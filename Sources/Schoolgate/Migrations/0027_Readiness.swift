import Database

extension Migration {
    /// Who has confirmed having read which version of the policy, and who was trained when (M2, M4).
    static let readiness = Migration("0027_readiness") { db in
        try db.run(
            """
            CREATE TABLE acknowledgements (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                name TEXT NOT NULL CHECK (name <> ''),
                digest TEXT NOT NULL,
                signed_at \(.integer) NOT NULL,
                UNIQUE (person_id, version_id)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX acknowledgements_by_version ON acknowledgements (version_id)")
        // What was entered wrongly is struck out, not deleted.
        try db.run(
            """
            CREATE TABLE training (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                what TEXT NOT NULL CHECK (what <> ''),
                held_on TEXT NOT NULL,
                expires_on TEXT,
                recorded_by \(.integer) REFERENCES people,
                recorded_at \(.integer) NOT NULL,
                struck_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX training_by_person ON training (person_id)")
    }
}
