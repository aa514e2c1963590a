import Crypto
import Database
import Gate
import HTML
import Web

/// Somebody who holds the link for setting up.
struct SetupVisitor: Sendable {
    let token: String
    let progress: Setup.Progress
}

extension Access where Context == Schoolgate.Context, Who == SetupVisitor {
    /// Whoever opened the link that `schoolgate serve` printed, until the first administrator exists.
    static var settingUp: Access {
        Access("anyone") { request, context in
            let token = request.cookies[Setup.cookie] ?? "", now = context.now()
            let progress = try await context.database.write { db -> Setup.Progress? in
                guard try OneTimeLink.find(token, at: now, in: db)?.kind == .setup, try Setup.isOpen(in: db) else {
                    return nil
                }
                return try Setup.Progress.load(in: db)
            }
            guard let progress else { throw Problem.notFound }
            return SetupVisitor(token: token, progress: progress)
        }
    }
}

enum SetupHandlers {
    static let begin = FixedRoute(.get, "/setup")
    static let trust = FixedRoute(.post, "/setup/trust")
    static let schools = FixedRoute(.get, "/setup/schools")
    static let addSchool = FixedRoute(.post, "/setup/schools")
    static let importSchools = FixedRoute(.post, "/setup/schools/file")
    static let administrator = FixedRoute(.get, "/setup/administrator")
    static let makeAdministrator = FixedRoute(.post, "/setup/administrator")

    static func register(on router: inout Router<Context>) {
        router.on(begin, for: .anyone, use: begin)
        router.on(trust, for: .settingUp, use: trust)
        router.on(schools, for: .settingUp, use: schools)
        router.on(addSchool, for: .settingUp, use: addSchool)
        router.on(importSchools, for: .settingUp, use: importSchools)
        router.on(administrator, for: .settingUp, use: administrator)
        router.on(makeAdministrator, for: .settingUp, use: makeAdministrator)
        SetupGuideHandlers.register(on: &router)
    }

    /// Takes the link's token into a cookie, and goes on where it was left.
    static func begin(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let token = request.query["token"] ?? request.cookies[Setup.cookie] ?? "", now = context.now()
        let progress = try await context.database.write { db -> Setup.Progress? in
            guard try OneTimeLink.find(token, at: now, in: db)?.kind == .setup, try Setup.isOpen(in: db) else {
                return nil
            }
            return try Setup.Progress.load(in: db)
        }
        guard let progress else { return await LinkHandlers.spent(context) }
        var response: Response
        switch (progress.trust, progress.schools.isEmpty) {
        case (nil, _): response = page(request, context) { TrustStep(csrf: $0, context: context).body }
        case (_, true): response = .seeOther(schools.path())
        default: response = .seeOther(administrator.path())
        }
        response.setCookie(
            Setup.cookie, token, maxAge: Int(OneTimeLink.Kind.setup.lifetime.components.seconds),
            secure: context.configuration.usesTLS)
        return response
    }

    static func trust(_ request: Request, _ context: Context, _ visitor: SetupVisitor) async throws -> Response {
        var reader = FormReader(request.form)
        let name = reader.line("name", missing: "Write the trust’s name, or the school’s if it stands alone.")
        guard reader.errors.isEmpty else {
            return page(request, context, status: 422) {
                TrustStep(csrf: $0, typed: request.form, errors: reader.errors, context: context).body
            }
        }
        try await context.database.write { db in
            try locked(visitor, context, in: db)
            try Setup.nameTrust(name, context, in: db)
        }
        return .seeOther(schools.path())
    }

    static func schools(_ request: Request, _ context: Context, _ visitor: SetupVisitor) async throws -> Response {
        guard visitor.progress.trust != nil else { return .seeOther(begin.path()) }
        return page(request, context) {
            SchoolsStep(csrf: $0, schools: visitor.progress.schools, context: context).body
        }
    }

    static func addSchool(_ request: Request, _ context: Context, _ visitor: SetupVisitor) async throws -> Response {
        guard visitor.progress.trust != nil else { return .seeOther(begin.path()) }
        do {
            let form = try SchoolForm(request.form)
            try await context.database.write { db in
                try locked(visitor, context, in: db)
                guard try School.find(code: form.school.code, in: db) == nil else {
                    var errors = FieldErrors()
                    errors.add("code", "Another school has this word already. Choose another.")
                    throw errors
                }
                try SchoolImport.write([form.school], in: db)
                try Revision.roll.raise(in: db)
                try Record.write(
                    Event("added", "school", in: .trust, by: nil, fields: [("code", form.school.code)]),
                    at: context.now(), in: db)
            }
            return .seeOther(schools.path())
        } catch let errors as FieldErrors {
            return page(request, context, status: 422) {
                SchoolsStep(
                    csrf: $0, schools: visitor.progress.schools, typed: request.form, errors: errors, context: context
                ).body
            }
        }
    }

