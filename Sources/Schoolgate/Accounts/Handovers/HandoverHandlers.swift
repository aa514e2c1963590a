import Database
import HTML
import Policy
import Web

/// Handovers: the list, one of them, and its steps.
enum HandoverHandlers {
    static let index = FixedRoute(.get, "/handovers")
    static let show = Route<Handover.ID>(.get, "/handovers/:id")
    static let sign = Route<Handover.ID>(.post, "/handovers/:id/steps")
    static let takeBack = Route<Handover.ID>(.post, "/handovers/:id/access")
    static let succeed = Route<Handover.ID>(.post, "/handovers/:id/successor")
    static let leave = Route<Person.ID>(.post, "/people/:id/leaving")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.manageAccounts), use: index)
        router.on(show, for: .holding(.manageAccounts), use: show)
        router.on(sign, for: .holding(.manageAccounts), use: sign)
        router.on(takeBack, for: .holding(.manageAccounts), use: takeBack)
        router.on(succeed, for: .holding(.manageAccounts), use: succeed)
        router.on(leave, for: .holding(.managePeople), use: leave)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let open = try await context.database.read { db in try Handover.open(at: viewer.school.id, in: db) }
        return .page(HandoversPage(handovers: open, viewer: viewer, context: context).body)
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Handover.ID
    ) async throws -> Response {
        let today = context.today
        let page = try await context.database.read { db in
            HandoverPage(
                handover: try visible(id, viewer, in: db),
                staff: try StaffCandidate.all(at: viewer.school.id, on: today, in: db), viewer: viewer,
                context: context
            ).body
        }
        return .page(page)
    }

    static func sign(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Handover.ID
    ) async throws -> Response {
        let now = context.now(), note = String((request.form["note"] ?? "").prefix(500)).trimmed
        guard let kind = HandoverStep.Kind(rawValue: request.form["step"] ?? ""), kind != .successor else {
            throw Problem.notFound
        }
        let state: HandoverStep.State = request.form["state"] == "not needed" ? .notNeeded : .done
        try await context.database.write { db in
            try Handover.lock(id, in: db)
            try visible(id, viewer, in: db).sign(kind, state, note: note, by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func succeed(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Handover.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        guard let person = Person.ID(pathComponent: (request.form["person"] ?? "")[...]) else {
            throw Problem.refused("Choose who runs the account from now on.")
        }
        try await context.database.write { db in
            try Handover.lock(id, in: db)
            let handover = try visible(id, viewer, in: db)
            try Account.lock(handover.account, in: db)
            let staff = try StaffCandidate.all(at: viewer.school.id, on: today, in: db)
            guard let member = staff.first(where: { $0.id == person }) else {
                throw Problem.refused("Choose somebody who works here.")
            }
            try handover.succeed(member, by: viewer.id, on: today, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    /// The day somebody leaves; an empty one takes it back.
    static func leave(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        var reader = FormReader(request.form)
        let day = reader.day("leaves")
        if let problem = reader.errors["leaves"] { throw Problem.refused(problem) }
        try await context.database.write { db in
            guard let entry = try PersonEntry.find(id, for: viewer, now: now, in: db) else { throw Problem.notFound }
            guard entry.isManaged(by: viewer, on: today) else {
                throw Problem.forbidden("An administrator who manages everywhere they work sets this day.")
            }
            try entry.person.leave(
                on: day, by: viewer.id, in: entry.chain(for: viewer, on: today), context, in: db)
        }
        return .seeOther(PeopleHandlers.show.path(id))
    }

    /// Asks the network to forget Schoolgate's own access, which whoever leaves may have allowed.
    static func takeBack(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Handover.ID
    ) async throws -> Response {
        let (account, before) = try await context.database.read { db in
            let handover = try visible(id, viewer, in: db)
            guard handover.closedAt == nil, handover.open.contains(where: { $0.kind == .tokens }) else {
                throw Problem.conflict("Somebody has signed this step off already.")
            }
            guard let account = try Account.find(handover.account, in: db), !account.isClosed,
                ConnectWay(account.network).givesAccess
            else { throw Problem.notFound }
            return (account, try? account.access(context, in: db))
        }
        let end = await AccessEnd.of(account, context), now = context.now()
        try await context.database.write { db in
            try Handover.lock(id, in: db)
            try Account.lock(account.id, in: db)
            let handover = try visible(id, viewer, in: db)
            if end.leftOver == nil {
                try account.dropAccess(
                    before, trouble: "Schoolgate’s access was taken back when it was handed over. Connect it again.",
                    context, in: db)
            }
            try handover.tookBack(end, by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    private static func visible(_ id: Handover.ID, _ viewer: Viewer, in db: Connection) throws -> Handover {
        guard let handover = try Handover.find(id, in: db), handover.school == viewer.school.id else {
            throw Problem.notFound
        }
        return handover
    }
}

extension Person {
    /// Sets or takes back the day they leave, and what that means for the accounts they run.
    func leave(
        on day: Day?, by actor: Person.ID?, in chain: Event.Chain, _ context: Context, in db: Connection
    ) throws {
        let now = context.now()
        try db.run("UPDATE people SET leaves_on = \(day) WHERE id = \(id)")
        try Record.write(
            Event(
                day == nil ? "took back the leaving day of" : "set the leaving day of", "person", id.rawValue,
                in: chain, by: actor, fields: [("leaves", day.map { "\($0)" } ?? "")]), at: now, in: db)
        if let day {
            try Handover.begin(for: id, leaving: day, by: actor, context, in: db)
        } else {
            try Handover.takeBack(of: id, by: actor, at: now, in: db)
        }
    }

    /// The day they leave, where one is set.
    static func leavingDay(of id: ID, in db: Connection) throws -> Day? {
        try db.first("SELECT leaves_on FROM people WHERE id = \(id)") { $0.textOrNil(0) }?.flatMap { Day($0) }
    }
}
