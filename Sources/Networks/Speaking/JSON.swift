/// A JSON document as a network sent it, whose every part knows its own bytes.
///
/// Whatever is missing, or of another kind than was asked for, reads as nil: networks that speak the same interface
/// differ in numbers written as texts, in nulls and in fields that are left out.
struct JSON: Sendable, Equatable {
    indirect enum Kind: Sendable, Equatable {
        case null, bool(Bool), number(String), string(String)
        case array([JSON])
        case object([String: JSON])
    }

    let value: Kind
    /// As it came, from its first byte to its last.
    let bytes: ArraySlice<UInt8>

    /// Nil unless it is one whole document, nested at most 200 deep.
    init?(_ bytes: [UInt8]) {
        var reader = JSONReader(bytes)
        guard let document = reader.document() else { return nil }
        self = document
    }

    init(_ value: Kind, _ bytes: ArraySlice<UInt8>) {
        self.value = value
        self.bytes = bytes
    }

    private static let nothing = JSON(.null, [])

    /// A field of an object; null when there is none.
    subscript(name: String) -> JSON {
        guard case .object(let fields) = value else { return JSON.nothing }
        return fields[name] ?? JSON.nothing
    }

    subscript(index: Int) -> JSON {
        guard case .array(let elements) = value, elements.indices.contains(index) else { return JSON.nothing }
        return elements[index]
    }

    var isNull: Bool { value == .null }

    var string: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }

    /// A whole number, also one that was written as a text.
    var int: Int64? {
        switch value {
        case .number(let text), .string(let text): Int64(text)
        default: nil
        }
    }

    var bool: Bool? {
        guard case .bool(let flag) = value else { return nil }
        return flag
    }

    /// Nil when it is no list.
    var array: [JSON]? {
        guard case .array(let elements) = value else { return nil }
        return elements
    }

    /// Nil when it is no object.
    var object: [String: JSON]? {
        guard case .object(let fields) = value else { return nil }
        return fields
    }

    /// What a network calls something: a text or a number, never empty and never longer than an address.
    var id: String? {
        switch value {
        case .number(let text), .string(let text): text.isEmpty || text.utf8.count > 2_048 ? nil : text
        default: nil
        }
    }
}

/// Writing: only what networks are sent.
extension JSON {
    /// An object of these fields, in this order; fields that are nil are left out.
    static func text(_ fields: [(String, (any JSONWritable)?)]) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (name, value) in fields {
            guard let value else { continue }
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            name.write(to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}

/// Something that can stand in JSON.
protocol JSONWritable {
    func write(to bytes: inout [UInt8])
}

/// An object among others.
struct JSONFields: JSONWritable {
    let fields: [(String, (any JSONWritable)?)]
    init(_ fields: [(String, (any JSONWritable)?)]) { self.fields = fields }
    func write(to bytes: inout [UInt8]) { bytes += JSON.text(fields) }
}

extension String: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Bool: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes += Array((self ? "true" : "false").utf8) }
}

extension Int64: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes += Array(String(self).utf8) }
}

extension Int: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes += Array(String(self).utf8) }
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
