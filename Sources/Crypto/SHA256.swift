internal import CSodium

/// SHA-256, where a protocol asks for it; everything of our own uses ``Digest``.
public enum SHA256 {
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Sodium.ready()
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
