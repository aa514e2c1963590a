internal import CSodium

extension [UInt8] {
    /// In lower-case hexadecimal digits.
    public var hex: String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
        return String(unsafeUninitializedCapacity: count * 2) { text in
            for index in indices {
                text[index * 2] = digit(self[index] >> 4)
                text[index * 2 + 1] = digit(self[index] & 15)
            }
            return count * 2
        }
    }

    /// Nil unless the text is pairs of hexadecimal digits.
    public init?(hex: some StringProtocol) {
        var bytes: [UInt8] = []
        var high: UInt8?
        for unit in hex.utf8 {
            let digit: UInt8
            switch unit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = unit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = unit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = unit - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else { return nil }
        self = bytes
    }

    /// In base64url without padding: fit for addresses and cookies.
    public var base64url: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in self {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless the text is base64url throughout, without padding.
    public init?(base64url text: String) {
        let count = text.utf8.count
        var bytes = [UInt8](repeating: 0, count: count)
        var length = 0
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        guard sodium_base642bin(&bytes, count, text, count, nil, &length, nil, variant) == 0 else { return nil }
        bytes.removeLast(count - length)
        self = bytes
    }
}
