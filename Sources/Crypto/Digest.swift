internal import CSodium

/// A BLAKE2b digest of 32 bytes.
public struct Digest: Sendable, Hashable {
    public let bytes: [UInt8]

    public var hex: String { bytes.hex }

    public static func of(_ bytes: [UInt8]) -> Digest { Digest(hashing: bytes, key: []) }

    /// Appends the 64 hexadecimal digits of the digest of some bytes: for many digests, one after the other.
    public static func append(hexOf bytes: [UInt8], to text: inout [UInt8]) {
        Sodium.ready()
        // The digest, and behind it its digits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 96) { output in
            guard let start = output.baseAddress else { return }
            crypto_generichash(start, 32, bytes, UInt64(bytes.count), nil, 0)
            for index in 0..<32 {
                output[32 + index * 2] = hexDigit(output[index] >> 4)
                output[33 + index * 2] = hexDigit(output[index] & 15)
            }
            text.append(contentsOf: output[32...])
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// Of several parts, each with its length before it, so that no two lists of parts give the same digest.
    public static func of(parts: [[UInt8]]) -> Digest {
        var framed: [UInt8] = []
        for part in parts {
            framed.append(contentsOf: Array("\(part.count):".utf8))
            framed.append(contentsOf: part)
        }
        return of(framed)
    }

    /// That only the holder of the key can make: for tokens of forms and keys derived for one use.
    public static func keyed(_ bytes: [UInt8], key: [UInt8]) -> Digest { Digest(hashing: bytes, key: key) }

    /// Of a text's UTF-8.
    public static func of(_ text: String) -> Digest { of(Array(text.utf8)) }

    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    public init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    fileprivate init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    private init(hashing input: [UInt8], key: [UInt8]) {
        Sodium.ready()
        var output = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&output, output.count, input, UInt64(input.count), key, key.count)
        bytes = output
    }
}

/// Digests what comes in parts, such as a file.
public struct Digester: ~Copyable {
    // libsodium asks for an alignment that a variable of the imported type need not have.
    private let state = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)

    public init() {
        Sodium.ready()
        crypto_generichash_init(pointer, nil, 0, 32)
    }

    deinit {
        state.deallocate()
    }

    public mutating func update(_ bytes: [UInt8]) {
        crypto_generichash_update(pointer, bytes, UInt64(bytes.count))
    }

    public consuming func finish() -> Digest {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash_final(pointer, &digest, digest.count)
        return Digest(unchecked: digest)
    }

    private var pointer: OpaquePointer { OpaquePointer(state) }
}

/// A secret that a browser or a link carries; the database keeps its digest alone.
public struct Token: Sendable, CustomStringConvertible {
    public let text: String

    public static func random() -> Token { Token(unchecked: Crypto.random(bytes: 32).base64url) }

    /// Nil unless it has the shape of a token: 43 characters of base64url.
    public init?(text: String) {
        let isToken = text.utf8.allSatisfy { unit in
            switch unit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard text.utf8.count == 43, isToken else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    public var description: String { "Token(secret)" }

    public var digest: String { Digest.of(Array(text.utf8)).hex }
}
