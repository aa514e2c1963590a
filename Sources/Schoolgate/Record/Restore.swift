public import Crypto
import Database
import Foundation

/// Puts a backup into an installation that is empty: all of it, or nothing.
public struct Restore: Sendable {
    public let rows: Int
    public let pictures: Int
    /// When the backup was made.
    public let madeAt: Instant
    public let report: AuditReport
    /// What the operator has to know or do.
    public let notes: [String]

    /// Reads it twice: first to check it, then to restore. With `hasNewKeys` it goes on although the old keys are lost.
    public static func run(
        _ path: String, with key: BackupKey, into installation: Installation, hasNewKeys: Bool, at now: Instant,
        environment: [String: String]
    ) async throws -> Restore {
        let contents = try BackupContents(BackupFile(path: path, key: key))
        try contents.requireSameVersion()
        let notes = try contents.checkKeys(of: installation, hasNewKeys: hasNewKeys, environment: environment)
        try await requireEmpty(installation)
        try await installation.database.migrate(Migration.all)
        let folder = PendingFolder(installation)
        try folder.begin()
        do {
            try await installation.database.write { db in
                try fill(db, BackupFile(path: path, key: key), contents, folder)
                // Nothing opens them without the old master key; new ones are made at the next start.
                if !notes.isEmpty { try db.run("DELETE FROM data_keys") }
                try Record.write(
                    Event(
                        "restored", "backup", in: .trust, by: nil,
                        fields: [("made at", "\(contents.header.madeAt)")]), at: now, in: db)
                try folder.finish()
            }
        } catch {
            folder.undo()
            throw inWords(error)
        }
        let aside = try putHeadsAside(installation, now)
        if !contents.heads.isEmpty {
            try Data(contents.heads).write(to: URL(fileURLWithPath: installation.headsFile), options: .atomic)
        }
        if hasNewKeys { try installation.trust(contents.recordKey) }
        let report = try await installation.verifyRecord(key: contents.recordKey)
        return Restore(
            rows: contents.end.rows, pictures: contents.end.pictures,
            madeAt: Instant(milliseconds: contents.header.madeAt), report: report, notes: notes + aside)
    }

    private static func inWords(_ error: any Error) -> any Error {
        let isFull = (error as? DatabaseError)?.kind == .full
        guard isFull || error is Problem else { return error }
        return InstallationProblem("The disk is full. Nothing was restored. Make room and restore again.")
    }

    private static func requireEmpty(_ installation: Installation) async throws {
        let used = try await installation.database.read { db in
            let names = try StoredTable.names(in: db)
            return try ["trusts", "people", "events"].filter { table in
                guard names.contains(table) else { return false }
                return try db.first("SELECT 1 FROM \(unsafe: table)") { $0.int(0) } != nil
            }
        }
        guard used.isEmpty else {
            throw InstallationProblem(
                "The database is in use: it has rows in \(used.joined(separator: ", ")). A backup is restored into an "
                    + "empty one. Name another folder or database; nothing was changed.")
        }
        let files = try? FileManager.default.contentsOfDirectory(atPath: installation.media.path)
        guard files?.isEmpty ?? true else {
            throw InstallationProblem(
                "\(installation.media.path) holds pictures. A backup is restored into an empty folder. "
                    + "Name another one, or move them away; nothing was changed.")
        }
    }

    private static func fill(
        _ db: Connection, _ file: BackupFile, _ contents: BackupContents, _ folder: PendingFolder
    ) throws {
        let tables = contents.header.tables
        let own = try StoredTable.all(in: db)
        // Names of a backup become part of statements, so they have to be our own.
        guard tables.allSatisfy(own.contains), Set(tables.map(\.name)).count == tables.count else {
            throw InstallationProblem("The backup's tables are not those of this version. Nothing was restored.")
        }
        if db.engine == .sqlite { try db.script("PRAGMA defer_foreign_keys = ON") }
        // Migrations may have put rows there, and a set-up link of the empty installation must not outlive it.
        for table in own.reversed() where table.name != "schema_migrations" {
            try db.run("DELETE FROM \"\(unsafe: table.name)\"")
        }
        let end = try file.read { frame in
            switch frame {
            case .header(let header):
                guard header == contents.header else { throw BackupDamaged() }
            case .row(let number, let values): try tables[number].insert(values, in: db)
            case .picture(let digest, let bytes):
                guard try folder.media.keep(bytes) == digest else { throw BackupDamaged() }
            case .heads, .end: break
            }
        }
        // The file may have been exchanged since it was checked.
        guard end == contents.end else { throw BackupDamaged() }
        try StoredTable.resetNumbering(in: db)
    }

    /// Heads signed here after the backup was made vouch for events that are lost; they are evidence, not errors.
    private static func putHeadsAside(_ installation: Installation, _ now: Instant) throws -> [String] {
        guard FileManager.default.fileExists(atPath: installation.headsFile) else { return [] }
        let aside = installation.headsFile + ".before-" + Backup.stamp(now)
        try FileManager.default.moveItem(atPath: installation.headsFile, toPath: aside)
        return [
            "The signed heads that were here are kept in \(aside). Whatever they vouch for beyond the backup is lost."
        ]
    }
}

/// Pictures are restored beside the media folder, which they become when everything else is in place.
private struct PendingFolder: Sendable {
    let target: String
    var path: String { target + ".restoring" }
    var media: MediaFolder { MediaFolder(path: path) }

    init(_ installation: Installation) { target = installation.media.path }

    func begin() throws {
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func finish() throws {
        // An empty folder may stand there.
        if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
        try FileManager.default.moveItem(atPath: path, toPath: target)
    }

    /// The target was empty before, so whatever is there came from the backup.
    func undo() {
        if !FileManager.default.fileExists(atPath: path) { try? FileManager.default.removeItem(atPath: target) }
        try? FileManager.default.removeItem(atPath: path)
    }
}
