import Database

extension Migration {
    static let posts = Migration("0006_posts") { db in
        // Pixels live in the media folder under their digest; an erased one keeps its row.
        try db.run(
            """
            CREATE TABLE media (
                digest TEXT PRIMARY KEY,
                content_type TEXT NOT NULL,
                width \(.integer) NOT NULL,
                height \(.integer) NOT NULL,
                byte_count \(.integer) NOT NULL,
                added_by \(.integer) REFERENCES people,
                added_at \(.integer) NOT NULL,
                erased_at \(.integer)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE posts (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                author_id \(.integer) NOT NULL REFERENCES people,
                last_editor_id \(.integer) NOT NULL REFERENCES people,
                text TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('draft', 'held', 'returned', 'scheduled', 'publishing', 'published',
                    'missed', 'stopped', 'removing', 'removed', 'discarded')),
                slot_at \(.integer),
                edits \(.integer) NOT NULL DEFAULT 0,
                fingerprint TEXT,
                created_at \(.integer) NOT NULL,
                updated_at \(.integer) NOT NULL,
                submitted_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX posts_by_school ON posts (school_id, state, updated_at)")
        try db.run("CREATE INDEX posts_by_slot ON posts (state, slot_at)")
        try db.run(
            """
            CREATE TABLE post_accounts (
                post_id \(.integer) NOT NULL REFERENCES posts,
                account_id \(.integer) NOT NULL REFERENCES accounts,
                PRIMARY KEY (post_id, account_id)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE post_pictures (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                position \(.integer) NOT NULL,
                media_digest TEXT NOT NULL REFERENCES media,
                alt TEXT NOT NULL DEFAULT '',
                provenance TEXT NOT NULL DEFAULT '',
                not_pupils \(.integer) NOT NULL DEFAULT 0,
                is_complete \(.integer) NOT NULL DEFAULT 0
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX post_pictures_by_post ON post_pictures (post_id, position)")
        try db.run(
            """
            CREATE TABLE post_picture_pupils (
                picture_id \(.integer) NOT NULL REFERENCES post_pictures,
                pupil_id \(.integer) NOT NULL REFERENCES pupils,
                kind TEXT NOT NULL CHECK (kind IN ('shown', 'work')),
                PRIMARY KEY (picture_id, pupil_id, kind)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX post_picture_pupils_by_pupil ON post_picture_pupils (pupil_id)")
        // What the gate said at the moments that count; while typing it is only shown.
        try db.run(
            """
            CREATE TABLE post_findings (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                moment TEXT NOT NULL CHECK (moment IN ('submission', 'approval', 'publishing')),
                at \(.integer) NOT NULL,
                rule TEXT NOT NULL,
                clause TEXT NOT NULL,
                severity TEXT NOT NULL,
                span_start \(.integer),
                span_end \(.integer),
                picture \(.integer),
                reason TEXT NOT NULL,
                remedy TEXT NOT NULL
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX post_findings_by_post ON post_findings (post_id, at)")
        // Bound to the fingerprint of exactly what was approved.
        try db.run(
            """
            CREATE TABLE approvals (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                person_id \(.integer) NOT NULL REFERENCES people,
                decision TEXT NOT NULL CHECK (decision IN ('approved', 'returned')),
                note TEXT NOT NULL DEFAULT '',
                fingerprint TEXT NOT NULL,
                decided_at \(.integer) NOT NULL,
                voided_at \(.integer),
                voided_why TEXT
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX approvals_by_post ON approvals (post_id)")
    }

    static let publishing = Migration("0007_publishing") { db in
        // The outbox: armed, then sent, then confirmed. An unknown outcome is looked up, never repeated blindly.
        try db.run(
            """
            CREATE TABLE deliveries (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                account_id \(.integer) NOT NULL REFERENCES accounts,
                kind TEXT NOT NULL CHECK (kind IN ('publish', 'remove')),
                key TEXT NOT NULL UNIQUE,
                fingerprint TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN
                    ('armed', 'sent', 'unknown', 'confirmed', 'failed', 'by hand', 'cancelled')),
                attempts \(.integer) NOT NULL DEFAULT 0,
                next_at \(.integer) NOT NULL,
                leased_until \(.integer) NOT NULL DEFAULT 0,
                due_at \(.integer),
                problem TEXT,
                reason TEXT NOT NULL DEFAULT '',
                clause TEXT,
                requested_by \(.integer) REFERENCES people,
                created_at \(.integer) NOT NULL,
                finished_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX deliveries_waiting ON deliveries (state, next_at)")
        try db.run("CREATE INDEX deliveries_by_post ON deliveries (post_id)")
        // What was published, as the network returned it.
        try db.run(
            """
            CREATE TABLE publications (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                account_id \(.integer) NOT NULL REFERENCES accounts,
                remote_id TEXT NOT NULL,
                remote_media TEXT NOT NULL DEFAULT '[]',
                url TEXT NOT NULL,
                published_at \(.integer) NOT NULL,
                archive \(.bytes) NOT NULL,
                archive_type TEXT NOT NULL,
                archive_digest TEXT NOT NULL,
                removed_at \(.integer),
                UNIQUE (post_id, account_id)
            )\(.strict)
            """
        )
    }
}
