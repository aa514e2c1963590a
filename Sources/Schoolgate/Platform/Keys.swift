import Crypto
import Foundation

/// The keys of this installation: outside the database, in a folder only its owner may read.
public struct Keys: Sendable {
    /// Opens the data keys in the database, and nothing else.
    let master: [UInt8]
    /// What the keys of cookies, limits and files come from: a data key, once the database has been opened.
    private var root: [UInt8]
    /// Signs the heads of the record.
    let recordSigning: SigningKey
    /// Where the master key stands; nil when it came from the environment or lives in memory only.
    private let masterFile: String?

    /// Reads the keys in `folder/keys`, making them on first use.
    ///
    /// `SCHOOLGATE_MASTER_KEY`, 64 hex digits, takes the place of the file.
    public init(folder: String, environment: [String: String]) throws {
        let keys = folder + "/keys"
        try FileManager.default.createDirectory(
            atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let hex = environment["SCHOOLGATE_MASTER_KEY"] {
            guard let key = [UInt8](hex: hex), key.count == 32 else {
                throw KeyProblem("SCHOOLGATE_MASTER_KEY must be 64 hex digits.")
            }
            master = key
            masterFile = nil
        } else {
            master = try Self.key("\(keys)/master.key")
            masterFile = "\(keys)/master.key"
        }
        root = master
        recordSigning = try SigningKey(seed: Self.key("\(keys)/record.key"))
    }

    /// Keys that live as long as the process, for tests.
    public init() {
        master = random(bytes: 32)
        masterFile = nil
        root = master
        recordSigning = SigningKey()
    }

    /// The same keys with the root that the database keeps under the master key.
    func opened(with root: [UInt8]) -> Keys {
        var keys = self
        keys.root = root
        return keys
    }

    /// The master key as it is now: somebody may have changed its file since this process read it.
    func latestMaster() -> MasterKey {
        guard let masterFile, let key = try? Self.read(masterFile) else { return MasterKey(master) }
        return MasterKey(key)
    }

    /// A key for one use, so that none serves two.
    func derived(for use: String) -> [UInt8] { Digest.keyed(Array(use.utf8), key: root).bytes }

    /// Tells whether two installations have the same master key, and gives nothing away.
    var masterCheck: String { MasterKey(master).fingerprint }

    private static func key(_ path: String) throws -> [UInt8] {
        if let key = try read(path) { return key }
        let key = random(bytes: 32)
        try write(key, to: path)
        return key
    }

    /// Nil when there is no such file.
    static func read(_ path: String) throws -> [UInt8]? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        guard let key = [UInt8](hex: text.trimmingCharacters(in: .whitespacesAndNewlines)), key.count == 32 else {
            throw KeyProblem("\(path) is not a key: it must hold 64 hex digits. Restore it from where you keep it.")
        }
        return key
    }

    static func write(_ key: [UInt8], to path: String) throws {
        let wasMade = FileManager.default.createFile(
            atPath: path, contents: Data((key.hex + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard wasMade else { throw KeyProblem("Cannot write \(path). Check the folder's owner and free space.") }
    }
}

/// Why the keys could not be read or made.
public struct KeyProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
