import Database

extension Migration {
    /// What is told by mail: to whom, how often, and what became of it. No mail is kept; only how many of what it tells of.
    static let mail = Migration("0032_mail") { db in
        try db.run(
            """
            CREATE TABLE mail_people (
                person_id \(.integer) PRIMARY KEY REFERENCES people,
                choice TEXT NOT NULL DEFAULT 'at once' CHECK (choice IN ('at once', 'digest', 'nothing')),
                digest_on TEXT,
                refused_address TEXT,
                refused_why TEXT,
                refused_at \(.integer),
                CHECK ((refused_address IS NULL) = (refused_at IS NULL))
            )\(.strict)
            """
        )
        // What somebody was told of, until it waits no more. An item is the address of its page, and holds no words.
        try db.run(
            """
            CREATE TABLE mail_told (
                person_id \(.integer) NOT NULL REFERENCES people,
                school_id \(.integer) NOT NULL REFERENCES schools,
                item TEXT NOT NULL,
                told_at \(.integer) NOT NULL,
                PRIMARY KEY (person_id, school_id, item)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE mails (
                id \(.id),
                person_id \(.integer) NOT NULL REFERENCES people,
                kind TEXT NOT NULL CHECK (kind IN ('notice', 'digest')),
                has_duty \(.integer) NOT NULL,
                token TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL CHECK (state IN
                    ('waiting', 'sending', 'sent', 'unknown', 'refused', 'given up', 'came back')),
                address TEXT,
                answer TEXT,
                attempts \(.integer) NOT NULL DEFAULT 0,
                made_at \(.integer) NOT NULL,
                next_at \(.integer) NOT NULL,
                lease TEXT,
                leased_until \(.integer) NOT NULL DEFAULT 0,
                finished_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX mails_open ON mails (next_at) WHERE finished_at IS NULL")
        try db.run(
            """
            CREATE TABLE mail_counts (
                mail_id \(.integer) NOT NULL REFERENCES mails,
                school_id \(.integer) NOT NULL REFERENCES schools,
                kind TEXT NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                PRIMARY KEY (mail_id, school_id, kind)
            )\(.strict)
            """
        )
        // One row: when what waits was last looked through, and what is wrong with the mail server.
        try db.run(
            """
            CREATE TABLE mail_state (
                id \(.integer) PRIMARY KEY CHECK (id = 1),
                next_round_at \(.integer) NOT NULL,
                trouble TEXT,
                trouble_since \(.integer)
            )\(.strict)
            """
        )
    }
}
