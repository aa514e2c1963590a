public import Database
public import Policy

extension Day: SQLBindable {
    public static var sqlType: SQLType { .text }
    public var sqlValue: SQLValue { .text(description) }
}
