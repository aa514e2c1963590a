import Crypto
import Database
import HTML
import Web

extension Person {
    /// Sets the password and ends every session there is, whoever's browser it is in.
    func setPassword(_ hash: String, at now: Instant, in db: Connection) throws {
        try db.run(
            "UPDATE people SET password_hash = \(hash) WHERE id = \(id)")
        try Session.endAll(of: id, at: now, in: db)
        try OneTimeLink.withdraw(of: id, at: now, in: db)
    }
}

/// What anybody may do with their own account.
enum OwnAccountHandlers {
    static let show = FixedRoute(.get, "/me")
    static let change = FixedRoute(.post, "/me/password")
    static let endAll = FixedRoute(.post, "/me/sessions/end")
    static let confirmLink = FixedRoute(.post, "/me/link")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .signedIn, use: show)
        router.on(change, for: .signedIn, use: change)
        router.on(endAll, for: .signedIn, use: endAll)
        router.on(confirmLink, for: .signedIn, use: confirmLink)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let done: String? =
            switch request.query["done"] {
            case "password": "Your password is changed. Other browsers are signed out."
            case "mail": "Your choice of mails is kept."
            case "mail-again": "Mails are sent to your address again."
            default: nil
            }
        return .page(try await page(context, viewer, FieldErrors(), done: done))
    }

    static func change(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let old = request.form["old"] ?? "", password = request.form["password"] ?? "", now = context.now()
        let (kept, schools) = try await context.database.read { db in
            let hash = try db.first("SELECT password_hash FROM people WHERE id = \(viewer.id)") { $0.textOrNil(0) }
            return (hash ?? nil, try PasswordRules.namesToAvoid(in: db))
        }
        var errors = FieldErrors()
        if try await SignIn.mayTry(from: request.address, context) == false {
            throw Problem.tooMany("There were too many tries from here. Wait ten minutes.")
        }
        if try await !context.passwords.verify(old, kept) {
            errors.add("old", "This is not your password. Nothing was changed.")
        } else if let problem = PasswordRules.problem(password, of: viewer.person, schools: schools) {
            errors.add("password", problem)
        } else if password == old {
            errors.add("password", "This is the password you have. Choose another.")
        } else if password != request.form["again"] {
            errors.add("again", "The two are not the same. Type it again.")
        }
        guard errors.isEmpty else { return .page(try await page(context, viewer, errors), status: 422) }
        let hash = try await context.passwords.hash(password)
        let token = try await context.database.write { db in
            try viewer.person.setPassword(hash, at: now, in: db)
            try Record.write(
                Event("changed the password of", "person", viewer.id.rawValue, in: .trust, by: viewer.id), at: now,
                in: db)
            return try Session.start(
                for: viewer.id, from: request.address, by: viewer.session.way,
                isConfirmed: !viewer.session.hasSecondFactor, at: now, in: db)
        }
        var response = Response.seeOther(show.path() + "?done=password")
        response.setSession(token, of: viewer.id, request, context)
        return response
    }

    /// S20: ends every session, this one too.
    static func endAll(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            try Session.endAll(of: viewer.id, at: now, in: db)
            try Record.write(
                Event("signed out everywhere", "person", viewer.id.rawValue, in: .trust, by: viewer.id), at: now,
                in: db)
        }
        var response = Response.seeOther(SignInHandlers.form.path())
        response.setCookie(Session.cookie, "", maxAge: 0, secure: context.configuration.usesTLS)
        return response
    }

    static func confirmLink(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        if viewer.links.news != nil {
            try await context.database.write { db in try LinkByAnother.confirm(of: viewer.id, at: now, in: db) }
        }
        return .seeOther(show.path())
    }

    private static func page(
        _ context: Context, _ viewer: Viewer, _ errors: FieldErrors, done: String? = nil
    ) async throws -> Markup {
        let now = context.now(), since = now - context.configuration.idleTime
        let (count, mail) = try await context.database.read { db in
            let count = try db.one(
                """
                SELECT count(*) FROM sessions WHERE person_id = \(viewer.id) AND ended_at IS NULL
                    AND last_seen_at > \(since) AND created_at > \(now - context.configuration.absoluteTime)
                """
            ) { $0.int(0) }
            return (count, try MailPerson.find(viewer.id, in: db))
        }
        return OwnAccountPage(
            sessions: Int(count), mail: mail, errors: errors, done: done, viewer: viewer, context: context
        ).body
    }
}

