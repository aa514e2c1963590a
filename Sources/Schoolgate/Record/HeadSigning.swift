import Crypto
import Database
import Foundation

/// The head of a chain at a moment, signed with a key that is not in the database.
///
/// Kept in the database, in the data folder and in every backup: whoever holds one finds a tail that was cut off
/// and a chain that was computed anew.
struct SignedHead: Sendable, Codable, Equatable {
    let chain: Int64
    let number: Int64
    let digest: String
    /// Milliseconds since 1970.
    let signedAt: Int64
    let keyID: String
    /// In hexadecimal digits.
    let signature: String

    private var message: [UInt8] {
        Array("schoolgate head 1\n\(chain)\n\(number)\n\(digest)\n\(signedAt)".utf8)
    }

    private init(chain: Int64, number: Int64, digest: String, signedAt: Int64, keyID: String, signature: String) {
        self.chain = chain
        self.number = number
        self.digest = digest
        self.signedAt = signedAt
        self.keyID = keyID
        self.signature = signature
    }

    static func sign(chain: Int64, number: Int64, digest: String, at now: Instant, with key: SigningKey) -> SignedHead {
        let unsigned = SignedHead(
            chain: chain, number: number, digest: digest, signedAt: now.milliseconds, keyID: key.verifying.id,
            signature: "")
        return SignedHead(
            chain: chain, number: number, digest: digest, signedAt: now.milliseconds, keyID: key.verifying.id,
            signature: key.sign(unsigned.message).hex)
    }

    func isGenuine(_ key: VerifyingKey) -> Bool {
        guard let bytes = [UInt8](hex: signature) else { return false }
        return keyID == key.id && key.isValid(bytes, of: message)
    }

    /// Signs every chain's head now, and keeps the signatures.
    static func signAll(_ keys: Keys, at now: Instant, in db: Connection) throws -> [SignedHead] {
        let heads = try db.all("SELECT chain, number, digest FROM chain_heads ORDER BY chain") {
            sign(chain: $0.int(0), number: $0.int(1), digest: $0.text(2), at: now, with: keys.recordSigning)
        }
        for head in heads {
            try db.run(
                """
                INSERT INTO signed_heads (chain, number, digest, signed_at, key_id, signature)
                VALUES (\(head.chain), \(head.number), \(head.digest), \(head.signedAt), \(head.keyID), \(head.signature))
                """
            )
        }
        return heads
    }

    static func all(in db: Connection) throws -> [SignedHead] {
        try db.all("SELECT chain, number, digest, signed_at, key_id, signature FROM signed_heads ORDER BY id") {
            SignedHead(
                chain: $0.int(0), number: $0.int(1), digest: $0.text(2), signedAt: $0.int(3), keyID: $0.text(4),
                signature: $0.text(5))
        }
    }

    /// Appends to the file of heads, a line of JSON each.
    static func append(_ heads: [SignedHead], to path: String) throws {
        guard !heads.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var lines = Data()
        for head in heads { lines += try encoder.encode(head) + Data("\n".utf8) }
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forWritingAtPath: path) else { throw unwritable(path) }
        defer { try? file.close() }
        do {
            try file.seekToEnd()
            try file.write(contentsOf: lines)
        } catch { throw unwritable(path) }
    }

    private static func unwritable(_ path: String) -> KeyProblem {
        KeyProblem("Cannot write \(path). Check the folder's owner and free space.")
    }

    /// Reads a file of heads; says which line cannot be read.
    static func read(_ path: String) throws -> [SignedHead] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw AuditProblem("Cannot read \(path).")
        }
        return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            do { return try JSONDecoder().decode(SignedHead.self, from: Data(line)) } catch {
                throw AuditProblem("\(path):\(index + 1): this line is no signed head.")
            }
        }
    }
}

/// Why the record could not be checked at all.
public struct AuditProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
