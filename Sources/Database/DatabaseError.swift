/// A failure of the database, with the statement that caused it.
///
/// It never holds a value: values may be children's data, and errors are logged.
public struct DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case uniqueViolation, foreignKeyViolation, checkViolation, notNullViolation
        /// Somebody else held a lock for too long, or two transactions locked each other out.
        case busy
        /// The disk is full. Nothing of the transaction was kept.
        case full
        /// A write where only reading is allowed.
        case readOnly
        /// The database cannot be reached, or was lost. Nothing of the transaction was kept.
        case gone
        /// The server was lost while committing: the transaction may or may not have been kept.
        case uncertain
        /// A value that the engine cannot store.
        case badValue
        /// The file is damaged or no database.
        case corrupt
        /// The database was made by a newer program.
        case newer
        /// A row was expected and there is none.
        case noRow
        case other
    }

    public let kind: Kind
    public let message: String
    /// The statement with placeholders in place of its values.
    public let statement: String?
    /// The engine's own code: SQLite's extended result code, PostgreSQL's SQLSTATE.
    public let code: String?

    init(_ kind: Kind, _ message: String, statement: String? = nil, code: String? = nil) {
        self.kind = kind
        self.message = message
        self.statement = statement
        self.code = code
    }

    public var description: String {
        "database error (\(kind.rawValue)\(code.map { " \($0)" } ?? "")): \(message)"
            + (statement.map { " in: \($0)" } ?? "")
    }
}
