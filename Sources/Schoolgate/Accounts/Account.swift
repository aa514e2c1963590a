import Crypto
import Database
import Gate

/// A school's official account on a network.
struct Account: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Account>

    let id: ID
    let school: School.ID
    let network: Network
    let name: String
    /// The site's address, or the practice page's.
    let address: String
    let username: String
    /// What is wrong with the connection, in words for people; nil when it works as far as known.
    let trouble: String?
    let isClosed: Bool
    /// The unguessable word in a practice page's address.
    let page: String?

    private static let columns: SQL = "id, school_id, network, name, address, username, trouble, closed_at, page"

    init(row: borrowing Row) {
        id = ID(row.int(0))
        school = School.ID(row.int(1))
        network = Network(rawValue: row.text(2))
        name = row.text(3)
        address = row.text(4)
        username = row.text(5)
        trouble = row.textOrNil(6)
        isClosed = !row.isNull(7)
        page = row.textOrNil(8)
    }

    /// The practice account with a page at this address.
    static func find(page: String, in db: Connection) throws -> Account? {
        try db.first("SELECT \(columns) FROM accounts WHERE page = \(page)", Account.init(row:))
    }

    static func newPage() -> String { random(bytes: 12).hex }

    static func find(_ id: ID, in db: Connection) throws -> Account? {
        try db.first("SELECT \(columns) FROM accounts WHERE id = \(id)", Account.init(row:))
    }

    static func byID(_ ids: [ID], in db: Connection) throws -> [ID: Account] {
        guard !ids.isEmpty else { return [:] }
        let accounts = try db.all(
            "SELECT \(columns) FROM accounts WHERE id IN (\(list: Set(ids).map(\.rawValue)))", Account.init(row:))
        return Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
    }

    static func open(at school: School.ID, in db: Connection) throws -> [Account] {
        try db.all(
            "SELECT \(columns) FROM accounts WHERE school_id = \(school) AND closed_at IS NULL ORDER BY id",
            Account.init(row:))
    }

    /// The account to speak through: itself, or once it is disconnected another that leads to the same place.
    func standIn(in db: Connection) throws -> Account? {
        guard isClosed, network != "practice" else { return self }
        return try Self.open(at: school, in: db).last { $0.network == network && $0.address == address }
    }

    /// Gives an account a new secret, as after the network stopped taking the old one.
    func reconnect(_ secret: String, by person: Person.ID, _ context: Context, in db: Connection) throws {
        let now = context.now()
        try Self.keep(secret, of: id, context, in: db)
        try db.run("UPDATE accounts SET trouble = NULL WHERE id = \(id)")
        // What waited for it does not wait any longer.
        try db.run(
            "UPDATE deliveries SET next_at = \(now) WHERE account_id = \(id) AND state = 'unknown' AND next_at > \(now)"
        )
        try Record.write(
            Event(
                "reconnected", "account", id.rawValue, in: .school(school), by: person, fields: [("name", name)]),
            at: now, in: db)
    }

    /// Seals what Schoolgate speaks with, instead of what it had.
    static func keep(_ secret: String, of id: ID, _ context: Context, in db: Connection) throws {
        let sealed = try context.vault.seal(secret, for: place(of: id), in: db)
        try db.run("UPDATE accounts SET sealed_secret = \(sealed) WHERE id = \(id)")
    }

    /// What a secret is tied to: copied to another account it does not open.
    static func place(of id: ID) -> String { "account \(id.rawValue)" }

    /// Connects an account; its secret is sealed and can only be used, never read again.
    static func connect(
        _ form: AccountForm, at school: School.ID, by person: Person.ID, _ context: Context, in db: Connection
    ) throws -> ID {
        let now = context.now()
        let page = form.network == "practice" ? newPage() : nil
        let id = try db.one(
            """
            INSERT INTO accounts (school_id, network, name, address, username, page, created_at)
            VALUES (\(school), \(form.network.rawValue), \(form.name), \(form.address), \(form.username), \(page), \(now))
            RETURNING id
            """
        ) { ID($0.int(0)) }
        if let secret = form.secret { try keep(secret, of: id, context, in: db) }
        try Record.write(
            Event(
                "connected", "account", id.rawValue, in: .school(school), by: person,
                fields: [("network", form.network.rawValue), ("name", form.name), ("address", form.address)]),
            at: now, in: db)
        return id
    }

    /// The secret, for talking to the network only.
    static func secret(of id: ID, _ context: Context, in db: Connection) throws -> String? {
        guard
            let sealed = try db.first("SELECT sealed_secret FROM accounts WHERE id = \(id)", { $0.bytesOrNil(0) })
                ?? nil
        else { return nil }
        guard let secret = try context.vault.open(sealed, for: place(of: id), in: db) else {
            throw Problem.refused("The account’s password cannot be opened with this key. Connect the account again.")
        }
        return secret
    }
}

extension Account {
    /// What Schoolgate speaks to its network with; nil for a password, and where there is none.
    func access(_ context: Context, in db: Connection) throws -> AccountAccess? {
        try Self.secret(of: id, context, in: db).flatMap(AccountAccess.init(text:))
    }
}

/// What connecting an account needs.
struct AccountForm: Sendable {
    let network: Network
    let name: String
    let address: String
    let username: String
    let secret: String?
}
