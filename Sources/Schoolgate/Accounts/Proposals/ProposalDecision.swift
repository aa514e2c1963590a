import Database
import Gate
import Policy

/// Who decides about accounts, and what is asked of a proposal, as the policy in force says.
struct AccountRule: Sendable {
    let control: AccountApproval
    let clause: Clause.ID?

    /// Where no policy is in force, or it says nothing of accounts, somebody still decides: the control's defaults.
    init(_ rulebook: Rulebook?) {
        let rule = rulebook?.rule(AccountApproval.self)
        control = rule?.control ?? AccountApproval()
        clause = rule?.clause
    }

    /// Why this person may not decide about a proposal; nil when they may.
    func objection(to viewer: Viewer, _ proposal: Proposal) -> String? {
        if viewer.id == proposal.proposer { return "You proposed it, so somebody else decides." }
        if !viewer.holds(control.approvers, at: proposal.school) {
            return "Only \(control.approvers.map { $0.title.lowercased() }.inWords("or")) decides about accounts."
        }
        return viewer.links.bar
    }

    /// Everybody who could decide about it.
    func approvers(of proposal: Proposal, on day: Day, in db: Connection) throws -> [Person] {
        try Person.holding(control.approvers, at: proposal.school, on: day, in: db).filter {
            $0.id != proposal.proposer
        }
    }
}

extension ProposalDraft {
    /// Puts it forward; `following` is one that was turned down, which stays as it was decided.
    func propose(
        following: Proposal.ID?, at school: School.ID, by person: Person.ID, at now: Instant, in db: Connection
    ) throws -> Proposal.ID {
        let id = try db.one(
            """
            INSERT INTO proposals (school_id, proposed_by, follows_id, state, network, name, aim, audience, youngest,
                pupil_use, promotion, visibility, reason, kind, year_groups, teacher_id, monitor_id, house_rules,
                best_interests, review_on, proposed_at)
            VALUES (\(school), \(person), \(following), 'waiting', \(network.rawValue), \(name), \(aim),
                \(audience.map(\.rawValue).joined(separator: ",")), \(youngest.map { Int64($0) }),
                \(pupilUse?.rawValue), \(promotion), \(isOpen ? "open" : "private"), \(reason),
                \(isCurriculum ? "curriculum" : "information"), \(yearGroups), \(teacher), \(monitor), \(houseRules),
                \(bestInterests), \(reviewOn), \(now))
            RETURNING id
            """
        ) { Proposal.ID($0.int(0)) }
        for (position, manager) in managers.enumerated() {
            try db.run(
                """
                INSERT INTO proposal_managers (proposal_id, person_id, position)
                VALUES (\(id), \(manager), \(Int64(position)))
                """
            )
        }
        try Record.write(
            Event(
                "proposed", "proposal", id.rawValue, in: .school(school), by: person,
                fields: [
                    ("account", name), ("network", network.rawValue), ("visibility", isOpen ? "open" : "private"),
                    ("review", "\(reviewOn)"),
                ]), at: now, in: db)
        return id
    }
}

extension Proposal {
    /// Approves it or turns it down; the reason is kept with it and in the record.
    func decide(
        _ decision: State, because reason: String, by viewer: Viewer, _ rule: AccountRule, at now: Instant,
        in db: Connection
    ) throws {
        guard decision == .approved || decision == .rejected else { throw Problem.notFound }
        guard state == .waiting else { throw Problem.conflict("This proposal is \(state.words) already.") }
        if let objection = rule.objection(to: viewer, self) { throw Problem.forbidden(objection) }
        guard !reason.isEmpty else {
            throw Problem.refused("Give your reason. It is kept with the decision, and the proposer reads it.")
        }
        try end(as: decision, because: reason, by: viewer.id, clause: rule.clause, at: now, in: db)
    }

    /// Takes back what nobody has decided about yet.
    func withdraw(by viewer: Viewer, at now: Instant, in db: Connection) throws {
        guard proposer == viewer.id else { throw Problem.notFound }
        guard state == .waiting else { throw Problem.conflict("This proposal is \(state.words) already.") }
        try end(as: .withdrawn, because: "", by: viewer.id, clause: nil, at: now, in: db)
    }

    private func end(
        as state: State, because reason: String, by person: Person.ID, clause: Clause.ID?, at now: Instant,
        in db: Connection
    ) throws {
        try db.run(
            """
            UPDATE proposals SET state = \(state.rawValue), decided_by = \(person), decided_at = \(now),
                decision_reason = \(reason) WHERE id = \(id) AND state = 'waiting'
            """
        )
        let verb =
            switch state {
            case .approved: "approved"
            case .rejected: "turned down"
            default: "took back"
            }
        try Record.write(
            Event(
                verb, "proposal", id.rawValue, in: .school(school), by: person, clause: clause?.rawValue,
                fields: [("account", draft.name), ("reason", reason)]), at: now, in: db)
    }
}

extension Proposal.State {
    var words: String {
        switch self {
        case .waiting: "waiting for a decision"
        case .approved: "approved"
        case .rejected: "turned down"
        case .withdrawn: "taken back"
        }
    }

    var chip: Chip {
        switch self {
        case .waiting: Chip("Waits", .hold, icon: .clock)
        case .approved: Chip("Approved", .gate, icon: .check)
        case .rejected: Chip("Turned down", .block, icon: .no)
        case .withdrawn: Chip("Taken back")
        }
    }
}
