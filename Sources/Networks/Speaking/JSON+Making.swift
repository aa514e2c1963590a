/// Making JSON to be sent, and changing some that was read: what nobody here knows stays as it came, byte for byte.
extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(_ value: Kind) { self.init(value, []) }
    init(stringLiteral text: String) { self.init(.string(text)) }
    init(booleanLiteral bool: Bool) { self.init(.bool(bool)) }
    init(integerLiteral number: Int) { self.init(.number(String(number))) }
    init(arrayLiteral elements: JSON...) { self.init(.array(elements)) }
    init(dictionaryLiteral fields: (String, JSON)...) {
        self.init(.object(Dictionary(fields) { $1 }))
    }

    static let null = JSON(.null)
    static func text(_ text: String) -> JSON { JSON(.string(text)) }
    static func list(_ elements: [JSON]) -> JSON { JSON(.array(elements)) }
    static func number(_ number: Int) -> JSON { JSON(.number(String(number))) }

    /// The same object with this field set, or without it when the value is nil.
    func with(_ name: String, _ new: JSON?) -> JSON {
        guard var fields = object else { return self }
        fields[name] = new
        return JSON(.object(fields))
    }

    /// As it is sent.
    var written: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }
}

extension JSON: JSONWritable {
    func write(to sent: inout [UInt8]) {
        guard bytes.isEmpty else {
            sent += bytes
            return
        }
        switch value {
        case .null: sent += "null".utf8
        case .bool(let bool): bool.write(to: &sent)
        case .number(let digits): sent += digits.utf8
        case .string(let text): text.write(to: &sent)
        case .array(let elements): elements.write(to: &sent)
        case .object(let fields): sent += JSON.text(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }
}
