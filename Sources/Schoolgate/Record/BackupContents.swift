import Crypto
import Database

/// What a backup holds, read to its end and found whole.
struct BackupContents: Sendable {
    let header: BackupHeader
    let heads: [UInt8]
    let end: BackupEnd
    let recordKey: VerifyingKey

    init(_ file: BackupFile) throws {
        var header: BackupHeader?
        var heads: [UInt8] = []
        var rows = 0, pictures = 0
        end = try file.read { frame in
            switch frame {
            case .header(let found):
                guard header == nil, rows + pictures == 0, found.format == 1 else { throw BackupDamaged() }
                header = found
            case .row(let table, let values):
                guard let tables = header?.tables, tables.indices.contains(table),
                    tables[table].columns.count == values.count
                else { throw BackupDamaged() }
                rows += 1
            case .picture(let digest, let bytes):
                guard Digest.of(bytes).hex == digest else { throw BackupDamaged() }
                pictures += 1
            case .heads(let bytes): heads = bytes
            case .end: throw BackupDamaged()
            }
        }
        guard let header, let key = [UInt8](hex: header.recordKey).flatMap(VerifyingKey.init(bytes:)),
            let signature = [UInt8](hex: end.signature), key.isValid(signature, of: BackupEnd.message(end.digest)),
            end.rows == rows, end.pictures == pictures
        else {
            throw InstallationProblem("\(file.path) does not hold what a backup holds. Nothing was restored.")
        }
        self.header = header
        self.heads = heads
        recordKey = key
    }

    func requireSameVersion() throws {
        let own = Set(Migration.all.map(\.name)), theirs = Set(header.migrations)
        guard own != theirs else { return }
        guard theirs.isSubset(of: own) else {
            throw InstallationProblem(
                "This backup was made by a newer Schoolgate. Install that version and restore with it. Nothing was changed."
            )
        }
        throw InstallationProblem(
            "This backup was made by an older Schoolgate, whose last change was \(header.migrations.last ?? "none"). Restore "
                + "it with that version; then start this one, which brings it up to date. Nothing was changed.")
    }

    /// Refuses a backup of an installation whose keys are not here, unless they are lost; answers what that means.
    func checkKeys(
        of installation: Installation, hasNewKeys: Bool, environment: [String: String]
    ) throws -> [String] {
        let keys = try? installation.keys(environment)
        let isOurs = keys?.recordSigning.verifying == recordKey && keys?.masterCheck == header.masterCheck
        if isOurs { return [] }
        guard hasNewKeys else {
            throw InstallationProblem(
                """
                The keys in \(installation.keysFolder) are not those of the installation that was backed up; a backup does \
                not hold them. Put its master.key and record.key there, and restore again. If they are lost, add \
                --new-keys: official accounts must then be connected anew. Nothing was changed.
                """)
        }
        return [
            "The backup says it was signed by the key \(recordKey.bytes.hex). Compare it with what `schoolgate audit key` "
                + "printed on the old server: only that tells that the backup is yours.",
            "Without the old master key the accounts' passwords cannot be read. Connect each official account anew.",
        ]
    }
}
