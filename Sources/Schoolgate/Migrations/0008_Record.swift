import Database

extension Migration {
    static let record = Migration("0008_record") { db in
        // Chain 0 is the trust's; a school's chain has the school's id. The row serialises writers on PostgreSQL.
        try db.run(
            """
            CREATE TABLE chain_heads (
                chain \(.integer) PRIMARY KEY,
                number \(.integer) NOT NULL,
                digest TEXT NOT NULL
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE events (
                chain \(.integer) NOT NULL,
                number \(.integer) NOT NULL,
                at \(.integer) NOT NULL,
                actor_id \(.integer),
                verb TEXT NOT NULL,
                object TEXT NOT NULL,
                object_id \(.integer),
                clause TEXT,
                digest TEXT NOT NULL,
                PRIMARY KEY (chain, number)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX events_by_object ON events (object, object_id)")
        // Erasing a field empties salt and value; its digest stays, so the chain still verifies.
        try db.run(
            """
            CREATE TABLE event_fields (
                chain \(.integer) NOT NULL,
                number \(.integer) NOT NULL,
                name TEXT NOT NULL,
                salt TEXT,
                value TEXT,
                digest TEXT NOT NULL,
                PRIMARY KEY (chain, number, name),
                FOREIGN KEY (chain, number) REFERENCES events (chain, number)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE signed_heads (
                id \(.id),
                chain \(.integer) NOT NULL,
                number \(.integer) NOT NULL,
                digest TEXT NOT NULL,
                signed_at \(.integer) NOT NULL,
                key_id TEXT NOT NULL,
                signature TEXT NOT NULL
            )\(.strict)
            """
        )
    }
}
