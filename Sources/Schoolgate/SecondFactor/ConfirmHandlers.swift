import Crypto
import Database
import HTML
import Web

/// Showing once more who sits there, before something that a browser left open must not do.
enum ConfirmHandlers {
    static let form = FixedRoute(.get, "/confirm")
    static let confirm = FixedRoute(.post, "/confirm")
    /// How long it lasts.
    static let lifetime = Duration.minutes(5)

    static func register(on router: inout Router<Context>) {
        router.on(form, for: .settingUpFactor, use: show)
        router.on(confirm, for: .settingUpFactor, use: confirm)
    }

    /// Sends somebody to confirm, and back to a page of ours afterwards.
    static func first(_ next: String) -> Response { .seeOther(path(before: next)) }

    /// The page to confirm on, which leads to another of ours.
    static func path(before next: String) -> String { form.path() + "?next=" + next.pathComponent }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let next = SignInHandlers.safe(request.query["next"] ?? "/")
        let hasPassword = try await context.database.read { db in
            try db.first("SELECT password_hash FROM people WHERE id = \(viewer.id)") { !$0.isNull(0) } ?? false
        }
        return .page(
            ConfirmPage(next: next, hasPassword: hasPassword, viewer: viewer, context: context).body)
    }

    static func confirm(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), next = SignInHandlers.safe(request.form["next"] ?? "/")
        let password = request.form["password"] ?? "", code = request.form["code"] ?? ""
        guard try await SignIn.mayTry(from: request.address, context) else {
            throw Problem.tooMany("There were too many tries from here. Wait ten minutes.")
        }
        let hash = try await context.database.read { db in
            try db.first("SELECT password_hash FROM people WHERE id = \(viewer.id)") { $0.textOrNil(0) } ?? nil
        }
        var errors = FieldErrors()
        if try await !context.passwords.verify(password, hash) {
            errors.add("password", "This is not your password.")
        } else if viewer.session.hasSecondFactor,
            try await !takes(code, viewer, from: request.address, at: now, context)
        {
            errors.add("code", "This is not the code of this moment, or it was used already. Wait for the next one.")
        }
        guard errors.isEmpty else {
            return .page(
                ConfirmPage(next: next, errors: errors, viewer: viewer, context: context).body, status: 422)
        }
        try await context.database.write { db in
            try db.run("UPDATE sessions SET confirmed_at = \(now) WHERE digest = \(viewer.session.digest)")
            try SignInLimits.clear([], "confirm \(viewer.id.rawValue)", in: db)
        }
        try await SignIn.forgive(from: request.address, context)
        return .seeOther(next)
    }

    /// Within limits of the person's own: whoever sits there knows the password already.
    private static func takes(
        _ code: String, _ viewer: Viewer, from address: String, at now: Instant, _ context: Context
    ) async throws -> Bool {
        try await context.database.write { db in
            let key = "confirm \(viewer.id.rawValue)"
            let wrong = try db.one(
                "SELECT count(*) FROM sign_in_attempts WHERE address = \(key) AND at > \(now - SignInLimits.wait)"
            ) { $0.int(0) }
            guard wrong < SignInLimits.tries else {
                throw Problem.tooMany("There were too many wrong codes. Wait 15 minutes.")
            }
            guard try SecondFactor.take(code, of: viewer.id, at: now, context.keys, in: db) == .refused else {
                return true
            }
            try db.run("INSERT INTO sign_in_attempts (address, at) VALUES (\(key), \(now))")
            return false
        }
    }
}

struct ConfirmPage: HTML {
    let next: String
    var hasPassword = true
    var errors = FieldErrors()
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Door("Is it you?", context) {
            div {
                h1 { "Is it you, \(viewer.person.firstName)?" }
                p(.class("soft")) { "What comes next is only for you, so show once more that you sit here." }
            }
            errors.summary
            if viewer.session.way == .provider, let provider = context.configuration.identity {
                p {
                    a(
                        .class(hasPassword ? "button button--plain button--wide" : "button button--wide"),
                        .href(IdentityHandlers.confirm.path() + "?next=" + next.pathComponent)
                    ) { "Sign in anew with \(provider.name)" }
                }
            }
            if hasPassword { passwordForm }
            p(.class("small")) { a(.href("/")) { "Back to Today" } }
        }
    }

    private var passwordForm: Markup {
        form(.method("post"), .action(ConfirmHandlers.confirm.path()), .class("stack")) {
            CSRFField(viewer)
            input(.type("hidden"), .name("next"), .value(next))
            // So that password managers know whose it is.
            input(
                .type("hidden"), .name("username"), .value(viewer.person.email), .autocomplete("username"))
            Field(
                "Your password", name: "password", type: "password", error: errors["password"],
                autocomplete: "current-password")
            if viewer.session.hasSecondFactor {
                CodeField(caption: "The code of your authenticator", error: errors["code"])
            }
            button(.class("button button--wide"), .type("submit")) { "Go on" }
        }
    }
}
