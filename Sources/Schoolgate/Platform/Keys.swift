import Crypto
import Foundation

/// The keys of this installation: outside the database, in a folder only its owner may read.
public struct Keys: Sendable {
    /// Seals what is secret at rest; everything else is derived from it.
    let master: [UInt8]
    /// Signs the heads of the record.
    let recordSigning: SigningKey

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
        } else {
            master = try Self.key("\(keys)/master.key")
        }
        recordSigning = try SigningKey(seed: Self.key("\(keys)/record.key"))
    }

    /// Keys that live as long as the process, for tests.
    public init() {
        master = random(bytes: 32)
        recordSigning = SigningKey()
    }

    /// A key for one use, so that none serves two.
    func derived(for use: String) -> [UInt8] { Digest.keyed(Array(use.utf8), key: master).bytes }

    private static func key(_ path: String) throws -> [UInt8] {
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            guard let key = [UInt8](hex: text.trimmingCharacters(in: .whitespacesAndNewlines)), key.count == 32 else {
                throw KeyProblem("\(path) is not a key: it must hold 64 hex digits. Restore it from where you keep it.")
            }
            return key
        }
        let key = random(bytes: 32)
        let wasMade = FileManager.default.createFile(
            atPath: path, contents: Data((key.hex + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard wasMade else { throw KeyProblem("Cannot write \(path). Check the folder's owner and free space.") }
        return key
    }
}

/// Why the keys could not be read or made.
public struct KeyProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
