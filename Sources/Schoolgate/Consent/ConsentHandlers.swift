import Database
import Gate
import HTML
import Policy
import Web

enum ConsentHandlers {
    static let index = FixedRoute(.get, "/consent")
    static let show = Route<Pupil.ID>(.get, "/consent/:id")
    static let answer = Route<Pupil.ID>(.post, "/consent/:id/answers")
    static let list = Route<Pupil.ID>(.post, "/consent/:id/list")
    static let lift = Route<ConsentEntry.ID>(.post, "/consent/answers/:id/lifting")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seeConsent), use: index)
        router.on(show, for: .holding(.seeConsent), use: show)
        router.on(answer, for: .holding(.keepConsent), use: answer)
        router.on(list, for: .holding(.keepConsent), use: list)
        router.on(lift, for: .holding(.keepConsent), use: lift)
        ObjectionHandlers.register(on: &router)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = (request.query["q"] ?? "").trimmed
        let view = try await context.database.read { db in
            ConsentIndex(
                search: try PupilSearch.run(
                    query, at: viewer.school.id, includesLeft: viewer.may(.keepConsent), in: db),
                unnamed: viewer.may(.keepConsent) ? try UnnamedObjection.open(at: viewer.school.id, in: db) : [])
        }
        return .page(ConsentIndexPage(view: view, viewer: viewer, context: context).body)
    }

    /// P28: every look at a child's page is on the record.
    static func show(_ request: Request, _ context: Context, _ viewer: Viewer, id: Pupil.ID) async throws -> Response {
        let now = context.now()
        let child = try await context.database.write { db -> ChildConsent? in
            guard let child = try ChildConsent.load(id, at: viewer.school.id, context, in: db) else { return nil }
            try Record.write(
                Event("looked at the consent of", "pupil", id.rawValue, in: .school(viewer.school.id), by: viewer.id),
                at: now, in: db)
            return child
        }
        guard let child else { throw Problem.notFound }
        return .page(ChildConsentPage(child: child, viewer: viewer, context: context).body)
    }

    static func answer(_ request: Request, _ context: Context, _ viewer: Viewer, id: Pupil.ID) async throws -> Response
    {
        try await record(id, request, context, viewer) { try ConsentForm($0, of: id, today: context.today) }
    }

    /// M15: nobody overrides the list in a post; it is kept here.
    static func list(_ request: Request, _ context: Context, _ viewer: Viewer, id: Pupil.ID) async throws -> Response {
        try await record(id, request, context, viewer) {
            try ConsentForm(.doNotPublish, $0, of: id, today: context.today)
        }
    }

    static func lift(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: ConsentEntry.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let reason = reader.text("reason", missing: "Say why it is lifted, and who agreed.", most: 1_000)
        if let message = reader.errors["reason"] { throw Problem.refused(message) }
        let pupil = try await context.database.write { db in
            try ConsentEntry.lift(id, because: reason, at: viewer.school.id, by: viewer.id, context, in: db)
        }
        return .seeOther(show.path(pupil))
    }

    /// Records an answer and shows at once what it sets in motion (N4).
    private static func record(
        _ id: Pupil.ID, _ request: Request, _ context: Context, _ viewer: Viewer,
        _ read: (Form) throws -> ConsentForm
    ) async throws -> Response {
        do {
            let form = try read(request.form)
            let found = try await context.database.write { db -> FoundPosts in
                guard try Pupil.find(id, at: viewer.school.id, in: db) != nil else { throw Problem.notFound }
                let outcome = try form.answer.record(by: viewer.id, context, in: db)
                return try FoundPosts.load(outcome, isLooked: form.answer.isRefusal, in: db)
            }
            let child = try await context.database.read { db in
                try ChildConsent.load(id, at: viewer.school.id, context, in: db)
            }
            guard let child else { throw Problem.notFound }
            return .page(
                ChildConsentPage(
                    child: child, done: form.answer.sentence, found: found, viewer: viewer, context: context
                ).body)
        } catch let errors as FieldErrors {
            let child = try await context.database.read { db in
                try ChildConsent.load(id, at: viewer.school.id, context, in: db)
            }
            guard let child else { throw Problem.notFound }
            return .page(
                ChildConsentPage(
                    child: child, typed: request.form, errors: errors, viewer: viewer, context: context
                ).body, status: 422)
        }
    }
}

/// What the register's first page shows.
struct ConsentIndex: Sendable {
    let search: PupilSearch
    let unnamed: [UnnamedObjection]
}

extension ConsentAnswer {
    /// What was recorded, for the page that follows.
    var sentence: String {
        switch decision {
        case .yes: "\(givenBy)’s yes is recorded."
        case .no: "\(givenBy)’s no is recorded."
        case .withdrawn: "The withdrawal is recorded. Thank \(givenBy) for telling us."
        case .objected: "The objection is recorded, and holds for every purpose."
        case .doNotPublish: "The child is on the do-not-publish list."
        }
    }
}
