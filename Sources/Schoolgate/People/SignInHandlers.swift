import Crypto
import Database
import HTML
import Web

enum SignInHandlers {
    static let form = FixedRoute(.get, "/sign-in")
    static let signIn = FixedRoute(.post, "/sign-in")
    static let signOut = FixedRoute(.post, "/sign-out")

    static func register(on router: inout Router<Context>) {
        router.on(form, for: .anyone, use: show)
        router.on(signIn, for: .anyone, use: start)
        router.on(signOut, for: .settingUpFactor, use: end)
    }

    static func show(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        await page(request, context, next: request.query["next"] ?? "/")
    }

    static func start(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let email = request.form["email"] ?? "", password = request.form["password"] ?? ""
        let next = request.form["next"] ?? "/"
        guard email.utf8.count <= 254, password.utf8.count <= 1_024 else {
            return await page(
                request, context, next: next, error: "That is longer than any address or password we keep.")
        }
        let outcome = try await SignIn.attempt(
            email: email, password: password, from: request.address, device: request.cookies[KnownDevice.cookie],
            context)
        switch outcome {
        case .signedIn(let person, let token):
            return try await arrive(person, token, next: next, request, context)
        case .needsCode(let step):
            return try CodeHandlers.begin(step, next: next, context)
        case .refused:
            return await page(
                request, context, next: next, email: email, status: 401,
                error:
                    "The address and the password do not belong together. Try again, or ask your office for a new link."
            )
        case .locked:
            return await page(
                request, context, next: next, email: email, status: 429,
                error:
                    "There were too many wrong passwords from here, so from here this account waits 15 minutes. Your office can give you a new link."
            )
        case .tooMany:
            return await page(
                request, context, next: next, email: email, status: 429,
                error: "There were too many tries from here. Wait ten minutes.")
        }
    }

    /// Where somebody goes who has just signed in: to what they typed before, or where they wanted to be.
    static func arrive(
        _ person: Person.ID, _ token: Token, next: String, _ request: Request, _ context: Context
    ) async throws -> Response {
        let kept = try await context.database.read { db in try KeptForm.latest(of: person, in: db) }
        var response = Response.seeOther(kept.map { KeptFormHandlers.show.path($0) } ?? safe(next))
        response.setSession(token, of: person, request, context)
        return response
    }

    static func end(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        if let token = request.cookies[Session.cookie].flatMap(Token.init(text:)) {
            let now = context.now()
            try await context.database.write { db in try Session.end(token, at: now, in: db) }
        }
        // The cookie stays: it opens nothing any more, and says whose words another page still holds.
        var response = Response.seeOther(form.path())
        // What this browser kept of unsaved drafts goes with whoever signs out.
        response.headers.append(("Clear-Site-Data", "\"storage\""))
        return response
    }

    /// Only paths of our own: never a way to send somebody elsewhere.
    ///
    /// Judged by bytes: what joins a character to the slash before it, or what a browser leaves out, hides the second.
    static func safe(_ path: String) -> String {
        let bytes = path.utf8
        let isPlain = bytes.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\\") }
        return isPlain && bytes.starts(with: "/".utf8) && !bytes.starts(with: "//".utf8) ? path : "/"
    }

    static func page(
        _ request: Request, _ context: Context, next: String, email: String = "", status: Int = 200,
        error: String? = nil, notice: String? = nil
    ) async -> Response {
        let notice = await Setup.isOpen(context) ? Setup.notice : notice
        return .visit(request, context, status: status) { csrf in
            SignInPage(csrf: csrf, next: next, email: email, error: error, notice: notice, context: context).body
        }
    }
}

extension Response {
    /// A page with a form for somebody who is not signed in, tied to their browser by the cookie of a visit.
    static func visit(
        _ request: Request, _ context: Context, status: Int = 200, _ document: (_ csrf: String) -> Markup
    ) -> Response {
        let visit = request.cookies[CSRF.visitCookie] ?? Token.random().text
        var response = Response.page(document(CSRF.token(for: visit, context.keys)), status: status)
        response.setCookie(CSRF.visitCookie, visit, maxAge: 86_400, secure: context.configuration.usesTLS)
        return response
    }

    /// Signs a browser in, and lets it be known as one that this person uses.
    mutating func setSession(_ token: Token, of person: Person.ID, _ request: Request, _ context: Context) {
        let device = KnownDevice.adding(
            person, to: request.cookies[KnownDevice.cookie], at: context.now(), context.keys)
        setCookie(
            KnownDevice.cookie, device, maxAge: Int(KnownDevice.lifetime.components.seconds), sameSite: .strict,
            secure: context.configuration.usesTLS)
        setCookie(
            Session.cookie, token.text, maxAge: Int(context.configuration.absoluteTime.components.seconds),
            secure: context.configuration.usesTLS)
    }
}

struct SignInPage: HTML {
    let csrf: String
    let next: String
    let email: String
    let error: String?
    let notice: String?
    let context: Context

    var body: Markup {
        Door("Sign in", context) {
            div { h1 { "Sign in" } }
            if let notice { p(.class("banner"), .role("status")) { notice } }
            if let provider = context.configuration.identity {
                p {
                    a(
                        .class("button button--wide"),
                        .href(IdentityHandlers.begin.path() + (next == "/" ? "" : "?next=" + next.pathComponent))
                    ) { "Sign in with \(provider.name)" }
                }
                h2(.class("soft small")) { "Or with a password of Schoolgate’s own" }
            }
            form(.method("post"), .action("/sign-in"), .class("stack")) {
                CSRFField(token: csrf)
                input(.type("hidden"), .name("next"), .value(next))
                Field(
                    "Your school email", name: "email", value: email, type: "email", error: error,
                    autocomplete: "username")
                Field("Password", name: "password", type: "password", autocomplete: "current-password")
                button(
                    .class(
                        context.configuration.identity == nil
                            ? "button button--wide" : "button button--plain button--wide"),
                    .type("submit")
                ) { "Sign in" }
            }
            if context.configuration.isDemo {
                p(.class("soft small")) {
                    "The demo asks nobody for a second factor. In a school, the headteacher, the safeguarding leads and administrators need one."
                }
            }
            p(.class("soft small")) { "No password yet, or forgotten? Ask your school's office for a link." }
        }
    }
}
