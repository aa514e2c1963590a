import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing

@testable import Schoolgate

/// An installation in a folder of its own, with keys, and a backup key that its operator holds.
struct BackedUp: Sendable {
    let installation: Installation
    let keys: Keys
    let operatorKey = BackupKey()
    /// Where backups go.
    let shelf: String

    static let now = Instant(milliseconds: 1_795_424_400_000)
    static let words = "Lantern walk past the fjørd, 日本 and Ꙭ"
    static let session = "session-digest-of-somebody"
    static let picture = random(bytes: 300_000)

    func backUp(at now: Instant = now) async throws -> Backup {
        try await Backup.make(of: installation, to: operatorKey.recipient, in: shelf, at: now, environment: [:])
    }

    func restore(
        _ path: String, into target: Installation, key: BackupKey? = nil, hasNewKeys: Bool = false
    ) async throws -> Restore {
        try await Restore.run(
            path, with: key ?? operatorKey, into: target, hasNewKeys: hasNewKeys, at: Self.now, environment: [:])
    }

    /// Gives an empty installation the keys of this one.
    func lendKeys(to target: Installation) throws {
        try FileManager.default.copyItem(atPath: installation.keysFolder, toPath: target.keysFolder)
    }
}

/// A filled installation on this engine.
func withInstallation(_ engine: Engine = .sqlite, _ body: (BackedUp) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        try await withDatabase(engine, migrations: Migration.all) { database in
            let installation = Installation(database: database, folder: folder + "/data")
            let keys = try Keys(folder: installation.folder, environment: [:])
            let shelf = folder + "/shelf"
            try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: false)
            let test = BackedUp(installation: installation, keys: keys, shelf: shelf)
            let hash = try await Passwords(.least).hash(TestSite.password)
            let digest = try installation.media.keep(BackedUp.picture)
            let opened = try await DataKeys.open(MasterKey(keys.master), at: BackedUp.now, in: database)
            let vault = try Vault(opened, keys)
            try await database.write { db in try fill(digest, hash, vault, keys.opened(with: opened.root), in: db) }
            try await body(test)
        }
    }
}

/// An empty installation: a folder, and a database without any table.
func withEmptyInstallation(_ engine: Engine = .sqlite, _ body: (Installation) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        try await withDatabase(engine) { database in
            try await body(Installation(database: database, folder: folder))
        }
    }
}

private func fill(_ picture: String, _ hash: String, _ vault: Vault, _ keys: Keys, in db: Connection) throws {
    try TestPeople.add(hash, keys, in: db)
    try TestPolicy.putInForce(in: db)
    let account = try TestPolicy.practiceAccount(in: db)
    let secret = try vault.seal("network-password", for: Account.place(of: account), in: db)
    try db.run("UPDATE accounts SET sealed_secret = \(secret), username = '' WHERE id = \(account)")
    try db.run(
        """
        INSERT INTO media (digest, content_type, width, height, byte_count, added_at)
        VALUES (\(picture), 'image/jpeg', 1, 1, \(BackedUp.picture.count), 0)
        """
    )
    try db.run(
        """
        INSERT INTO posts (id, school_id, author_id, last_editor_id, text, state, created_at, updated_at)
        VALUES (70, 1, 3, 3, \(BackedUp.words), 'draft', \(Int64.max), \(Int64.min))
        """
    )
    try db.run(
        """
        INSERT INTO sessions (digest, person_id, created_at, last_seen_at, address)
        VALUES (\(BackedUp.session), 1, 0, 0, '192.0.2.1')
        """
    )
    try db.run(
        "INSERT INTO one_time_links (digest, kind, created_at, expires_at) VALUES ('link-digest', 'setup', 0, 0)")
    try TestSite.writeEvents(verb: "wrote", at: BackedUp.now, in: db)
    try db.run("UPDATE event_fields SET salt = NULL, value = NULL WHERE number = 2")
}

extension Installation {
    /// Every row that a backup takes along, but what restoring adds to the trust's chain.
    func rows() async throws -> [String: [String]] {
        try await database.read { db in
            var rows: [String: [String]] = [:]
            for table in try StoredTable.all(in: db) where !Backup.leftOut.contains(table.name) {
                let chain = table.columns.firstIndex { $0.name == "chain" }
                var found: [String] = []
                try table.each(in: db) { values in
                    if let chain, values[chain] == .integer(0) { return }
                    found.append("\(values)")
                }
                rows[table.name] = found.sorted()
            }
            return rows
        }
    }

    func isUntouched() async throws -> Bool {
        try await database.read { db in try StoredTable.names(in: db).isEmpty }
            && !FileManager.default.fileExists(atPath: media.path)
            && !FileManager.default.fileExists(atPath: media.path + ".restoring")
    }
}
