/// A value that stands in a path, such as an identifier.
public protocol PathParameter: Sendable {
    /// Reads one decoded component of a path.
    init?(pathComponent: Substring)
    /// The component as an `href` needs it, escaped.
    var pathComponent: String { get }
}

extension Int64: PathParameter {
    public init?(pathComponent: Substring) {
        guard let value = decimal(pathComponent, Int64.self) else { return nil }
        self = value
    }

    public var pathComponent: String { String(self) }
}

extension Int: PathParameter {
    public init?(pathComponent: Substring) {
        guard let value = decimal(pathComponent, Int.self) else { return nil }
        self = value
    }

    public var pathComponent: String { String(self) }
}

extension String: PathParameter {
    /// Text of 1 to 200 bytes.
    public init?(pathComponent: Substring) {
        guard !pathComponent.isEmpty, pathComponent.utf8.count <= 200 else { return nil }
        self.init(pathComponent)
    }

    public var pathComponent: String { PercentCoding.encode(self) }
}

/// One spelling for each number: no sign, no leading zero, so that a page has one address.
private func decimal<N: FixedWidthInteger>(_ text: Substring, _ type: N.Type) -> N? {
    let digits = text.utf8
    guard let first = digits.first, digits.count <= 19, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    guard first != 0x30 || digits.count == 1 else { return nil }
    return N(text)
}
