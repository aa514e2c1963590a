import Foundation

/// SHA-256 of the stand-in's own (FIPS 180-4), so that both sides cannot be wrong in the same way.
enum Sha256 {
    static func base64url(_ message: [UInt8]) -> String {
        Data(digest(message)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// The first 32 bits of the fractional parts of roots of the first primes.
    private static let (start, constants): ([UInt32], [UInt32]) = {
        var primes: [Int] = [], next = 2
        while primes.count < 64 {
            if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
            next += 1
        }
        func bits(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }
        return (primes.prefix(8).map { bits(Double($0).squareRoot()) }, primes.map { bits(cbrt(Double($0))) })
    }()

    private static func digest(_ message: [UInt8]) -> [UInt8] {
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8((message.count * 8) >> shift & 0xFF)) }
        var hash = start
        for block in stride(from: 0, to: bytes.count, by: 64) {
            var words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + word * 4 + $1]) }
            }
            func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
            for index in 16..<64 {
                let (a, b) = (words[index - 15], words[index - 2])
                let s0 = turned(a, 7) ^ turned(a, 18) ^ a >> 3, s1 = turned(b, 17) ^ turned(b, 19) ^ b >> 10
                words.append(words[index - 16] &+ s0 &+ words[index - 7] &+ s1)
            }
            var h = hash
            for index in 0..<64 {
                let s1 = turned(h[4], 6) ^ turned(h[4], 11) ^ turned(h[4], 25)
                let choice = h[4] & h[5] ^ ~h[4] & h[6]
                let first = h[7] &+ s1 &+ choice &+ constants[index] &+ words[index]
                let s0 = turned(h[0], 2) ^ turned(h[0], 13) ^ turned(h[0], 22)
                let second = s0 &+ (h[0] & h[1] ^ h[0] & h[2] ^ h[1] & h[2])
                h = [first &+ second, h[0], h[1], h[2], h[3] &+ first, h[4], h[5], h[6]]
            }
            for index in 0..<8 { hash[index] = hash[index] &+ h[index] }
        }
        return hash.flatMap { word in (0..<4).map { UInt8(word >> (24 - 8 * UInt32($0)) & 0xFF) } }
    }
}

extension Sha256 {
    /// HMAC (RFC 2104), also of the stand-in's own.
    static func keyed(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? digest(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        return digest(block.map { $0 ^ 0x5C } + digest(block.map { $0 ^ 0x36 } + message))
    }
}
