import Database
import Gate
import Policy

/// What became of a post that its author sent on its way.
enum SubmissionOutcome: Sendable {
    /// Something in it stops it; it stays a draft.
    case blocked(Verdict)
    /// It waits for these people.
    case held([Person])
    case scheduled(Instant?)
}

extension Post {
    /// Sends a post through the gate and on its way.
    ///
    /// The author may be anybody who writes posts; what happens next is the rulebook's to say.
    func submit(
        by person: Person.ID, _ verdict: Verdict, in room: GateRoom, now: Instant, today: Day, in db: Connection
    ) throws -> SubmissionOutcome {
        guard [.draft, .returned, .missed, .stopped].contains(state) else {
            throw Problem.refused("This post is \(state.rawValue) already.")
        }
        guard !text.allSatisfy(\.isWhitespace) || !pictures.isEmpty else {
            throw Problem.refused("There is nothing in this post yet. Write something, or add a picture.")
        }
        if let open = PictureQuestion.unanswered(pictures).first { throw Problem.refused(open.question) }
        guard pictures.allSatisfy(\.isMade) else {
            throw Problem.refused("A face is still to be blurred. Save the post once more, and send it then.")
        }
        guard !accounts.isEmpty else { throw Problem.refused("Choose where it goes: at least one account.") }
        if let slot, slot < now {
            throw Problem.refused("The time you chose has passed. Choose a later one, or leave it empty.")
        }
        if let missing = try PublishingRight.objection(to: person, accounts, at: school, in: room, now: now, db) {
            throw Problem.refused(missing)
        }
        try verdict.keep(of: id, at: .submission, now, in: db)
        if verdict.outcome == .block { return .blocked(verdict) }
        if let missing = OpinionRule(room.rulebook).missing(for: try Opinion.of(id, in: db), verdict) {
            throw Problem.refused(missing)
        }
        let rule = ApprovalRule(room.rulebook)
        guard verdict.outcome == .hold || rule.isNeeded(for: self) else {
            try schedule(now: now, in: db)
            try record("scheduled", by: person, clause: nil, at: now, in: db)
            return .scheduled(slot)
        }
        try db.run(
            """
            UPDATE posts SET state = 'held', submitted_at = \(now), updated_at = \(now), fingerprint = \(fingerprint)
            WHERE id = \(id)
            """
        )
        let clause = verdict.findings.first { $0.severity == .hold }?.clause ?? rule.clause
        try record("sent for approval", by: person, clause: clause, at: now, in: db)
        return .held(try rule.approvers(of: self, verdict, on: today, in: db))
    }

