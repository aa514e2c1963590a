import Database
import Policy

/// A link that somebody made for a person who had a password already: whoever holds it can become that person.
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

    let person: Person.ID
    let personName: String
    let issuer: Person.ID
    let issuerName: String
    let madeAt: Instant
    let usedAt: Instant?
    let expiresAt: Instant
    let confirmedAt: Instant?

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
        try Record.write(
            Event("confirmed the new link of", "person", person.rawValue, in: .trust, by: person), at: now, in: db)
    }

    private static func load(_ condition: SQL, in db: Connection) throws -> [LinkByAnother] {
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
                person: Person.ID(row.int(0)), personName: "\(row.text(1)) \(row.text(2))",
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

    static let none = LinkNotice(news: nil, bar: nil)

    private init(news: String?, bar: String?) {
        self.news = news
        self.bar = bar
    }

    init(_ known: [LinkByAnother], _ context: Context) {
        let now = context.now(), clock = context.clock, rest = context.configuration.restAfterLink
        let links = known.filter { $0.madeAt > now - LinkByAnother.told }
        let used = links.filter { $0.usedAt != nil }.max { ($0.usedAt ?? now) < ($1.usedAt ?? now) }
        var until: Instant?
        if let usedAt = used?.usedAt, usedAt + rest > now { until = usedAt + rest }
        if let used, let usedAt = used.usedAt, let until {
            bar =
                "\(used.issuerName) made a new sign-in link for you, and it was used \(clock.moment(of: usedAt, now: now)). So that nobody decides in your name, you can approve and sign again from \(clock.moment(of: until, now: now))."
        } else {
            bar = nil
        }
        let open = links.filter { $0.isOpen(at: now) }
        guard let link = open.first(where: { $0.usedAt != nil }) ?? open.first else {
            news = nil
            return
        }
        let made = "\(link.issuerName) made a new sign-in link for you \(clock.moment(of: link.madeAt, now: now))."
        let use = link.usedAt.map { " It was used \(clock.moment(of: $0, now: now))." } ?? " Nobody has used it yet."
        let rests = until.map { " Until \(clock.moment(of: $0, now: now)) you approve and sign nothing." } ?? ""
        news = made + use + rests
    }
}
