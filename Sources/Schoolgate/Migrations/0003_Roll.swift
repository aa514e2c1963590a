import Database

extension Migration {
    static let roll = Migration("0003_roll") { db in
        try db.run(
            """
            CREATE TABLE pupils (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                upn TEXT NOT NULL UNIQUE CHECK (upn <> ''),
                first_name TEXT NOT NULL CHECK (first_name <> ''),
                last_name TEXT NOT NULL CHECK (last_name <> ''),
                preferred_name TEXT,
                date_of_birth TEXT,
                year_group TEXT NOT NULL DEFAULT '',
                left_on TEXT
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX pupils_by_school ON pupils (school_id, last_name, first_name)")
        try db.run(
            """
            CREATE TABLE guardians (
                pupil_id \(.integer) NOT NULL REFERENCES pupils,
                position \(.integer) NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                email TEXT,
                PRIMARY KEY (pupil_id, position)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE consents (
                id \(.id),
                pupil_id \(.integer) NOT NULL REFERENCES pupils,
                purpose TEXT NOT NULL CHECK (purpose IN
                    ('social media', 'website', 'press', 'video', 'work', 'name with photo', 'all')),
                network TEXT,
                decision TEXT NOT NULL CHECK (decision IN ('yes', 'no', 'withdrawn', 'objected', 'do-not-publish')),
                day TEXT NOT NULL,
                expiry TEXT,
                given_by TEXT NOT NULL,
                recorded_by \(.integer) REFERENCES people,
                recorded_at \(.integer) NOT NULL,
                lifted_on TEXT,
                lifted_by \(.integer) REFERENCES people,
                lifted_reason TEXT,
                CHECK ((lifted_on IS NULL) = (lifted_reason IS NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX consents_by_pupil ON consents (pupil_id, day)")
    }
}
