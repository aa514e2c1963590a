/// A key for secrets at rest, with the number that sealed bytes carry.
public struct SealingKey: Sendable, CustomStringConvertible {
    public let id: UInt32
    let bytes: [UInt8]

    public init(id: UInt32, bytes: [UInt8]) throws {
        guard bytes.count == 32 else { throw CryptoError.wrongKeyLength }
        self.id = id
        self.bytes = bytes
    }

    public var description: String { "SealingKey(\(id), secret)" }
}

/// Seals secrets at rest with the current key, and opens with whichever key sealed them.
///
/// Sealed bytes open only for the context they were sealed for, such as `account 12 password`: a secret copied
/// to another row does not open.
public struct Keyring: Sendable {
    private let current: SealingKey
    private let keys: [UInt32: SealingKey]

    public init(current: SealingKey, earlier: [SealingKey] = []) {
        self.current = current
        self.keys = (earlier + [current]).reduce(into: [:]) { $0[$1.id] = $1 }
    }

    public func seal(_ plain: [UInt8], context: String) throws -> [UInt8] {
        let number = withUnsafeBytes(of: current.id.bigEndian) { Array($0) }
        return number + (try Sealed.seal(plain, key: current.bytes, context: tied(context, to: current.id)))
    }

    public func open(_ sealed: [UInt8], context: String) throws -> [UInt8] {
        guard let id = keyID(of: sealed) else { throw CryptoError.cannotOpen }
        guard let key = keys[id] else { throw CryptoError.unknownKey }
        return try Sealed.open(Array(sealed.dropFirst(4)), key: key.bytes, context: tied(context, to: id))
    }

    /// Whether the secret should be sealed anew because a newer key is current.
    public func isOutdated(_ sealed: [UInt8]) -> Bool {
        keyID(of: sealed) != current.id
    }

    private func keyID(of sealed: [UInt8]) -> UInt32? {
        sealed.count > 4 ? sealed[..<4].reduce(0) { $0 << 8 | UInt32($1) } : nil
    }

    private func tied(_ context: String, to id: UInt32) -> String {
        "key \(id), \(context)"
    }
}
