import Database
import Gate
import Networks
import Web

/// Looks once a day whether each account's page links back to the school, as the public register links to it.
struct LinkWatch: Sendable {
    /// Whose public pages carry `rel="me"`; others are made by scripts or shown to members alone.
    static let networks: [Network] = ["mastodon", "wordpress"]
    static let pause = Duration.days(1)

    let context: Context
    var links = OwnLinks()

    /// Runs until its task is cancelled; an error in one round is logged, and the next one runs. The demo asks nobody.
    func run(every pause: Duration = .minutes(1)) async {
        guard !context.configuration.isDemo else { return }
        while !Task.isCancelled {
            do { _ = try await workOff() } catch { context.log.error("links of accounts: \(error)") }
            try? await Task.sleep(for: pause)
        }
    }

    /// Looks at each account whose day has come; answers how many there were.
    @discardableResult
    func workOff(limit: Int = 200) async throws -> Int {
        for count in 0..<limit {
            if Task.isCancelled { return count }
            let now = context.now()
            guard try await context.database.read({ db in try Self.due(at: now, in: db) }) != nil,
                let account = try await context.database.write({ db in try Self.claim(at: now, in: db) })
            else { return count }
            try await look(at: account)
        }
        return limit
    }

    private static func due(at now: Instant, in db: Connection) throws -> Account.ID? {
        try db.first(
            """
            SELECT accounts.id FROM accounts LEFT JOIN account_links ON account_links.account_id = accounts.id
            WHERE accounts.closed_at IS NULL AND accounts.network IN (\(list: networks.map(\.rawValue)))
                AND (account_links.next_at IS NULL OR account_links.next_at <= \(now))
            ORDER BY accounts.id LIMIT 1
            """
        ) { Account.ID($0.int(0)) }
    }

    /// One account that is due, for whichever process asks first; one that ends meanwhile leaves it for the next day.
    private static func claim(at now: Instant, in db: Connection) throws -> Account? {
        guard let id = try due(at: now, in: db) else { return nil }
        let isMine = try db.first(
            """
            INSERT INTO account_links (account_id, next_at) VALUES (\(id), \(now + pause))
            ON CONFLICT (account_id) DO UPDATE SET next_at = excluded.next_at WHERE account_links.next_at <= \(now)
            RETURNING account_id
            """
        ) { _ in true }
        return isMine == nil ? nil : try Account.find(id, in: db)
    }

    private func look(at account: Account) async throws {
        let sites = try await context.database.read { db in
            try Account.open(at: account.school, in: db).filter { $0.network == "wordpress" && $0.id != account.id }
                .map(\.address)
        }
        let result = await result(of: account, sites), now = context.now()
        try await context.database.write { db in
            try db.run(
                """
                UPDATE account_links SET result = \(result.rawValue), checked_at = \(now)
                WHERE account_id = \(account.id)
                """
            )
        }
    }

    private func result(of account: Account, _ sites: [String]) async -> AccountLink.Result {
        let own = context.configuration.publicURL
        let register = [own + RegisterHandlers.index.path(), own]
        switch await look(on: account.address, for: register) {
        // The register links to each account that is open.
        case .linked: return .both
        case .unread(let why):
            context.log.note("account page not read", ["account": "\(account.id.rawValue)", "why": why])
            return .unread
        case .notLinked: break
        }
        // To the school's website, and from there back, proves as much.
        for site in sites.prefix(3) {
            guard case .linked = await look(on: account.address, for: [site]) else { continue }
            if case .linked = await look(on: site, for: [account.address]) { return .both }
        }
        return .missing
    }

    private func look(on page: String, for wanted: [String]) async -> OwnLinks.Finding {
        await links.look(on: page, for: wanted, mayBeInOwnNetwork: context.configuration.mayReach(page))
    }
}
