import Crypto
import Database
import HTML
import Policy
import Web

enum PeopleHandlers {
    static let index = FixedRoute(.get, "/people")
    static let new = FixedRoute(.get, "/people/new")
    static let add = FixedRoute(.post, "/people")
    static let show = Route<Person.ID>(.get, "/people/:id")
    static let issueLink = Route<Person.ID>(.post, "/people/:id/link")
    static let removeFactor = Route<Person.ID>(.post, "/people/:id/second-factor/removal")
    static let unlink = Route<Person.ID>(.post, "/people/:id/identity/removal")
    static let appoint = Route<Person.ID>(.post, "/people/:id/appointments")
    static let endAppointment = Route<AppointmentEntry.ID>(.post, "/appointments/:id/end")
    static let deactivate = Route<Person.ID>(.post, "/people/:id/deactivation")
    static let reactivate = Route<Person.ID>(.post, "/people/:id/reactivation")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seePeople), use: index)
        router.on(new, for: .holding(.managePeople), use: new)
        router.on(add, for: .holding(.managePeople), use: add)
        router.on(show, for: .holding(.seePeople), use: show)
        router.on(issueLink, for: .holding(.managePeople), use: issueLink)
        router.on(removeFactor, for: .holding(.managePeople), use: removeFactor)
        router.on(unlink, for: .holding(.managePeople), use: unlink)
        router.on(appoint, for: .holding(.managePeople), use: appoint)
        router.on(endAppointment, for: .holding(.managePeople), use: endAppointment)
        router.on(deactivate, for: .holding(.managePeople), use: deactivate)
        router.on(reactivate, for: .holding(.managePeople), use: reactivate)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        let people = try await context.database.read { db in
            try PersonEntry.all(at: viewer.school.id, now: now, in: db)
        }
        return .page(PeoplePage(people: people, viewer: viewer, context: context).body)
    }

    static func new(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(NewPersonPage(typed: Form(), errors: FieldErrors(), viewer: viewer, context: context).body)
    }

    static func add(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        do {
            let (person, appointment) = try newPerson(request.form, context, viewer)
            let id = try await context.database.write { db -> Person.ID in
                let id = try person.add(by: viewer.id, in: .school(viewer.school.id), at: now, in: db)
                guard let added = try Person.find(id, in: db) else { throw Problem.unexpected }
                try appointment.give(to: added, by: viewer, on: context.today, at: now, in: db)
                return id
            }
            return .seeOther(show.path(id))
        } catch let errors as FieldErrors {
            return .page(
                NewPersonPage(typed: request.form, errors: errors, viewer: viewer, context: context).body, status: 422)
        }
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID) async throws -> Response {
        .page(try await page(id, context, viewer))
    }

    /// Shows the link once: only its digest is kept.
    static func issueLink(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        let link = try await context.database.write { db -> (token: Token, expiresAt: Instant) in
            let entry = try managed(id, viewer, context, in: db)
            guard entry.person.isActive else {
                throw Problem.refused("\(entry.person.name) has no access. Open it again before you make a link.")
            }
            let kind = entry.hasPassword ? OneTimeLink.Kind.reset : .invitation
            try Record.write(
                Event(
                    kind == .reset ? "made a reset link for" : "invited", "person", id.rawValue,
                    in: entry.chain(for: viewer, on: context.today), by: viewer.id), at: now, in: db)
            return try OneTimeLink.issue(kind, for: id, by: viewer.id, at: now, in: db)
        }
        return .page(
            try await page(
                id, context, viewer, link: (LinkHandlers.address(link.token, context), link.expiresAt)))
    }

    static func removeFactor(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        guard viewer.isConfirmed(at: now) || context.configuration.isDemo else {
            return ConfirmHandlers.first(show.path(id))
        }
        try await context.database.write { db in
            let entry = try managed(id, viewer, context, in: db)
            try SecondFactor.remove(
                of: id, by: viewer.id, in: entry.chain(for: viewer, on: context.today), at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func unlink(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            let entry = try managed(id, viewer, context, in: db)
            guard try db.run("DELETE FROM identities WHERE person_id = \(id)") > 0 else { return }
            try db.run(
                """
                UPDATE sessions SET ended_at = \(now)
                WHERE person_id = \(id) AND way = \(Session.Way.provider.rawValue) AND ended_at IS NULL
                """
            )
            try Record.write(
                Event(
                    "undid the identity provider’s link of", "person", id.rawValue,
                    in: entry.chain(for: viewer, on: context.today), by: viewer.id), at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func appoint(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        do {
            var reader = FormReader(request.form)
            let appointment = Self.appointment(&reader, request.form, context, viewer)
            try reader.finish()
            try await context.database.write { db in
                guard let entry = try PersonEntry.find(id, for: viewer, now: now, in: db) else {
                    throw Problem.notFound
                }
                try appointment.give(to: entry.person, by: viewer, on: context.today, at: now, in: db)
            }
            return .seeOther(show.path(id))
        } catch let errors as FieldErrors {
            return .page(try await page(id, context, viewer, typed: request.form, errors: errors), status: 422)
        }
    }

    static func endAppointment(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AppointmentEntry.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        let person = try await context.database.write { db -> Person.ID in
            guard let entry = try AppointmentEntry.find(id, in: db),
                entry.school == nil || entry.school == viewer.school.id
            else { throw Problem.notFound }
            // The day it ends on is included, and it is to end now.
            try entry.end(on: today.adding(days: -1), by: viewer, at: now, in: db)
            return entry.person
        }
        return .seeOther(show.path(person))
    }

    static func deactivate(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            let entry = try managed(id, viewer, context, in: db)
            try entry.person.deactivate(
                by: viewer, in: entry.chain(for: viewer, on: context.today), at: now, in: db)
            try Handover.begin(for: id, leaving: context.today, by: viewer.id, context, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func reactivate(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            let entry = try managed(id, viewer, context, in: db)
            try entry.person.reactivate(
                by: viewer, in: entry.chain(for: viewer, on: context.today), at: now, in: db)
            try Handover.takeBack(of: id, by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    /// Somebody whose account the viewer may open and close.
    private static func managed(
        _ id: Person.ID, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PersonEntry {
        guard let entry = try PersonEntry.find(id, for: viewer, now: context.now(), in: db) else {
            throw Problem.notFound
        }
        guard entry.person.id != viewer.id else {
            throw Problem.forbidden("This is your own account. Change your password under Your account.")
        }
        guard entry.isManaged(by: viewer, on: context.today) else {
            throw Problem.forbidden(
                "\(entry.person.name) also works for another school or the whole trust, so the trust’s administrator does this."
            )
        }
        return entry
    }

    private static func newPerson(
        _ form: Form, _ context: Context, _ viewer: Viewer
    ) throws -> (NewPerson, NewAppointment) {
        var reader = FormReader(form)
        let person = NewPerson(
            firstName: reader.line("first", missing: "Write the first name.", most: 80),
            lastName: reader.line("last", missing: "Write the last name.", most: 80), email: reader.email("email"))
        let appointment = appointment(&reader, form, context, viewer)
        try reader.finish()
        return (person, appointment)
    }

    private static func appointment(
        _ reader: inout FormReader, _ form: Form, _ context: Context, _ viewer: Viewer
    ) -> NewAppointment {
        let word = reader.line("role", missing: "Choose what they do.", most: 80)
        var role = Role(rawValue: word)
        if word == "other" { role = Role(rawValue: reader.line("title", missing: "Write the job title.", most: 80)) }
        // A typed title never becomes a role with rights.
        if word == "other", Role(word: role.rawValue).isKnown {
            reader.refuse("title", "This is one of the roles above, which carry rights. Choose it there.")
        } else if word != "other", !word.isEmpty, !role.isKnown {
            reader.refuse("role", "Choose one of the list.")
        }
        let since = reader.day("since") ?? context.today
        let until = reader.day("until")
        if let until, until < since {
            reader.refuse("until", "This is before it begins. Choose a later day, or leave it empty.")
        }
        var school: School.ID? = viewer.school.id
        switch form["school"] {
        case nil: break
        case "trust": school = nil
        case let text?:
            guard let id = School.ID(pathComponent: text[...]), viewer.schools.contains(where: { $0.id == id }) else {
                reader.refuse("school", "Choose one of the list.")
                break
            }
            school = id
        }
        return NewAppointment(school: school, role: role, since: since, until: until)
    }

    private static func page(
        _ id: Person.ID, _ context: Context, _ viewer: Viewer, typed: Form = Form(),
        errors: FieldErrors = FieldErrors(), link: (address: String, until: Instant)? = nil
    ) async throws -> Markup {
        let now = context.now()
        let (entry, proposals, leaving, mail) = try await context.database.read { db in
            (
                try PersonEntry.find(id, for: viewer, now: now, in: db), try AppointmentProposal.of(id, in: db),
                try Person.leavingDay(of: id, in: db), try MailPerson.find(id, in: db)
            )
        }
        guard let entry else { throw Problem.notFound }
        return PersonPage(
            entry: entry, proposals: proposals, leaving: leaving, mail: mail, link: link, typed: typed, errors: errors,
            viewer: viewer, context: context
        ).body
    }
}
