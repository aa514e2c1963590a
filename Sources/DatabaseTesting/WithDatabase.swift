public import Database
internal import FoundationEssentials

extension Engine {
    /// Every engine, for `@Test(arguments: Engine.all)`.
    public static var all: [Engine] { allCases }
}

/// Runs `body` on a fresh database with the given migrations, and removes the database afterwards.
///
/// The migrations run once for each process and engine; every test gets a copy of the outcome.
public func withDatabase<T>(
    _ engine: Engine,
    migrations: [Migration] = [],
    _ body: (Database) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite: try await withSQLite(migrations, body)
    case .postgresql: try await withPostgres(migrations, body)
    }
}

/// A folder of a test's own, removed afterwards.
public func withTemporaryFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}

private func withSQLite<T>(
    _ migrations: [Migration],
    _ body: (Database) async throws -> T
) async throws -> T {
    try await withTemporaryFolder { folder in
        let path = folder + "/test.sqlite"
        if !migrations.isEmpty {
            let template = try await Templates.shared.sqlite(migrations)
            try template.write(to: URL(filePath: path))
        }
        return try await body(try Database(path: path))
    }
}

private func withPostgres<T>(
    _ migrations: [Migration],
    _ body: (Database) async throws -> T
) async throws -> T {
    let server = try TestServer()
    let template = migrations.isEmpty ? "template0" : try await Templates.shared.postgres(migrations)
    let name = server.newName()
    try await Database.runAlone("CREATE DATABASE \(name) TEMPLATE \(template)", at: server.url)
    let result: Result<T, any Error>
    do {
        result = .success(try await body(try Database(url: server.url(of: name), connections: 4)))
    } catch {
        result = .failure(error)
    }
    try await Database.runAlone("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", at: server.url)
    return try result.get()
}