    /// Arms the outbox for a post that may go out.
    func schedule(now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE posts SET state = 'scheduled', updated_at = \(now), submitted_at = coalesce(submitted_at, \(now)),
                fingerprint = \(fingerprint) WHERE id = \(id)
            """
        )
        try Delivery.arm(self, at: now, in: db)
    }

    func record(
        _ verb: String, by person: Person.ID?, clause: Clause.ID?, fields: [(name: String, value: String)] = [],
        at now: Instant, in db: Connection
    ) throws {
        try Record.write(
            Event(
                verb, "post", id.rawValue, in: .school(school), by: person, clause: clause?.rawValue,
                fields: [("fingerprint", fingerprint)] + fields), at: now, in: db)
    }

    func discard(by person: Person.ID, now: Instant, in db: Connection) throws {
        guard state.isEditable else { throw Problem.refused("This post is \(state.rawValue); it can only be removed.") }
        try db.run("UPDATE posts SET state = 'discarded', updated_at = \(now) WHERE id = \(id)")
        try Delivery.cancel(of: id, because: "The post was discarded.", at: now, in: db)
        try Approval.void(of: id, because: "The post was discarded.", at: now, in: db)
        try record("discarded", by: person, clause: nil, at: now, in: db)
    }
}

/// Who approves, as the policy in force says.
struct ApprovalRule: Sendable {
    let control: PostApproval
    let clause: Clause.ID?

    /// A policy that says nothing about approval still needs somebody to judge what the gate holds: the control's
    /// own defaults.
    init(_ rulebook: Rulebook) {
        let rule = rulebook.rule(PostApproval.self)
        control = rule?.control ?? PostApproval()
        clause = rule?.clause
    }

    /// Whether a post needs approval although the gate holds nothing.
    func isNeeded(for post: Post) -> Bool { isNeeded(Draft(post)) }

    func isNeeded(_ draft: Draft) -> Bool {
        switch control.occasion {
        case .held: false
        case .withPicture: !draft.pictures.isEmpty
        case .always: true
        }
    }

    /// The roles that may approve: where rules that hold the post ask for different ones, whoever satisfies them all.
    func roles(for verdict: Verdict) -> [Role] {
        roles(holding: Set(verdict.findings.filter { $0.severity == .hold }.map(\.rule)))
    }

    func roles(holding rules: Set<String>) -> [Role] {
        let lists = rules.map { control.approvers(of: $0) }
        guard let first = lists.first else { return control.approvers }
        let shared = first.filter { role in lists.allSatisfy { $0.contains(role) } }
        return shared.isEmpty ? control.approvers : shared
    }

    /// Everybody who could approve this post: never who wrote it or last changed it.
    func approvers(of post: Post, _ verdict: Verdict, on day: Day, in db: Connection) throws -> [Person] {
        try Person.holding(roles(for: verdict), at: post.school, on: day, in: db)
            .filter { $0.id != post.author && $0.id != post.lastEditor }
    }

    /// Why this person may not approve this post; nil when they may.
    func objection(to viewer: Viewer, _ post: Post, _ verdict: Verdict) -> String? {
        if viewer.id == post.author { return "You wrote it, so somebody else approves it." }
        if viewer.id == post.lastEditor { return "You changed it last, so somebody else approves it." }
        let roles = roles(for: verdict)
        if !viewer.holds(roles, at: post.school) {
            return "Only \(roles.map { $0.title.lowercased() }.joined(separator: " or ")) can approve this."
        }
        return viewer.links.bar
    }
}

extension Post {
    /// What became of a decision.
    enum DecisionOutcome: Sendable {
        case blocked(Verdict)
        /// So many more people have to approve.
        case needsMore(Int)
        case scheduled(Instant?)
        case returned
        /// Its slot has passed; the author chooses another.
        case missed
    }

    /// Approves exactly the version with this fingerprint.
    func approve(
        _ seen: String, note: String, answers: [(name: String, value: String)] = [], by viewer: Viewer,
        _ verdict: Verdict, in room: GateRoom, now: Instant, in db: Connection
    ) throws -> DecisionOutcome {
        guard state == .held else { throw Problem.conflict("This post no longer waits for approval.") }
        guard seen == fingerprint else {
            throw Problem.conflict("The post changed after you opened it. Read it again before you approve it.")
        }
        let rule = ApprovalRule(room.rulebook)
        if let objection = rule.objection(to: viewer, self, verdict) { throw Problem.forbidden(objection) }
        if let missing = try PublishingRight.objection(to: viewer.id, accounts, at: school, in: room, now: now, db) {
            throw Problem.forbidden(missing)
        }
        try verdict.keep(of: id, at: .approval, now, in: db)
        if verdict.outcome == .block { return .blocked(verdict) }
        try decide(.approved, note: note, by: viewer.id, at: now, in: db)
        try record("approved", by: viewer.id, clause: rule.clause, fields: answers, at: now, in: db)
        let missing = rule.control.number - (try Approval.standing(of: self, in: db)).count
        guard missing <= 0 else { return .needsMore(missing) }
        if let slot, slot < now {
            try miss("It was approved after its time.", now: now, in: db)
            return .missed
        }
        try schedule(now: now, in: db)
        return .scheduled(slot)
    }

    /// Sends a post back to its author with a reason.
    func sendBack(
        _ seen: String, because reason: String, by viewer: Viewer, _ verdict: Verdict, in room: GateRoom,
        now: Instant, in db: Connection
    ) throws {
        guard state == .held, seen == fingerprint else {
            throw Problem.conflict("The post changed after you opened it. Read it again before you decide.")
        }
        let rule = ApprovalRule(room.rulebook)
        if let objection = rule.objection(to: viewer, self, verdict) { throw Problem.forbidden(objection) }
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw Problem.refused("Say why, so that the author knows what to change.")
        }
        try decide(.returned, note: reason, by: viewer.id, at: now, in: db)
        try Approval.void(of: id, because: "It was sent back.", at: now, in: db)
        try db.run("UPDATE posts SET state = 'returned', updated_at = \(now) WHERE id = \(id)")
        try record("sent back", by: viewer.id, clause: rule.clause, fields: [("reason", reason)], at: now, in: db)
    }

    /// A slot that passed goes back to a person, never straight out.
    func miss(_ why: String, now: Instant, in db: Connection) throws {
        try db.run("UPDATE posts SET state = 'missed', updated_at = \(now) WHERE id = \(id)")
        try Approval.void(of: id, because: "Its time passed.", at: now, in: db)
        try Delivery.cancel(of: id, because: why, at: now, in: db)
        try record("missed its time", by: nil, clause: nil, fields: [("why", why)], at: now, in: db)
    }

    /// Something on the way out needs a person: the gate's answer changed, or the network refused.
    func stop(_ why: String, clause: Clause.ID?, now: Instant, in db: Connection) throws {
        try db.run("UPDATE posts SET state = 'stopped', updated_at = \(now) WHERE id = \(id)")
        try Approval.void(of: id, because: why, at: now, in: db)
        try Delivery.cancel(of: id, because: why, at: now, in: db)
        try record("stopped", by: nil, clause: clause, fields: [("why", why)], at: now, in: db)
    }

    private func decide(
        _ decision: Approval.Decision, note: String, by person: Person.ID, at now: Instant, in db: Connection
    ) throws {
        try db.run(
            """
            INSERT INTO approvals (post_id, person_id, decision, note, fingerprint, decided_at)
            VALUES (\(id), \(person), \(decision.rawValue), \(note), \(fingerprint), \(now))
            """
        )
    }
}
