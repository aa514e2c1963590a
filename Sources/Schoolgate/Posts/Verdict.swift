import Database
import Gate
import Policy

/// What the gate says about a post for all the accounts it goes to.
struct Verdict: Sendable {
    let findings: [Finding]
    var outcome: Outcome { Outcome(findings) }

    static let none = Verdict(findings: [])

    /// Checks a draft for each network it goes to, and says each thing once.
    ///
    /// A draft without an account is checked as if it went to the school's website.
    static func of(_ facts: PostFacts, in room: GateRoom, on day: Day) -> Verdict {
        var seen: Set<FindingKey> = [], findings: [Finding] = []
        for network in facts.networks {
            let post = facts.post(for: network, on: day)
            for finding in check(post, roll: room.roll, consents: room.consents, rulebook: room.rulebook)
            where seen.insert(FindingKey(finding)).inserted {
                findings.append(finding)
            }
        }
        return Verdict(findings: findings.sorted(by: Self.comesFirst))
    }

    private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
        if a.severity != b.severity { return a.severity > b.severity }
        return (a.image ?? -1, a.span?.start ?? .max) < (b.image ?? -1, b.span?.start ?? .max)
    }

    /// Keeps what was said at a moment that counts.
    func keep(of post: Post.ID, at moment: Moment, _ now: Instant, in db: Connection) throws {
        for finding in findings {
            try db.run(
                """
                INSERT INTO post_findings (post_id, moment, at, rule, clause, severity, span_start, span_end, picture,
                    reason, remedy)
                VALUES (\(post), \(moment.rawValue), \(now), \(finding.rule), \(finding.clause.rawValue),
                    \(finding.severity.rawValue), \(finding.span?.start), \(finding.span?.end), \(finding.image),
                    \(finding.reason), \(finding.remedy))
                """
            )
        }
    }

    enum Moment: String, Sendable { case submission, approval, publishing }
}

/// Two findings with the same key are the same finding.
struct FindingKey: Hashable {
    let rule: String
    let severity: Severity
    let span: Span?
    let image: Int?
    let reason: String

    init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity
        span = finding.span
        image = finding.image
        reason = finding.reason
    }

    /// As it was kept: rule, severity, span and picture, reason. Nil for a severity nobody knows any more.
    init?(row: borrowing Row) {
        guard let severity = Severity(rawValue: row.text(1)) else { return nil }
        rule = row.text(0)
        self.severity = severity
        span = row.isNull(2) ? nil : Span(Int(row.int(2)), Int(row.int(3)))
        image = row.intOrNil(4).map(Int.init)
        reason = row.text(5)
    }
}

/// What the gate is told of a draft: the draft itself, and what only the application can find out.
struct PostFacts: Sendable {
    let draft: Draft
    let school: School
    /// The author's `staff_id` on the roll.
    let author: String?
    let authorRole: Role
    let networks: [Network]
    let links: [Link]
    /// The UPNs of the pupils in the pictures.
    let upns: [Pupil.ID: String]
    /// The days after a bereavement notice.
    let quietDays: [DayRange]
    let room: PictureRoom

    /// Gathers the facts with a fixed number of queries.
    static func gather(
        _ draft: Draft, at school: School, author: Person.ID, links: [Link] = [], today: Day, in db: Connection
    ) throws -> PostFacts {
        let accounts = try Account.open(at: school.id, in: db).filter { draft.accounts.contains($0.id) }
        let pupils = try Pupil.all(draft.pictures.flatMap { $0.shown + $0.workOf }, in: db)
        let staffID = try db.first("SELECT staff_id FROM people WHERE id = \(author)") { $0.textOrNil(0) } ?? nil
        let roles = try Person.appointments(of: author, on: today, in: db)
            .filter { $0.school == nil || $0.school == school.id }.map(\.role)
        var networks: [Network] = []
        for account in accounts where !networks.contains(account.network) { networks.append(account.network) }
        return PostFacts(
            draft: draft, school: school, author: staffID ?? "person-\(author.rawValue)",
            authorRole: roles.first ?? "teacher", networks: networks.isEmpty ? ["wordpress"] : networks, links: links,
            upns: Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0.upn) }),
            quietDays: try CalendarNote.quietDays(since: today, at: school.id, in: db),
            room: try PictureRoom.load(draft.pictures, at: school.id, in: db))
    }

    func post(for network: Network, on day: Day) -> Gate.Post {
        var post = Gate.Post(
            text: draft.text, school: school.code, network: network, author: author, authorRole: authorRole, date: day,
            links: links,
            images: draft.pictures.map(image))
        post.quietDays = quietDays
        return post
    }
}
