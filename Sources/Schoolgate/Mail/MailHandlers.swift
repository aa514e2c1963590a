import Database
import HTML
import Policy
import Web

/// How mails come to oneself, and for those who manage people: whether mails arrive.
enum MailHandlers {
    static let index = FixedRoute(.get, "/mail")
    static let choose = FixedRoute(.post, "/me/mail")
    static let again = FixedRoute(.post, "/me/mail/again")
    static let retry = Route<Person.ID>(.post, "/people/:id/mail")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.managePeople), use: index)
        router.on(choose, for: .signedIn, use: choose)
        router.on(again, for: .signedIn, use: again)
        router.on(retry, for: .holding(.managePeople), use: retry)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        let page = try await context.database.read { db in
            MailPage(
                trouble: try MailTrouble.find(in: db),
                waiting: Int(try db.one("SELECT count(*) FROM mails WHERE finished_at IS NULL") { $0.int(0) }),
                sent: Int(
                    try db.one(
                        "SELECT count(*) FROM mails WHERE state = 'sent' AND finished_at > \(now - .days(7))"
                    ) { $0.int(0) }),
                unreachable: try Unreachable.all(
                    at: viewer.schools.map(\.id).filter { viewer.holds(Right.managePeople.roles, at: $0) },
                    on: context.today, in: db), viewer: viewer,
                context: context)
        }
        return .page(page.body)
    }

    static func choose(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        guard let choice = request.form["choice"].flatMap(MailChoice.init(rawValue:)) else {
            throw Problem.refused("Choose one of the three: at once, each working morning, or nothing.")
        }
        let now = context.now()
        try await context.database.write { db in
            try MailPerson.choose(choice, for: viewer.id, by: viewer.id, at: now, in: db)
        }
        return .seeOther(OwnAccountHandlers.show.path() + "?done=mail")
    }

    static func again(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            try MailPerson.tryAgain(viewer.id, by: viewer.id, at: now, in: db)
        }
        return .seeOther(OwnAccountHandlers.show.path() + "?done=mail-again")
    }

    static func retry(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            guard try PersonEntry.find(id, for: viewer, now: now, in: db) != nil else { throw Problem.notFound }
            try MailPerson.tryAgain(id, by: viewer.id, at: now, in: db)
        }
        return .seeOther(PeopleHandlers.show.path(id))
    }
}

/// Somebody whose mails do not arrive.
struct Unreachable: Sendable {
    let person: Person
    let kept: MailPerson

    /// Active people with a role at one of these schools, or for the whole trust.
    static func all(at schools: [School.ID], on day: Day, in db: Connection) throws -> [Unreachable] {
        let kept = try MailPerson.all("refused_address IS NOT NULL", in: db)
        guard !kept.isEmpty else { return [] }
        return try db.all(
            """
            SELECT DISTINCT \(Person.columns) FROM people
            JOIN mail_people ON mail_people.person_id = people.id AND mail_people.refused_address = people.email
            JOIN appointments ON appointments.person_id = people.id
            WHERE people.deactivated_at IS NULL
                AND (appointments.school_id IN (\(list: schools.map(\.rawValue))) OR appointments.school_id IS NULL)
                AND since <= \(day) AND (until IS NULL OR until >= \(day))
            ORDER BY people.last_name, people.first_name
            """, Person.init(row:)
        ).compactMap { person in kept[person.id].map { Unreachable(person: person, kept: $0) } }
    }
}

extension Waiting {
    /// Whose mails do not arrive, and whether any leave.
    static func mails(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        var items: [Waiting] = []
        if let trouble = try MailTrouble.find(in: db) {
            items.append(
                Waiting(
                    title: "Mails do not leave Schoolgate", why: trouble.words, path: MailHandlers.index.path(),
                    action: "See what to do", chip: Chip("Mail", .warn, icon: .warn), due: nil, urgency: .today,
                    kind: .mail))
        }
        return items
            + (try Unreachable.all(at: [viewer.school.id], on: context.today, in: db).prefix(10).map { entry in
                Waiting(
                    title: "Mail to \(entry.person.name) does not arrive",
                    why: "Ask \(entry.person.firstName) whether \(entry.person.email) is right.",
                    path: entry.person.id == viewer.id
                        ? OwnAccountHandlers.show.path() : PeopleHandlers.show.path(entry.person.id),
                    action: "See what to do", chip: Chip("Mail", .warn, icon: .people), due: nil, urgency: .thisWeek,
                    kind: .mail)
            })
    }
}
