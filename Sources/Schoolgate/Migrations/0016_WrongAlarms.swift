import Database

extension Migration {
    static let wrongAlarms = Migration("0016_wrong_alarms") { db in
        // What the gate said and somebody called wrong: part of its post, and gone with it.
        try db.run(
            """
            CREATE TABLE wrong_alarms (
                id \(.id),
                post_id \(.integer) NOT NULL REFERENCES posts ON DELETE CASCADE,
                token TEXT NOT NULL,
                rule TEXT NOT NULL,
                clause TEXT NOT NULL,
                severity TEXT NOT NULL,
                span_start \(.integer),
                span_end \(.integer),
                picture \(.integer),
                words TEXT NOT NULL,
                reason TEXT NOT NULL,
                told_by \(.integer) NOT NULL REFERENCES people,
                told_at \(.integer) NOT NULL,
                UNIQUE (post_id, token)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX post_findings_by_rule ON post_findings (rule, at)")
    }
}
