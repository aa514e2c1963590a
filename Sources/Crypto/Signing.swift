internal import CSodium

/// Signs: Ed25519.
public struct SigningKey: Sendable, CustomStringConvertible {
    private let secret: [UInt8]
    public let verifying: VerifyingKey

    /// From a seed of 32 bytes.
    public init(seed: [UInt8]) throws {
        guard seed.count == 32 else { throw CryptoError.wrongKeyLength }
        self.init(checked: seed)
    }

    /// A new one.
    public init() { self.init(checked: random(bytes: 32)) }

    private init(checked seed: [UInt8]) {
        Sodium.ready()
        var secret = [UInt8](repeating: 0, count: 64)
        var open = [UInt8](repeating: 0, count: 32)
        crypto_sign_seed_keypair(&open, &secret, seed)
        self.secret = secret
        verifying = VerifyingKey(unchecked: open)
    }

    public var description: String { "SigningKey(secret, \(verifying.id))" }

    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
        return signature
    }
}

/// Tells whether a signature is its key's.
public struct VerifyingKey: Sendable, Hashable {
    public let bytes: [UInt8]

    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    fileprivate init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// A short name for the key, to tell which one signed.
    public var id: String { String(Digest.of(bytes).hex.prefix(16)) }

    public func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        Sodium.ready()
        return signature.count == 64
            && crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), self.bytes) == 0
    }
}
