import Database
import Policy

/// Everything the page of one version shows.
struct PolicyView: Sendable {
    let version: PolicyVersion
    let rulebook: Rulebook?
    let problems: [PolicyProblem]
    let coverage: Coverage?
    let evidence: [Clause.ID: ClauseEvidence]
    let redline: Redline?
    let signatures: [Signature]
    let signers: [Role]
    /// Roles that have to sign and that nobody holds where this policy is signed.
    let unheld: [Role]
    let annexes: [Annex]
    /// The last rehearsal of this very text against what is in force.
    let rehearsal: Rehearsal?
    let keeping: PolicyKeepingView

    static func load(
        _ version: PolicyVersion, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PolicyView {
        let reading = try PolicyVersion.read(version.source, file: "version \(version.number)", in: db)
        let before =
            try version.school.map { try PolicyVersion.inForce(at: $0, in: db) }
            ?? PolicyVersion.inForceForTrust(in: db)
        var redline: Redline?
        if let before, before.id != version.id, let new = reading.rulebook, let old = try? before.rulebook(in: db) {
            redline = Redline(from: old, to: new)
        }
        let signers = reading.rulebook.map { PolicyVersion.signers($0) } ?? []
        let held = try version.heldRoles(on: context.today, in: db)
        return PolicyView(
            version: version, rulebook: reading.rulebook, problems: reading.problems,
            coverage: reading.rulebook.map { Coverage($0) },
            evidence: try ClauseEvidence.thisYear(at: viewer.school.id, context, in: db), redline: redline,
            signatures: try Signature.of(version.id, in: db),
            signers: signers, unheld: signers.filter { held.isDisjoint(with: PolicyVersion.holders(of: $0)) },
            annexes: try reading.rulebook.map { try Annex.required(by: $0, of: version.id, in: db) } ?? [],
            rehearsal: version.state.isUnderWay ? try Rehearsal.last(of: version, for: viewer, in: db) : nil,
            keeping: try .load(version, reading.rulebook, viewer, context, in: db))
    }
}

/// What a clause has done in the last twelve months (N2).
struct ClauseEvidence: Sendable {
    var stopped: Int64 = 0
    var held: Int64 = 0
    var warned: Int64 = 0

    var sentence: String? {
        var parts: [String] = []
        if stopped > 0 { parts.append("\(stopped) \(stopped == 1 ? "post" : "posts") stopped") }
        if held > 0 { parts.append("\(held) held") }
        if warned > 0 { parts.append("\(warned) warned") }
        return parts.isEmpty ? nil : "This year: " + parts.joined(separator: ", ") + "."
    }

    /// One query for the whole policy.
    static func thisYear(
        at school: School.ID, _ context: Context, in db: Connection
    ) throws -> [Clause.ID: ClauseEvidence] {
        var evidence: [Clause.ID: ClauseEvidence] = [:]
        try db.each(
            """
            SELECT post_findings.clause, post_findings.severity, count(DISTINCT post_findings.post_id)
            FROM post_findings JOIN posts ON posts.id = post_findings.post_id
            WHERE posts.school_id = \(school) AND post_findings.at > \(context.now() - .days(365))
            GROUP BY post_findings.clause, post_findings.severity
            """
        ) { row in
            let clause = Clause.ID(rawValue: row.text(0))
            switch row.text(1) {
            case "block": evidence[clause, default: ClauseEvidence()].stopped = row.int(2)
            case "hold": evidence[clause, default: ClauseEvidence()].held = row.int(2)
            case "warn": evidence[clause, default: ClauseEvidence()].warned = row.int(2)
            default: break
            }
        }
        return evidence
    }
}

/// The policy in force, and every version there is.
struct PolicyIndex: Sendable {
    let inForce: PolicyView?
    /// Whether the viewer looks after the school's policy.
    let keeps: Bool
    let history: [PolicyVersion]
    /// The trust's, for people of the trust.
    let trust: [PolicyVersion]
    /// For people of the trust: each school with the version of its own that is in force, if it has one (T4).
    let published: [(school: School, version: PolicyVersion?)]
}

extension PolicyVersion.State {
    /// Neither in force yet nor given up.
    var isUnderWay: Bool { [.draft, .signing, .signed].contains(self) }
}
