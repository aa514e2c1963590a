public import Database
public import Web

/// A row's id as a type of its own, so that a post's is never taken for a person's.
public struct ID<Of>: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
    init(_ rawValue: Int64) { self.rawValue = rawValue }
}

extension ID: PathParameter {
    public init?(pathComponent: Substring) {
        guard pathComponent.utf8.count <= 18, let rawValue = Int64(pathComponent), rawValue > 0 else { return nil }
        self.init(rawValue: rawValue)
    }

    public var pathComponent: String { String(rawValue) }
}

extension ID: SQLBindable {
    public static var sqlType: SQLType { .integer }
    public var sqlValue: SQLValue { .integer(rawValue) }
}

extension Instant: SQLBindable {
    public static var sqlType: SQLType { .integer }
    public var sqlValue: SQLValue { .integer(milliseconds) }
}
