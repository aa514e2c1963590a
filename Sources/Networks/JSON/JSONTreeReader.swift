extension JSONTree {
    /// Nil when it is not one whole piece of JSON, or is nested deeper than anything a network means.
    init?(_ bytes: [UInt8]) {
        var reader = JSONTreeReader(bytes: bytes)
        guard let whole = reader.document() else { return nil }
        self = whole
    }
}

private struct JSONTreeReader {
    let bytes: [UInt8]
    private var place = 0
    private var depth = 0
    private static let deepest = 200

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() -> JSONTree? {
        guard let whole = element() else { return nil }
        skipSpace()
        return place == bytes.count ? whole : nil
    }

    private mutating func element() -> JSONTree? {
        skipSpace()
        guard let first = peek else { return nil }
        let start = place
        let value: JSONTree.Kind? =
            switch first {
            case UInt8(ascii: "{"): object()
            case UInt8(ascii: "["): array()
            case UInt8(ascii: "\""): string().map { .string($0) }
            case UInt8(ascii: "t"): word("true") ? .bool(true) : nil
            case UInt8(ascii: "f"): word("false") ? .bool(false) : nil
            case UInt8(ascii: "n"): word("null") ? .null : nil
            default: number()
            }
        return value.map { JSONTree($0, range: start..<place) }
    }

    private mutating func object() -> JSONTree.Kind? {
        guard enter() else { return nil }
        var fields: [(key: String, value: JSONTree)] = []
        if take(UInt8(ascii: "}")) { return leave(.object(fields)) }
        repeat {
            skipSpace()
            guard let key = string(), take(UInt8(ascii: ":")), let value = element() else { return nil }
            fields.append((key, value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? leave(.object(fields)) : nil
    }

    private mutating func array() -> JSONTree.Kind? {
        guard enter() else { return nil }
        var elements: [JSONTree] = []
        if take(UInt8(ascii: "]")) { return leave(.array(elements)) }
        repeat {
            guard let value = element() else { return nil }
            elements.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? leave(.array(elements)) : nil
    }

    private mutating func enter() -> Bool {
        place += 1
        depth += 1
        return depth <= JSONTreeReader.deepest
    }

    private mutating func leave(_ value: JSONTree.Kind) -> JSONTree.Kind {
        depth -= 1
        return value
    }

    private mutating func number() -> JSONTree.Kind? {
        let start = place
        while let byte = peek, JSONTreeReader.isOfNumber(byte) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        // Whatever Swift reads as a number, JSON's grammar aside, does no harm: it is only handed on.
        return Double(text) == nil ? nil : .number(text)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func string() -> String? {
        guard peek == UInt8(ascii: "\"") else { return nil }
        place += 1
        var text: [UInt8] = []
        while let byte = peek {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"): guard escape(&text) else { return nil }
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(_ text: inout [UInt8]) -> Bool {
        guard let byte = peek else { return false }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard var code = unit() else { return false }
            if (0xD800..<0xDC00).contains(code), peek == UInt8(ascii: "\\"), place + 1 < bytes.count,
                bytes[place + 1] == UInt8(ascii: "u")
            {
                let before = place
                place += 2
                guard let low = unit() else { return false }
                if (0xDC00..<0xE000).contains(low) {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    place = before
                }
            }
            // Half a pair alone stands for no character.
            let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
            text += String(Character(scalar)).utf8
        default: return false
        }
        return true
    }

    private mutating func unit() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for byte in bytes[place..<(place + 4)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            code = code << 4 | UInt32(digit)
        }
        place += 4
        return code
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek == byte else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }
}
