import Database

extension Migration {
    static let policies = Migration("0004_policies") { db in
        // A policy without a school is the trust's, which schools' policies may extend.
        try db.run(
            """
            CREATE TABLE policies (
                id \(.id),
                school_id \(.integer) UNIQUE REFERENCES schools,
                name TEXT NOT NULL CHECK (name <> ''),
                created_at \(.integer) NOT NULL
            )\(.strict)
            """
        )
        try db.run(
            """
            CREATE TABLE policy_versions (
                id \(.id),
                policy_id \(.integer) NOT NULL REFERENCES policies,
                number \(.integer) NOT NULL CHECK (number > 0),
                source TEXT NOT NULL,
                digest TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('draft', 'signing', 'signed', 'in force', 'superseded', 'dropped')),
                effective_on TEXT,
                review_due TEXT,
                drafted_by \(.integer) REFERENCES people,
                created_at \(.integer) NOT NULL,
                updated_at \(.integer) NOT NULL,
                took_effect_at \(.integer),
                superseded_at \(.integer),
                reason TEXT NOT NULL DEFAULT '',
                UNIQUE (policy_id, number)
            )\(.strict)
            """
        )
        // Never two versions in force at once.
        try db.run("CREATE UNIQUE INDEX one_in_force ON policy_versions (policy_id) WHERE state = 'in force'")
        try db.run(
            """
            CREATE TABLE signatures (
                id \(.id),
                version_id \(.integer) NOT NULL REFERENCES policy_versions,
                person_id \(.integer) NOT NULL REFERENCES people,
                role TEXT NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                digest TEXT NOT NULL,
                signed_at \(.integer) NOT NULL,
                UNIQUE (version_id, role),
                UNIQUE (version_id, person_id)
            )\(.strict)
            """
        )
    }
}
