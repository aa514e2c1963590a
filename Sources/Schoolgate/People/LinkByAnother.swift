import Database
import Policy

/// What somebody did that may let others in as a person: made a link, or removed the second factor.
///
/// So the person is told, and those who would have to notice; and once it is used, nothing is decided in that
/// person's name for a while (docs/decisions/0005).
struct LinkByAnother: Sendable {
    /// How long the person hears of it when they do not answer, and how long others do.
    static let told = Duration.days(60)
    static let shown = Duration.days(7)
    /// Whose approval or signature others rely on.
    static let deciders: [Role] = [
        "headteacher", "deputy", "senior-leader", "dsl", "deputy-dsl", "chair", "governor", "administrator",
    ]

    enum Kind: Sendable {
        /// For a person who had a password already: whoever holds it chooses a new one.
        case link
        /// Used once another was set up.
        case secondFactor
    }

    let kind: Kind
    let person: Person.ID
    let personName: String
    /// Nil for whoever runs the server.
    let issuer: Person.ID?
    let issuerName: String
    let madeAt: Instant
    let usedAt: Instant?
    let expiresAt: Instant
    let confirmedAt: Instant?

    var isLink: Bool { kind == .link }

    /// What the person was told of and has not answered since.
    func isOpen(at now: Instant) -> Bool {
        guard let usedAt else { return confirmedAt == nil && expiresAt > now }
        return confirmedAt.map { $0 < usedAt } ?? true
    }

    static func of(_ person: Person.ID, since: Instant, in db: Connection) throws -> [LinkByAnother] {
        try load("links.person_id = \(person) AND links.created_at > \(since)", in: db)
    }

    /// Those made lately for people who decide at a school.
    static func ofDeciders(
        at school: School.ID, on day: Day, since: Instant, in db: Connection
    ) throws -> [LinkByAnother] {
        try load(
            """
            links.created_at > \(since) AND links.person_id IN (
                SELECT person_id FROM appointments WHERE role IN (\(list: deciders.map(\.rawValue)))
                    AND (school_id = \(school) OR school_id IS NULL)
                    AND since <= \(day) AND (until IS NULL OR until >= \(day)))
            """, in: db)
    }

