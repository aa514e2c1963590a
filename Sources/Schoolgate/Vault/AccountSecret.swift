import Crypto
import Database

/// Something people need to know of a shared account: its password, what its authenticator would show, its recovery codes.
struct AccountSecret: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<AccountSecret>

    enum Kind: String, Sendable, CaseIterable {
        case password
        case recoveryCodes = "recovery codes"
        case oneTimeCodes = "one-time codes"
        case note

        var inWords: String {
            switch self {
            case .password: "Password"
            case .recoveryCodes: "Recovery codes"
            case .oneTimeCodes: "Second factor"
            case .note: "Note"
            }
        }
    }

    let id: ID
    let account: Account.ID
    let kind: Kind
    let label: String
    let keptBy: String
    let keptAt: Instant

    /// The most that one account keeps.
    static let most = 20
    /// Characters of the longest secret.
    static let longest = 2_000

    private static let columns: SQL = """
        account_secrets.id, account_id, kind, label, people.first_name || ' ' || people.last_name, kept_at
        """

    init(row: borrowing Row) {
        id = ID(row.int(0))
        account = Account.ID(row.int(1))
        kind = Kind(rawValue: row.text(2)) ?? .note
        label = row.text(3)
        keptBy = row.text(4)
        keptAt = Instant(milliseconds: row.int(5))
    }

    static func all(of account: Account.ID, in db: Connection) throws -> [AccountSecret] {
        try db.all(
            """
            SELECT \(columns) FROM account_secrets JOIN people ON people.id = kept_by
            WHERE account_id = \(account) AND removed_at IS NULL ORDER BY account_secrets.id
            """, AccountSecret.init(row:))
    }

    /// With its account, when that is a school's own and open.
    static func find(_ id: ID, at school: School.ID, in db: Connection) throws -> (AccountSecret, Account)? {
        let secret = try db.first(
            """
            SELECT \(columns) FROM account_secrets JOIN people ON people.id = kept_by
            WHERE account_secrets.id = \(id) AND removed_at IS NULL
            """, AccountSecret.init(row:))
        guard let secret, let account = try Account.find(secret.account, in: db), account.school == school,
            !account.isClosed
        else { return nil }
        return (secret, account)
    }

    static func keep(
        _ value: String, _ kind: Kind, label: String, of account: Account, by person: Person.ID, _ context: Context,
        in db: Connection
    ) throws {
        let now = context.now()
        let id = try db.one(
            """
            INSERT INTO account_secrets (account_id, kind, label, sealed, kept_by, kept_at)
            VALUES (\(account.id), \(kind.rawValue), \(label), \([UInt8]()), \(person), \(now)) RETURNING id
            """
        ) { ID($0.int(0)) }
        let sealed = try context.vault.seal(value, for: place(of: id), in: db)
        try db.run("UPDATE account_secrets SET sealed = \(sealed) WHERE id = \(id)")
        try record("kept a secret of", account, by: person, [("what", "\(kind.rawValue): \(label)")], context, in: db)
    }

    /// The secret itself; whoever asks has said why, and the record says so.
    func reveal(
        to person: Person.ID, of account: Account, because reason: String, _ context: Context, in db: Connection
    )
        throws -> String
    {
        let value = try opened(context, in: db)
        try Self.record(
            "saw a secret of", account, by: person, [("what", "\(kind.rawValue): \(label)"), ("reason", reason)],
            context,
            in: db)
        return value
    }

    /// The figures an authenticator would show now, and the seconds they stand for.
    func code(
        for person: Person.ID, of account: Account, _ context: Context, in db: Connection
    ) throws -> (
        String, Int64
    ) {
        guard kind == .oneTimeCodes, let secret = OneTimeCode(base32: try opened(context, in: db)) else {
            throw Problem.notFound
        }
        let seconds = context.now().milliseconds / 1_000
        try Self.record("asked for a code of", account, by: person, [("what", label)], context, in: db)
        return (secret.code(at: seconds), OneTimeCode.step - seconds % OneTimeCode.step)
    }

    /// Forgets the secret; that there was one stays.
    func remove(by person: Person.ID, of account: Account, _ context: Context, in db: Connection) throws {
        try db.run("UPDATE account_secrets SET sealed = NULL, removed_at = \(context.now()) WHERE id = \(id)")
        try Self.record(
            "removed a secret of", account, by: person, [("what", "\(kind.rawValue): \(label)")], context, in: db)
    }

    private func opened(_ context: Context, in db: Connection) throws -> String {
        let sealed = try db.first("SELECT sealed FROM account_secrets WHERE id = \(id)") { $0.bytesOrNil(0) } ?? nil
        guard let sealed, let value = try context.vault.open(sealed, for: Self.place(of: id), in: db) else {
            throw Problem.refused(
                "This cannot be opened with the keys that are here. Set it anew in the network, and keep it.")
        }
        return value
    }

    /// What it is tied to: copied to another row it does not open.
    static func place(of id: ID) -> String { "account secret \(id.rawValue)" }

    private static func record(
        _ verb: String, _ account: Account, by person: Person.ID, _ fields: [(name: String, value: String)],
        _ context: Context, in db: Connection
    ) throws {
        try Record.write(
            Event(verb, "account", account.id.rawValue, in: .school(account.school), by: person, fields: fields),
            at: context.now(), in: db)
    }
}

/// A password that nobody chose: twenty letters and figures that are not mistaken for each other, 117 bits.
enum GeneratedPassword {
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)

    static func make() -> String {
        var text: [UInt8] = []
        while text.count < 20 {
            // Bytes beyond a multiple of the alphabet are left out, so that no letter is likelier than another.
            for byte in random(bytes: 32) where Int(byte) < 256 / alphabet.count * alphabet.count && text.count < 20 {
                text.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return stride(from: 0, to: 20, by: 5).map { String(decoding: text[$0..<($0 + 5)], as: UTF8.self) }
            .joined(separator: "-")
    }
}
