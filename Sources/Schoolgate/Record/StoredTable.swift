import Database

/// A table of the database as the engine itself describes it.
struct StoredTable: Sendable, Codable, Equatable {
    enum Kind: String, Sendable, Codable {
        case integer, real, text, bytes

        /// Nil for a type that no migration uses.
        init?(declared type: String) {
            switch type.lowercased() {
            case "integer", "bigint": self = .integer
            case "real", "double precision": self = .real
            case "text": self = .text
            case "blob", "bytea": self = .bytes
            default: return nil
            }
        }
    }

    struct Column: Sendable, Codable, Equatable {
        let name: String
        let kind: Kind
    }

    let name: String
    let columns: [Column]

    static func names(in db: Connection) throws -> [String] {
        switch db.engine {
        case .sqlite:
            try db.all(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            ) { $0.text(0) }
        case .postgresql:
            try db.all(
                """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name
                """
            ) { $0.text(0) }
        }
    }

    /// Every table, each after those it refers to.
    static func all(in db: Connection) throws -> [StoredTable] {
        let columns: SQL =
            switch db.engine {
            case .sqlite:
                """
                SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' ORDER BY t.name, c.cid
                """
            case .postgresql:
                """
                SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """
            }
        var found: [String: [Column]] = [:]
        let names = try names(in: db)
        try db.each(columns) { row in
            guard names.contains(row.text(0)) else { return }
            guard let kind = Kind(declared: row.text(2)) else {
                throw InstallationProblem("The column \(row.text(0)).\(row.text(1)) has an unknown type.")
            }
            found[row.text(0), default: []].append(Column(name: row.text(1), kind: kind))
        }
        return ordered(names, by: try references(in: db)).map {
            StoredTable(name: $0, columns: (found[$0] ?? []).sorted { $0.name < $1.name })
        }
    }

    /// Which tables each table refers to.
    private static func references(in db: Connection) throws -> [String: Set<String>] {
        let sql: SQL =
            switch db.engine {
            case .sqlite:
                """
                SELECT t.name, k."table" FROM sqlite_master t, pragma_foreign_key_list(t.name) k
                WHERE t.type = 'table'
                """
            case .postgresql:
                """
                SELECT t.relname, r.relname FROM pg_constraint k
                JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f'
                """
            }
        var references: [String: Set<String>] = [:]
        try db.each(sql) { references[$0.text(0), default: []].insert($0.text(1)) }
        return references
    }

    private static func ordered(_ names: [String], by references: [String: Set<String>]) -> [String] {
        var rest = names, done: [String] = []
        while !rest.isEmpty {
            let free = rest.filter { name in
                references[name, default: []].allSatisfy { $0 == name || done.contains($0) || !rest.contains($0) }
            }
            // Tables that refer to each other keep the order of their names.
            let next = free.isEmpty ? rest : free
            done += next
            rest.removeAll { next.contains($0) }
        }
        return done
    }
}

extension StoredTable {
    /// Hands over each row, its columns in the order of this value, without holding them all in memory.
    func each(in db: Connection, _ body: ([SQLValue]) throws -> Void) throws {
        let list = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        // A row of a table that refers to itself comes after the one it refers to.
        let order: SQL = columns.contains { $0.name == "id" } ? " ORDER BY id" : ""
        let query: SQL = "SELECT \(unsafe: list) FROM \"\(unsafe: name)\"\(order)"
        guard db.engine == .postgresql else {
            return try db.each(query) { row in try body(values(row)) }
        }
        // libpq would hold a whole result; a cursor hands it over in parts.
        try db.script("DECLARE \"backup_\(unsafe: name)\" NO SCROLL CURSOR FOR \(query)")
        var count = 0
        repeat {
            count = 0
            try db.each("FETCH 500 FROM \"backup_\(unsafe: name)\"") { row in
                count += 1
                try body(values(row))
            }
        } while count > 0
        try db.script("CLOSE \"backup_\(unsafe: name)\"")
    }

    private func values(_ row: borrowing Row) -> [SQLValue] {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() {
            if row.isNull(index) {
                values.append(.null)
            } else {
                switch column.kind {
                case .integer: values.append(.integer(row.int(index)))
                case .real: values.append(.real(row.double(index)))
                case .text: values.append(.text(row.text(index)))
                case .bytes: values.append(.bytes(row.bytes(index)))
                }
            }
        }
        return values
    }

    func insert(_ values: [SQLValue], in db: Connection) throws {
        let list = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let cells = values.map { "\(Cell(sqlValue: $0))" as SQL }.joined(separator: ", ")
        try db.run("INSERT INTO \"\(unsafe: name)\" (\(unsafe: list)) VALUES (\(cells))")
    }

    /// Lets PostgreSQL number new rows after those that were put in with numbers of their own.
    static func resetNumbering(in db: Connection) throws {
        guard db.engine == .postgresql else { return }
        let numbered = try db.all(
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND is_identity = 'YES'
            """
        ) { ($0.text(0), $0.text(1)) }
        for (table, column) in numbered {
            try db.each(
                """
                SELECT setval(pg_get_serial_sequence(\(table), \(column)), max("\(unsafe: column)"))
                FROM "\(unsafe: table)"
                """
            ) { _ in }
        }
    }
}

/// A value bound as it is.
private struct Cell: SQLBindable {
    static var sqlType: SQLType { .unknown }
    let sqlValue: SQLValue
}
