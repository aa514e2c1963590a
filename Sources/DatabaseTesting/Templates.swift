internal import Database
internal import FoundationEssentials

/// Databases that have been migrated once, to be copied for each test.
actor Templates {
    static let shared = Templates()

    private var files: [[String]: Task<Data, any Error>] = [:]
    private var databases: [[String]: Task<String, any Error>] = [:]

    /// The bytes of a migrated SQLite file.
    func sqlite(_ migrations: [Migration]) async throws -> Data {
        let key = migrations.map(\.name)
        let task =
            files[key]
            ?? Task {
                try await withTemporaryFolder { folder in
                    let database = try Database(path: ":memory:")
                    try await database.migrate(migrations)
                    try await database.backup(to: folder + "/template.sqlite")
                    return try Data(contentsOf: URL(filePath: folder + "/template.sqlite"))
                }
            }
        files[key] = task
        return try await task.value
    }

    /// The name of a migrated PostgreSQL database.
    func postgres(_ migrations: [Migration]) async throws -> String {
        let key = migrations.map(\.name)
        let task =
            databases[key]
            ?? Task {
                let server = try TestServer()
                let name = server.newName()
                try await Database.runAlone("CREATE DATABASE \(name) TEMPLATE template0", at: server.url)
                try await Database(url: server.url(of: name), connections: 1).migrate(migrations)
                return name
            }
        databases[key] = task
        return try await task.value
    }
}
