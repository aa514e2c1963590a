public import Crypto
import Database
import Foundation

/// The record as commands check and sign it.
extension Installation {
    /// Checks every chain with the heads of the database, of the data folder and of the given files.
    ///
    /// Signatures of `key` count too, for where the installation's own keys are not at hand.
    public func verifyRecord(headFiles: [String] = [], key: VerifyingKey? = nil) async throws -> AuditReport {
        let keys = try recordKeys() + [key].compactMap(\.self)
        guard !keys.isEmpty else {
            throw InstallationProblem(
                "There is no key in \(keysFolder) to check signatures with. Name the data folder with --data, or give "
                    + "what `schoolgate audit key` printed as --key.")
        }
        var heads: [SignedHead] = []
        let own = FileManager.default.fileExists(atPath: headsFile) ? [headsFile] : []
        for file in own + headFiles { heads += try SignedHead.read(file) }
        let extra = heads
        return try await database.snapshot { db in try Audit.verify(in: db, extra: extra, keys: keys) }
    }

    /// Signs every chain's head and keeps the signatures in the database and in the file; answers how many.
    public func signRecord(at now: Instant, _ environment: [String: String]) async throws -> Int {
        let keys = try keys(environment)
        let heads = try await database.write { db in try SignedHead.signAll(keys, at: now, in: db) }
        try SignedHead.append(heads, to: headsFile)
        return heads.count
    }

    /// The public half of the key that signs the record here.
    public static func recordKey(data: String) throws -> VerifyingKey {
        let path = data + "/keys/record.key"
        guard FileManager.default.fileExists(atPath: path) else {
            throw InstallationProblem("There is no key at \(path). Name the server's own data folder with --data.")
        }
        let environment = ["SCHOOLGATE_MASTER_KEY": random(bytes: 32).hex]
        return try Keys(folder: data, environment: environment).recordSigning.verifying
    }
}
