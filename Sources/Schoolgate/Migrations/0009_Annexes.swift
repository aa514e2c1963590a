import Database

extension Migration {
    /// Annexes belong to a version: either their text is there, or somebody waived them and said why.
    static let annexes = Migration("0009_annexes") { db in
        try db.run(
            """
            CREATE TABLE annexes (
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                name TEXT NOT NULL CHECK (name <> ''),
                text TEXT,
                waived_by \(.integer) REFERENCES people,
                waived_reason TEXT,
                PRIMARY KEY (version_id, name),
                CHECK ((text IS NULL) <> (waived_by IS NULL))
            )\(.strict)
            """
        )
    }
}
