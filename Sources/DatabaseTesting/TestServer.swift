internal import FoundationEssentials

/// The PostgreSQL server that `scripts/postgres-for-tests` started.
public struct TestServer: Sendable {
    public struct Missing: Error, CustomStringConvertible {
        public let description =
            "SCHOOLGATE_TEST_POSTGRES is not set: run the tests by `make test`, or start a server by "
            + "`eval \"$(scripts/postgres-for-tests start)\"` first."
    }

    /// The address of its own database, `postgres`.
    public let url: String

    public init() throws(Missing) {
        guard let url = ProcessInfo.processInfo.environment["SCHOOLGATE_TEST_POSTGRES"], !url.isEmpty else {
            throw Missing()
        }
        self.url = url
    }

    /// The address of another database on the same server.
    public func url(of database: String) -> String {
        guard let slash = url.lastIndex(of: "/") else { return url }
        return url[...slash] + database
    }

    func newName() -> String {
        "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    }
}
