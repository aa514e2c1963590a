import Database
import HTML
import Policy
import Web

/// The page of one account, and what is changed on it; connecting what was approved.
enum AccountKeepingHandlers {
    static let show = Route<Account.ID>(.get, "/accounts/:id")
    static let managers = Route<Account.ID>(.post, "/accounts/:id/managers")
    static let change = Route<Account.ID>(.post, "/accounts/:id/keeping")
    static let form = Route<Proposal.ID>(.get, "/proposals/:id/account")
    static let connect = Route<Proposal.ID>(.post, "/proposals/:id/account")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .holding(.seeAccounts), use: show)
        router.on(managers, for: .holding(.manageAccounts), use: managers)
        router.on(change, for: .holding(.manageAccounts), use: change)
        router.on(form, for: .holding(.manageAccounts), use: form)
        router.on(connect, for: .holding(.manageAccounts), use: connect)
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        .page(try await page(id, context, viewer))
    }

    static func managers(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today, isRemoval = request.form["intent"] == "remove"
        guard let person = Person.ID(pathComponent: (request.form["person"] ?? "")[...]) else {
            var errors = FieldErrors()
            errors.add("person", "Choose who runs it from now on.")
            return .page(try await page(id, context, viewer, request.form, errors), status: 422)
        }
        try await context.database.write { db in
            try Account.lock(id, in: db)
            let keeping = try AccountKeeping.find(id, viewer, on: today, in: db)
            if isRemoval { return try keeping.remove(person, by: viewer.id, at: now, in: db) }
            let staff = try StaffCandidate.all(at: viewer.school.id, on: today, in: db)
            guard let member = staff.first(where: { $0.id == person }) else {
                throw Problem.refused("Choose somebody who works here.")
            }
            try keeping.add(member, by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func change(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        do {
            try await context.database.write { db in
                try Account.lock(id, in: db)
                let keeping = try AccountKeeping.find(id, viewer, on: today, in: db)
                let staff = try StaffCandidate.all(at: viewer.school.id, on: today, in: db)
                let rule = try ProposalHandlers.rule(viewer, context, in: db)
                try keeping.change(
                    try AccountKeeping.Change(request.form, of: keeping, staff, rule.control, today: today),
                    by: viewer.id, at: now, in: db)
            }
            return .seeOther(show.path(id))
        } catch let errors as FieldErrors {
            return .page(try await page(id, context, viewer, request.form, errors), status: 422)
        }
    }

    static func form(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        let proposal = try await context.database.read { db in try approved(id, viewer, in: db) }
        return .page(
            ConnectPage(proposal: proposal, typed: Form(), errors: FieldErrors(), viewer: viewer, context: context).body
        )
    }

    /// M48: only what was approved, and only by those who connect accounts.
    static func connect(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Proposal.ID
    ) async throws -> Response {
        let now = context.now()
        do {
            let proposal = try await context.database.read { db in try approved(id, viewer, in: db) }
            let network = proposal.draft.network
            if ConnectWay(network).givesAccess {
                return try await ConnectingHandlers.begin(
                    .proposal(id), network, try ConnectForm(request.form, for: network), context, viewer)
            }
            let account = try await context.database.write { db in
                try Proposal.lock(id, in: db)
                let proposal = try approved(id, viewer, in: db)
                let account = try Account.connect(
                    try AccountForm(request.form, for: proposal.draft.network), at: viewer.school.id, by: viewer.id,
                    context, in: db)
                try proposal.settle(in: account, at: now, in: db)
                return account
            }
            return .seeOther(show.path(account))
        } catch let errors as FieldErrors {
            let proposal = try await context.database.read { db in try approved(id, viewer, in: db) }
            return .page(
                ConnectPage(proposal: proposal, typed: request.form, errors: errors, viewer: viewer, context: context)
                    .body, status: 422)
        }
    }

    static func approved(_ id: Proposal.ID, _ viewer: Viewer, in db: Connection) throws -> Proposal {
        guard let proposal = try Proposal.find(id, in: db), proposal.school == viewer.school.id else {
            throw Problem.notFound
        }
        guard proposal.state == .approved else {
            throw Problem.refused(
                "This proposal is \(proposal.state.words). Only an account that was approved is connected.")
        }
        guard proposal.account == nil else {
            throw Problem.conflict("The account of this proposal is connected already. Find it under Accounts.")
        }
        return proposal
    }

    private static func page(
        _ id: Account.ID, _ context: Context, _ viewer: Viewer, _ typed: Form = Form(),
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> Markup {
        let today = context.today
        return try await context.database.read { db in
            if let closed = try ClosedAccountPage.of(id, viewer, context, in: db) { return closed.body }
            return AccountPage(
                keeping: try AccountKeeping.find(id, viewer, on: today, in: db),
                link: try AccountLink.find(id, in: db),
                rule: try ProposalHandlers.rule(viewer, context, in: db),
                staff: viewer.may(.manageAccounts)
                    ? try StaffCandidate.all(at: viewer.school.id, on: today, in: db) : [],
                typed: typed, errors: errors, viewer: viewer, context: context
            ).body
        }
    }
}

extension AccountKeeping.Change {
    init(
        _ form: Form, of keeping: AccountKeeping, _ staff: [StaffCandidate], _ control: AccountApproval, today: Day
    ) throws {
        var reader = FormReader(form)
        func chosen(_ name: String) -> StaffCandidate? {
            Person.ID(pathComponent: (form[name] ?? "")[...]).flatMap { id in staff.first { $0.id == id } }
        }
        let owner = chosen("owner").flatMap { member in keeping.managers.first { $0.id == member.id }?.id }
        if owner == nil { reader.refuse("owner", "Choose one of those who run it.") }
        let monitor = chosen("monitor")
        if let monitor, !monitor.holds(control.monitors) || keeping.managers.contains(where: { $0.id == monitor.id }) {
            reader.refuse(
                "monitor", "Choose \(control.monitors.inWords("or")), who does not run it.")
        } else if monitor == nil {
            reader.refuse("monitor", "Choose who watches over it: \(control.monitors.inWords("or")).")
        }
        houseRules = reader.text("house-rules", missing: "Write the rules that people who comment are told.")
        isOpen = form["visibility"] != "private"
        let latest = today.adding(months: control.review.months)
        let day = reader.day("review", missing: "Choose the day on which somebody asks whether it is still needed.")
        if let day, day <= today || day > latest {
            reader.refuse("review", "Choose a day after today, and \(latest) at the latest.")
        }
        try reader.finish()
        guard let owner, let monitor, let day else { throw Problem.unexpected }
        self.owner = owner
        self.monitor = monitor.id
        reviewOn = day
    }
}

extension Account {
    /// Holds it for the transaction, so that two people who change it at once take turns.
    static func lock(_ id: ID, in db: Connection) throws {
        try db.each("SELECT id FROM accounts WHERE id = \(id)\(.forUpdate)") { _ in }
    }
}
