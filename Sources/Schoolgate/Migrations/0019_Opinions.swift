import Database

extension Migration {
    static let opinions = Migration("0019_opinions") { db in
        // Advice on a draft: asked for, given, and no approval.
        try db.run(
            """
            CREATE TABLE second_opinions (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts,
                asked_by \(.integer) NOT NULL REFERENCES people,
                asked_of \(.integer) NOT NULL REFERENCES people,
                question TEXT NOT NULL DEFAULT '',
                asked_at \(.integer) NOT NULL,
                answer TEXT CHECK (answer IN ('fine', 'change')),
                comment TEXT NOT NULL DEFAULT '',
                answered_at \(.integer),
                withdrawn_at \(.integer)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX second_opinions_by_post ON second_opinions (post_id)")
        try db.run("CREATE INDEX second_opinions_by_person ON second_opinions (asked_of, answered_at)")
    }
}
