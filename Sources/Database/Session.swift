/// What a transaction may do.
enum Access {
    case read, write
}

/// One open connection to an engine, used by one thread at a time.
protocol Session: AnyObject {
    var engine: Engine { get }
    /// Whether the connection is beyond use and has to be opened anew.
    var isLost: Bool { get }
    /// Asks what names the state that a reading transaction sees: where the name is that of an earlier transaction of
    /// this connection, nothing was committed in between. Nil where no name would prove that.
    var nameOfState: SQL? { get }

    func begin(_ access: Access) throws(DatabaseError)
    func commit() throws(DatabaseError)
    func rollback()

    /// Runs a statement, hands each row to `body` until it answers false, and answers how many rows were changed.
    func execute(_ statement: Statement, _ body: (borrowing Row) throws -> Bool) throws -> Int

    /// Runs statements that have no values.
    func script(_ text: String) throws(DatabaseError)
}
