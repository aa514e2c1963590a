import Database

extension Migration {
    static let videos = Migration("0023_videos") { db in
        // What a video is, by the digest of what goes out.
        try db.run(
            """
            CREATE TABLE videos (
                digest TEXT PRIMARY KEY,
                content_type TEXT NOT NULL,
                byte_count \(.integer) NOT NULL,
                milliseconds \(.integer) NOT NULL,
                width \(.integer) NOT NULL,
                height \(.integer) NOT NULL,
                codec TEXT NOT NULL,
                sound TEXT
            )\(.strict)
            """
        )
        // A post's picture may be the still that stands for a video; it is among the media only once it goes out, and
        // before that it lies sealed beside its still.
        try db.run("ALTER TABLE post_pictures ADD COLUMN video_digest TEXT REFERENCES videos")
        try db.run("CREATE INDEX post_pictures_by_video ON post_pictures (video_digest)")
        try db.run("ALTER TABLE working_pictures ADD COLUMN video_key TEXT")
    }
}
