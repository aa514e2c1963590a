internal import CSodium

/// The operator's key that opens backups. It is kept away from the server.
public struct BackupKey: Sendable, CustomStringConvertible {
    public static let size = 32

    public let bytes: [UInt8]
    public let recipient: BackupRecipient

    /// A new random key.
    public init() {
        self.init(checked: random(bytes: Self.size))
    }

    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.init(checked: bytes)
    }

    private init(checked bytes: [UInt8]) {
        Sodium.ready()
        var open = [UInt8](repeating: 0, count: BackupRecipient.size)
        crypto_scalarmult_base(&open, bytes)
        self.bytes = bytes
        self.recipient = BackupRecipient(checked: open)
    }

    public var description: String { "BackupKey(secret)" }
}

/// The half of a ``BackupKey`` that the server knows: it seals and cannot open.
public struct BackupRecipient: Sendable, Hashable {
    public static let size = 32

    public let bytes: [UInt8]

    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    fileprivate init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }
}
