import Database
import Gate
import Networks
import Policy

/// Compares what stands on each official account with what Schoolgate published there (N9).
struct TimelineWatch: Sendable {
    /// How often an account is looked at; one whose network charges for it, once a day.
    static let pause = Duration.hours(1)
    static let costlyPause = Duration.hours(24)
    /// Pages of a timeline that one look asks for: what nobody looked at for a month is found too.
    private static let mostPages = 5

    let context: Context

    /// Runs until its task is cancelled; an error in one round is logged, and the next one runs. The demo asks nobody.
    func run(every pause: Duration = .minutes(1)) async {
        guard !context.configuration.isDemo else { return }
        while !Task.isCancelled {
            do { _ = try await workOff() } catch { context.log.error("timelines: \(error)") }
            try? await Task.sleep(for: pause)
        }
    }

    /// Looks at every account whose time has come; answers how many new posts were found.
    func workOff() async throws -> Int {
        var found = 0
        for account in try await due() where try await claim(account) {
            found += try await look(at: account)
        }
        return found
    }

    private static func pause(for network: Network) -> Duration { network == "x" ? costlyPause : pause }

    private func due() async throws -> [Account] {
        let now = context.now()
        return try await context.database.read { db in
            var looked: [Int64: Instant] = [:]
            try db.each("SELECT account_id, looked_at FROM timeline_looks") {
                looked[$0.int(0)] = Instant(milliseconds: $0.int(1))
            }
            return try School.all(in: db).flatMap { try Account.open(at: $0.id, in: db) }.filter { account in
                account.network != "practice"
                    && NetworkDirectory.capabilities(of: account.network)[.ownTimeline] == .yes
                    && looked[account.id.rawValue].map { now - $0 >= Self.pause(for: account.network) } ?? true
            }
        }
    }

    /// Among several processes one looks.
    private func claim(_ account: Account) async throws -> Bool {
        let now = context.now(), before = now - Self.pause(for: account.network)
        return try await context.database.write { db in
            try db.first(
                """
                INSERT INTO timeline_looks (account_id, looked_at) VALUES (\(account.id), \(now))
                ON CONFLICT (account_id) DO UPDATE SET looked_at = \(now) WHERE timeline_looks.looked_at <= \(before)
                RETURNING account_id
                """
            ) { _ in true } ?? false
        }
    }

    private func look(at account: Account) async throws -> Int {
        let secret = try await context.database.read { db in try Account.secret(of: account.id, context, in: db) }
        guard let connector = try? context.networks.connector(for: account, secret: secret, context) else { return 0 }
        var page: String?
        var posts: [TimelinePost] = []
        for _ in 0..<Self.mostPages {
            switch await connector.timeline(page) {
            case .done(let part):
                posts += part.elements
                page = part.next
            case let other:
                try await note(other.message ?? "", on: account, isRefused: other.isUnauthorised)
                return 0
            }
            let known = try await known(posts, on: account)
            // Older ones were seen before.
            if page == nil || posts.isEmpty || posts.last.map({ known.contains($0.id.rawValue) }) == true { break }
        }
        return try await keep(posts, on: account)
    }

    private func known(_ posts: [TimelinePost], on account: Account) async throws -> Set<String> {
        try await context.database.read { db in try known(posts.map(\.id.rawValue), on: account, in: db) }
    }

    private func known(_ ids: [String], on account: Account, in db: Connection) throws -> Set<String> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try db.all(
                """
                SELECT remote_id FROM posted_elsewhere WHERE account_id = \(account.id) AND remote_id IN (\(list: ids))
                UNION SELECT remote_id FROM publications JOIN accounts ON accounts.id = account_id
                WHERE network = \(account.network.rawValue) AND remote_id IN (\(list: ids))
                """
            ) { $0.text(0) })
    }

    private func keep(_ posts: [TimelinePost], on account: Account) async throws -> Int {
        let now = context.now(), today = context.today
        return try await context.database.write { db in
            // What is on its way at this moment may be there already and have no name here yet.
            let isUnderWay =
                try db.first(
                    """
                    SELECT 1 FROM deliveries WHERE account_id = \(account.id) AND kind = 'publish'
                        AND state IN ('sent', 'unknown')
                    """
                ) { _ in true } ?? false
            let facts = try db.one("SELECT created_at, owner_id FROM accounts WHERE id = \(account.id)") {
                (connectedAt: Instant(milliseconds: $0.int(0)), owner: $0.intOrNil(1).map { Person.ID($0) })
            }
            let isFirst =
                try db.first(
                    "SELECT 1 FROM timeline_looks WHERE account_id = \(account.id) AND finished_at IS NOT NULL"
                ) { _ in true } == nil
            let known = try known(posts.map(\.id.rawValue), on: account, in: db)
            var count = 0
            for post in posts where !known.contains(post.id.rawValue) {
                let publishedAt = post.publishedAt.map { Instant(milliseconds: $0) }
                let isBefore = publishedAt.map { $0 < facts.connectedAt } ?? isFirst
                guard isBefore || !isUnderWay else { continue }
                let findings =
                    isBefore ? [] : try findings(in: post, on: account, by: facts.owner, today: today, in: db)
                if try PostedElsewhere.keep(post, on: account, findings, isBefore: isBefore, at: now, in: db), !isBefore
                {
                    count += 1
                }
            }
            try db.run("UPDATE timeline_looks SET finished_at = \(now), problem = '' WHERE account_id = \(account.id)")
            return count
        }
    }

    /// What the gate would have said, had it been asked.
    private func findings(
        in post: TimelinePost, on account: Account, by owner: Person.ID?, today: Day, in db: Connection
    ) throws -> [PostedElsewhere.Finding] {
        guard let room = try context.rooms.room(of: account.school, in: db),
            let school = try School.find(account.school, in: db)
        else { return [] }
        var draft = Draft()
        draft.text = String(post.text.prefix(Draft.longestText))
        draft.accounts = [account.id]
        let facts = try PostFacts.gather(draft, at: school, author: owner ?? Person.ID(0), today: today, in: db)
        return Verdict.of(facts, in: room, on: today).findings.map { finding in
            PostedElsewhere.Finding(
                severity: finding.severity.rawValue, reason: finding.reason, clause: finding.clause.rawValue)
        }
    }

    private func note(_ problem: String, on account: Account, isRefused: Bool) async throws {
        try await context.database.write { db in
            try db.run("UPDATE timeline_looks SET problem = \(problem) WHERE account_id = \(account.id)")
            if isRefused {
                try db.run(
                    "UPDATE accounts SET trouble = \(problem) WHERE id = \(account.id) AND closed_at IS NULL AND trouble IS NULL"
                )
            }
        }
    }
}

extension Answer {
    /// Whether the account's access was not accepted.
    fileprivate var isUnauthorised: Bool {
        if case .failed(let failure) = self { failure.kind == .unauthorised } else { false }
    }
}
