import Database
import Gate
import HTML
import Networks
import Policy
import Web

/// N7: rehearsals on a practice page. Whoever connects accounts is the trainer and plays the people; whoever writes
/// posts takes part.
enum PracticeRunHandlers {
    static let show = Route<Account.ID>(.get, "/accounts/:id/rehearsal")
    static let start = Route<Account.ID>(.post, "/accounts/:id/rehearsal")
    static let next = Route<Account.ID>(.post, "/accounts/:id/rehearsal/next")
    static let weather = Route<Account.ID>(.post, "/accounts/:id/rehearsal/weather")
    static let say = Route<Account.ID>(.post, "/accounts/:id/rehearsal/comment")
    static let end = Route<Account.ID>(.post, "/accounts/:id/rehearsal/end")
    static let tick = Route<Account.ID>(.post, "/accounts/:id/rehearsal/tick")
    static let answer = Route<Account.ID>(.post, "/accounts/:id/rehearsal/answer")
    static let debrief = Route<PracticeRun.ID>(.get, "/accounts/rehearsals/:id")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .holding(.writePosts), use: show)
        router.on(start, for: .holding(.manageAccounts), use: start)
        router.on(next, for: .holding(.manageAccounts), use: next)
        router.on(weather, for: .holding(.manageAccounts), use: weather)
        router.on(say, for: .holding(.manageAccounts), use: say)
        router.on(end, for: .holding(.manageAccounts), use: end)
        router.on(tick, for: .holding(.writePosts), use: tick)
        router.on(answer, for: .holding(.writePosts), use: answer)
        router.on(debrief, for: .holding(.writePosts), use: debrief)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response
    {
        let now = context.now()
        let page = try await context.database.read { db -> Markup in
            let account = try practice(id, viewer, in: db)
            let run = try PracticeRun.running(on: id, in: db)
            return PracticeRunPage(
                account: account, run: try run.map { try PracticeDebrief.load($0, on: account, context, in: db) },
                missing: try run?.missing(in: db), ended: try PracticeRun.ended(on: id, in: db),
                weather: try PracticeWeatherChange.on(id, at: now, in: db), viewer: viewer, context: context
            ).body
        }
        return .page(page)
    }

    static func start(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        guard let script = PracticeScript.named(request.form["script"] ?? "") else {
            throw Problem.refused("Choose one of the three rehearsals.")
        }
        let now = context.now(), byClock = request.form["pace"] == "clock"
        try await context.database.write { db in
            try Account.lock(id, in: db)
            try PracticeRun.start(
                script, byClock: byClock, on: try practice(id, viewer, in: db), by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func next(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response
    {
        let now = context.now(), seen = request.form["step"] ?? ""
        try await context.database.write { db in
            let run = try running(id, viewer, in: db)
            // A second press of the same button brings nothing else.
            if seen == "\(run.played)" { try run.playNext(at: now, in: db) }
        }
        return .seeOther(show.path(id))
    }

    static func weather(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let weathers: [String: PracticeScript.Weather] = ["fine": .fine, "slow": .slow, "down": .down]
        guard let weather = weathers[request.form["weather"] ?? ""] else {
            throw Problem.refused("Choose whether the network works, is slow, or is away.")
        }
        let minutes = Int(request.form["minutes"] ?? "") ?? 5
        guard (1...60).contains(minutes) else { throw Problem.refused("Choose between 1 and 60 minutes.") }
        let now = context.now()
        try await context.database.write { db in
            try Account.lock(id, in: db)
            let account = try practice(id, viewer, in: db)
            try PracticeWeatherChange.set(weather, minutes: minutes, on: id, at: now, in: db)
            try Record.write(
                Event(
                    "changed the practice network under", "account", id.rawValue, in: .school(account.school),
                    by: viewer.id, fields: [("network", request.form["weather"] ?? "")]), at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func say(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response {
        let now = context.now(), text = try words(request, "Write what they say.")
        try await context.database.write { db in
            let run = try running(id, viewer, in: db)
            guard let player = run.script.players.first(where: { $0.handle == request.form["player"] }) else {
                throw Problem.refused("Choose who says it.")
            }
            try run.improvise(text, as: player, at: now, in: db)
        }
        return .seeOther(show.path(id))
    }

    static func end(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response {
        let now = context.now()
        let run = try await context.database.write { db -> PracticeRun.ID in
            let run = try running(id, viewer, in: db)
            try run.end(by: viewer.id, of: viewer.school.id, at: now, in: db)
            return run.id
        }
        return .seeOther(debrief.path(run))
    }

    static func tick(_ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID) async throws -> Response
    {
        guard let step = Int(request.form["step"] ?? ""), let ask = Int(request.form["ask"] ?? "") else {
            throw Problem.notFound
        }
        let now = context.now()
        try await context.database.write { db in
            try running(id, viewer, in: db).tick(ask, of: step, by: viewer.id, at: now, in: db)
        }
        return .seeOther(show.path(id) + "#step-\(step)")
    }

    /// What staff do about a comment goes through the connector, as it would on a real network.
    static func answer(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        let wanted = Int64(request.form["comment"] ?? "") ?? 0
        let (account, post) = try await context.database.read { db -> (Account, Int64) in
            let account = try practice(id, viewer, in: db)
            guard try PracticeRun.running(on: id, in: db) != nil else {
                throw Problem.conflict("This rehearsal has ended. Its debrief shows what was done.")
            }
            let found = try PracticeComment.all("id = \(wanted) AND person_id IS NULL", of: id, in: db).first
            guard let found else { throw Problem.notFound }
            return (account, found.post)
        }
        let network = PracticeNetwork(
            store: DatabasePracticeStore(account: account, context: context, person: viewer.id))
        let thread = try await known(network.comments(on: RemoteID(rawValue: "\(post)"), nil)).elements
        guard let comment = thread.first(where: { $0.id.rawValue == "\(wanted)" }) else { throw Problem.notFound }
        switch request.form["intent"] {
        case "reply":
            let text = try words(request, "Write your answer.")
            let key = request.form["key"] ?? ""
            guard (8...64).contains(key.utf8.count) else { throw Problem.refused("Load the page again, then answer.") }
            _ = try await known(network.reply(to: comment, text, key: "\(id.rawValue) \(key)"))
        case "hide": try await known(network.hide(comment))
        case "show": try await known(network.show(comment))
        case "report": try await known(network.report(comment, Networks.Report(.other, "Reported in a rehearsal.")))
        default: throw Problem.notFound
        }
        return .seeOther(show.path(id) + "#comment-\(wanted)")
    }

    static func debrief(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PracticeRun.ID
    ) async throws -> Response {
        let page = try await context.database.read { db -> Markup in
            guard let run = try PracticeRun.find(id, in: db), run.endedAt != nil,
                let account = try Account.find(run.account, in: db), account.school == viewer.school.id
            else { throw Problem.notFound }
            return PracticeDebriefPage(
                debrief: try PracticeDebrief.load(run, on: account, context, in: db), viewer: viewer, context: context
            ).body
        }
        return .page(page)
    }

    private static func words(_ request: Request, _ missing: String) throws -> String {
        var reader = FormReader(request.form)
        let text = reader.text("text", missing: missing, most: PracticeNetwork.longestReply)
        if !reader.errors.isEmpty { throw Problem.refused(reader.errors.inWords) }
        return text
    }

    private static func known<Value>(_ answer: Answer<Value>) throws -> Value {
        switch answer {
        case .done(let value): return value
        case .failed(let failure) where failure.isPassing:
            throw Problem.unavailable(failure.message + " Try again when it is back.")
        case .failed(let failure): throw Problem.refused(failure.message)
        case .unknown(let why), .unsupported(let why): throw Problem.unavailable(why)
        }
    }

    /// An open practice page of the viewer's school that speaks for nobody.
    private static func practice(_ id: Account.ID, _ viewer: Viewer, in db: Connection) throws -> Account {
        guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed,
            account.network == "practice"
        else { throw Problem.notFound }
        let isOfficial = try db.first("SELECT proposal_id FROM accounts WHERE id = \(id)", { !$0.isNull(0) }) ?? true
        if isOfficial { throw Problem.notFound }
        return account
    }

    /// The rehearsal on it, held until the transaction ends.
    private static func running(_ id: Account.ID, _ viewer: Viewer, in db: Connection) throws -> PracticeRun {
        try Account.lock(id, in: db)
        _ = try practice(id, viewer, in: db)
        guard let run = try PracticeRun.running(on: id, in: db) else {
            throw Problem.conflict("No rehearsal is running on this page. It may have ended a moment ago.")
        }
        return run
    }
}
