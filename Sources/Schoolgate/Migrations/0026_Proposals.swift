import Database

extension Migration {
    /// What is asked before an account is opened (M9), what was decided, and who keeps the account afterwards.
    static let proposals = Migration("0026_proposals") { db in
        // A decision is never overwritten: a proposal that was turned down is changed by another that follows it.
        try db.run(
            """
            CREATE TABLE proposals (
                id \(.id),
                school_id \(.integer) NOT NULL REFERENCES schools,
                proposed_by \(.integer) NOT NULL REFERENCES people,
                follows_id \(.integer) REFERENCES proposals,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn')),
                network TEXT NOT NULL CHECK (network <> ''),
                name TEXT NOT NULL CHECK (name <> ''),
                aim TEXT NOT NULL,
                audience TEXT NOT NULL CHECK (audience <> ''),
                youngest \(.integer),
                pupil_use TEXT,
                promotion TEXT NOT NULL,
                visibility TEXT NOT NULL CHECK (visibility IN ('open', 'private')),
                reason TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('information', 'curriculum')),
                year_groups TEXT NOT NULL DEFAULT '',
                teacher_id \(.integer) REFERENCES people,
                monitor_id \(.integer) NOT NULL REFERENCES people,
                house_rules TEXT NOT NULL,
                best_interests TEXT NOT NULL,
                review_on TEXT NOT NULL,
                proposed_at \(.integer) NOT NULL,
                decided_by \(.integer) REFERENCES people,
                decided_at \(.integer),
                decision_reason TEXT NOT NULL DEFAULT '',
                CHECK ((state = 'waiting') = (decided_at IS NULL))
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX proposals_by_school ON proposals (school_id, state)")
        try db.run(
            """
            CREATE TABLE proposal_managers (
                proposal_id \(.integer) NOT NULL REFERENCES proposals,
                person_id \(.integer) NOT NULL REFERENCES people,
                position \(.integer) NOT NULL,
                PRIMARY KEY (proposal_id, person_id)
            )\(.strict)
            """
        )
        for column: SQL in [
            "owner_id \(.integer) REFERENCES people", "monitor_id \(.integer) REFERENCES people",
            "house_rules TEXT NOT NULL DEFAULT ''", "visibility TEXT NOT NULL DEFAULT 'open'", "review_on TEXT",
            "proposal_id \(.integer) REFERENCES proposals",
        ] {
            try db.run("ALTER TABLE accounts ADD COLUMN \(column)")
        }
        try db.run("CREATE UNIQUE INDEX one_account_of_a_proposal ON accounts (proposal_id) WHERE closed_at IS NULL")
        try db.run(
            """
            CREATE TABLE account_managers (
                account_id \(.integer) NOT NULL REFERENCES accounts,
                person_id \(.integer) NOT NULL REFERENCES people,
                since \(.integer) NOT NULL,
                PRIMARY KEY (account_id, person_id)
            )\(.strict)
            """
        )
        try db.run("CREATE INDEX account_managers_by_person ON account_managers (person_id)")
        // Accounts that are there already belong to whoever connected them; Today asks for a second manager.
        try db.run(
            """
            UPDATE accounts SET owner_id = (SELECT max(actor_id) FROM events
                WHERE object = 'account' AND verb = 'connected' AND object_id = accounts.id)
            """
        )
        try db.run(
            """
            INSERT INTO account_managers (account_id, person_id, since)
            SELECT id, owner_id, created_at FROM accounts WHERE owner_id IS NOT NULL AND network <> 'practice'
            """
        )
    }
}
