import Database

extension Migration {
    static let connecting = Migration("0033_connecting") { db in
        // Somebody's way to a network's page and back, for some minutes.
        try db.run(
            """
            CREATE TABLE connection_attempts (
                id \(.id),
                state TEXT NOT NULL UNIQUE,
                proposal_id \(.integer) REFERENCES proposals,
                account_id \(.integer) REFERENCES accounts,
                person_id \(.integer) NOT NULL REFERENCES people,
                sealed \(.bytes),
                began_at \(.integer) NOT NULL,
                CHECK ((proposal_id IS NULL) <> (account_id IS NULL))
            )\(.strict)
            """
        )
    }
}
