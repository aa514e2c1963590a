import Database
import Gate
import HTML
import Web

/// M16: anyone who asks not to be filmed is respected, at once and from a phone.
enum ObjectionHandlers {
    static let form = FixedRoute(.get, "/consent/objection")
    static let object = Route<Pupil.ID>(.post, "/consent/:id/objection")
    static let note = FixedRoute(.post, "/consent/objection")
    static let settle = Route<UnnamedObjection.ID>(.post, "/consent/objections/:id/settlement")

    static func register(on router: inout Router<Context>) {
        router.on(form, for: .holding(.seeConsent), use: form)
        router.on(object, for: .holding(.seeConsent), use: object)
        router.on(note, for: .holding(.seeConsent), use: note)
        router.on(settle, for: .holding(.keepConsent), use: settle)
    }

    static func form(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = (request.query["q"] ?? "").trimmed
        let search = try await context.database.read { db in
            try PupilSearch.run(query, at: viewer.school.id, in: db)
        }
        return .page(ObjectionPage(search: search, viewer: viewer, context: context).body)
    }

    static func object(_ request: Request, _ context: Context, _ viewer: Viewer, id: Pupil.ID) async throws -> Response
    {
        let answer: ConsentAnswer
        do {
            answer = try ConsentForm(.objected, request.form, of: id, today: context.today).answer
        } catch is FieldErrors {
            throw Problem.refused("Say who objects: the child, or a parent or carer.")
        }
        let (pupil, found) = try await context.database.write { db -> (Pupil, FoundPosts) in
            guard let pupil = try Pupil.find(id, at: viewer.school.id, in: db) else { throw Problem.notFound }
            let outcome = try answer.record(by: viewer.id, context, in: db)
            return (pupil, try FoundPosts.load(outcome, isLooked: true, in: db))
        }
        return .page(ObjectionDonePage(pupil: pupil, found: found, viewer: viewer, context: context).body)
    }

    /// Nobody could name who objected: kept with what they looked like, for somebody who can.
    static func note(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        var reader = FormReader(request.form)
        let event = reader.line("event", missing: "Say where it was, such as Lantern walk.", most: 200)
        let description = reader.text(
            "description", missing: "Say how to recognise them, such as a red coat by the stage.", most: 1_000)
        guard reader.errors.isEmpty else {
            let search = PupilSearch(text: "", pupils: [], hasMore: false, nearest: nil)
            return .page(
                ObjectionPage(
                    search: search, typed: request.form, errors: reader.errors, viewer: viewer, context: context
                ).body, status: 422)
        }
        try await context.database.write { db in
            try UnnamedObjection.record(
                event: event, description: description, at: viewer.school.id, by: viewer.id, context, in: db)
        }
        return .page(ObjectionDonePage(pupil: nil, found: .none, viewer: viewer, context: context).body)
    }

    static func settle(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: UnnamedObjection.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let how = reader.text(
            "how", missing: "Say how it was settled, such as whose objection was recorded.", most: 1_000)
        if let message = reader.errors["how"] { throw Problem.refused(message) }
        try await context.database.write { db in
            try UnnamedObjection.settle(id, how: how, at: viewer.school.id, by: viewer.id, context, in: db)
        }
        return .seeOther(ConsentHandlers.index.path())
    }
}
