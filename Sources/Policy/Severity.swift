/// How far a finding stops a post; each is tighter than the one before.
public enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
    case hint, warn, hold, block

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .warn: 1
        case .hold: 2
        case .block: 3
        }
    }
}

/// How a clause is kept, as `clauses.md` and coverage name it.
public enum Kept: String, Sendable, CaseIterable {
    case enforced, workflow, attested, guidance
}

/// What a consent is for.
public enum Purpose: String, Sendable, CaseIterable {
    case socialMedia = "social media"
    case website, press, video, work
    case nameWithPhoto = "name with photo"
}

/// A word for what somebody does at a school; only the words listed here carry rights.
public struct Role: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let known: [Role] = [
        "teacher", "office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "governor", "chair", "it",
        "hr", "comms", "administrator",
    ]

    public var isKnown: Bool { Role.known.contains(self) }
}
