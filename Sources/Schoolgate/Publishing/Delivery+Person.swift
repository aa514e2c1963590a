import Database
import Gate
import Networks
import Policy

/// What people do about deliveries that no program can finish.
extension Delivery {
    /// What a person found or did where no program can.
    func settleByHand(
        isDone: Bool, by person: Person.ID, _ post: Post, at now: Instant, in db: Connection
    ) throws {
        guard state == .byHand else { throw Problem.conflict("This is settled already.") }
        switch kind {
        case .remove:
            try set(.confirmed, at: now, in: db)
            try db.run(
                "UPDATE publications SET removed_at = \(now) WHERE post_id = \(post.id) AND account_id = \(account)")
            try post.record("took down by hand", by: person, clause: nil, at: now, in: db)
            try Post.settle(post.id, in: db, now: now)
        case .publish where isDone:
            guard let account = try Account.find(account, in: db) else { throw Problem.notFound }
            try set(.confirmed, at: now, in: db)
            try PublishedPost.keep(self, Published(seen: post, on: account), nil, at: now, in: db)
            try post.record("found published", by: person, clause: nil, at: now, in: db)
            try Post.settle(post.id, in: db, now: now)
        case .publish:
            // What arrives after all is looked for, and taken down.
            try set(.cancelled, look: now, at: now, in: db)
            try post.record("found not published", by: person, clause: nil, at: now, in: db)
            if try post.isOut(in: db) || isCalledBack(in: db) {
                try Post.settle(post.id, in: db, now: now)
            } else {
                try post.miss("It was not published.", now: now, in: db)
            }
        }
    }

    /// Does again what a network refused or could not tell, from the start of its tries.
    func tryAgain(
        by viewer: Viewer, _ post: Post, _ verdict: Verdict, in room: GateRoom, at now: Instant, in db: Connection
    )
        throws
    {
        switch (kind, state) {
        case (.remove, .byHand): try set(.armed, at: now, in: db)
        case (.publish, .byHand): try set(.unknown, at: now, in: db)
        case (.publish, .failed):
            guard fingerprint == post.fingerprint, [.stopped, .published, .publishing].contains(post.state) else {
                throw Problem.conflict("The post has changed since. Send it again instead.")
            }
            guard try db.one("SELECT leased_until FROM deliveries WHERE id = \(id)", { $0.int(0) }) <= now.milliseconds
            else { throw Problem.conflict("It is being looked at right now. Try again in a minute.") }
            try requireApproval(by: viewer, post, verdict, in: room, at: now, in: db)
            try set(.armed, at: now, in: db)
        default: throw Problem.conflict("This is settled already.")
        }
        try post.record("tried again", by: viewer.id, clause: nil, at: now, in: db)
        try Post.settle(post.id, in: db, now: now)
    }

    /// N11: an approval is for its time too. Later than that, whoever tries again is somebody who may approve it.
    private func requireApproval(
        by viewer: Viewer, _ post: Post, _ verdict: Verdict, in room: GateRoom, at now: Instant, in db: Connection
    ) throws {
        let rule = ApprovalRule(room.rulebook)
        guard deadline(slot: post.slot) < now, verdict.outcome == .hold || rule.isNeeded(for: post) else { return }
        guard rule.control.number == 1 else {
            throw Problem.refused(
                "Its time has passed, and \(rule.control.number) people have to approve it. Write it anew.")
        }
        if let objection = rule.objection(to: viewer, post, verdict) {
            throw Problem.refused("Its time has passed, so whoever sends it now has to approve it. \(objection)")
        }
        try verdict.keep(of: post.id, at: .approval, now, in: db)
        try db.run(
            """
            INSERT INTO approvals (post_id, person_id, decision, note, fingerprint, decided_at)
            VALUES (\(post.id), \(viewer.id), 'approved', 'Sent again after its time.', \(fingerprint), \(now))
            """
        )
        try post.record("approved", by: viewer.id, clause: rule.clause, at: now, in: db)
    }

    /// Leaves an account without the post.
    func abandon(by person: Person.ID, _ post: Post, at now: Instant, in db: Connection) throws {
        guard kind == .publish, state == .failed else { throw Problem.conflict("This is settled already.") }
        try db.run("UPDATE deliveries SET state = 'cancelled' WHERE id = \(id)")
        let name = try Account.find(account, in: db)?.name ?? ""
        try post.record("gave up", by: person, clause: nil, fields: [("account", name)], at: now, in: db)
        try Post.settle(post.id, in: db, now: now)
    }

    private func set(_ state: State, look: Instant? = nil, at now: Instant, in db: Connection) throws {
        let finished: Instant? = state.isOpen ? nil : now
        let armed = state == .armed ? now : armedAt
        try db.run(
            """
            UPDATE deliveries SET state = \(state.rawValue), attempts = 0, next_at = \(now), created_at = \(armed),
                finished_at = \(finished), look_at = \(look), lease = NULL, leased_until = 0 WHERE id = \(id)
            """
        )
    }
}
