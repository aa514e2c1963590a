import Crypto
import Database
import HTML
import Web

/// S27, W21: which accounts are the schools' own, for anybody, without signing in.
enum RegisterHandlers {
    static let index = FixedRoute(.get, "/register")
    static let signed = FixedRoute(.get, "/register.json")
    static let embed = Route<String>(.get, "/register/:school/embed")
    static let ask = FixedRoute(.get, "/register/report")
    static let report = FixedRoute(.post, "/register/report")
    static let reports = FixedRoute(.get, "/accounts/reports")
    static let settle = Route<Impersonation.ID>(.post, "/accounts/reports/:id/outcome")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .anyone, use: index)
        router.on(signed, for: .anyone, use: signed)
        router.on(ask, for: .anyone, use: ask)
        router.on(report, for: .anyone, use: report)
        router.on(embed, for: .anyone, use: embed)
        router.on(reports, for: .holding(.manageAccounts), use: reports)
        router.on(settle, for: .holding(.manageAccounts), use: settle)
    }

    static func index(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let pasted = (request.query["account"] ?? "").trimmed
        guard pasted.utf8.count <= 500 else { throw Problem.refused("Paste one link or one handle, not more.") }
        let register = try await context.database.read { db in try PublicRegister.current(context, in: db) }
        let page = RegisterPage(
            register: register, pasted: pasted, answer: pasted.isEmpty ? nil : RegisterAnswer(pasted, in: register),
            key: try context.keys.registerSigning.verifying, context: context)
        return cached(.page(page.body))
    }

    static func signed(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let register = try await context.database.read { db in try PublicRegister.current(context, in: db) }
        let bytes = try SignedRegister(register, signedBy: context.keys.registerSigning).json()
        var response = cached(.bytes(bytes, type: "application/jose+json"))
        // Anybody's page may ask for it: it holds nothing that is not public.
        response.headers.append(("Access-Control-Allow-Origin", "*"))
        return response
    }

    /// A school's list to be shown inside its own website.
    static func embed(_ request: Request, _ context: Context, _: Anyone, school code: String) async throws -> Response {
        let register = try await context.database.read { db in try PublicRegister.current(context, in: db) }
        guard let school = register.schools.first(where: { $0.code == code }) else { throw Problem.notFound }
        var response = cached(.page(EmbeddedRegister(school: school, context: context).body))
        response.mayBeFramed = true
        return response
    }

    static func ask(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let typed: Form = ["link": String((request.query["account"] ?? "").prefix(500))]
        return try await reportPage(request, context, typed: typed)
    }

    static func report(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        var reader = FormReader(request.form)
        let link = reader.line("link", missing: "Paste the account’s link or its handle.", most: 500)
        let words = reader.text("words", missing: "Say what it does, in a few words.", most: 1_000)
        let contact = reader.line("contact", most: 200)
        let schools = try await context.database.read { db in try School.all(in: db) }
        let school = schools.first { $0.code == request.form["school"] } ?? (schools.count == 1 ? schools.first : nil)
        if school == nil { reader.refuse("school", "Choose the school whose name it uses.") }
        guard reader.errors.isEmpty, let school else {
            return try await reportPage(request, context, typed: request.form, errors: reader.errors, status: 422)
        }
        let now = context.now()
        try await context.database.write { db in
            try Impersonation.report(link, words, contact: contact, to: school.id, at: now, in: db)
        }
        return .page(ReportedPage(school: school, context: context).body)
    }

    static func reports(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let open = try await context.database.read { db in try Impersonation.open(at: viewer.school.id, in: db) }
        return .page(ImpersonationsPage(open: open, viewer: viewer, context: context).body)
    }

    static func settle(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Impersonation.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let outcome = reader.line("outcome", missing: "Say what was done about it.", most: 300)
        guard reader.errors.isEmpty else { throw Problem.refused("Say what was done about it, and send it again.") }
        let now = context.now()
        try await context.database.write { db in
            try Impersonation.settle(id, outcome, at: viewer.school.id, by: viewer.id, now, in: db)
        }
        return .seeOther(reports.path())
    }

    private static func reportPage(
        _ request: Request, _ context: Context, typed: Form, errors: FieldErrors = FieldErrors(), status: Int = 200
    ) async throws -> Response {
        let schools = try await context.database.read { db in try School.all(in: db) }
        let visit = request.cookies[CSRF.visitCookie] ?? Token.random().text
        let page = ReportPage(
            schools: schools, typed: typed, errors: errors, csrf: CSRF.token(for: visit, context.keys), context: context
        )
        var response = Response.page(page.body, status: status)
        response.setCookie(CSRF.visitCookie, visit, maxAge: 86_400, secure: context.configuration.usesTLS)
        return response
    }

    private static func cached(_ response: Response) -> Response {
        var response = response
        response.headers.append(("Cache-Control", "public, max-age=300"))
        return response
    }
}
