import Crypto
import Database
import Foundation

/// Changing keys while servers run: a new master key, no old one, or new keys for the secrets.
extension Installation {
    /// Seals the data keys under a new master key too, and puts it in the place of the old one.
    ///
    /// Servers that hold the old one go on; each finds the new one when it starts, or when a secret does not open.
    /// `new` comes from the environment where the present one does; nil makes one and writes it.
    public func rotateMaster(to new: String?, at now: Instant, environment: [String: String]) async throws -> String {
        let keys = try keys(environment), master = MasterKey(keys.master)
        let file = "\(keysFolder)/master.key"
        let isFile = environment["SCHOOLGATE_MASTER_KEY"] == nil
        guard isFile == (new == nil) else {
            throw VaultProblem(
                description: isFile
                    ? "The master key stands in \(file). Leave out SCHOOLGATE_NEW_MASTER_KEY: a new one is made there."
                    : "The master key comes from SCHOOLGATE_MASTER_KEY. Set SCHOOLGATE_NEW_MASTER_KEY to the next, 64 hex digits."
            )
        }
        let bytes: [UInt8]
        if let new {
            guard let given = [UInt8](hex: new), given.count == 32 else {
                throw VaultProblem(description: "SCHOOLGATE_NEW_MASTER_KEY must be 64 hex digits.")
            }
            bytes = given
        } else {
            bytes = random(bytes: 32)
        }
        let next = MasterKey(bytes)
        guard next.fingerprint != master.fingerprint else {
            throw VaultProblem(description: "The new master key is the one that is there already. Make another.")
        }
        if isFile { try Keys.write(bytes, to: file + ".next") }
        try await database.write { db in
            try DataKeys.add(next, openedBy: master, at: now, in: db)
            try note("a second master key", at: now, in: db)
        }
        guard isFile else {
            return
                "Start each server with the new key in SCHOOLGATE_MASTER_KEY, one after the other. Then: schoolgate keys retire"
        }
        // The old one stays beside it until it opens nothing any more; both moves are whole or do not happen.
        guard rename(file, file + ".old") == 0, rename(file + ".next", file) == 0 else {
            throw VaultProblem(
                description:
                    "\(file) could not be put in place. Name \(file).next so by hand; both keys open the vault.")
        }
        return
            "\(file) is new, and servers go on with either. Keep a copy of it away from the backups. Then: schoolgate keys retire"
    }

    /// From now on only the present master key opens the vault.
    public func retireMasters(at now: Instant, environment: [String: String]) async throws -> Int64 {
        let master = MasterKey(try keys(environment).master)
        let count = try await database.write { db in
            let count = try DataKeys.keepOnly(master, in: db)
            try note("\(count) old master keys retired", at: now, in: db)
            return count
        }
        try? FileManager.default.removeItem(atPath: "\(keysFolder)/master.key.old")
        return count
    }

    /// Seals every secret with a new key, and forgets the keys before it; answers how many secrets.
    public func renewSecrets(at now: Instant, environment: [String: String]) async throws -> Int {
        let keys = try keys(environment), master = MasterKey(keys.master)
        return try await database.write { db in
            try DataKeys.addSecretKey(for: master, at: now, in: db)
            guard let opened = try DataKeys.read(master, in: db), let newest = opened.secrets.last else {
                throw VaultProblem.noKeys
            }
            let vault = try Vault(opened, keys)
            var count = 0
            for place in SealedPlace.all { count += try place.sealAnew(with: vault, in: db) }
            try DataKeys.drop(olderThan: Int64(newest.id), in: db)
            try note("\(count) secrets sealed anew", at: now, in: db)
            return count
        }
    }

    private func note(_ what: String, at now: Instant, in db: Connection) throws {
        try Record.write(
            Event("changed the keys", "installation", in: .trust, by: nil, fields: [("how", what)]), at: now, in: db)
    }
}

/// A column of secrets that the vault sealed.
struct SealedPlace: Sendable {
    let table: SQL
    let column: SQL
    /// What the secret of a row is tied to.
    let place: @Sendable (Int64) -> String

    static let all = [
        SealedPlace(table: "accounts", column: "sealed_secret") { Account.place(of: Account.ID($0)) },
        SealedPlace(table: "account_secrets", column: "sealed") { AccountSecret.place(of: AccountSecret.ID($0)) },
    ]

    /// A secret that opens under no key stays as it is: its account already says so.
    func sealAnew(with vault: Vault, in db: Connection) throws -> Int {
        let rows = try db.all("SELECT id, \(column) FROM \(table) WHERE \(column) IS NOT NULL") {
            (id: $0.int(0), sealed: $0.bytes(1))
        }
        var count = 0
        for row in rows where vault.isOutdated(row.sealed) {
            guard let secret = try vault.open(row.sealed, for: place(row.id), in: db) else { continue }
            let sealed = try vault.seal(secret, for: place(row.id), in: db)
            try db.run("UPDATE \(table) SET \(column) = \(sealed) WHERE id = \(row.id)")
            count += 1
        }
        return count
    }
}
