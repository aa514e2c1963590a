import Database
import Gate
import HTML
import Web

/// Proposals of accounts: whoever writes posts may propose, whoever the policy names decides.
enum ProposalHandlers {
    static let index = FixedRoute(.get, "/proposals")
    static let new = FixedRoute(.get, "/proposals/new")
    static let propose = FixedRoute(.post, "/proposals")
    static let show = Route<Proposal.ID>(.get, "/proposals/:id")
    static let again = Route<Proposal.ID>(.get, "/proposals/:id/again")
    static let decide = Route<Proposal.ID>(.post, "/proposals/:id/decision")
    static let withdraw = Route<Proposal.ID>(.post, "/proposals/:id/withdrawal")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seeAccounts), use: index)
        router.on(new, for: .holding(.writePosts), use: new)
        router.on(propose, for: .holding(.writePosts), use: propose)
        // Who decides is the policy's to say, so these two ask it.
        router.on(show, for: .signedIn, use: show)
        router.on(decide, for: .signedIn, use: decide)
        router.on(again, for: .holding(.writePosts), use: again)
        router.on(withdraw, for: .holding(.writePosts), use: withdraw)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let list = try await context.database.read { db in
            let rule = try rule(viewer, context, in: db)
            return try Proposal.all(at: viewer.school.id, in: db).filter { $0.isVisible(to: viewer, rule) }
        }
        return .page(ProposalsPage(proposals: list, viewer: viewer, context: context).body)
    }

    static func new(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await form(Form(), FieldErrors(), following: nil, context, viewer))
    }

    /// A proposal that was turned down or taken back, as its proposer changes it for the next.
    static func again(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        let proposal = try await context.database.read { db in try own(id, viewer, in: db) }
        return .page(try await form(proposal.draft.asForm, FieldErrors(), following: proposal, context, viewer))
    }

    static func propose(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), today = context.today
        let follows = Proposal.ID(pathComponent: (request.form["follows"] ?? "")[...])
        do {
            let id = try await context.database.write { db in
                let earlier = try follows.map { try own($0, viewer, in: db) }
                let draft = try ProposalDraft(
                    request.form, staff: try StaffCandidate.all(at: viewer.school.id, on: today, in: db),
                    try rule(viewer, context, in: db).control, today: today)
                return try draft.propose(
                    following: earlier?.id, at: viewer.school.id, by: viewer.id, at: now, in: db)
            }
            return .seeOther(show.path(id))
        } catch let errors as FieldErrors {
            let earlier = try await context.database.read { db in try follows.map { try own($0, viewer, in: db) } }
            return .page(try await form(request.form, errors, following: earlier, context, viewer), status: 422)
        }
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        .page(try await page(id, context, viewer))
    }

    static func decide(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        let reason = String((request.form["reason"] ?? "").prefix(2_000)).trimmed, now = context.now()
        if reason.isEmpty {
            var errors = FieldErrors()
            errors.add("reason", "Give your reason. It is kept with the decision, and the proposer reads it.")
            return .page(try await page(id, context, viewer, errors), status: 422)
        }
        try await context.database.write { db in
            try Proposal.lock(id, in: db)
            let rule = try rule(viewer, context, in: db)
            try visible(id, viewer, rule, in: db).decide(
                request.form["decision"] == "approve" ? .approved : .rejected, because: reason, by: viewer, rule,
                at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func withdraw(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            try Proposal.lock(id, in: db)
            guard let proposal = try Proposal.find(id, in: db), proposal.school == viewer.school.id else {
                throw Problem.notFound
            }
            try proposal.withdraw(by: viewer, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    // MARK: What the pages need

    static func rule(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> AccountRule {
        AccountRule(try context.rooms.room(of: viewer.school.id, in: db)?.rulebook)
    }

    static func visible(
        _ id: Proposal.ID, _ viewer: Viewer, _ rule: AccountRule, in db: Connection
    ) throws -> Proposal {
        guard let proposal = try Proposal.find(id, in: db), proposal.isVisible(to: viewer, rule) else {
            throw Problem.notFound
        }
        return proposal
    }

    /// One of the viewer's own that was turned down or taken back, to be changed and put forward anew.
    private static func own(_ id: Proposal.ID, _ viewer: Viewer, in db: Connection) throws -> Proposal {
        guard let proposal = try Proposal.find(id, in: db), proposal.school == viewer.school.id,
            proposal.proposer == viewer.id, proposal.state == .rejected || proposal.state == .withdrawn
        else { throw Problem.notFound }
        return proposal
    }

    private static func page(
        _ id: Proposal.ID, _ context: Context, _ viewer: Viewer, _ errors: FieldErrors = FieldErrors()
    ) async throws -> Markup {
        let today = context.today
        let view = try await context.database.read { db in
            let rule = try rule(viewer, context, in: db)
            let proposal = try visible(id, viewer, rule, in: db)
            return ProposalView(
                proposal: proposal, people: try Person.byID(proposal.people, in: db),
                approvers: try rule.approvers(of: proposal, on: today, in: db),
                objection: rule.objection(to: viewer, proposal), clause: rule.clause,
                citations: try context.rooms.room(of: viewer.school.id, in: db).map { Citations($0.rulebook) })
        }
        return ProposalPage(view: view, errors: errors, viewer: viewer, context: context).body
    }

    private static func form(
        _ typed: Form, _ errors: FieldErrors, following: Proposal?, _ context: Context, _ viewer: Viewer
    ) async throws -> Markup {
        let today = context.today
        let (staff, control) = try await context.database.read { db in
            (try StaffCandidate.all(at: viewer.school.id, on: today, in: db), try rule(viewer, context, in: db).control)
        }
        return ProposalFormPage(
            typed: typed, errors: errors, following: following, staff: staff, control: control, viewer: viewer,
            context: context
        ).body
    }
}

extension ProposalDraft {
    /// The fields as a form would have sent them.
    var asForm: Form {
        var fields = [
            ("network", network.rawValue), ("name", name), ("aim", aim), ("promotion", promotion),
            ("visibility", isOpen ? "open" : "private"), ("reason", reason),
            ("kind", isCurriculum ? "curriculum" : "information"), ("year-groups", yearGroups),
            ("monitor", monitor.pathComponent), ("house-rules", houseRules), ("best-interests", bestInterests),
            ("review", "\(reviewOn)"),
        ]
        fields += audience.map { ($0.rawValue, "yes") }
        if let youngest { fields.append(("youngest", "\(youngest)")) }
        if let pupilUse { fields.append(("pupil-use", pupilUse.rawValue)) }
        if let teacher { fields.append(("teacher", teacher.pathComponent)) }
        fields += managers.enumerated().map { ("manager-\($0 + 1)", $1.pathComponent) }
        return Form(fields: fields.map { (name: $0.0, value: $0.1) }, files: [])
    }
}
