import Database
import Gate
import Policy
import Web

/// Another time for a post: what it means is shown before it happens, whether it was dragged or typed.
enum MoveHandlers {
    static func form(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let to = request.query["to"].flatMap { context.clock.instant(field: $0) }
        let view = try await context.database.read { db in try MoveView.load(id, to: to, viewer, context, in: db) }
        return .page(MovePage(view: view, problem: nil, viewer: viewer, context: context).body)
    }

    static func move(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let typed = request.form["slot"] ?? ""
        guard let slot = context.clock.instant(field: typed) else {
            return try await again(id, nil, "This is not a day and a time. Choose both.", context, viewer)
        }
        guard slot > context.now() else {
            return try await again(id, slot, "That time has passed. Choose a later one.", context, viewer)
        }
        // What it meets there is shown once; sent again with the same time, it is moved.
        let view = try await context.database.read { db in try MoveView.load(id, to: slot, viewer, context, in: db) }
        if !view.conflicts.isEmpty, request.form["seen"] != typed {
            return .page(MovePage(view: view, problem: nil, viewer: viewer, context: context).body, status: 422)
        }
        let links = try await context.links.facts(ofPost: id, at: viewer.school.id, context)
        let outcome = try await context.database.write { db -> Post.MoveOutcome in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            guard "\(post.edits)" == request.form["edits"] else {
                throw Problem.conflict("Somebody changed this post since you opened it. Look at it again.")
            }
            let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
            return try post.move(to: slot, by: viewer, links: links, in: room, context, in: db)
        }
        if case .blocked = outcome { return .seeOther(PostRoutes.edit.path(id)) }
        let shown = CalendarSpan.View(rawValue: request.form["view"] ?? "") ?? .list
        return .seeOther(
            CalendarSpan(shown, around: context.clock.day(of: slot)).path + "&moved=\(id.pathComponent)")
    }

    private static func again(
        _ id: Post.ID, _ to: Instant?, _ problem: String, _ context: Context, _ viewer: Viewer
    ) async throws -> Response {
        let view = try await context.database.read { db in try MoveView.load(id, to: to, viewer, context, in: db) }
        return .page(MovePage(view: view, problem: problem, viewer: viewer, context: context).body, status: 422)
    }
}

/// What moving a post would mean.
struct MoveView: Sendable {
    let post: Post
    let to: Instant?
    /// Whose approvals stand, and would be void.
    let approvedBy: [Person]
    /// Who would be asked after it.
    let asked: [Person]
    let conflicts: [CalendarConflict]

    static func load(
        _ id: Post.ID, to: Instant?, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> MoveView {
        guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
        guard post.state.isEditable else {
            throw Problem.refused(
                "This post is \(post.state.words.lowercased()), so its time can no longer be changed.")
        }
        let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
        let standing = try Approval.standing(of: post, in: db)
        let people = try Person.byID(Array(standing), in: db).values.sorted { $0.name < $1.name }
        let facts = try PostFacts.gather(
            Draft(post), at: viewer.school, author: post.author, today: context.today, in: db)
        let verdict = Verdict.of(facts, in: room, on: context.clock.day(of: to ?? post.slot ?? context.now()))
        let rule = ApprovalRule(room.rulebook)
        let isNeeded = verdict.outcome == .hold || rule.isNeeded(for: post)
        let asked =
            isNeeded
            ? try Person.holding(rule.roles(for: verdict), at: post.school, on: context.today, in: db)
                .filter { $0.id != post.author && $0.id != viewer.id } : []
        var draft = Draft(post)
        draft.slot = to ?? post.slot
        let conflicts =
            to == nil ? [] : try ConflictFinder.conflicts(of: draft, post.id, viewer, context, in: db)
        return MoveView(post: post, to: to, approvedBy: people, asked: asked, conflicts: conflicts)
    }
}
