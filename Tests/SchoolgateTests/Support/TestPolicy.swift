import Crypto
import Database

@testable import Schoolgate

/// A policy in force at Larkmere, as short as a test needs it.
enum TestPolicy {
    static let source = """
        ---
        title: Social media policy
        number: T1
        sign-off: [headteacher, chair]
        review: yearly
        ---

        ## Posting

        Offensive words wait for somebody else. {#posting.language clauses=P5}

        ```rule
        posts.language:
        ```

        A post that waits is approved by a leader who did not write it. {#posting.approval clauses=M19}

        ```rule
        posts.approval:
          approvers: [headteacher, deputy]
        ```

        """

    @discardableResult
    static func putInForce(
        _ source: String = source, at school: School.ID? = TestPeople.larkmere, in db: Connection
    ) throws -> Int64 {
        let policy = try db.one(
            "INSERT INTO policies (school_id, name, created_at) VALUES (\(school), 'Social media policy', 0) RETURNING id"
        ) { $0.int(0) }
        try db.run(
            """
            INSERT INTO policy_versions (policy_id, number, source, digest, state, effective_on, created_at, updated_at)
            VALUES (\(policy), 1, \(source), \(Digest.of(Array(source.utf8)).hex), 'in force', '2026-09-01', 0, 0)
            """
        )
        try Revision.policies.raise(in: db)
        return policy
    }

    /// An account of Larkmere on the practice network.
    static func practiceAccount(in db: Connection) throws -> Account.ID {
        try db.one(
            """
            INSERT INTO accounts (school_id, network, name, address, page, created_at)
            VALUES (\(TestPeople.larkmere), 'practice', 'Practice page', 'practice', 'a1b2c3', 0) RETURNING id
            """
        ) { Account.ID(rawValue: $0.int(0)) }
    }
}
