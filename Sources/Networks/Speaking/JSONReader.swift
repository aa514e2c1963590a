/// Reads JSON byte by byte, strictly, within limits that no network's answer reaches.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0
    private var values = 0

    private static let deepest = 200
    private static let mostValues = 500_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark, which some servers put in front.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func document() -> JSON? {
        skipSpace()
        guard let document = value() else { return nil }
        skipSpace()
        return at == bytes.count ? document : nil
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - at >= count else { return false }
        let matches = text.withUTF8Buffer { wanted in bytes[at..<(at + count)].elementsEqual(wanted) }
        if matches { at += count }
        return matches
    }

    private mutating func value() -> JSON? {
        values += 1
        guard values <= Self.mostValues else { return nil }
        let start = at
        guard let found = kind() else { return nil }
        return JSON(found, bytes[start..<at])
    }

    private mutating func kind() -> JSON.Kind? {
        switch next {
        case UInt8(ascii: "{"): nested { $0.object() }
        case UInt8(ascii: "["): nested { $0.array() }
        case UInt8(ascii: "\""): string().map { .string($0) }
        case UInt8(ascii: "t"): take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): take("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): take("null") ? .null : nil
        default: number().map { .number($0) }
        }
    }

    private mutating func nested(_ read: (inout JSONReader) -> JSON.Kind?) -> JSON.Kind? {
        depth += 1
        guard depth <= Self.deepest else { return nil }
        at += 1
        skipSpace()
        let found = read(&self)
        depth -= 1
        return found
    }

    private mutating func object() -> JSON.Kind? {
        var fields: [String: JSON] = [:]
        if take("}") { return .object(fields) }
        while true {
            guard let name = string() else { return nil }
            skipSpace()
            guard take(":") else { return nil }
            skipSpace()
            guard let field = value() else { return nil }
            fields[name] = field
            skipSpace()
            if take("}") { return .object(fields) }
            guard take(",") else { return nil }
            skipSpace()
        }
    }

    private mutating func array() -> JSON.Kind? {
        var elements: [JSON] = []
        if take("]") { return .array(elements) }
        while true {
            guard let element = value() else { return nil }
            elements.append(element)
            skipSpace()
            if take("]") { return .array(elements) }
            guard take(",") else { return nil }
            skipSpace()
        }
    }

    private mutating func number() -> String? {
        let start = at
        let isPart: (UInt8) -> Bool = { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        while let byte = next, isPart(byte) { at += 1 }
        guard at > start, at - start <= 64 else { return nil }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return Double(text) == nil || text.hasPrefix("+") ? nil : text
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += Array(String(Character(scalar)).utf8)
            // Servers that do not escape line ends are read all the same.
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"):
            guard let first = fourDigits() else { return nil }
            guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
            let before = at
            guard take("\\u"), let second = fourDigits(), (0xDC00..<0xE000).contains(second) else {
                at = before
                return "\u{FFFD}"
            }
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        default: return nil
        }
    }

    private mutating func fourDigits() -> UInt32? {
        guard bytes.count - at >= 4 else { return nil }
        let digits = bytes[at..<(at + 4)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        at += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
