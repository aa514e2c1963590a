import Database
import Gate
import Policy

/// What somebody put forward so that an account may be opened (M9), and what was decided about it (M10).
struct Proposal: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Proposal>

    enum State: String, Sendable { case waiting, approved, rejected, withdrawn }

    let id: ID
    let school: School.ID
    let proposer: Person.ID
    /// The one that was turned down, which this one changes.
    let follows: ID?
    let state: State
    let draft: ProposalDraft
    let proposedAt: Instant
    let decidedBy: Person.ID?
    let decidedAt: Instant?
    let decisionReason: String
    /// The account that was connected from it and is still open.
    let account: Account.ID?

    /// Everybody it names, for finding their names at once.
    var people: [Person.ID] {
        [proposer, draft.monitor] + draft.managers + [draft.teacher, decidedBy].compactMap { $0 }
    }

    /// Whether the viewer may read it: who made it or is named in it, who decides, who connects, who reads the record.
    func isVisible(to viewer: Viewer, _ rule: AccountRule) -> Bool {
        guard school == viewer.school.id else { return false }
        return people.contains(viewer.id) || viewer.holds(rule.control.approvers, at: school)
            || viewer.may(.manageAccounts) || viewer.may(.seeRecord)
    }
}

extension Proposal {
    private static let columns: SQL =
        """
        id, school_id, proposed_by, follows_id, state, network, name, aim, audience, youngest, pupil_use, promotion,
        visibility, reason, kind, year_groups, teacher_id, monitor_id, house_rules, best_interests, review_on,
        proposed_at, decided_by, decided_at, decision_reason,
        (SELECT max(accounts.id) FROM accounts WHERE accounts.proposal_id = proposals.id AND closed_at IS NULL)
        """

    private init(row: borrowing Row, managers: [Int64: [Person.ID]]) {
        id = ID(row.int(0))
        school = School.ID(row.int(1))
        proposer = Person.ID(row.int(2))
        follows = row.intOrNil(3).map { ID($0) }
        state = State(rawValue: row.text(4)) ?? .waiting
        draft = ProposalDraft(
            network: Network(rawValue: row.text(5)), name: row.text(6), aim: row.text(7),
            audience: row.text(8).split(separator: ",").compactMap { ProposalDraft.Audience(rawValue: String($0)) },
            youngest: row.intOrNil(9).map { Int($0) }, pupilUse: row.textOrNil(10).flatMap { PupilUse(rawValue: $0) },
            promotion: row.text(11), isOpen: row.text(12) == "open", reason: row.text(13),
            isCurriculum: row.text(14) == "curriculum", yearGroups: row.text(15),
            teacher: row.intOrNil(16).map { Person.ID($0) }, managers: managers[row.int(0)] ?? [],
            monitor: Person.ID(row.int(17)), houseRules: row.text(18), bestInterests: row.text(19),
            reviewOn: Day(row.text(20)) ?? Day(daysSince1970: 0))
        proposedAt = Instant(milliseconds: row.int(21))
        decidedBy = row.intOrNil(22).map { Person.ID($0) }
        decidedAt = row.intOrNil(23).map { Instant(milliseconds: $0) }
        decisionReason = row.text(24)
        account = row.intOrNil(25).map { Account.ID($0) }
    }

    /// Up to two hundred, newest first; two queries however many there are.
    private static func all(_ condition: SQL, in db: Connection) throws -> [Proposal] {
        var managers: [Int64: [Person.ID]] = [:]
        try db.each(
            """
            SELECT proposal_id, person_id FROM proposal_managers
            WHERE proposal_id IN (SELECT id FROM proposals WHERE \(condition)) ORDER BY position
            """
        ) { managers[$0.int(0), default: []].append(Person.ID($0.int(1))) }
        return try db.all("SELECT \(columns) FROM proposals WHERE \(condition) ORDER BY id DESC LIMIT 200") {
            Proposal(row: $0, managers: managers)
        }
    }

    static func find(_ id: ID, in db: Connection) throws -> Proposal? { try all("id = \(id)", in: db).first }

    static func all(at school: School.ID, in db: Connection) throws -> [Proposal] {
        try all("school_id = \(school)", in: db)
    }

    /// What somebody has still to do something about: to decide, to connect, or to change and put forward anew.
    static func open(at school: School.ID, in db: Connection) throws -> [Proposal] {
        try all(
            """
            school_id = \(school) AND (state = 'waiting'
                OR (state = 'approved' AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.proposal_id = proposals.id))
                OR (state = 'rejected' AND NOT EXISTS (SELECT 1 FROM proposals later WHERE later.follows_id = proposals.id)))
            """, in: db)
    }

    /// Holds it for the transaction, so that two people who decide at once take turns.
    static func lock(_ id: ID, in db: Connection) throws {
        try db.each("SELECT id FROM proposals WHERE id = \(id)\(.forUpdate)") { _ in }
    }
}
