import Database
import Gate
import HTML
import Web

enum AccountHandlers {
    static let index = FixedRoute(.get, "/accounts")
    static let connect = FixedRoute(.post, "/accounts")
    static let confirmClosure = Route<Account.ID>(.get, "/accounts/:id/closure")
    static let close = Route<Account.ID>(.post, "/accounts/:id/closure")
    static let reconnect = Route<Account.ID>(.post, "/accounts/:id/secret")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seeAccounts), use: index)
        router.on(connect, for: .holding(.manageAccounts), use: connect)
        router.on(confirmClosure, for: .holding(.manageAccounts), use: confirmClosure)
        router.on(close, for: .holding(.manageAccounts), use: close)
        router.on(reconnect, for: .holding(.manageAccounts), use: reconnect)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await page(context, viewer, request.form, FieldErrors()))
    }

    /// A practice page, which speaks for nobody; whatever speaks for the school is connected from its proposal (M48).
    static func connect(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        guard request.form["network"] == "practice" else {
            throw Problem.refused(
                "Only an account that was approved is connected. Propose it, and connect it from its proposal.")
        }
        do {
            let form = try AccountForm(request.form, for: "practice")
            try await context.database.write { db in
                _ = try Account.connect(form, at: viewer.school.id, by: viewer.id, context, in: db)
            }
            return .seeOther(index.path())
        } catch let errors as FieldErrors {
            return .page(try await page(context, viewer, request.form, errors), status: 422)
        }
    }

    static func reconnect(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let (account, access) = try await context.database.read { db in
            guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed,
                account.network != "practice"
            else { throw Problem.notFound }
            return (account, try account.access(context, in: db))
        }
        if ConnectWay(account.network).givesAccess {
            do {
                return try await ConnectingHandlers.begin(
                    .account(id), account.network, try ConnectForm(request.form, for: account, access), context, viewer)
            } catch let errors as FieldErrors { throw Problem.refused(errors.inWords) }
        }
        let secret = request.form["secret"] ?? ""
        guard !secret.isEmpty, secret.utf8.count <= 200 else {
            throw Problem.refused(
                "Make an application password in WordPress, under Users, Profile, and paste it into the field.")
        }
        try await context.database.write { db in
            guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed,
                account.network != "practice"
            else { throw Problem.notFound }
            try account.reconnect(secret, by: viewer.id, context, in: db)
        }
        return .seeOther(index.path())
    }

    static func confirmClosure(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let effects = try await context.database.read { db in
            try ClosureEffects.of(try open(id, viewer, in: db), in: db)
        }
        return .page(ClosurePage(effects: effects, viewer: viewer, context: context).body)
    }

    /// Only from the page that has said what becomes of the posts.
    static func close(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response
    {
        guard request.form["confirmed"] == "yes" else { return .seeOther(confirmClosure.path(id)) }
        // Before the secret is gone, and best effort: a network that is away keeps nobody from closing.
        let end = await AccessEnd.of(try await context.database.read { db in try open(id, viewer, in: db) }, context)
        let now = context.now()
        try await context.database.write { db in
            try Account.lock(id, in: db)
            let account = try open(id, viewer, in: db)
            try db.run(
                """
                UPDATE accounts SET closed_at = \(now), sealed_secret = NULL, trouble = \(end.leftOver) WHERE id = \(id)
                """
            )
            // The outbox looks at what waits there now, not when its time comes: its authors hear of it at once.
            try db.run(
                """
                UPDATE deliveries SET next_at = \(now)
                WHERE account_id = \(id) AND kind = 'publish' AND state = 'armed' AND next_at > \(now)
                """
            )
            try Handover.close(with: id, by: viewer.id, at: now, in: db)
            try Record.write(
                Event(
                    "closed", "account", id.rawValue, in: .school(account.school), by: viewer.id,
                    fields: [("name", account.name), ("Schoolgate’s access", end.words)]), at: now, in: db)
        }
        return .seeOther(end.leftOver == nil ? index.path() : AccountKeepingHandlers.show.path(id))
    }

    private static func open(_ id: Account.ID, _ viewer: Viewer, in db: Connection) throws -> Account {
        guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed
        else { throw Problem.notFound }
        return account
    }

    private static func page(
        _ context: Context, _ viewer: Viewer, _ form: Form, _ errors: FieldErrors
    ) async throws -> Markup {
        let today = context.today
        return try await context.database.read { db in
            let rule = try ProposalHandlers.rule(viewer, context, in: db)
            return AccountsPage(
                accounts: try AccountKeeping.all(at: viewer.school.id, on: today, in: db),
                proposals: try Proposal.open(at: viewer.school.id, in: db).filter { $0.isVisible(to: viewer, rule) },
                rule: rule, typed: form, errors: errors, viewer: viewer, context: context
            ).body
        }
    }
}

extension AccountForm {
    init(_ form: Form, for network: Network) throws {
        var errors = FieldErrors()
        let name = (form["name"] ?? "").trimmed, address = (form["address"] ?? "").trimmed
        let isPractice = network == "practice"
        if name.isEmpty || name.count > 80 {
            errors.add("name", "Give it a name of up to 80 characters, such as School website.")
        }
        if !isPractice {
            if !address.hasPrefix("https://") && !address.hasPrefix("http://") || address.utf8.count > 500 {
                errors.add("address", "Write the website’s whole address, beginning with https://.")
            }
            if (form["username"] ?? "").trimmed.isEmpty {
                errors.add("username", "Write the name of the WordPress user that Schoolgate posts as.")
            }
            if (form["secret"] ?? "").isEmpty {
                errors.add(
                    "secret", "Make an application password in WordPress, under Users, Profile, and paste it here.")
            }
        }
        guard errors.isEmpty else { throw errors }
        self.init(
            network: network, name: name, address: isPractice ? "practice" : address,
            username: (form["username"] ?? "").trimmed, secret: isPractice ? nil : form["secret"])
    }
}
