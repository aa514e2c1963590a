import Database
import Gate
import HTML
import Policy
import Web

enum RehearsalRoutes {
    static let choose = Route<PolicyVersion.ID>(.get, "/policies/:id/rehearsal")
    static let start = Route<PolicyVersion.ID>(.post, "/policies/:id/rehearsal")
    static let show = Route<Rehearsal.ID>(.get, "/rehearsals/:id")
    static let progress = Route<Rehearsal.ID>(.get, "/rehearsals/:id/progress")
    static let stop = Route<Rehearsal.ID>(.post, "/rehearsals/:id/cancellation")

    static func register(on router: inout Router<Context>) {
        router.on(choose, for: .rehearsingPolicy, use: RehearsalHandlers.choose)
        router.on(start, for: .rehearsingPolicy, use: RehearsalHandlers.start)
        router.on(show, for: .rehearsingPolicy, use: RehearsalHandlers.show)
        router.on(progress, for: .rehearsingPolicy, use: RehearsalHandlers.progress)
        router.on(stop, for: .rehearsingPolicy, use: RehearsalHandlers.stop)
    }
}

extension Access where Context == Schoolgate.Context, Who == Viewer {
    /// Whoever drafts the policy, owns it, or is asked to sign it.
    static var rehearsingPolicy: Access {
        Access("may rehearse the policy") { request, context in
            let viewer = try await Session.viewer(of: request, context)
            if viewer.may(.rehearsePolicy) { return viewer }
            guard try await context.database.read({ try viewer.keepsPolicy(context, in: $0) }) else {
                throw Problem.notFound
            }
            return viewer
        }
    }
}

enum RehearsalHandlers {
    /// How long whoever asks waits for the answer itself before being shown how far it is.
    private static let patience = Duration.milliseconds(1_500)

    /// One control with its values, to be changed and tried.
    static func choose(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let view = try await context.database.read { db in
            try ChangedControlView.load(id, request.query["control"], viewer, context, in: db)
        }
        return .page(ChangedControlPage(view: view, viewer: viewer, context: context).body)
    }

    private enum Begun: Sendable {
        case running(Rehearsal.ID, RehearsalPlan)
        case again(ChangedControlView, FieldErrors)
    }

    /// Begins a rehearsal of the text as it stands, or with one control changed.
    static func start(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        guard !context.rehearsals.isBusy else {
            throw Problem.tooMany("Others are rehearsing just now. Nothing was begun. Try again in a minute.")
        }
        let now = context.now(), form = request.form
        let begun = try await context.database.write { db -> Begun in
            let version = try PolicyHandlers.visible(id, viewer, context, in: db)
            do {
                let change = try change(form, in: version, in: db)
                let plan = try RehearsalPlan.make(version, changing: change, for: viewer, in: db)
                return .running(try Rehearsal.begin(plan, of: id, by: viewer.id, at: now, in: db), plan)
            } catch let errors as FieldErrors {
                return .again(try ChangedControlView.load(id, form["control"], viewer, context, in: db), errors)
            }
        }
        switch begun {
        case .again(let view, let errors):
            return .page(
                ChangedControlPage(view: view, viewer: viewer, context: context, sent: form, errors: errors).body,
                status: 422)
        case .running(let rehearsal, let plan):
            let run = RehearsalRun(id: rehearsal, plan: plan, context: context)
            guard context.rehearsals.start(rehearsal, { await run.run() }) else {
                try await context.database.write { db in try Rehearsal.end(rehearsal, as: .stopped, at: now, in: db) }
                throw Problem.tooMany("Others are rehearsing just now. Nothing was begun. Try again in a minute.")
            }
            await context.rehearsals.wait(for: rehearsal, atMost: patience)
            return .seeOther(RehearsalRoutes.show.path(rehearsal))
        }
    }

