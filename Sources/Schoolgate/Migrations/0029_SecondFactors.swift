import Database

extension Migration {
    /// Codes of an authenticator beside the password, and when a session last showed who it is.
    static let secondFactors = Migration("0029_second_factors") { db in
        try db.run(
            """
            CREATE TABLE second_factors (
                person_id \(.integer) PRIMARY KEY REFERENCES people,
                sealed_secret \(.bytes) NOT NULL,
                used_step \(.integer),
                enrolled_at \(.integer) NOT NULL
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE recovery_codes (
                person_id \(.integer) NOT NULL REFERENCES people,
                digest TEXT NOT NULL,
                used_at \(.integer),
                PRIMARY KEY (person_id, digest)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE second_factor_removals (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                removed_by \(.integer) REFERENCES people,
                removed_at \(.integer) NOT NULL,
                used_at \(.integer),
                confirmed_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX second_factor_removals_by_person ON second_factor_removals (person_id)")
        try db.run("ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'password'")
        try db.run("ALTER TABLE sessions ADD COLUMN confirmed_at \(.integer)")
    }
}
