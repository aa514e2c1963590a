internal import CPostgres

/// One connection to a PostgreSQL server.
final class PostgresSession: Session {
    let engine = Engine.postgresql
    private let handle: OpaquePointer
    private var statements = StatementCache<String>(limit: 200)
    private var prepared = 0

    init(url: String) throws(DatabaseError) {
        // What comes before the address is a default that the address may override; what comes after is not.
        let settings: [(String, String)] = [
            ("connect_timeout", "10"), ("keepalives_idle", "30"), ("tcp_user_timeout", "60000"),
            ("application_name", "schoolgate"), ("options", "-c lock_timeout=10s"),
            ("dbname", url), ("client_encoding", "UTF8"),
        ]
        guard let handle = connect(settings) else { throw DatabaseError(.other, "out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw DatabaseError(.gone, "cannot reach the PostgreSQL server: \(trimmed(PQerrorMessage(handle)))")
        }
        // Notices would go to the standard error stream, and may quote values.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        self.handle = handle
    }

    deinit {
        PQfinish(handle)
    }

    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }
    /// Two snapshots with the same transactions in progress and the same next one see the same rows.
    let nameOfState: SQL? = "SELECT CAST(pg_current_snapshot() AS TEXT)"

    func begin(_ access: Access) throws(DatabaseError) {
        // A reader sees one state from its first statement on, as on SQLite; that never conflicts with writers.
        try script(access == .read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN READ WRITE")
    }

    func commit() throws(DatabaseError) {
        do {
            try script("COMMIT")
        } catch  where error.kind == .gone {
            throw DatabaseError(.uncertain, "the server was lost while committing: it may or may not have been kept")
        }
    }

    func rollback() {
        if PQtransactionStatus(handle) != PQTRANS_IDLE { PQclear(PQexec(handle, "ROLLBACK")) }
    }

    func script(_ text: String) throws(DatabaseError) {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
    }

    func execute(_ statement: Statement, _ body: (borrowing Row) throws -> Bool) throws -> Int {
        let parameters = try PostgresParameters(statement.parameters)
        let name = try prepare(statement, parameters)
        let formats = [Int32](repeating: 1, count: parameters.lengths.count)
        let result = parameters.withPointers { values in
            PQexecPrepared(handle, name, Int32(formats.count), values, parameters.lengths, formats, 0)
        }
        defer { PQclear(result) }
        try check(result, statement.text)
        guard let result else { return 0 }
        for row in 0..<PQntuples(result) {
            guard try body(Row(source: .postgresql(result: result, row: row))) else { return 0 }
        }
        // A SELECT tells its rows there too, but it changes none.
        let tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
        return tag.hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func prepare(
        _ statement: Statement, _ parameters: PostgresParameters
    ) throws(DatabaseError) -> String {
        let key = parameters.types.reduce(into: statement.text) { $0 += ",\($1)" }
        if let name = statements.take(key) {
            _ = statements.put(name, for: key)
            return name
        }
        prepared += 1
        let name = "s\(prepared)"
        let result = PQprepare(handle, name, statement.text, Int32(parameters.types.count), parameters.types)
        defer { PQclear(result) }
        try check(result, statement.text)
        if let evicted = statements.put(name, for: key) { PQclear(PQexec(handle, "DEALLOCATE \(evicted)")) }
        return name
    }

    private func check(_ result: OpaquePointer?, _ text: String) throws(DatabaseError) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            return
        default:
            let error = postgresError(result, isLost: isLost, statement: text)
            // The plan no longer fits the tables, or the server has forgotten the statement: prepare anew.
            if error.code == "0A000" || error.code == "26000" { _ = statements.removeAll() }
            throw error
        }
    }
}

extension PostgresSession {
    /// Refuses an address that libpq cannot read, without connecting.
    static func check(_ url: String) throws(DatabaseError) {
        var reason: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(url, &reason)
        defer {
            PQconninfoFree(options)
            PQfreemem(reason)
        }
        guard options == nil else { return }
        // libpq's reason would quote the address, and with it a password.
        throw DatabaseError(.gone, "the database address cannot be read: write postgresql://user@host:port/name")
    }
}

private func connect(_ settings: [(String, String)]) -> OpaquePointer? {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for text in settings.flatMap({ [$0.0, $0.1] }) {
        offsets.append(bytes.count)
        bytes += text.utf8CString
    }
    return bytes.withUnsafeBufferPointer { buffer in
        let texts = offsets.map { buffer.baseAddress?.advanced(by: $0) }
        let keywords = stride(from: 0, to: texts.count, by: 2).map { texts[$0] } + [nil]
        let values = stride(from: 1, to: texts.count, by: 2).map { texts[$0] } + [nil]
        return PQconnectdbParams(keywords, values, 1)
    }
}