    /// The person says that they had asked for it.
    static func confirm(of person: Person.ID, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE one_time_links SET confirmed_at = \(now)
            WHERE person_id = \(person) AND kind = 'reset' AND (confirmed_at IS NULL OR confirmed_at < used_at)
            """
        )
        try db.run(
            """
            UPDATE second_factor_removals SET confirmed_at = \(now)
            WHERE person_id = \(person) AND (confirmed_at IS NULL OR confirmed_at < used_at)
            """
        )
        try Record.write(
            Event("confirmed the new link of", "person", person.rawValue, in: .trust, by: person), at: now, in: db)
    }

    private static func load(_ condition: SQL, in db: Connection) throws -> [LinkByAnother] {
        (try links(condition, in: db) + removals(condition, in: db)).sorted { $0.madeAt > $1.madeAt }
    }

    private static func removals(_ condition: SQL, in db: Connection) throws -> [LinkByAnother] {
        try db.all(
            """
            SELECT links.person_id, people.first_name, people.last_name, links.issued_by, issuers.first_name,
                issuers.last_name, links.created_at, links.used_at, links.created_at, links.confirmed_at
            FROM (SELECT person_id, removed_by AS issued_by, removed_at AS created_at, used_at, confirmed_at
                FROM second_factor_removals) links
            JOIN people ON people.id = links.person_id LEFT JOIN people issuers ON issuers.id = links.issued_by
            WHERE \(condition) ORDER BY links.created_at DESC LIMIT 50
            """
        ) { row in
            LinkByAnother(
                kind: .secondFactor, person: Person.ID(row.int(0)), personName: "\(row.text(1)) \(row.text(2))",
                issuer: row.intOrNil(3).map { Person.ID($0) },
                issuerName: row.isNull(3) ? "Whoever runs the server" : "\(row.text(4)) \(row.text(5))",
                madeAt: Instant(milliseconds: row.int(6)), usedAt: row.intOrNil(7).map { Instant(milliseconds: $0) },
                // It does not run out: until another is set up, the password alone is enough to set up one.
                expiresAt: Instant(milliseconds: row.int(8)) + told,
                confirmedAt: row.intOrNil(9).map { Instant(milliseconds: $0) })
        }
    }

    private static func links(_ condition: SQL, in db: Connection) throws -> [LinkByAnother] {
        try db.all(
            """
            SELECT links.person_id, people.first_name, people.last_name, links.issued_by, issuers.first_name,
                issuers.last_name, links.created_at, links.used_at, links.expires_at, links.confirmed_at
            FROM one_time_links links JOIN people ON people.id = links.person_id
            JOIN people issuers ON issuers.id = links.issued_by
            WHERE links.kind = 'reset' AND links.issued_by <> links.person_id AND \(condition)
            ORDER BY links.created_at DESC LIMIT 50
            """
        ) { row in
            LinkByAnother(
                kind: .link, person: Person.ID(row.int(0)), personName: "\(row.text(1)) \(row.text(2))",
                issuer: Person.ID(row.int(3)), issuerName: "\(row.text(4)) \(row.text(5))",
                madeAt: Instant(milliseconds: row.int(6)), usedAt: row.intOrNil(7).map { Instant(milliseconds: $0) },
                expiresAt: Instant(milliseconds: row.int(8)),
                confirmedAt: row.intOrNil(9).map { Instant(milliseconds: $0) })
        }
    }
}

/// What a viewer has to know about links that others made for them.
struct LinkNotice: Sendable {
    /// What happened, for the banner; nil when there is nothing they have not answered.
    let news: String?
    /// Why they approve and sign nothing for now; nil when they may.
    let bar: String?
    /// Whether the news is of a link rather than of a second factor.
    let isAboutLink: Bool

    static let none = LinkNotice(news: nil, bar: nil)

    private init(news: String?, bar: String?) {
        self.news = news
        self.bar = bar
        isAboutLink = true
    }

    init(_ known: [LinkByAnother], _ context: Context) {
        let now = context.now(), clock = context.clock, rest = context.configuration.restAfterLink
        let links = known.filter { $0.madeAt > now - LinkByAnother.told }
        let used = links.filter { $0.usedAt != nil }.max { ($0.usedAt ?? now) < ($1.usedAt ?? now) }
        var until: Instant?
        if let usedAt = used?.usedAt, usedAt + rest > now { until = usedAt + rest }
        if let used, let usedAt = used.usedAt, let until {
            bar =
                "\(used.issuerName) \(used.isLink ? "made a new sign-in link for you, and it was used" : "removed your second factor, and another was set up") \(clock.moment(of: usedAt, now: now)). So that nobody decides in your name, you can approve and sign again from \(clock.moment(of: until, now: now))."
        } else {
            bar = nil
        }
        let open = links.filter { $0.isOpen(at: now) }
        guard let link = open.first(where: { $0.usedAt != nil }) ?? open.first else {
            news = nil
            isAboutLink = true
            return
        }
        isAboutLink = link.isLink
        let deed = link.isLink ? "made a new sign-in link for you" : "removed your second factor"
        let made = "\(link.issuerName) \(deed) \(clock.moment(of: link.madeAt, now: now))."
        let use =
            link.usedAt.map {
                "\(link.isLink ? " It was used" : " Another was set up") \(clock.moment(of: $0, now: now))."
            }
            ?? (link.isLink ? " Nobody has used it yet." : " Nobody has set up another yet.")
        let rests = until.map { " Until \(clock.moment(of: $0, now: now)) you approve and sign nothing." } ?? ""
        news = made + use + rests
    }
}
