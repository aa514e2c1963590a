import Crypto
import Database
import Web

/// Setting up, renewing and turning off one's own second factor.
enum SecondFactorHandlers {
    static let show = FixedRoute(.get, "/me/second-factor")
    static let enrol = FixedRoute(.post, "/me/second-factor")
    static let turnOff = FixedRoute(.post, "/me/second-factor/removal")
    static let renewCodes = FixedRoute(.post, "/me/second-factor/recovery-codes")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .settingUpFactor, use: show)
        router.on(enrol, for: .settingUpFactor, use: enrol)
        router.on(turnOff, for: .signedIn, use: turnOff)
        router.on(renewCodes, for: .signedIn, use: renewCodes)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), next = SignInHandlers.safe(request.query["next"] ?? "/")
        if viewer.session.hasSecondFactor, request.query["again"] == nil {
            let (factor, left) = try await context.database.read { db in
                (
                    try db.one("SELECT enrolled_at FROM second_factors WHERE person_id = \(viewer.id)") {
                        Instant(milliseconds: $0.int(0))
                    }, try RecoveryCode.left(of: viewer.id, in: db)
                )
            }
            return .page(
                SecondFactorPage(since: factor, codesLeft: left, viewer: viewer, context: context).body)
        }
        // Whoever finds a browser open must not set up a telephone of their own.
        guard viewer.isConfirmed(at: now) else {
            return ConfirmHandlers.first(
                show.path() + (viewer.session.hasSecondFactor ? "?again=1" : "?next=" + next.pathComponent))
        }
        return try page(context, viewer, OneTimeCode(), next: next, error: nil)
    }

    static func enrol(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), seconds = now.milliseconds / 1_000
        let next = SignInHandlers.safe(request.form["next"] ?? "/")
        guard viewer.isConfirmed(at: now) else { return ConfirmHandlers.first(show.path()) }
        guard let secret = open(request.form["token"], for: viewer, at: now, context) else {
            return .seeOther(show.path() + "?again=1")
        }
        guard let step = secret.step(of: request.form["code"] ?? "", at: seconds, after: nil) else {
            return try page(
                context, viewer, secret, next: next,
                error: "This is not the code of this moment. Is the telephone’s clock right? Type the next one.",
                status: 422)
        }
        let (codes, kept) = try await context.database.write { db in
            (
                try SecondFactor.enrol(
                    secret, confirmedBy: step, for: viewer.id, at: now, context.keys, in: db),
                try KeptForm.latest(of: viewer.id, in: db)
            )
        }
        return .page(
            RecoveryCodesPage(
                codes: codes.map(\.text), next: kept.map { KeptFormHandlers.show.path($0) } ?? next, viewer: viewer,
                context: context
            ).body)
    }

    static func renewCodes(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        guard viewer.session.hasSecondFactor, viewer.isConfirmed(at: now) else {
            return ConfirmHandlers.first(show.path())
        }
        let codes = try await context.database.write { db in
            let codes = try RecoveryCode.issue(for: viewer.id, context.keys, in: db)
            try Record.write(
                Event("made new recovery codes for", "person", viewer.id.rawValue, in: .trust, by: viewer.id), at: now,
                in: db)
            return codes
        }
        return .page(
            RecoveryCodesPage(
                codes: codes.map(\.text), next: OwnAccountHandlers.show.path(), viewer: viewer, context: context
            ).body)
    }

    static func turnOff(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        guard !viewer.needsSecondFactor else {
            throw Problem.forbidden("What you do here needs a second factor, so it can be replaced and not turned off.")
        }
        guard viewer.isConfirmed(at: now) else { return ConfirmHandlers.first(show.path()) }
        try await context.database.write { db in try SecondFactor.turnOff(of: viewer.id, at: now, in: db) }
        return .seeOther(OwnAccountHandlers.show.path())
    }

    private static func page(
        _ context: Context, _ viewer: Viewer, _ secret: OneTimeCode, next: String, error: String?,
        status: Int = 200
    ) throws -> Response {
        let until = (context.now() + .minutes(30)).milliseconds
        let sealed = try Sealed.seal(
            Array("\(until) \(secret.base32)".utf8), key: context.keys.derived(for: "second factor being set up"),
            context: "person \(viewer.id.rawValue)")
        return .page(
            EnrolmentPage(
                secret: secret, sealed: sealed.base64url, next: next, error: error, viewer: viewer, context: context
            ).body, status: status)
    }

    /// The secret that the page before showed: it comes back sealed, so that nothing is kept of who never finishes.
    private static func open(_ token: String?, for viewer: Viewer, at now: Instant, _ context: Context) -> OneTimeCode?
    {
        guard let token, token.utf8.count <= 500, let sealed = [UInt8](base64url: token),
            let plain = try? Sealed.open(
                sealed, key: context.keys.derived(for: "second factor being set up"),
                context: "person \(viewer.id.rawValue)")
        else { return nil }
        let parts = String(decoding: plain, as: UTF8.self).split(separator: " ")
        guard parts.count == 2, let until = Int64(parts[0]), until > now.milliseconds else { return nil }
        return OneTimeCode(base32: String(parts[1]))
    }
}
