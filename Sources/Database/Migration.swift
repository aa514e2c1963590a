/// A named, forward-only schema change.
public struct Migration: Sendable {
    public let name: String
    public let apply: @Sendable (Connection) throws -> Void

    public init(_ name: String, _ apply: @escaping @Sendable (Connection) throws -> Void) {
        self.name = name
        self.apply = apply
    }
}

extension Database {
    /// Applies, each in its own transaction, the migrations this database has not seen.
    ///
    /// Several processes may start at once. A database with a migration that is not listed is refused.
    public func migrate(_ migrations: [Migration]) async throws {
        try await write { db in
            try db.lockMigrations()
            try db.run("CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY)\(.strict)")
            let known = Set(migrations.map(\.name))
            let applied = try db.all("SELECT name FROM schema_migrations ORDER BY name") { $0.text(0) }
            guard let unknown = applied.last(where: { !known.contains($0) }) else { return }
            throw DatabaseError(
                .newer,
                "This database was made by a newer Schoolgate: it has the change “\(unknown)”, which this one does not "
                    + "know. Start the newer version, or restore a backup made before it."
            )
        }
        for migration in migrations {
            try await write { db in
                try db.lockMigrations()
                let seen = try db.first("SELECT 1 FROM schema_migrations WHERE name = \(migration.name)") { $0.int(0) }
                guard seen == nil else { return }
                try migration.apply(db)
                try db.run("INSERT INTO schema_migrations (name) VALUES (\(migration.name))")
            }
        }
    }
}

extension Connection {
    /// Lets one process at a time migrate. SQLite has but one writer anyway.
    fileprivate func lockMigrations() throws {
        guard engine == .postgresql else { return }
        try run("SELECT pg_advisory_xact_lock(\(migrationLock))")
    }
}

/// “schoolgt” as a number: the same in every version of the program.
private let migrationLock: Int64 = 0x7363_686f_6f6c_6774
