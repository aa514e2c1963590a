/// Owns one connection, opens it when it is needed and again after it was lost.
actor Worker {
    typealias Open = @Sendable () throws(DatabaseError) -> any Session

    private let executor: QueueExecutor
    private let open: Open
    // Whoever took the worker from the pool is the only one to touch it until they give it back, and the pool's lock
    // stands between one and the next: on this actor's queue, or on the thread that asks.
    private nonisolated(unsafe) var connection: Connection?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(label: String, open: @escaping Open) {
        self.executor = QueueExecutor(label: label)
        self.open = open
    }

    /// Opens the connection at once, so that a file that cannot be opened is known at the start.
    init(label: String, opening open: @escaping Open) throws(DatabaseError) {
        self.executor = QueueExecutor(label: label)
        self.open = open
        self.connection = Connection(try open())
    }

    func transaction<T: Sendable>(_ access: Access, _ body: @Sendable (Connection) throws -> T) throws -> T {
        try perform(access, body)
    }

    /// The same on the thread that asks, for what takes no time.
    nonisolated func perform<T: Sendable>(_ access: Access, _ body: @Sendable (Connection) throws -> T) throws -> T {
        var begun = false
        let noted: (Connection) throws -> T = { connection in
            begun = true
            return try body(connection)
        }
        do {
            return try connected().transaction(access, noted)
        } catch let error as DatabaseError where error.kind == .gone && !begun {
            // An idle connection that the server has closed: nothing was done yet, so a new one may take over.
            return try connected().transaction(access, noted)
        }
    }

    /// Runs a statement outside a transaction.
    func script(_ text: String) throws {
        try connected().script("\(unsafe: text)")
    }

    private nonisolated func connected() throws -> Connection {
        if let connection, !connection.isLost { return connection }
        let opened = Connection(try open())
        connection = opened
        return opened
    }
}
