import Database

extension Migration {
    /// Who of the school's identity provider is whom, which roles came from a group there, and those that wait for a
    /// second person.
    static let identities = Migration("0030_identities") { db in
        try db.run(
            """
            CREATE TABLE identities (
                id \(.id),
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL,
                person_id \(.integer) NOT NULL REFERENCES people,
                linked_at \(.integer) NOT NULL,
                used_at \(.integer) NOT NULL,
                UNIQUE (issuer, subject),
                UNIQUE (issuer, person_id)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE appointment_proposals (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                school_id \(.integer) REFERENCES schools,
                role TEXT NOT NULL,
                since TEXT NOT NULL,
                until TEXT,
                proposed_by \(.integer) NOT NULL REFERENCES people,
                proposed_at \(.integer) NOT NULL,
                decided_by \(.integer) REFERENCES people,
                decided_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX appointment_proposals_by_person ON appointment_proposals (person_id)")
        try db.run("ALTER TABLE appointments ADD COLUMN from_group TEXT")
    }
}
