import HTML
import Web

/// The code that follows the password.
enum CodeHandlers {
    static let form = FixedRoute(.get, "/sign-in/code")
    static let give = FixedRoute(.post, "/sign-in/code")

    static func register(on router: inout Router<Context>) {
        router.on(form, for: .anyone, use: show)
        router.on(give, for: .anyone, use: give)
    }

    /// Sends a browser whose password was right on to its code.
    static func begin(_ step: SignInStep, next: String, _ context: Context) throws -> Response {
        let wanted = SignInHandlers.safe(next)
        var response = Response.seeOther(
            form.path() + (wanted == "/" ? "" : "?next=" + wanted.pathComponent))
        response.setCookie(
            SignInStep.cookie, try step.sealed(at: context.now(), context.keys),
            maxAge: Int(SignInStep.lifetime.components.seconds), sameSite: .strict,
            secure: context.configuration.usesTLS)
        return response
    }

    static func show(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        guard SignInStep(request.cookies[SignInStep.cookie], at: context.now(), context.keys) != nil else {
            return .seeOther(SignInHandlers.form.path())
        }
        return page(request, context, next: request.query["next"] ?? "/")
    }

    static func give(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let next = request.form["next"] ?? "/", code = request.form["code"] ?? ""
        guard let step = SignInStep(request.cookies[SignInStep.cookie], at: context.now(), context.keys) else {
            return await SignInHandlers.page(
                request, context, next: SignInHandlers.safe(next), status: 401,
                error: "Ten minutes have passed since your password. Sign in again.")
        }
        let outcome = try await SignIn.attempt(
            code: code, step, from: request.address, device: request.cookies[KnownDevice.cookie], context)
        switch outcome {
        case .signedIn(let person, let token):
            var response = try await SignInHandlers.arrive(person, token, next: next, request, context)
            response.setCookie(SignInStep.cookie, "", maxAge: 0, secure: context.configuration.usesTLS)
            return response
        case .refused, .needsCode:
            return page(
                request, context, next: next, status: 401,
                error: "This is not the code of this moment, or it was used already. Wait for the next one.")
        case .locked, .tooMany:
            return page(
                request, context, next: next, status: 429,
                error: "There were too many wrong codes. Wait 15 minutes, or use the browser you always use.")
        }
    }

    private static func page(
        _ request: Request, _ context: Context, next: String, status: Int = 200, error: String? = nil
    ) -> Response {
        .visit(request, context, status: status) { csrf in
            CodePage(csrf: csrf, next: next, error: error, context: context).body
        }
    }
}

struct CodePage: HTML {
    let csrf: String
    let next: String
    let error: String?
    let context: Context

    var body: Markup {
        Door("Your code", context) {
            div { h1 { "Your code" } }
            p { "The password was right. Open your authenticator and type the six figures it shows for Schoolgate." }
            form(.method("post"), .action(CodeHandlers.give.path()), .class("stack")) {
                CSRFField(token: csrf)
                input(.type("hidden"), .name("next"), .value(next))
                CodeField(error: error)
                button(.class("button button--wide"), .type("submit")) { "Sign in" }
            }
            p(.class("soft small")) {
                "Telephone lost? A recovery code goes into the same field. Without one, ask an administrator to remove your second factor."
            }
            p(.class("small")) { a(.href(SignInHandlers.form.path())) { "Sign in as somebody else" } }
        }
    }
}

/// Where a code of an authenticator, or a recovery code, is typed.
struct CodeField: HTML {
    var caption = "Code"
    var hint: String?
    let error: String?

    var body: Markup {
        Field(
            caption, name: "code", hint: hint, error: error, autocomplete: "one-time-code",
            attributes: [
                Attribute("inputmode", "text"), Attribute("autocapitalize", "characters"),
                Attribute("spellcheck", "false"), Attribute("maxlength", "40"),
            ])
    }
}
