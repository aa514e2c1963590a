internal import CPostgres
internal import CSQLite

/// The current row of a running statement; valid only inside the decoding closure. Columns count from 0.
public struct Row: ~Copyable {
    enum Source {
        case sqlite(OpaquePointer)
        case postgresql(result: OpaquePointer, row: Int32)
    }

    let source: Source

    public func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
        case .postgresql(let result, let row): PQgetisnull(result, row, Int32(column)) == 1
        }
    }

    /// A whole number; 0 when the column is null.
    public func int(_ column: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): sqlite3_column_int64(statement, Int32(column))
        case .postgresql: PostgresText.integer(postgres(column))
        }
    }

    /// A number with a fraction; 0 when the column is null.
    public func double(_ column: Int) -> Double {
        switch source {
        case .sqlite(let statement): sqlite3_column_double(statement, Int32(column))
        case .postgresql: PostgresText.double(postgres(column))
        }
    }

    public func bool(_ column: Int) -> Bool {
        int(column) != 0
    }

    /// A text; empty when the column is null.
    public func text(_ column: Int) -> String {
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_text(statement, Int32(column))
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        case .postgresql:
            return String(decoding: postgres(column), as: UTF8.self)
        }
    }

    /// Raw bytes; none when the column is null.
    public func bytes(_ column: Int) -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_blob(statement, Int32(column))
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
        case .postgresql(let result, _):
            let text = postgres(column)
            return PQftype(result, Int32(column)) == PostgresType.bytea ? PostgresText.bytes(text) : [UInt8](text)
        }
    }

    /// How many bytes a text or raw bytes take; 0 when the column is null.
    public func byteCount(_ column: Int) -> Int {
        switch source {
        case .sqlite(let statement): Int(sqlite3_column_bytes(statement, Int32(column)))
        case .postgresql: postgres(column).count
        }
    }

    /// Appends a text's UTF-8 as it is stored, without making a text of it; nothing when the column is null.
    public func append(text column: Int, to bytes: inout [UInt8]) {
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_text(statement, Int32(column))
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        case .postgresql: bytes.append(contentsOf: postgres(column))
        }
    }

    public func intOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    public func doubleOrNil(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
    public func boolOrNil(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
    public func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    public func bytesOrNil(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    private func postgres(_ column: Int) -> UnsafeRawBufferPointer {
        guard case .postgresql(let result, let row) = source else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        let count = Int(PQgetlength(result, row, Int32(column)))
        return UnsafeRawBufferPointer(start: PQgetvalue(result, row, Int32(column)), count: count)
    }
}
