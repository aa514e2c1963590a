import Database
import Policy

/// M4: whether somebody may publish on the school's accounts now: they have confirmed the policy and been trained.
struct PublishingRight: Sendable {
    let acknowledgement: AcknowledgementRule
    /// Nil where the policy does not ask for any of it.
    let training: AccountTraining?
    let clause: Clause.ID?
    private let school: School
    private let now: Instant
    private let clock = WallClock.unitedKingdom

    init(at school: School, _ room: GateRoom, now: Instant) {
        acknowledgement = AcknowledgementRule(school, room)
        training = room.rulebook.rule(AccountTraining.self)?.control
        clause = room.rulebook.rule(AccountTraining.self)?.clause
        self.now = now
        self.school = school
    }

    /// The last day on which somebody's training counts; nil where they have none.
    func lastDay(_ entries: [TrainingEntry]) -> Day? {
        entries.compactMap { $0.lastDay(training, clock, school.bankHolidays) }.max()
    }

    /// Why somebody may not publish, and what to do; nil when they may.
    func missing(_ given: [Acknowledgement], _ entries: [TrainingEntry]) -> String? {
        guard training != nil else { return nil }
        var missing: [String] = []
        switch acknowledgement.standing(of: given) {
        case .confirmed: break
        case .again where now <= acknowledgement.graceEnds: break
        case .again:
            missing.append(
                "Read version \(acknowledgement.version.number) of the policy and confirm it, under Your account.")
        case .never: missing.append("Read the policy and confirm that you have, under Your account.")
        }
        if let last = lastDay(entries) {
            if last < clock.day(of: now) {
                missing.append(
                    "Your training counted until \(clock.plainDate(of: last)). The headteacher or an administrator records a new one."
                )
            }
        } else {
            missing.append(
                "You have no training on running accounts yet. The headteacher or an administrator records it.")
        }
        return missing.isEmpty ? nil : missing.joined(separator: " ")
    }

    /// Why somebody may not send or approve a post for these accounts; nil when they may, or none speaks for the school.
    static func objection(
        to person: Person.ID, _ accounts: [Account.ID], at school: School.ID, in room: GateRoom, now: Instant,
        _ db: Connection
    ) throws -> String? {
        guard !accounts.isEmpty, room.rulebook.rule(AccountTraining.self) != nil else { return nil }
        let name = try db.first(
            """
            SELECT name FROM accounts WHERE id IN (\(list: accounts.map(\.rawValue)))
                AND (network <> 'practice' OR proposal_id IS NOT NULL) ORDER BY id LIMIT 1
            """
        ) { $0.text(0) }
        guard let name, let found = try School.find(school, in: db),
            let missing = PublishingRight(at: found, room, now: now).missing(
                try Acknowledgement.all(of: [person], in: db), try TrainingEntry.all(of: [person], in: db))
        else { return nil }
        return "\(name) speaks for the school, and before you publish there something is missing. \(missing)"
    }
}
