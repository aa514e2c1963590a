import Crypto
import Database
import Imaging
import Networks
import OpenID
import Web

/// The whole application: what it needs, and what it answers.
struct Site: Sendable {
    let context: Context
    let router: Router<Context>

    init(
        database: Database, configuration: Configuration, keys: Keys, passwords: Passwords,
        log: Log = .standardError,
        pictures: PictureWorker = PictureWorker(),
        links: LinkFacts = LinkFacts { await LinkResolver().resolve($0) },
        now: @escaping @Sendable () -> Instant
    ) async throws {
        try await database.migrate(Migration.all)
        let opened = try await DataKeys.open(MasterKey(keys.master), at: now(), in: database)
        let keys = keys.opened(with: opened.root)
        context = Context(
            database: database, configuration: configuration, keys: keys, vault: try Vault(opened, keys),
            passwords: passwords, log: log, now: now,
            media: MediaFolder(path: configuration.dataFolder + "/media"),
            networks: NetworkDirectory(settings: configuration.networks),
            links: links, pictures: pictures, identity: configuration.identity.map { IdentityProvider($0.provider) })
        router = .site
    }

    /// Answers a request; never throws, and never shows an inner error to anybody.
    func respond(to request: Request) async -> Response {
        var response = await answer(request)
        response.headers += response.mayBeFramed ? Self.framedHeaders : Self.securityHeaders
        if response.header("Cache-Control") == nil { response.headers.append(("Cache-Control", "no-store")) }
        if context.configuration.usesTLS {
            response.headers.append(("Strict-Transport-Security", "max-age=31536000"))
        }
        return response
    }

    private func answer(_ request: Request) async -> Response {
        do {
            if request.method == .post, !MailStopHandlers.isStop(request), !CSRF.isSatisfied(by: request, context) {
                // A form whose session ended is kept for the person who typed it; any other is refused.
                if request.cookies[Session.cookie] == nil { throw Problem.notSignedIn }
                throw Problem.forbidden("This form is from an older page. Go back, reload the page and send it again.")
            }
            guard let response = try await router.respond(to: request, context) else { throw Problem.notFound }
            try await KeptForm.forget(request, answeredBy: response, context)
            return response
        } catch Problem.notSignedIn {
            return await signInInstead(of: request)
        } catch Problem.secondFactorMissing {
            if request.method == .post { _ = await keep(request) }
            let next = request.method == .get && request.path != "/" ? "?next=" + request.path.pathComponent : ""
            return .seeOther(SecondFactorHandlers.show.path() + next)
        } catch let problem as Problem {
            return await ErrorPage.response(problem, to: request, context)
        } catch {
            context.log.error("\(error)", ["method": request.method.rawValue, "path": request.path])
            return await ErrorPage.response(Problem(explaining: error), to: request, context)
        }
    }

    private func signInInstead(of request: Request) async -> Response {
        guard request.method == .post else {
            return request.path == "/" || request.path == SignInHandlers.form.path()
                ? .seeOther(SignInHandlers.form.path())
                : .seeOther(SignInHandlers.form.path() + "?next=" + spelt(request.path))
        }
        let isKept = await keep(request)
        return await SignInHandlers.page(
            request, context, next: "/", status: 401,
            notice: isKept ? "You were signed out. What you wrote is kept: sign in to carry on." : nil)
    }

    /// Keeps what was typed for whoever's session this is or was; false when it is nobody's.
    private func keep(_ request: Request) async -> Bool {
        do {
            return try await context.database.write { db in
                guard let person = try Session.lapsed(request, in: db) else { return false }
                try KeptForm.keep(request, of: person, context, in: db)
                return true
            }
        } catch {
            context.log.error("\(error)", ["path": request.path])
            return false
        }
    }

    /// A decoded path as an address spells it: it came from a stranger, and stands in a header.
    private func spelt(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { String($0).pathComponent }
            .joined(separator: "/")
    }

    /// For what a school's own website may show inside a page of its own.
    private static let framedHeaders = securityHeaders.map { header in
        (name: header.name, value: header.value.replacing("frame-ancestors 'none'", with: "frame-ancestors *"))
    }

    private static let securityHeaders: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; script-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ]
}
