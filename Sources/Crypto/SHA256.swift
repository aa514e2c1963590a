internal import CSodium

/// SHA-256, where a protocol asks for it; everything of our own uses ``Digest``.
public enum SHA256 {
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Sodium.ready()
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    /// HMAC-SHA-256 (RFC 2104), where a protocol asks for it.
    public static func keyed(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        Sodium.ready()
        var state = crypto_auth_hmacsha256_state()
        var mac = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        crypto_auth_hmacsha256_final(&state, &mac)
        return mac
    }
}
