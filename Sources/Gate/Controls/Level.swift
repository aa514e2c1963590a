public import Policy

/// What a policy does about something it may also allow.
public enum Level: String, ParameterWord, Comparable {
    case allow, hint, warn, hold

    /// Nil when it is allowed.
    public var severity: Severity? { Severity(rawValue: rawValue) }

    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .allow: 0
        case .hint: 1
        case .warn: 2
        case .hold: 3
        }
    }

    /// After "A post with …".
    var consequence: String { severity?.consequence ?? "may go out" }
}

extension Severity {
    static let forPictures: [Severity] = [.hold, .block]
}
