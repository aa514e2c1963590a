internal import CSQLite
internal import Glibc

/// One connection to a SQLite file.
final class SQLiteSession: Session {
    let engine = Engine.sqlite
    let isLost = false
    /// The number changes with every commit but this connection's own; and whoever reads a file does not write.
    let nameOfState: SQL?
    let handle: OpaquePointer
    private let isMemory: Bool
    private var statements = StatementCache<OpaquePointer>(limit: 200)

    init(path: String, access: Access) throws(DatabaseError) {
        self.isMemory = path == ":memory:"
        self.nameOfState = isMemory || access == .write ? nil : "PRAGMA data_version"
        if !isMemory && access == .write { try createPrivately(path) }
        self.handle = try openSQLite(path)
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        try script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
        switch access {
        // FULL: what was committed, the record above all, survives a loss of power.
        case .write: try script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        case .read: try script("PRAGMA query_only = ON")
        }
    }

    deinit {
        for statement in statements.removeAll() { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    func begin(_ access: Access) throws(DatabaseError) {
        if isMemory { try script("PRAGMA query_only = \(access == .read ? "ON" : "OFF")") }
        try step(access == .read ? "BEGIN" : "BEGIN IMMEDIATE")
    }

    func commit() throws(DatabaseError) {
        try step("COMMIT")
    }

    /// Runs what begins or ends a transaction, prepared once.
    private func step(_ text: String) throws(DatabaseError) {
        let prepared: OpaquePointer
        if let known = statements.take(text) { prepared = known } else { prepared = try prepare(Statement(text)) }
        let code = sqlite3_step(prepared)
        // What failed is told before the statement is made ready again.
        let failure = code == SQLITE_DONE ? nil : error(code, text)
        sqlite3_reset(prepared)
        if let evicted = statements.put(prepared, for: text) { sqlite3_finalize(evicted) }
        if let failure { throw failure }
    }

    func rollback() {
        // A full disk has rolled back already.
        if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    }

    func script(_ text: String) throws(DatabaseError) {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, text) }
    }

    func execute(_ statement: Statement, _ body: (borrowing Row) throws -> Bool) throws -> Int {
        let prepared = try statements.take(statement.text) ?? prepare(statement)
        defer {
            sqlite3_reset(prepared)
            sqlite3_clear_bindings(prepared)
            if let evicted = statements.put(prepared, for: statement.text) { sqlite3_finalize(evicted) }
        }
        for (index, parameter) in zip(Int32(1)..., statement.parameters) {
            let code = bind(parameter.value, at: index, to: prepared)
            guard code == SQLITE_OK else { throw error(code, statement.text) }
        }
        let before = sqlite3_total_changes64(handle)
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_ROW:
                guard try body(Row(source: .sqlite(prepared))) else { return 0 }
            case SQLITE_DONE:
                // The running total tells a statement that changes nothing from the one before it.
                return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
            case let code:
                throw error(code, statement.text, running: true)
            }
        }
    }

    private func prepare(_ statement: Statement) throws(DatabaseError) -> OpaquePointer {
        var prepared: OpaquePointer?
        var isWhole = true
        let code = statement.text.withCString { start in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &rest)
            if let rest { isWhole = isBlank(rest) }
            return code
        }
        guard code == SQLITE_OK else { throw error(code, statement.text) }
        guard let prepared else { throw DatabaseError(.other, "the statement is empty", statement: statement.text) }
        guard isWhole, Int(sqlite3_bind_parameter_count(prepared)) == statement.parameters.count else {
            sqlite3_finalize(prepared)
            let reason = isWhole ? "the placeholders do not match the values" : "several statements need a script"
            throw DatabaseError(.other, reason, statement: statement.text)
        }
        return prepared
    }

    private func bind(_ value: SQLValue, at index: Int32, to statement: OpaquePointer) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let integer): return sqlite3_bind_int64(statement, index, integer)
        case .real(let double): return sqlite3_bind_double(statement, index, double)
        case .text(let text):
            let count = UInt64(text.utf8.count)
            return sqlite3_bind_text64(statement, index, text, count, csqlite_transient(), UInt8(SQLITE_UTF8))
        case .bytes(let bytes):
            // An empty array may have no address, which SQLite would take for null.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), csqlite_transient())
        }
    }

    func error(_ code: Int32, _ text: String, running: Bool = false) -> DatabaseError {
        sqliteError(code, handle: handle, statement: text, running: running)
    }
}

/// Creates the file so that only its owner can read it; SQLite gives its journals the same rights.
func createPrivately(_ path: String) throws(DatabaseError) {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
        let reason = String(cString: strerror(errno))
        throw DatabaseError(errno == ENOSPC ? .full : .gone, "cannot open \(path): \(reason)")
    }
    close(descriptor)
}

func openSQLite(_ path: String) throws(DatabaseError) -> OpaquePointer {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (path == ":memory:" ? SQLITE_OPEN_CREATE : 0)
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
        defer { sqlite3_close_v2(handle) }
        throw DatabaseError(sqliteKind(code), "cannot open \(path): \(String(cString: sqlite3_errstr(code)))")
    }
    return handle
}

private func isBlank(_ text: UnsafePointer<CChar>) -> Bool {
    var byte = text
    while byte.pointee != 0 {
        guard byte.pointee <= 32 || byte.pointee == UInt8(ascii: ";") else { return false }
        byte += 1
    }
    return true
}
