import Crypto
import Database

extension Delivery {
    /// Another worker, or a person, has taken it over since: whatever was found out is theirs to find again.
    struct Lost: Error {}

    /// Takes the next delivery that is due, for one worker alone; a lease that runs out frees it again.
    static func claim(at now: Instant, lease: Duration, in db: Connection) throws -> Delivery? {
        // Under READ COMMITTED a row that somebody changed meanwhile is judged again before it is locked.
        let id = try db.first(
            """
            SELECT id FROM deliveries
            WHERE ((state IN ('armed', 'sent', 'unknown') AND next_at <= \(now)) OR look_at <= \(now))
                AND leased_until <= \(now) AND \(isNotHeldBack) ORDER BY next_at, id LIMIT 1\(.skipLocked)
            """
        ) { ID($0.int(0)) }
        guard let id else { return nil }
        try db.run(
            """
            UPDATE deliveries SET lease = \(random(bytes: 8).hex), leased_until = \(now + lease)
            WHERE id = \(id) AND leased_until <= \(now)
            """
        )
        return try find(id, in: db)
    }

    /// What has not left stays while its school has paused posting; what may have left is still looked up.
    private static let isNotHeldBack: SQL =
        """
        NOT (kind = 'publish' AND state = 'armed' AND EXISTS (SELECT 1 FROM posts JOIN school_pauses
            ON school_pauses.school_id = posts.school_id AND school_pauses.resumed_at IS NULL
            WHERE posts.id = deliveries.post_id))
        """

    func renew(until: Instant, in db: Connection) throws {
        try db.run("UPDATE deliveries SET leased_until = \(until) WHERE id = \(id) AND lease = \(lease)")
    }

    /// Ends the lease with what became of it; throws when the lease was lost, and with it the transaction.
    func become(
        _ state: State, problem: String? = nil, next: Instant? = nil, look: Instant? = nil, at now: Instant,
        in db: Connection
    ) throws {
        let finished: Instant? = state.isOpen ? nil : finishedAt ?? now
        let changed = try db.run(
            """
            UPDATE deliveries SET state = \(state.rawValue), problem = \(problem), attempts = \(attempts),
                next_at = \(next ?? nextAt), look_at = \(look), finished_at = \(finished), lease = NULL, leased_until = 0
            WHERE id = \(id) AND lease = \(lease)
            """
        )
        guard changed == 1 else { throw Lost() }
    }

    /// Says, before anything leaves, that the outcome is unknown until somebody comes back; the lease goes on.
    func markSent(in db: Connection) throws -> Delivery {
        var sent = self
        sent.state = .sent
        sent.attempts += 1
        let changed = try db.run(
            """
            UPDATE deliveries SET state = 'sent', attempts = \(sent.attempts), problem = NULL
            WHERE id = \(id) AND lease = \(lease) AND state = \(state.rawValue)
            """
        )
        guard changed == 1 else { throw Lost() }
        return sent
    }
}
