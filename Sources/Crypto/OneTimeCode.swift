internal import COpenSSL

/// The six figures of a time-based one-time password: RFC 6238 with HMAC-SHA-1 and steps of thirty seconds, which is what
/// every authenticator and network speaks.
public struct OneTimeCode: Sendable, Equatable {
    /// Seconds for which one code stands.
    public static let step: Int64 = 30

    private let secret: [UInt8]

    /// A new random secret of 160 bits, as RFC 4226 recommends.
    public init() { secret = random(bytes: 20) }

    /// Reads a secret as networks show it, in base 32 with or without spaces; nil when it is none, or too short to be one.
    public init?(base32 text: String) {
        guard let bytes = Base32.decode(text), (10...64).contains(bytes.count) else { return nil }
        secret = bytes
    }

    public var base32: String { Base32.encode(secret) }

    /// The code that stands at a time, in seconds since 1970.
    public func code(at seconds: Int64) -> String { code(step: seconds / OneTimeCode.step) }

    /// The step whose code this is, looking one step back and ahead for clocks that differ; nil when it is none of them, or
    /// not later than `used`: a code works once.
    public func step(of code: String, at seconds: Int64, after used: Int64?) -> Int64? {
        let now = seconds / OneTimeCode.step
        let typed = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        guard typed.count == 6 else { return nil }
        var found: Int64?
        for step in (now - 1)...(now + 1) where constantTimeEqual(Array(self.code(step: step).utf8), typed) {
            found = step
        }
        guard let found, found > used ?? .min else { return nil }
        return found
    }

    /// What an authenticator reads from a QR code.
    public func address(account: String, issuer: String) -> String {
        func escaped(_ text: String) -> String {
            text.utf8.reduce(into: "") { text, byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    text.unicodeScalars.append(Unicode.Scalar(byte))
                default: text += "%" + [byte].hex.uppercased()
                }
            }
        }
        return "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(base32)&issuer=\(escaped(issuer))"
    }

    private func code(step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = HMAC.sha1(counter, key: secret)
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension OneTimeCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "OneTimeCode(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["secret": "•••"]) }
}

/// Keyed hashes that libsodium does not have.
enum HMAC {
    static func sha1(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var mac = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        COpenSSL.HMAC(EVP_sha1(), key, Int32(key.count), bytes, bytes.count, &mac, &length)
        return mac
    }
}

/// RFC 4648's alphabet of 32, as secrets of authenticators are written.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Small letters, spaces, hyphens and padding are let through; nil for anything else.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for unit in text.uppercased().utf8 where unit != UInt8(ascii: " ") && unit != UInt8(ascii: "-") {
            if unit == UInt8(ascii: "=") { break }
            guard let value = alphabet.firstIndex(of: unit) else { return nil }
            buffer = buffer << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }
}
