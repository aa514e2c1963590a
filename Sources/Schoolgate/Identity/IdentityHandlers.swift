import Crypto
import Database
import HTML
import OpenID
import Web

/// Signing in with the school's identity provider.
enum IdentityHandlers {
    static let begin = FixedRoute(.get, "/sign-in/provider")
    static let back = FixedRoute(.get, "/sign-in/provider/return")
    static let confirm = FixedRoute(.get, "/confirm/provider")

    static func register(on router: inout Router<Context>) {
        router.on(begin, for: .anyone, use: begin)
        router.on(back, for: .anyone, use: back)
        router.on(confirm, for: .settingUpFactor, use: confirm)
    }

    static func begin(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        let next = SignInHandlers.safe(request.query["next"] ?? "/")
        return try await leave(IdentityRequest(next: next), anew: false, request, context)
    }

    /// Asks the provider to have somebody show once more who they are.
    static func confirm(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let next = SignInHandlers.safe(request.query["next"] ?? "/")
        return try await leave(
            IdentityRequest(next: next, confirming: viewer.session.digest), anew: true, request, context)
    }

    private static func leave(
        _ away: IdentityRequest, anew: Bool, _ request: Request, _ context: Context
    ) async throws -> Response {
        guard let provider = context.identity else { throw Problem.notFound }
        let now = context.now()
        do throws(SignInProblem) {
            let address = try await provider.address(
                for: away.challenge, returningTo: redirect(context), anew: anew, now: now.milliseconds / 1_000)
            return try sent(to: address, away, at: now, context)
        } catch { return await failed(error, next: away.next, request, context) }
    }

    private static func sent(
        to address: String, _ away: IdentityRequest, at now: Instant, _ context: Context
    ) throws(SignInProblem) -> Response {
        guard let sealed = try? away.sealed(at: now, context.keys) else { throw .settings("A key cannot be used.") }
        var response = Response.seeOther(address)
        // Lax, for the browser comes back from another site.
        response.setCookie(
            IdentityRequest.cookie, sealed, maxAge: Int(IdentityRequest.lifetime.components.seconds),
            secure: context.configuration.usesTLS)
        return response
    }

    static func back(_ request: Request, _ context: Context, _: Anyone) async throws -> Response {
        guard let provider = context.identity, let settings = context.configuration.identity else {
            throw Problem.notFound
        }
        var response = try await answer(request, provider, settings, context)
        response.setCookie(IdentityRequest.cookie, "", maxAge: 0, secure: context.configuration.usesTLS)
        return response
    }

    private static func answer(
        _ request: Request, _ provider: IdentityProvider, _ settings: IdentitySettings, _ context: Context
    ) async throws -> Response {
        let now = context.now()
        // Whoever sends a browser here without its having asked would sign it in as somebody else.
        guard let away = IdentityRequest(request.cookies[IdentityRequest.cookie], at: now, context.keys),
            away.challenge.isAnswered(by: request.query["state"] ?? "")
        else {
            return await SignInHandlers.page(
                request, context, next: "/", status: 400,
                error: "This sign-in was not begun in this browser, or more than ten minutes ago. Begin again.")
        }
        guard try await SignIn.mayTry(from: request.address, context) else {
            throw Problem.tooMany("There were too many tries from here. Wait ten minutes.")
        }
        let result = await identity(request, provider, away, at: now, context)
        guard case .success(let identity) = result else {
            guard case .failure(let problem) = result else { throw Problem.unexpected }
            return await failed(problem, next: away.next, request, context)
        }
        let arrival = Arrival(identity: identity, settings: settings)
        if let session = away.session { return try await confirmed(arrival, session, away.next, request, context) }
        let outcome = try await context.database.write { db in
            try arrival.enter(from: request.address, context, in: db)
        }
        guard case .signedIn(let person, let token) = outcome else {
            return .page(
                TurnedAwayPage(
                    outcome: outcome, address: identity.email, settings: settings, context: context
                ).body, status: 403)
        }
        try await SignIn.forgive(from: request.address, context)
        return try await SignInHandlers.arrive(person, token, next: away.next, request, context)
    }

