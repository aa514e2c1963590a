/// A piece of JSON as a network sent it, which knows where it stood, so that it can be kept byte for byte.
///
/// Networks' records carry fields that nobody here knows; what is written back must still have them.
struct JSONTree: Sendable {
    enum Kind: Sendable {
        case null
        case bool(Bool)
        /// As it was written: identifiers may be longer than any number type.
        case number(String)
        case string(String)
        case array([JSONTree])
        case object([(key: String, value: JSONTree)])
    }

    let value: Kind
    /// Where it stands in what was read; empty when it was made here.
    let range: Range<Int>

    init(_ value: Kind, range: Range<Int> = 0..<0) {
        self.value = value
        self.range = range
    }

    /// The first value of this name; nil when there is none, or this is no object.
    subscript(key: String) -> JSONTree? {
        guard case .object(let fields) = value else { return nil }
        return fields.first { $0.key == key }?.value
    }

    var string: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }

    var bool: Bool? {
        guard case .bool(let bool) = value else { return nil }
        return bool
    }

    var int: Int? {
        guard case .number(let digits) = value else { return nil }
        return Int(digits)
    }

    var array: [JSONTree]? {
        guard case .array(let elements) = value else { return nil }
        return elements
    }

    var isObject: Bool {
        guard case .object = value else { return false }
        return true
    }

    /// The same object with this field set, or without it when the value is nil.
    func with(_ key: String, _ new: JSONTree?) -> JSONTree {
        guard case .object(var fields) = value else { return self }
        if let place = fields.firstIndex(where: { $0.key == key }) {
            if let new { fields[place].value = new } else { fields.remove(at: place) }
        } else if let new {
            fields.append((key, new))
        }
        return JSONTree(.object(fields))
    }

    /// Its own bytes in what it was read from.
    func raw(in source: [UInt8]) -> [UInt8] {
        range.upperBound <= source.count ? Array(source[range]) : []
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self.init(.string(text)) }
    init(booleanLiteral bool: Bool) { self.init(.bool(bool)) }
    init(integerLiteral number: Int) { self.init(.number(String(number))) }
    init(arrayLiteral elements: JSONTree...) { self.init(.array(elements)) }
    init(dictionaryLiteral fields: (String, JSONTree)...) { self.init(.object(fields.map { ($0.0, $0.1) })) }

    static let null = JSONTree(.null)
    static func text(_ text: String) -> JSONTree { JSONTree(.string(text)) }
    static func list(_ elements: [JSONTree]) -> JSONTree { JSONTree(.array(elements)) }
    static func number(_ number: Int) -> JSONTree { JSONTree(.number(String(number))) }
}

extension JSONTree {
    /// As it is sent.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .string(let text): JSONTree.write(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONTree.write(field.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                field.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let hexadecimal = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes += [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
