import Policy

/// A roll made ready for finding names: built once, shared by every check.
public struct RollIndex: Sendable {
    public let roll: Roll
    private let schools: [String: Int]

    public init(_ roll: Roll) {
        self.roll = roll
        schools = Dictionary(roll.schools.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func school(_ code: String) -> School? { schools[code].map { roll.schools[$0] } }

    /// Whose names a text gives, for a post of this school.
    public func mentions(in text: AnalysedText, school: String) -> [Mention] { [] }
}
