import Database

extension Migration {
    static let schools = Migration("0001_schools") { db in
        try db.run(
            """
            CREATE TABLE trusts (
                id \(.id),
                name TEXT NOT NULL CHECK (name <> ''),
                created_at \(.integer) NOT NULL,
                demo_day TEXT
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE schools (
                id \(.id),
                code TEXT NOT NULL UNIQUE CHECK (code <> ''),
                name TEXT NOT NULL CHECK (name <> ''),
                address TEXT NOT NULL DEFAULT '',
                postcode TEXT NOT NULL DEFAULT '',
                phone TEXT NOT NULL DEFAULT '',
                email TEXT NOT NULL DEFAULT '',
                domain TEXT NOT NULL DEFAULT '',
                handle TEXT NOT NULL DEFAULT '',
                hashtag TEXT NOT NULL DEFAULT '',
                nation TEXT NOT NULL DEFAULT 'england'
                    CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland'))
            )\(.strict)
            """
        )
        // Counts changes of what is cached in memory, so that every process sees another's import.
        try db.run(
            """
            CREATE TABLE revisions (
                name TEXT PRIMARY KEY,
                number \(.integer) NOT NULL
            )\(.strict)
            """
        )
    }
}
