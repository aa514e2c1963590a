import Database

/// Empties a database of everything but what the migrations keep for themselves.
enum DemoEraser {
    static func empty(_ db: Connection) throws {
        switch db.engine {
        case .sqlite:
            try db.run("PRAGMA defer_foreign_keys = ON")
            for table in try names("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'", db)
            {
                try db.run("DELETE FROM \(unsafe: quoted(table))")
            }
        case .postgresql:
            let tables = try names("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()", db)
            guard !tables.isEmpty else { return }
            try db.run("TRUNCATE \(unsafe: tables.map(quoted).joined(separator: ", ")) RESTART IDENTITY CASCADE")
        }
    }

    private static func names(_ sql: SQL, _ db: Connection) throws -> [String] {
        try db.all(sql) { $0.text(0) }.filter { $0 != "schema_migrations" && !$0.hasPrefix("sqlite_") }
    }

    private static func quoted(_ table: String) -> String { "\"\(table.replacing("\"", with: "\"\""))\"" }
}