    static func importSchools(
        _ request: Request, _ context: Context, _ visitor: SetupVisitor
    ) async throws -> Response {
        guard visitor.progress.trust != nil else { return .seeOther(begin.path()) }
        var problems = ["Choose a CSV file first. An empty one holds nothing to import."]
        if let upload = request.form.file("file"), !upload.bytes.isEmpty {
            let file = ImportFile(
                kind: .schools, name: ImportHandlers.safeName(upload.filename), bytes: upload.bytes)
            let report = try await context.database.write { db in
                try locked(visitor, context, in: db)
                return try file.run(ImportScope(viewer: nil), isTrial: false, context, in: db)
            }
            guard report.isRefused else { return .seeOther(schools.path()) }
            problems = report.refusals.prefix(200).map { problem in
                problem.line.map { "Line \($0): \(problem.message)" } ?? problem.message
            }
        }
        var errors = FieldErrors()
        for problem in problems { errors.add("file", problem) }
        return page(request, context, status: 422) {
            SchoolsStep(csrf: $0, schools: visitor.progress.schools, errors: errors, context: context).body
        }
    }

    static func administrator(
        _ request: Request, _ context: Context, _ visitor: SetupVisitor
    ) async throws -> Response {
        guard visitor.progress.trust != nil, !visitor.progress.schools.isEmpty else { return .seeOther(begin.path()) }
        return page(request, context) { AdministratorStep(csrf: $0, context: context).body }
    }

    static func makeAdministrator(
        _ request: Request, _ context: Context, _ visitor: SetupVisitor
    ) async throws -> Response {
        guard let trust = visitor.progress.trust, !visitor.progress.schools.isEmpty else {
            return .seeOther(begin.path())
        }
        do {
            let person = try administrator(request.form, trust, visitor.progress.schools)
            let hash = try await context.passwords.hash(request.form["password"] ?? "")
            let session = try await context.database.write { db in
                try Setup.makeAdministrator(
                    person, hash: hash, token: visitor.token, from: request.address, context, in: db)
            }
            guard let session else { return await LinkHandlers.spent(context) }
            var response = Response.seeOther(SetupGuideHandlers.show.path())
            response.setSession(session.token, of: session.person, request, context)
            response.setCookie(Setup.cookie, "", maxAge: 0, secure: context.configuration.usesTLS)
            return response
        } catch let errors as FieldErrors {
            return page(request, context, status: 422) {
                AdministratorStep(csrf: $0, typed: request.form, errors: errors, context: context).body
            }
        }
    }

    private static func administrator(_ form: Form, _ trust: Trust, _ schools: [School]) throws -> NewPerson {
        var reader = FormReader(form)
        let person = NewPerson(
            firstName: reader.line("first", missing: "Write your first name.", most: 80),
            lastName: reader.line("last", missing: "Write your last name.", most: 80), email: reader.email("email"))
        let password = form["password"] ?? ""
        let somebody = Person(
            id: Person.ID(rawValue: 0), firstName: person.firstName, lastName: person.lastName, email: person.email,
            isActive: true)
        let problem = PasswordRules.problem(password, of: somebody, schools: schools.map(\.name) + [trust.name])
        if let problem {
            reader.refuse("password", problem)
        } else if password != form["again"] {
            reader.refuse("again", "The two are not the same. Type it again.")
        }
        try reader.finish()
        return person
    }

    /// Holds the link's row for the transaction, so that two browsers with one link take turns.
    private static func locked(_ visitor: SetupVisitor, _ context: Context, in db: Connection) throws {
        guard try OneTimeLink.find(visitor.token, at: context.now(), in: db) != nil else { throw Problem.notFound }
    }

    private static func page(
        _ request: Request, _ context: Context, status: Int = 200, _ document: (String) -> Markup
    ) -> Response {
        let visit = request.cookies[CSRF.visitCookie] ?? Token.random().text
        var response = Response.page(document(CSRF.token(for: visit, context.keys)), status: status)
        response.setCookie(CSRF.visitCookie, visit, maxAge: 86_400, secure: context.configuration.usesTLS)
        return response
    }
}

/// What is left to do once the first administrator has signed in.
enum SetupGuideHandlers {
    static let show = FixedRoute(.get, "/setup/guide")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .holding(.managePeople), use: show)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        guard viewer.managesPeople(at: nil) else { throw Problem.notFound }
        let state = try await context.database.read { db in
            SetupGuidePage.State(
                policies: try db.one("SELECT count(*) FROM policy_versions WHERE state <> 'dropped'") { $0.int(0) },
                policiesInForce: try db.one("SELECT count(*) FROM policy_versions WHERE state = 'in force'") {
                    $0.int(0)
                },
                staff: try db.one("SELECT count(*) FROM people") { $0.int(0) },
                pupils: try db.one("SELECT count(*) FROM pupils") { $0.int(0) },
                answers: try db.one("SELECT count(*) FROM consents") { $0.int(0) })
        }
        return .page(SetupGuidePage(state: state, viewer: viewer, context: context).body)
    }
}
