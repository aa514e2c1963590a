import Database

extension Migration {
    static let calendar = Migration("0017_calendar") { db in
        // What the calendar shows beside the posts; a bereavement makes posts wait on its days.
        try db.run(
            """
            CREATE TABLE calendar_notes (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                kind TEXT NOT NULL CHECK (kind IN ('bereavement', 'event', 'inset')),
                title TEXT NOT NULL,
                first_day TEXT NOT NULL,
                last_day TEXT NOT NULL,
                created_by \(.integer) REFERENCES people,
                created_at \(.integer) NOT NULL,
                removed_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX calendar_notes_by_day ON calendar_notes (school_id, last_day)")
        // A secret address each, for a person's own calendar program; only its digest is kept.
        try db.run(
            """
            CREATE TABLE calendar_feeds (
                digest TEXT PRIMARY KEY,
                person_id \(.integer) NOT NULL REFERENCES people,
                school_id \(.integer) NOT NULL REFERENCES schools,
                created_at \(.integer) NOT NULL,
                ended_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id, school_id)")
        try db.run("CREATE INDEX posts_by_school_and_slot ON posts (school_id, slot_at)")
        try db.run("CREATE INDEX publications_by_time ON publications (published_at)")
    }
}
