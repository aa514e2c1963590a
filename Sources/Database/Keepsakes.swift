/// What one connection has worked out from one state of the database.
struct Keepsakes {
    /// So many fit beside each other; then all of them go.
    private static let limit = 300

    /// The state that the running transaction reads; nil until it was asked for.
    var state: String?
    private var keptState: String?
    private var kept: [AnyHashable: any Sendable] = [:]

    /// Forgets what is of another state.
    mutating func turn(to state: String) {
        self.state = state
        guard state != keptState else { return }
        keptState = state
        kept.removeAll(keepingCapacity: true)
    }

    subscript(key: AnyHashable) -> (any Sendable)? {
        get { kept[key] }
        set {
            if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
            kept[key] = newValue
        }
    }
}

/// A value of its own type, so that one which is nil is known from one that is not there.
final class Keepsake<Value: Sendable>: Sendable {
    let value: Value

    init(value: Value) { self.value = value }
}
