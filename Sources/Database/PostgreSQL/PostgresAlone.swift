extension Database {
    /// Runs one statement outside a transaction, as `CREATE DATABASE` asks for.
    package static func runAlone(_ statement: String, at url: String) async throws {
        let worker = Worker(
            label: "postgresql-alone",
            open: { () throws(DatabaseError) in try PostgresSession(url: url) }
        )
        try await worker.script(statement)
    }
}
