internal import CSodium

/// Secrets at rest: XChaCha20-Poly1305 with a random nonce, tied to where they belong.
public enum Sealed {
    private static let version: UInt8 = 1
    private static let nonceLength = 24
    private static let tagLength = 16

    /// Seals bytes so that they open with the same key and the same context alone.
    public static func seal(_ bytes: [UInt8], key: [UInt8], context: String) throws -> [UInt8] {
        guard key.count == 32 else { throw CryptoError.wrongKeyLength }
        let nonce = random(bytes: nonceLength)
        return [version] + nonce + encrypt(bytes, Array(context.utf8), nonce: nonce, key: key)
    }

    /// The bare cipher: the caller sees to the lengths and to a nonce that is used once.
    static func encrypt(_ bytes: [UInt8], _ tied: [UInt8], nonce: [UInt8], key: [UInt8]) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: bytes.count + tagLength)
        var length: UInt64 = 0
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, &length, bytes, UInt64(bytes.count), tied, UInt64(tied.count), nil, nonce, key)
        return sealed
    }

    public static func open(_ sealed: [UInt8], key: [UInt8], context: String) throws -> [UInt8] {
        guard key.count == 32 else { throw CryptoError.wrongKeyLength }
        guard sealed.count >= 1 + nonceLength + tagLength, sealed[0] == version else { throw CryptoError.cannotOpen }
        let nonce = Array(sealed[1..<(1 + nonceLength)])
        let body = Array(sealed[(1 + nonceLength)...])
        let tied = Array(context.utf8)
        var bytes = [UInt8](repeating: 0, count: body.count - tagLength)
        var length: UInt64 = 0
        let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &bytes, &length, nil, body, UInt64(body.count), tied, UInt64(tied.count), nonce, key)
        guard result == 0 else { throw CryptoError.cannotOpen }
        return bytes
    }
}
