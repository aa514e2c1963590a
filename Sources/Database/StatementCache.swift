/// Prepared statements by their text. The oldest makes room when there are too many.
struct StatementCache<Prepared> {
    /// Holds nil for a statement that is taken out.
    private var prepared: [String: Prepared?] = [:]
    private var order: [String] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes a statement out, so that running it inside itself prepares another.
    mutating func take(_ text: String) -> Prepared? {
        guard case .some(.some(let statement)) = prepared[text] else { return nil }
        prepared[text] = .some(nil)
        return statement
    }

    /// Keeps a statement and answers the one that had to go, if any.
    mutating func put(_ statement: Prepared, for text: String) -> Prepared? {
        if let earlier = prepared.updateValue(statement, forKey: text) { return earlier }
        order.append(text)
        guard order.count > limit else { return nil }
        return prepared.removeValue(forKey: order.removeFirst()).flatMap(\.self)
    }

    mutating func removeAll() -> [Prepared] {
        defer {
            prepared = [:]
            order = []
        }
        return prepared.values.compactMap(\.self)
    }
}
