import Database

extension Migration {
    static let imports = Migration("0010_imports") { db in
        // A file between being looked at and being imported: sealed, and gone within the hour.
        try db.run(
            """
            CREATE TABLE pending_imports (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                kind TEXT NOT NULL CHECK (kind IN ('schools', 'staff', 'roll', 'consent')),
                file TEXT NOT NULL,
                marks_leavers \(.integer) NOT NULL DEFAULT 0,
                sealed_bytes \(.bytes) NOT NULL,
                added_at \(.integer) NOT NULL
            )\(.strict)
            """
        )
        // Somebody who objected and whom nobody on the spot could name: waits for somebody who can.
        try db.run(
            """
            CREATE TABLE unnamed_objections (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                event TEXT NOT NULL CHECK (event <> ''),
                description TEXT NOT NULL CHECK (description <> ''),
                day TEXT NOT NULL,
                recorded_by \(.integer) NOT NULL REFERENCES people,
                recorded_at \(.integer) NOT NULL,
                settled_at \(.integer),
                settled_by \(.integer) REFERENCES people,
                settled_how TEXT,
                CHECK ((settled_at IS NULL) = (settled_how IS NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX unnamed_objections_by_school ON unnamed_objections (school_id, settled_at)")
    }
}
