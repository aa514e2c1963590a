internal import CSQLite

func sqliteError(_ code: Int32, handle: OpaquePointer, statement: String, running: Bool) -> DatabaseError {
    // While a statement runs, the general error may quote a value, as a full-text query does.
    let quotesValues = running && code & 0xff == SQLITE_ERROR
    let message = quotesValues ? sqlite3_errstr(code) : sqlite3_errmsg(handle)
    return DatabaseError(
        sqliteKind(code),
        message.map { String(cString: $0) } ?? "unknown",
        statement: statement,
        code: String(code)
    )
}

func sqliteKind(_ code: Int32) -> DatabaseError.Kind {
    switch code {
    case extended(SQLITE_CONSTRAINT, 1), extended(SQLITE_CONSTRAINT, 7): return .checkViolation
    case extended(SQLITE_CONSTRAINT, 3): return .foreignKeyViolation
    case extended(SQLITE_CONSTRAINT, 5): return .notNullViolation
    case extended(SQLITE_CONSTRAINT, 6), extended(SQLITE_CONSTRAINT, 8), extended(SQLITE_CONSTRAINT, 10):
        return .uniqueViolation
    // A strict table's column holds one type.
    case extended(SQLITE_CONSTRAINT, 12): return .badValue
    // The shared-memory file could not be made longer: the disk is full.
    case extended(SQLITE_IOERR, 19): return .full
    default: break
    }
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL: return .full
    case SQLITE_READONLY: return .readOnly
    case SQLITE_CANTOPEN, SQLITE_IOERR: return .gone
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
    case SQLITE_TOOBIG, SQLITE_MISMATCH: return .badValue
    default: return .other
    }
}

/// The extended codes are macros that Swift cannot import.
private func extended(_ code: Int32, _ detail: Int32) -> Int32 {
    code | (detail << 8)
}
