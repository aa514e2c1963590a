import Crypto
import Database
import Synchronization

/// Seals secrets and opens them, with the data keys of the database kept in memory.
///
/// When somebody changes keys meanwhile, the next secret that does not open makes it look at the database again, so that
/// no server has to be started anew.
final class Vault: Sendable {
    private let keys: Keys
    private let ring: Mutex<Keyring>

    init(_ opened: DataKeys.Opened, _ keys: Keys) throws {
        self.keys = keys
        ring = Mutex(try opened.ring())
    }

    func seal(_ secret: String, for place: String, in db: Connection) throws -> [UInt8] {
        try ring.withLock { $0 }.seal(Array(secret.utf8), context: place)
    }

    /// Nil when no key opens it: it was sealed under keys that are lost, or for another place.
    func open(_ sealed: [UInt8], for place: String, in db: Connection) throws -> String? {
        if let bytes = try? ring.withLock({ $0 }).open(sealed, context: place) {
            return String(decoding: bytes, as: UTF8.self)
        }
        try reload(in: db)
        if let bytes = try? ring.withLock({ $0 }).open(sealed, context: place) {
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    func isOutdated(_ sealed: [UInt8]) -> Bool { ring.withLock { $0 }.isOutdated(sealed) }

    func reload(in db: Connection) throws {
        guard let opened = try DataKeys.read(keys.latestMaster(), in: db) else { return }
        let fresh = try opened.ring()
        ring.withLock { $0 = fresh }
    }
}