    private static func change(_ form: Form, in version: PolicyVersion, in db: Connection) throws -> ChangedControl? {
        guard let name = form["control"], !name.isEmpty else { return nil }
        guard let rulebook = try PolicyVersion.read(version.source, file: "version", in: db).rulebook else {
            throw Problem.refused("This draft cannot be read yet. Put right what is listed below the text first.")
        }
        return try ChangedControl.read(name, form, in: version, rulebook, in: db)
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Rehearsal.ID
    ) async throws -> Response {
        let now = context.now()
        let view = try await context.database.read { db in try RehearsalView.load(id, viewer, at: now, in: db) }
        return .page(RehearsalPage(view: view, viewer: viewer, context: context).body)
    }

    /// How far it is, for the page to show while it waits.
    static func progress(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Rehearsal.ID
    ) async throws -> Response {
        let rehearsal = try await context.database.read { db in try Rehearsal.find(id, for: viewer, in: db) }
        guard let rehearsal else { throw Problem.notFound }
        let isRunning = rehearsal.state == .running && !rehearsal.isBrokenOff(context.now())
        return .text(
            "{\"running\":\(isRunning),\"done\":\(rehearsal.done),\"total\":\(rehearsal.total)}",
            type: "application/json")
    }

    static func stop(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Rehearsal.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            guard try Rehearsal.find(id, for: viewer, in: db) != nil else { throw Problem.notFound }
            try Rehearsal.end(id, as: .stopped, at: now, in: db)
        }
        context.rehearsals.stop(id)
        return .seeOther(RehearsalRoutes.show.path(id))
    }
}

/// Everything the page of a rehearsal shows.
struct RehearsalView: Sendable {
    let rehearsal: Rehearsal
    let version: PolicyVersion
    let tally: Rehearsal.Tally?
    /// The posts that are named, as they are now; what has gone since is not shown.
    let posts: [Int64: Post]
    let citations: Citations?
    let schools: [School.ID: String]

    static func load(
        _ id: Rehearsal.ID, _ viewer: Viewer, at now: Instant, in db: Connection
    ) throws -> RehearsalView {
        guard let rehearsal = try Rehearsal.find(id, for: viewer, in: db),
            let version = try PolicyVersion.find(rehearsal.version, in: db)
        else { throw Problem.notFound }
        let tally = try rehearsal.tally(at: now, in: db)
        var posts: [Int64: Post] = [:], ids = Set((tally?.groups ?? []).flatMap { $0.examples.map(\.key) }).sorted()
        while !ids.isEmpty {
            let some = Array(ids.prefix(1_000))
            ids.removeFirst(some.count)
            let schools = rehearsal.schools.map(\.rawValue)
            for post in try Post.all("posts.id IN (\(list: some)) AND posts.school_id IN (\(list: schools))", in: db) {
                posts[post.id.rawValue] = post
            }
        }
        return RehearsalView(
            rehearsal: rehearsal, version: version, tally: tally, posts: posts,
            citations: try PolicyVersion.read(version.source, file: "version", in: db).rulebook.map {
                Citations($0)
            }, schools: Dictionary(viewer.schools.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a }))
    }
}

/// What the page for changing one control shows.
struct ChangedControlView: Sendable {
    let version: PolicyVersion
    let name: String?
    let control: (any Control)?
    /// Whether the policy has it.
    let isThere: Bool
    /// Every control, and whether the policy has it.
    let names: [(name: String, isThere: Bool)]

    static func load(
        _ id: PolicyVersion.ID, _ name: String?, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> ChangedControlView {
        let version = try PolicyHandlers.visible(id, viewer, context, in: db)
        guard version.school != nil else { throw Problem.notFound }
        guard let rulebook = try PolicyVersion.read(version.source, file: "version", in: db).rulebook else {
            throw Problem.refused("This draft cannot be read yet. Put right what is listed below the text first.")
        }
        let own = Set(rulebook.rules.map(\.name))
        let current = name.flatMap { ChangedControl.current($0, in: rulebook) }
        if name != nil, current == nil { throw Problem.notFound }
        return ChangedControlView(
            version: version, name: name, control: current?.control, isThere: current?.isThere ?? false,
            names: ChangedControl.all.map { ($0.name, own.contains($0.name)) })
    }
}
