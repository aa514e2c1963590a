public import Crypto
import Database
import Foundation

/// Everything of an installation in one file that only the holder of a key can read.
public struct Backup: Sendable {
    /// Tables that stay behind: who is signed in, links and tries are of no use elsewhere, and should not be.
    static let leftOut: Set<String> = [
        "sessions", "one_time_links", "sign_in_attempts", "kept_forms", "schema_migrations", "rehearsals",
        // A mail that waits to leave is not sent a second time from a copy.
        "mails", "mail_counts", "mail_state",
    ]

    public let path: String
    public let rows: Int
    public let pictures: Int
    public let bytes: Int
    /// The digests of pictures that the database knows and the media folder does not hold.
    public let missing: [String]

    /// Backs up a running installation into a folder.
    ///
    /// What the database holds is one state of it; people go on working meanwhile.
    public static func make(
        of installation: Installation, to recipient: BackupRecipient, in folder: String, at now: Instant,
        environment: [String: String]
    ) async throws -> Backup {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw InstallationProblem("There is no folder \(folder). Make it, or mount the disk it is on.")
        }
        let keys = try installation.keys(environment)
        let heads = try await installation.database.write { db in
            try SignedHead.signAll(keys, at: now, in: db)
        }
        try SignedHead.append(heads, to: installation.headsFile)
        let name = "schoolgate-\(stamp(now)).backup"
        let unfinished = "\(folder)/.\(name).unfinished", path = "\(folder)/\(name)"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw InstallationProblem("\(path) is there already. Wait a second and try again.")
        }
        do {
            let found = try await installation.database.snapshot { db in
                try write(db, installation, keys, recipient, to: unfinished, at: now)
            }
            let size = try FileManager.default.attributesOfItem(atPath: unfinished)[.size] as? Int
            try FileManager.default.moveItem(atPath: unfinished, toPath: path)
            // What was erased while the backup ran is not missed.
            let missing = try await installation.database.read { db in
                try db.all("SELECT digest FROM media WHERE erased_at IS NULL AND digest IN (\(list: found.missing))") {
                    $0.text(0)
                }
            }
            return Backup(
                path: path, rows: found.end.rows, pictures: found.end.pictures, bytes: size ?? 0, missing: missing)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            guard !(error is InstallationProblem), !(error is DatabaseError) else { throw error }
            throw InstallationProblem(
                "The backup could not be written to \(folder): \(reason(error)). Nothing was left there. "
                    + "Check the disk's free space and who may write there.")
        }
    }

    private static func write(
        _ db: Connection, _ installation: Installation, _ keys: Keys, _ recipient: BackupRecipient,
        to path: String, at now: Instant
    ) throws -> (end: BackupEnd, missing: [String]) {
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw InstallationProblem("Cannot write to \(path). Check who may write there, and the disk's free space.")
        }
        defer { try? file.close() }
        var writer = BackupWriter(to: file, sealedTo: recipient)
        let tables = try StoredTable.all(in: db).filter { !leftOut.contains($0.name) }
        try writer.write(
            .header(
                BackupHeader(
                    madeAt: now.milliseconds,
                    migrations: try db.all("SELECT name FROM schema_migrations ORDER BY name") { $0.text(0) },
                    tables: tables, recordKey: keys.recordSigning.verifying.bytes.hex,
                    masterCheck: keys.masterCheck)))
        for (number, table) in tables.enumerated() {
            try table.each(in: db) { try writer.write(.row(table: number, values: $0)) }
        }
        var missing: [String] = []
        for digest in try db.all("SELECT digest FROM media WHERE erased_at IS NULL ORDER BY digest", { $0.text(0) }) {
            do {
                try writer.write(.picture(digest: digest, bytes: installation.media.bytes(digest)))
            } catch is MediaMissing { missing.append(digest) }
        }
        if let heads = FileManager.default.contents(atPath: installation.headsFile) {
            try writer.write(.heads(Array(heads)))
        }
        let end = try writer.finish(signing: keys.recordSigning)
        try file.synchronize()
        return (end, missing)
    }

    /// Such as `20261121T125650Z`.
    static func stamp(_ instant: Instant) -> String {
        let seconds = instant.milliseconds / 1_000
        let date = Date(timeIntervalSince1970: Double(seconds))
        return String(date.ISO8601Format().filter { $0 != "-" && $0 != ":" })
    }

    private static func reason(_ error: any Error) -> String {
        let cocoa = error as NSError
        let cause = (cocoa.userInfo[NSUnderlyingErrorKey] as? NSError) ?? cocoa
        return cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))).lowercased() : "\(error)"
    }
}
