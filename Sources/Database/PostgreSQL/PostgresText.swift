internal import Glibc

/// The type numbers of PostgreSQL that are used here.
enum PostgresType {
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let text: UInt32 = 25
    static let float8: UInt32 = 701
}

/// Reads values in PostgreSQL's text format.
enum PostgresText {
    static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        guard let first = bytes.first else { return 0 }
        if first == UInt8(ascii: "t") { return 1 }
        if first == UInt8(ascii: "f") { return 0 }
        let isNegative = first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            // Stops at a fraction, as SQLite does.
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
            // Counts downwards, because the lowest number has no positive twin.
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, beyond) = tenfold.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            guard !overflow, !beyond else { return isNegative ? .min : .max }
            value = next
        }
        guard !isNegative else { return value }
        return value == .min ? .max : -value
    }

    static func double(_ bytes: UnsafeRawBufferPointer) -> Double {
        // libpq ends every value with a zero byte.
        guard let start = bytes.baseAddress else { return 0 }
        return strtod(start.assumingMemoryBound(to: CChar.self), nil)
    }

    /// Reads `\x` and pairs of hexadecimal digits.
    static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        guard text.count >= 2 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: text.count / 2 - 1) { buffer, count in
            count = text.count / 2 - 1
            for index in 0..<count {
                buffer[index] = digit(text[2 * index + 2]) << 4 | digit(text[2 * index + 3])
            }
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8 {
        byte <= UInt8(ascii: "9") ? byte &- UInt8(ascii: "0") : (byte | 0x20) &- UInt8(ascii: "a") &+ 10
    }
}
