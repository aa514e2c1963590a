import Database

extension Migration {
    static let people = Migration("0002_people") { db in
        try db.run(
            """
            CREATE TABLE people (
                id \(.id),
                staff_id TEXT UNIQUE,
                first_name TEXT NOT NULL CHECK (first_name <> ''),
                last_name TEXT NOT NULL CHECK (last_name <> ''),
                email TEXT NOT NULL UNIQUE CHECK (email <> ''),
                password_hash TEXT,
                failed_sign_ins \(.integer) NOT NULL DEFAULT 0,
                locked_until \(.integer),
                deactivated_at \(.integer),
                created_at \(.integer) NOT NULL
            )\(.strict)
            """
        )
        // An appointment without a school holds for the whole trust.
        try db.run(
            """
            CREATE TABLE appointments (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                school_id \(.integer) REFERENCES schools,
                role TEXT NOT NULL CHECK (role <> ''),
                since TEXT NOT NULL,
                until TEXT
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX appointments_by_person ON appointments (person_id)")
        try db.run(
            """
            CREATE TABLE sessions (
                digest TEXT PRIMARY KEY,
                person_id \(.integer) NOT NULL REFERENCES people,
                school_id \(.integer) REFERENCES schools,
                created_at \(.integer) NOT NULL,
                last_seen_at \(.integer) NOT NULL,
                ended_at \(.integer),
                address TEXT NOT NULL
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX sessions_by_person ON sessions (person_id)")
        try db.run(
            """
            CREATE TABLE one_time_links (
                digest TEXT PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('setup', 'invitation', 'reset')),
                person_id \(.integer) REFERENCES people,
                issued_by \(.integer) REFERENCES people,
                created_at \(.integer) NOT NULL,
                expires_at \(.integer) NOT NULL,
                used_at \(.integer)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE sign_in_attempts (
                id \(.id),
                address TEXT NOT NULL,
                at \(.integer) NOT NULL
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX sign_in_attempts_by_address ON sign_in_attempts (address, at)")
        // What was typed when a session had ended, sealed, for the same person to carry on with.
        try db.run(
            """
            CREATE TABLE kept_forms (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                path TEXT NOT NULL,
                sealed_fields \(.bytes) NOT NULL,
                kept_at \(.integer) NOT NULL
            )\(.strict)
            """
        )
    }
}
