import Crypto
public import Database
import Foundation

/// The data folder and the database of an installation, as a command opens them beside the server or without it.
public struct Installation: Sendable {
    public let database: Database
    /// The folder for media and keys.
    public let folder: String

    var keysFolder: String { folder + "/keys" }
    var media: MediaFolder { MediaFolder(path: folder + "/media") }
    var headsFile: String { Configuration(publicURL: "", dataFolder: folder).headsFile }

    init(database: Database, folder: String) {
        self.database = database
        self.folder = folder
    }

    /// Opens what is there; refuses a place without data, or with data of another version.
    public static func open(data: String, database url: String?) async throws -> Installation {
        let installation: Installation
        if let url {
            installation = Installation(database: try Database(url: url), folder: data)
        } else {
            let path = data + "/schoolgate.sqlite"
            guard FileManager.default.fileExists(atPath: path) else {
                throw InstallationProblem(
                    "There is no database in \(data). Name the folder with --data, or a PostgreSQL database with --database."
                )
            }
            installation = Installation(database: try Database(path: path), folder: data)
        }
        let applied = try await installation.migrations()
        guard !applied.isEmpty else {
            throw InstallationProblem("The database holds nothing of Schoolgate's. Check its address.")
        }
        guard Set(applied) == Set(Migration.all.map(\.name)) else {
            throw InstallationProblem(
                "The database was last used by another version of Schoolgate. Start `schoolgate serve` of this version "
                    + "once, which brings it up to date.")
        }
        return installation
    }

    /// Opens a place to put data into, making the folder and the SQLite file where they are missing.
    public static func make(data: String, database url: String?) throws -> Installation {
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let url { return Installation(database: try Database(url: url), folder: data) }
        return Installation(database: try Database(path: data + "/schoolgate.sqlite"), folder: data)
    }

    /// The schema changes this database has seen; none when it holds nothing yet.
    func migrations() async throws -> [String] {
        try await database.read { db in
            guard try StoredTable.names(in: db).contains("schema_migrations") else { return [] }
            return try db.all("SELECT name FROM schema_migrations ORDER BY name") { $0.text(0) }
        }
    }

    /// The keys that are there; makes none, so that a wrong folder is noticed.
    func keys(_ environment: [String: String]) throws -> Keys {
        let files = ["record.key"] + (environment["SCHOOLGATE_MASTER_KEY"] == nil ? ["master.key"] : [])
        for file in files where !FileManager.default.fileExists(atPath: "\(keysFolder)/\(file)") {
            throw InstallationProblem(
                "\(keysFolder)/\(file) is missing. Name the server's own data folder with --data, or put its keys there."
            )
        }
        return try Keys(folder: folder, environment: environment)
    }

    /// Refuses a data folder without the keys of the installation, before anything makes others.
    public func requireKeys(_ environment: [String: String]) throws { _ = try keys(environment) }

    private var earlierKeysFile: String { keysFolder + "/earlier-record-keys" }

    /// The public keys that vouch for the record: this installation's own, and those it was restored from.
    func recordKeys() throws -> [VerifyingKey] {
        var keys: [VerifyingKey] = []
        if FileManager.default.fileExists(atPath: "\(keysFolder)/record.key") {
            keys.append(try Self.recordKey(data: folder))
        }
        return keys + (try earlierRecordKeys())
    }

    /// Of the installations that this one was restored from without their keys.
    func earlierRecordKeys() throws -> [VerifyingKey] {
        var keys: [VerifyingKey] = []
        guard let data = FileManager.default.contents(atPath: earlierKeysFile) else { return keys }
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            guard let key = [UInt8](hex: line).flatMap(VerifyingKey.init(bytes:)) else {
                throw InstallationProblem("\(earlierKeysFile) holds a line that is no public key: \(line)")
            }
            keys.append(key)
        }
        return keys
    }

    /// Trusts the heads that another installation signed.
    func trust(_ key: VerifyingKey) throws {
        guard try !recordKeys().contains(key) else { return }
        try FileManager.default.createDirectory(
            atPath: keysFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var data = FileManager.default.contents(atPath: earlierKeysFile) ?? Data()
        data += Data((key.bytes.hex + "\n").utf8)
        try data.write(to: URL(fileURLWithPath: earlierKeysFile), options: .atomic)
    }
}

/// Why a command cannot work with the data it was given.
public struct InstallationProblem: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
