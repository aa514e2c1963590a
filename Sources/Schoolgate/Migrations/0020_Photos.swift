import Database

extension Migration {
    static let photos = Migration("0020_photos") { db in
        // The picture before anything is blurred: sealed in a folder of its own, until its post is out or thrown away.
        try db.run(
            """
            CREATE TABLE working_pictures (
                key TEXT PRIMARY KEY,
                school_id \(.integer) NOT NULL REFERENCES schools,
                added_by \(.integer) NOT NULL REFERENCES people,
                added_at \(.integer) NOT NULL,
                width \(.integer) NOT NULL,
                height \(.integer) NOT NULL,
                found TEXT,
                removed TEXT NOT NULL DEFAULT '',
                device_make TEXT NOT NULL DEFAULT '',
                device_model TEXT NOT NULL DEFAULT '',
                device_serial TEXT NOT NULL DEFAULT '',
                erased_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("ALTER TABLE post_pictures ADD COLUMN working_key TEXT REFERENCES working_pictures")
        // The places without which the published picture was made, and what its author says took it.
        try db.run("ALTER TABLE post_pictures ADD COLUMN blurred TEXT NOT NULL DEFAULT ''")
        try db.run("ALTER TABLE post_pictures ADD COLUMN device TEXT NOT NULL DEFAULT ''")
        try db.run("CREATE INDEX post_pictures_by_media ON post_pictures (media_digest)")
        try db.run("CREATE INDEX post_pictures_by_working ON post_pictures (working_key)")
        // A box for each face: found or drawn, and who it is. Nobody is recognised: people say who it is.
        try db.run(
            """
            CREATE TABLE post_picture_faces (
                picture_id \(.integer) NOT NULL REFERENCES post_pictures,
                number \(.integer) NOT NULL,
                x \(.integer) NOT NULL,
                y \(.integer) NOT NULL,
                width \(.integer) NOT NULL,
                height \(.integer) NOT NULL,
                is_found \(.integer) NOT NULL,
                answer TEXT NOT NULL CHECK (answer IN ('open', 'pupil', 'not a pupil', 'blur', 'no face')),
                pupil_id \(.integer) REFERENCES pupils,
                PRIMARY KEY (picture_id, number),
                CHECK ((answer = 'pupil') = (pupil_id IS NOT NULL))
            )\(.strict)
            """
        )
        // Why everything of a post is kept although it would be deleted; and whose pixels go when it is down.
        try db.run("ALTER TABLE posts ADD COLUMN legal_hold TEXT")
        try db.run("ALTER TABLE posts ADD COLUMN forgets_pictures \(.integer) NOT NULL DEFAULT 0")
        // The cameras and phones that belong to a school.
        try db.run(
            """
            CREATE TABLE devices (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                name TEXT NOT NULL,
                make TEXT NOT NULL,
                model TEXT NOT NULL,
                serial TEXT NOT NULL DEFAULT '',
                added_by \(.integer) REFERENCES people,
                added_at \(.integer) NOT NULL,
                retired_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX devices_by_school ON devices (school_id)")
    }
}
