import Crypto
import Database
import HTML
import Web

/// Choosing a password behind an invitation or a reset link.
enum LinkHandlers {
    static let form = FixedRoute(.get, "/link")
    static let choose = FixedRoute(.post, "/link")

    static func register(on router: inout Router<Context>) {
        router.on(form, for: .anyone, use: show)
        router.on(choose, for: .anyone, use: choose)
    }

    /// Where a link leads, as it is handed to somebody. The token is no part of the path, which is logged.
    static func address(_ token: Token, _ context: Context) -> String {
        "\(context.configuration.publicURL)\(form.path())?token=\(token.text)"
    }

    static func show(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let token = request.query["token"] ?? "", now = context.now()
        guard let guest = try await context.database.write({ db in try Guest.behind(token, at: now, in: db) }) else {
            return await spent(context)
        }
        return page(request, context, token, guest)
    }

    static func choose(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let text = request.form["token"] ?? "", password = request.form["password"] ?? "", now = context.now()
        guard let guest = try await context.database.write({ db in try Guest.behind(text, at: now, in: db) }) else {
            return await spent(context)
        }
        var errors = FieldErrors()
        if let problem = PasswordRules.problem(password, of: guest.person, schools: guest.schools) {
            errors.add("password", problem)
        } else if password != request.form["again"] {
            errors.add("again", "The two are not the same. Type it again.")
        }
        guard errors.isEmpty else { return page(request, context, text, guest, errors, status: 422) }
        let hash = try await context.passwords.hash(password)
        let session = try await context.database.write { db -> Arrival? in
            guard let link = try OneTimeLink.spend(text, at: now, in: db), link.person == guest.person.id else {
                return nil
            }
            try guest.person.setPassword(hash, at: now, in: db)
            try Record.write(
                Event(
                    link.kind == .invitation ? "accepted an invitation" : "chose a new password", "person",
                    guest.person.id.rawValue, in: .trust, by: guest.person.id, fields: try link.issuer(in: db)),
                at: now, in: db)
            // A link stands for the password alone: whoever holds it has yet to give the code.
            if !context.configuration.isDemo, try SecondFactor.exists(for: guest.person.id, in: db) {
                return .code(SignInStep(guest.person.id, hash: hash))
            }
            return .session(try Session.start(for: guest.person.id, from: request.address, at: now, in: db))
        }
        switch session {
        case nil: return await spent(context)
        case .code(let step)?: return try CodeHandlers.begin(step, next: "/", context)
        case .session(let token)?:
            var response = Response.seeOther("/")
            response.setSession(token, of: guest.person.id, request, context)
            return response
        }
    }

    private enum Arrival: Sendable {
        case session(Token)
        case code(SignInStep)
    }

    /// The same page for a link that was used, has run out, or was never made: it tells nobody which.
    static func spent(_ context: Context) async -> Response {
        let isSetUp = await !Setup.isOpen(context)
        return .page(
            Door("This link does not open anything", context) {
                div { h1 { "This link does not open anything" } }
                p {
                    "A link works once, and not for long. It may have been used, it may have run out, or a part of it is missing."
                }
                if isSetUp {
                    p {
                        "Ask your school’s office for a new one. If you have chosen a password already, sign in with it."
                    }
                    p { a(.class("button"), .href(SignInHandlers.form.path())) { "Sign in" } }
                } else {
                    p(.class("banner")) { Setup.notice }
                }
            }.body, status: 404)
    }

    private static func page(
        _ request: Request, _ context: Context, _ token: String, _ guest: Guest, _ errors: FieldErrors = FieldErrors(),
        status: Int = 200
    ) -> Response {
        let visit = request.cookies[CSRF.visitCookie] ?? Token.random().text
        var response = Response.page(
            LinkPage(
                csrf: CSRF.token(for: visit, context.keys), token: token, guest: guest, errors: errors,
                context: context
            ).body, status: status)
        response.setCookie(CSRF.visitCookie, visit, maxAge: 86_400, secure: context.configuration.usesTLS)
        return response
    }
}

/// Whom a link is for.
struct Guest: Sendable {
    let person: Person
    let kind: OneTimeLink.Kind
    let schools: [String]

    static func behind(_ token: String, at now: Instant, in db: Connection) throws -> Guest? {
        guard let link = try OneTimeLink.find(token, at: now, in: db), let id = link.person,
            let person = try Person.find(id, in: db), person.isActive
        else { return nil }
        return Guest(person: person, kind: link.kind, schools: try PasswordRules.namesToAvoid(in: db))
    }
}

extension PasswordRules {
    /// The names of the trust and its schools.
    static func namesToAvoid(in db: Connection) throws -> [String] {
        try School.all(in: db).map(\.name) + [Trust.find(in: db)?.name].compactMap { $0 }
    }
}

struct LinkPage: HTML {
    let csrf: String
    let token: String
    let guest: Guest
    let errors: FieldErrors
    let context: Context

    var body: Markup {
        Door("Choose a password", context) {
            div {
                h1 { guest.kind == .invitation ? "Welcome, \(guest.person.firstName)" : "Choose a new password" }
                p(.class("soft")) { "For \(guest.person.email). You will sign in with this address." }
            }
            if guest.kind == .reset {
                p { "Wherever you are signed in now, you will be signed out. This link works once." }
            } else {
                p { "This link works once. Afterwards you sign in with your address and the password you choose here." }
            }
            errors.summary
            form(.method("post"), .action(LinkHandlers.choose.path()), .class("stack")) {
                CSRFField(token: csrf)
                input(.type("hidden"), .name("token"), .value(token))
                // So that password managers know whom it belongs to.
                input(
                    .type("hidden"), .name("username"), .value(guest.person.email), .autocomplete("username"))
                Field(
                    "Password", name: "password", type: "password", hint: PasswordRules.hint, error: errors["password"],
                    autocomplete: "new-password")
                Field(
                    "The same again", name: "again", type: "password", error: errors["again"],
                    autocomplete: "new-password")
                button(.class("button button--wide"), .type("submit")) { "Choose this password" }
            }
        }
    }
}
