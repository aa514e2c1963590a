internal import CSQLite
internal import Glibc

extension Database {
    /// Copies a running SQLite database to a new file that only its owner can read.
    ///
    /// The copy is one state of the database; readers and writers go on meanwhile.
    public func backup(to target: String) async throws {
        guard engine == .sqlite else {
            throw DatabaseError(.other, "a PostgreSQL database is backed up from a snapshot, not by copying a file")
        }
        guard let path else {
            return try await read { db in try db.copy(to: target) }
        }
        let worker = Worker(
            label: "sqlite-backup",
            open: { () throws(DatabaseError) in try SQLiteSession(path: path, access: .read) }
        )
        try await worker.transaction(.read) { db in try db.copy(to: target) }
    }
}

extension SQLiteSession {
    func copy(to target: String) throws(DatabaseError) {
        guard access(target, F_OK) != 0 else {
            throw DatabaseError(.other, "\(target) exists already: choose another name for the backup")
        }
        try createPrivately(target)
        do {
            try fill(target)
        } catch {
            unlink(target)
            throw error
        }
    }

    private func fill(_ target: String) throws(DatabaseError) {
        let copy = try openSQLite(target)
        defer { sqlite3_close_v2(copy) }
        sqlite3_extended_result_codes(copy, 1)
        guard let backup = sqlite3_backup_init(copy, "main", handle, "main") else {
            throw failure(sqlite3_extended_errcode(copy), target)
        }
        // All at once: on a write-ahead log this holds up nobody, and nothing makes it start again.
        let step = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard step == SQLITE_DONE, end == SQLITE_OK else { throw failure(step == SQLITE_DONE ? end : step, target) }
    }

    private func failure(_ code: Int32, _ target: String) -> DatabaseError {
        let reason = String(cString: sqlite3_errstr(code))
        return DatabaseError(sqliteKind(code), "cannot copy the database to \(target): \(reason)", code: String(code))
    }
}
