import Crypto
import Database
import Policy
import Web

/// Somebody's being signed in; only the digest of its token is stored.
enum Session {
    static let cookie = "schoolgate_session"

    /// How somebody showed who they are.
    enum Way: String, Sendable {
        case password
        /// The school's identity provider, which has factors of its own.
        case provider
    }

    /// What is known of the session that a request belongs to.
    struct Facts: Sendable {
        let digest: String
        let way: Way
        /// When its person last showed who they are.
        let confirmedAt: Instant?
        /// Whether its person has set up a second factor.
        let hasSecondFactor: Bool
    }

    /// Starts a session and returns the token for its cookie.
    static func start(
        for person: Person.ID, from address: String, by way: Way = .password, isConfirmed: Bool = true,
        at now: Instant, in db: Connection
    ) throws -> Token {
        let token = Token.random()
        try db.run(
            """
            INSERT INTO sessions (digest, person_id, created_at, last_seen_at, address, way, confirmed_at)
            VALUES (\(token.digest), \(person), \(now), \(now), \(address), \(way.rawValue),
                \(isConfirmed ? now : nil))
            """
        )
        return token
    }

    static func end(_ token: Token, at now: Instant, in db: Connection) throws {
        try db.run("UPDATE sessions SET ended_at = \(now) WHERE digest = \(token.digest) AND ended_at IS NULL")
    }

    static func endAll(of person: Person.ID, at now: Instant, in db: Connection) throws {
        try db.run("UPDATE sessions SET ended_at = \(now) WHERE person_id = \(person) AND ended_at IS NULL")
    }

    /// Who is asking; throws `notSignedIn` for everybody else.
    ///
    /// Whoever has yet to set up the second factor their role needs is sent there by everything else.
    static func viewer(
        of request: Request, _ context: Context, isSettingUpFactor: Bool = false
    ) async throws -> Viewer {
        guard let token = request.cookies[cookie].flatMap(Token.init(text:)) else { throw Problem.notSignedIn }
        let now = context.now()
        guard let found = try await context.database.glance({ db in try find(token, at: now, context, in: db) }) else {
            throw Problem.notSignedIn
        }
        if found.viewer.lacksSecondFactor, !context.configuration.isDemo, !isSettingUpFactor {
            throw Problem.secondFactorMissing
        }
        // A tenth of the idle time is near enough. Each write costs everybody what their pages have kept.
        if now - found.lastSeen > .milliseconds(context.configuration.idleTime.milliseconds / 10) {
            try await context.database.write { db in
                try db.run("UPDATE sessions SET last_seen_at = \(now) WHERE digest = \(token.digest)")
            }
        }
        return found.viewer
    }

    private static func find(
        _ token: Token, at now: Instant, _ context: Context, in db: Connection
    ) throws -> (viewer: Viewer, lastSeen: Instant)? {
        let idleSince = now - context.configuration.idleTime
        let startedSince = now - context.configuration.absoluteTime
        let row = try db.first(
            """
            SELECT person_id, school_id, last_seen_at, way, confirmed_at,
                (SELECT enrolled_at FROM second_factors WHERE second_factors.person_id = sessions.person_id)
            FROM sessions
            WHERE digest = \(token.digest) AND ended_at IS NULL
                AND last_seen_at > \(idleSince) AND created_at > \(startedSince)
            """
        ) { row in
            let facts = Facts(
                digest: token.digest, way: Way(rawValue: row.text(3)) ?? .password,
                confirmedAt: row.intOrNil(4).map { Instant(milliseconds: $0) }, hasSecondFactor: !row.isNull(5))
            return (
                person: Person.ID(row.int(0)), school: row.intOrNil(1), seen: Instant(milliseconds: row.int(2)),
                facts: facts
            )
        }
        guard let (person, chosen, seen, facts) = row,
            let standing = try Standing.of(
                person, choosing: chosen, on: context.clock.day(of: now), now: now, in: db)
        else { return nil }
        let viewer = Viewer(
            person: standing.person, school: standing.school, schools: standing.schools,
            appointments: standing.appointments, trust: standing.trust,
            csrf: CSRF.token(for: token.text, context.keys), session: facts,
            links: LinkNotice(standing.links, context), pause: standing.pause, standing: standing.number)
        return (viewer, seen)
    }

    /// Whether this is somebody's session, live or run out within the last day: whoever comes back to a page after a
    /// pause sends the picture together with the words that are then kept for them.
    static func isKnown(_ request: Request, at now: Instant, in db: Connection) throws -> Bool {
        guard let token = request.cookies[cookie].flatMap(Token.init(text:)) else { return false }
        return try db.first(
            """
            SELECT 1 FROM sessions JOIN people ON people.id = sessions.person_id
            WHERE sessions.digest = \(token.digest) AND sessions.ended_at IS NULL
                AND sessions.last_seen_at > \(now - .days(1)) AND people.deactivated_at IS NULL
            """
        ) { _ in true } ?? false
    }

    /// Whose session this was, even when it has run out: so that what they typed can be kept for them.
    static func lapsed(_ request: Request, in db: Connection) throws -> Person.ID? {
        guard let token = request.cookies[cookie].flatMap(Token.init(text:)) else { return nil }
        return try db.first("SELECT person_id FROM sessions WHERE digest = \(token.digest)") { Person.ID($0.int(0)) }
    }
}

/// Ties each form to the browser it was sent to.
enum CSRF {
    /// For forms that are filled in before signing in.
    static let visitCookie = "schoolgate_visit"

    static func token(for secret: String, _ keys: Keys) -> String {
        Digest.keyed(Array(secret.utf8), key: keys.derived(for: "csrf")).hex
    }

    /// Whether a form carries the token of the browser's own cookie, and came from our own pages.
    static func isSatisfied(by request: Request, _ context: Context) -> Bool {
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let sent = request.form["csrf"] else { return false }
        var secrets = [request.cookies[Session.cookie]].compactMap { $0 }
        // A visit's cookie could be planted by a neighbouring site, so it never vouches for somebody signed in.
        if isBeforeSignIn(request.path), let visit = request.cookies[visitCookie] { secrets.append(visit) }
        return secrets.contains { isEqual(token(for: $0, context.keys), sent) }
    }

    private static func isBeforeSignIn(_ path: String) -> Bool {
        path == SignInHandlers.signIn.path() || path == CodeHandlers.give.path() || path == LinkHandlers.choose.path()
            || path.hasPrefix(SetupHandlers.begin.path() + "/") || path == RegisterHandlers.report.path()
    }

    private static func isEqual(_ a: String, _ b: String) -> Bool { constantTimeEqual(Array(a.utf8), Array(b.utf8)) }
}