    private static func identity(
        _ request: Request, _ provider: IdentityProvider, _ away: IdentityRequest, at now: Instant, _ context: Context
    ) async -> Result<Identity, SignInProblem> {
        if let error = request.query["error"] { return .failure(.said(error)) }
        do throws(SignInProblem) {
            return .success(
                try await provider.identity(
                    code: request.query["code"] ?? "", challenge: away.challenge, returningTo: redirect(context),
                    freshWithin: away.session == nil ? nil : 300, now: now.milliseconds / 1_000))
        } catch { return .failure(error) }
    }

    /// The same person, signed in anew at the provider.
    private static func confirmed(
        _ arrival: Arrival, _ session: String, _ next: String, _ request: Request, _ context: Context
    ) async throws -> Response {
        let viewer = try await Session.viewer(of: request, context, isSettingUpFactor: true), now = context.now()
        let isSame = try await context.database.write { db in
            guard viewer.session.digest == session, try arrival.linked(in: db) == viewer.id else { return false }
            return try db.run("UPDATE sessions SET confirmed_at = \(now) WHERE digest = \(session)") == 1
        }
        guard isSame else {
            throw Problem.forbidden("Somebody else signed in at \(arrival.settings.name). Nothing was changed.")
        }
        try await SignIn.forgive(from: request.address, context)
        return .seeOther(next)
    }

    private static func failed(
        _ problem: SignInProblem, next: String, _ request: Request, _ context: Context
    ) async -> Response {
        let name = context.configuration.identity?.name ?? ""
        context.log.error(problem.message, ["path": request.path])
        return await SignInHandlers.page(
            request, context, next: next, status: problem == .said("access_denied") ? 403 : 503,
            error: "Signing in with \(name) did not work. Tell your administrator: \(problem.message)")
    }

    /// The address to register at the provider.
    private static func redirect(_ context: Context) -> String { context.configuration.publicURL + back.path() }
}

extension SignIn {
    /// A sign-in that worked uses up none of a place's tries.
    static func forgive(from address: String, _ context: Context) async throws {
        let place = SignInLimits.place(address)
        try await context.database.write { db in
            try db.run(
                """
                DELETE FROM sign_in_attempts
                WHERE id = (SELECT max(id) FROM sign_in_attempts WHERE address = \(place))
                """
            )
        }
    }
}

/// Why somebody whom the provider knows does not come in, and whom to ask.
struct TurnedAwayPage: HTML {
    let outcome: Arrival.Outcome
    let address: String?
    let settings: IdentitySettings
    let context: Context

    var body: Markup {
        Door(heading, context) {
            div { h1 { heading } }
            p { words }
            p { a(.class("button"), .href(SignInHandlers.form.path())) { "Back to signing in" } }
        }
    }

    private var heading: String {
        switch outcome {
        case .unknown, .unverified, .signedIn: "You are not on the list"
        case .linkedToAnother: "This place is taken"
        case .notInGroup: "You are not in the group"
        case .withoutRole: "You have no role here yet"
        }
    }

    private var words: String {
        let who =
            address.map { "\(settings.name) says that you are \($0)." } ?? "\(settings.name) names no address of yours."
        switch outcome {
        case .unknown, .signedIn:
            return
                "\(who) Nobody with this address may use Schoolgate. Ask your school’s office or an administrator to add you to the staff list with it, and sign in again."
        case .unverified:
            return
                "\(who) It does not say that the address is really yours, so nobody is found by it. Tell your administrator: the token needs the claims email and email_verified."
        case .linkedToAnother:
            return
                "\(who) Somebody with this address has signed in before, with another account of \(settings.name). Ask an administrator to undo that link on your page under People."
        case .notInGroup:
            return
                "\(who) Schoolgate is open to the group “\(settings.requiredGroup ?? "")”, and you are not in it. Ask whoever keeps the groups at \(settings.name)."
        case .withoutRole:
            return
                "\(who) You are on the staff list, but without a role at a school. Ask your school’s office or an administrator to give you one."
        }
    }
}
