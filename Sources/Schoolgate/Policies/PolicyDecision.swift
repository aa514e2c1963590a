import Database
import Policy

/// A decision of the governing body about a version: its minute and its day, or that it is missing (W30).
struct PolicyDecision: Sendable {
    let decision: PolicyDelegation.Decision
    let minute: String?
    let decidedOn: Day?

    /// The decisions that the version keeps, in its order.
    static func required(
        by rulebook: Rulebook, of version: PolicyVersion.ID, in db: Connection
    ) throws -> [PolicyDecision] {
        guard let control = rulebook.rule(PolicyDelegation.self)?.control else { return [] }
        let known = try db.all(
            "SELECT decision, minute, decided_on FROM policy_decisions WHERE version_id = \(version)"
        ) {
            (name: $0.text(0), minute: $0.text(1), day: $0.text(2))
        }
        return control.decisions.map { decision in
            let row = known.first { $0.name == decision.rawValue }
            return PolicyDecision(decision: decision, minute: row?.minute, decidedOn: row.flatMap { Day($0.day) })
        }
    }
}

extension PolicyDelegation.Decision {
    /// What the governing body decided, as a heading.
    var title: String {
        switch self {
        case .delegation: "Delegation to the headteacher"
        case .funding: "Funding"
        case .evaluation: "Evaluation"
        }
    }
}

extension PolicyVersion {
    /// Keeps the governors' minute of a decision; a later one takes its place, and the record keeps both.
    func note(
        _ decision: PolicyDelegation.Decision, minute: String, on day: Day, by viewer: Viewer, _ context: Context,
        in db: Connection
    ) throws {
        guard try rulebook(in: db).rule(PolicyDelegation.self)?.control.decisions.contains(decision) == true else {
            throw Problem.notFound
        }
        guard !minute.isEmpty else { throw Problem.refused("Write the minute’s number, such as 7.2.") }
        guard day <= context.today else { throw Problem.refused("\(day) has not come yet. Choose the meeting’s day.") }
        try db.run(
            """
            INSERT INTO policy_decisions (version_id, decision, minute, decided_on, noted_by)
            VALUES (\(id), \(decision.rawValue), \(minute), \(day), \(viewer.id))
            ON CONFLICT (version_id, decision) DO UPDATE
            SET minute = excluded.minute, decided_on = excluded.decided_on, noted_by = excluded.noted_by
            """
        )
        try Self.record(
            "noted the governors’ minute for", id, of: school, by: viewer.id,
            fields: [("decision", decision.rawValue), ("minute", minute), ("day", "\(day)")], at: context.now(), in: db)
    }
}
