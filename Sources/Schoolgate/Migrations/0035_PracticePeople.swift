import Database

extension Migration {
    static let practicePeople = Migration("0035_practice_people") { db in
        try db.run("ALTER TABLE practice_posts ADD COLUMN hearts \(.integer) NOT NULL DEFAULT 0")
        // A rehearsal with a script: `next_at` only where the people write by the clock.
        try db.run(
            """
            CREATE TABLE practice_runs (
                id \(.id),
                account_id \(.integer) NOT NULL REFERENCES accounts,
                script TEXT NOT NULL,
                played \(.integer) NOT NULL DEFAULT 0,
                next_at \(.integer),
                started_by \(.integer) NOT NULL REFERENCES people,
                started_at \(.integer) NOT NULL,
                ended_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE UNIQUE INDEX practice_runs_running ON practice_runs (account_id) WHERE ended_at IS NULL")
        // What invented people wrote, and the school's answers to them, which alone have a person.
        try db.run(
            """
            CREATE TABLE practice_comments (
                id \(.id),
                account_id \(.integer) NOT NULL REFERENCES accounts,
                post_id \(.integer) NOT NULL REFERENCES practice_posts,
                parent_id \(.integer) REFERENCES practice_comments,
                run_id \(.integer) REFERENCES practice_runs,
                step \(.integer),
                key TEXT UNIQUE,
                name TEXT NOT NULL,
                handle TEXT NOT NULL,
                person_id \(.integer) REFERENCES people,
                text TEXT NOT NULL,
                written_at \(.integer) NOT NULL,
                hidden_at \(.integer),
                hidden_by \(.integer) REFERENCES people,
                reported_at \(.integer),
                reported_by \(.integer) REFERENCES people
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX practice_comments_by_post ON practice_comments (post_id)")
        try db.run("CREATE INDEX practice_comments_by_run ON practice_comments (run_id)")
        // When each step came, and what people say that they did outside the program.
        try db.run(
            """
            CREATE TABLE practice_deeds (
                run_id \(.integer) NOT NULL REFERENCES practice_runs,
                step \(.integer) NOT NULL,
                ask \(.integer) NOT NULL,
                person_id \(.integer) REFERENCES people,
                at \(.integer) NOT NULL,
                PRIMARY KEY (run_id, step, ask)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE practice_weather (
                account_id \(.integer) PRIMARY KEY REFERENCES accounts,
                is_down \(.integer) NOT NULL,
                until \(.integer) NOT NULL
            )\(.strict)
            """
        )
    }
}
