import Crypto
import Database

/// The keys in the database, each sealed under a master key that is never there.
///
/// The master key opens the data keys, and they open everything else. So the master key can be changed without sealing
/// anything anew, and for a while two master keys can open the same data keys: nobody has to stop a server.
enum DataKeys {
    /// The number of the key that others are derived from.
    static let root: Int64 = 0

    /// What the master key opens: the root first, then each key for secrets by its number.
    struct Opened: Sendable {
        let root: [UInt8]
        let secrets: [SealingKey]

        /// New secrets are sealed with the latest key.
        func ring() throws -> Keyring {
            guard let last = secrets.last else { throw VaultProblem.noKeys }
            return Keyring(current: last, earlier: Array(secrets.dropLast()))
        }
    }

    /// Opens what is there for this master key; makes the first keys in a database that has none.
    static func open(_ master: MasterKey, at now: Instant, in database: Database) async throws -> Opened {
        if let opened = try await database.read({ db in try read(master, in: db) }) { return opened }
        return try await database.write { db in
            if let opened = try read(master, in: db) { return opened }
            guard try db.one("SELECT count(*) FROM data_keys", { $0.int(0) }) == 0 else {
                throw VaultProblem.otherMaster
            }
            // What an installation sealed before it had data keys came from the master key itself, and must open still.
            let isOld = try db.one("SELECT count(*) FROM people") { $0.int(0) } > 0
            try store(isOld ? master.bytes : random(bytes: 32), number: root, for: [master], at: now, in: db)
            try store(random(bytes: 32), number: 1, for: [master], at: now, in: db)
            guard let opened = try read(master, in: db) else { throw VaultProblem.noKeys }
            return opened
        }
    }

    /// Nil when no key is sealed under this master key.
    static func read(_ master: MasterKey, in db: Connection) throws -> Opened? {
        let rows = try db.all(
            "SELECT number, sealed_key FROM data_keys WHERE master = \(master.fingerprint) ORDER BY number"
        ) { (number: $0.int(0), sealed: $0.bytes(1)) }
        var rootKey: [UInt8]?
        var secrets: [SealingKey] = []
        for row in rows {
            guard let key = try? Sealed.open(row.sealed, key: master.wrapping, context: context(row.number)) else {
                throw VaultProblem.damaged(row.number)
            }
            if row.number == root {
                rootKey = key
            } else {
                secrets.append(try SealingKey(id: UInt32(clamping: row.number), bytes: key))
            }
        }
        guard let rootKey, !secrets.isEmpty else { return nil }
        return Opened(root: rootKey, secrets: secrets)
    }

    /// Seals every data key under another master key as well; the present one goes on opening them.
    static func add(_ new: MasterKey, openedBy master: MasterKey, at now: Instant, in db: Connection) throws {
        let rows = try db.all(
            "SELECT number, sealed_key FROM data_keys WHERE master = \(master.fingerprint) ORDER BY number"
        ) { (number: $0.int(0), sealed: $0.bytes(1)) }
        guard !rows.isEmpty else { throw VaultProblem.otherMaster }
        for row in rows {
            guard let key = try? Sealed.open(row.sealed, key: master.wrapping, context: context(row.number)) else {
                throw VaultProblem.damaged(row.number)
            }
            try db.run("DELETE FROM data_keys WHERE number = \(row.number) AND master = \(new.fingerprint)")
            try store(key, number: row.number, for: [new], at: now, in: db)
        }
    }

    /// From now on only this master key opens anything; answers how many others there were.
    static func keepOnly(_ master: MasterKey, in db: Connection) throws -> Int64 {
        guard try read(master, in: db) != nil else { throw VaultProblem.otherMaster }
        let others = try db.one(
            "SELECT count(DISTINCT master) FROM data_keys WHERE master <> \(master.fingerprint)"
        ) { $0.int(0) }
        try db.run("DELETE FROM data_keys WHERE master <> \(master.fingerprint)")
        return others
    }

    /// A new key for secrets, which seals from now on.
    static func addSecretKey(for master: MasterKey, at now: Instant, in db: Connection) throws {
        let masters = try db.one("SELECT count(DISTINCT master) FROM data_keys") { $0.int(0) }
        // Another master key could not open the new one.
        guard masters == 1 else { throw VaultProblem.twoMasters }
        let number = try db.one("SELECT max(number) FROM data_keys") { $0.int(0) } + 1
        try store(random(bytes: 32), number: number, for: [master], at: now, in: db)
    }

    /// Forgets the keys that seal nothing any more.
    static func drop(olderThan number: Int64, in db: Connection) throws {
        try db.run("DELETE FROM data_keys WHERE number > \(root) AND number < \(number)")
    }

    private static func store(
        _ key: [UInt8], number: Int64, for masters: [MasterKey], at now: Instant, in db: Connection
    ) throws {
        for master in masters {
            let sealed = try Sealed.seal(key, key: master.wrapping, context: context(number))
            try db.run(
                """
                INSERT INTO data_keys (number, master, sealed_key, made_at)
                VALUES (\(number), \(master.fingerprint), \(sealed), \(now))
                """
            )
        }
    }

    private static func context(_ number: Int64) -> String { "data key \(number)" }
}

/// The key that is never in the database.
struct MasterKey: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What data keys are sealed with: the master key itself seals nothing.
    var wrapping: [UInt8] { Digest.keyed(Array("data keys".utf8), key: bytes).bytes }
    /// Tells master keys apart and gives nothing away.
    var fingerprint: String { Digest.keyed(Array("fingerprint".utf8), key: bytes).hex }
}

extension MasterKey: CustomStringConvertible, CustomReflectable {
    var description: String { "MasterKey(secret)" }
    var customMirror: Mirror { Mirror(self, children: ["key": "•••"]) }
}

/// Why the vault cannot be opened or changed, in words for the operator.
struct VaultProblem: Error, CustomStringConvertible {
    let description: String

    static let otherMaster = VaultProblem(
        description: """
            The master key is not the one that this database's keys are sealed under. Put back the right keys/master.key, or \
            set SCHOOLGATE_MASTER_KEY to it. If it is lost, restore a backup with --new-keys and connect the accounts anew.
            """)
    static let noKeys = VaultProblem(description: "The database holds no keys yet. Start `schoolgate serve` once.")
    static let twoMasters = VaultProblem(
        description: "Two master keys open this vault. Run `schoolgate keys retire` first, and then this again.")
    static func damaged(_ number: Int64) -> VaultProblem {
        VaultProblem(
            description: "Data key \(number) in the database is damaged: it does not open. Restore the latest backup.")
    }
}