extension SignIn {
    /// Counts a try to give a password from an address, and says whether there may be one more.
    static func mayTry(from address: String, _ context: Context) async throws -> Bool {
        let now = context.now()
        return try await context.database.write { db in
            let place = SignInLimits.place(address)
            let tries = try db.one(
                "SELECT count(*) FROM sign_in_attempts WHERE address = \(place) AND at > \(now - SignInLimits.window)"
            ) { $0.int(0) }
            try db.run("INSERT INTO sign_in_attempts (address, at) VALUES (\(place), \(now))")
            return tries < SignInLimits.triesPerPlace
        }
    }
}

struct OwnAccountPage: HTML {
    let sessions: Int
    let mail: MailPerson
    let errors: FieldErrors
    let done: String?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Your account", in: .today, for: viewer, context) {
            PageHead(heading: viewer.person.name, lede: "You sign in as \(viewer.person.email).")
            if let done { Toast(text: done) }
            errors.summary
            p { a(.href(ReadinessHandlers.policy.path())) { "The policy: what you confirmed, and your training" } }
            UnreachableNote(
                person: viewer.person, kept: mail, isOwn: true, action: MailHandlers.again.path(), viewer: viewer,
                context: context)
            div(.class("split split--half")) {
                section(.class("card"), .aria(.labelledby, "s-password")) {
                    h2(.id("s-password")) { "Change your password" }
                    p { "Other browsers where you are signed in are signed out." }
                    form(.method("post"), .action(OwnAccountHandlers.change.path()), .class("stack")) {
                        CSRFField(viewer)
                        Field(
                            "The password you have", name: "old", type: "password", error: errors["old"],
                            autocomplete: "current-password")
                        Field(
                            "The new one", name: "password", type: "password", hint: PasswordRules.hint,
                            error: errors["password"], autocomplete: "new-password")
                        Field(
                            "The new one again", name: "again", type: "password", error: errors["again"],
                            autocomplete: "new-password")
                        button(.class("button"), .type("submit")) { "Change password" }
                    }
                }
                MailChoiceCard(choice: mail.choice, viewer: viewer, context: context)
                section(.class("card"), .aria(.labelledby, "s-factor")) {
                    h2(.id("s-factor")) {
                        viewer.session.hasSecondFactor ? "Your second factor is on" : "Second factor"
                    }
                    p {
                        viewer.session.hasSecondFactor
                            ? "Signing in with your password asks for a code of your authenticator too."
                            : "A code from your telephone beside the password: then a stolen password alone lets nobody in."
                    }
                    p {
                        a(.class("button button--plain"), .href(SecondFactorHandlers.show.path())) {
                            viewer.session.hasSecondFactor
                                ? "Recovery codes, another telephone" : "Set up a second factor"
                        }
                    }
                }
                section(.class("card"), .aria(.labelledby, "s-everywhere")) {
                    h2(.id("s-everywhere")) { "Sign out everywhere" }
                    p {
                        sessions == 1
                            ? "You are signed in here, and nowhere else."
                            : "You are signed in in \(sessions) browsers. Forgot one in a classroom? This ends them all."
                    }
                    form(.method("post"), .action(OwnAccountHandlers.endAll.path())) {
                        CSRFField(viewer)
                        button(.class("button button--plain"), .type("submit")) { "Sign out everywhere" }
                    }
                }
            }
        }
    }
}
