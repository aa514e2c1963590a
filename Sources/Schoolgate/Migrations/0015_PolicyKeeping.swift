import Database

extension Migration {
    /// What is done with a policy beside signing it: making it known, backing it, reviewing it.
    static let policyKeeping = Migration("0015_policy_keeping") { db in
        // The places themselves are the version's to name; a row is what somebody arranged for one.
        try db.run(
            """
            CREATE TABLE awareness_steps (
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                channel TEXT NOT NULL CHECK (channel <> ''),
                owner_id \(.integer) REFERENCES people,
                due_on TEXT,
                done_on TEXT,
                PRIMARY KEY (version_id, channel)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE policy_decisions (
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                decision TEXT NOT NULL CHECK (decision IN ('delegation', 'funding', 'evaluation')),
                minute TEXT NOT NULL CHECK (minute <> ''),
                decided_on TEXT NOT NULL,
                noted_by \(.integer) NOT NULL REFERENCES people,
                PRIMARY KEY (version_id, decision)
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE policy_reviews (
                id \(.id),
                policy_id \(.integer) NOT NULL REFERENCES policies,
                kind TEXT NOT NULL CHECK (kind <> ''),
                reason TEXT NOT NULL CHECK (reason <> ''),
                opened_by \(.integer) NOT NULL REFERENCES people,
                opened_at \(.integer) NOT NULL,
                closed_at \(.integer),
                closed_by \(.integer) REFERENCES people,
                outcome TEXT CHECK (outcome IN ('new version', 'no change')),
                finding TEXT NOT NULL DEFAULT '',
                version_id \(.integer) REFERENCES policy_versions,
                CHECK ((closed_at IS NULL) = (outcome IS NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX open_reviews ON policy_reviews (policy_id, closed_at)")
    }
}
