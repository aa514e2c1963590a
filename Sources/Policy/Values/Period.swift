/// A length of time as a policy gives it, such as `24 hours`, `1 working day` or `1 year`.
public struct Period: Sendable, Hashable {
    public enum Unit: String, Sendable, CaseIterable {
        case hour, day, week, month, year
        case workingDay = "working day"
    }

    public let amount: Int
    public let unit: Unit

    public init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Reads a number and a unit, in the singular or the plural.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let amount = Int(parts[0]), (0...10_000).contains(amount) else { return nil }
        let word = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
        guard let unit = Unit(rawValue: String(word)) else { return nil }
        self.init(amount, unit)
    }

    /// Whether it can never last longer than the other; neither may hold, as with a month and 30 days.
    public func isAtMost(_ other: Period) -> Bool {
        let (own, base) = (measured, other.measured)
        if own.unit == base.unit { return own.amount <= base.amount }
        return own.atMost.map { $0 <= base.atLeast } ?? false
    }

    /// The same length in the plainest unit: a week is 168 hours and a year 12 months, but a month is never days.
    private var measured: (unit: Unit, amount: Int, atLeast: Int, atMost: Int?) {
        switch unit {
        case .hour: (.hour, amount, amount, amount)
        case .day: (.hour, amount * 24, amount * 24, amount * 24)
        case .week: (.hour, amount * 168, amount * 168, amount * 168)
        // No bound: holidays of any length may lie between two working days.
        case .workingDay: (.workingDay, amount, amount * 24, amount == 0 ? 0 : nil)
        case .month: (.month, amount, amount * 28 * 24, amount * 31 * 24)
        case .year: (.month, amount * 12, amount * 12 * 28 * 24, amount * 12 * 31 * 24)
        }
    }

    /// As a sentence says it, such as `one working day`.
    public var inWords: String { amount.inWords + " " + unitInWords }

    private var unitInWords: String { amount == 1 ? unit.rawValue : unit.rawValue + "s" }
}

extension Period: ParameterValue {
    public init(yaml: YAML) throws(ParameterProblem) {
        guard case .scalar(let text, _, _) = yaml, let period = Period(text.trimmed) else {
            throw ParameterProblem(expected: Period.expectation, found: yaml.shown, position: yaml.position)
        }
        self = period
    }

    public static var expectation: String { "a length of time, such as 24 hours, 1 working day or 1 year" }
    public var shown: String { "\(amount) \(unitInWords)" }

    public static var examples: [Period] {
        [
            Period(0, .hour), Period(24, .hour), Period(1, .day), Period(1, .workingDay), Period(5, .workingDay),
            Period(2, .week), Period(30, .day), Period(1, .month), Period(12, .month), Period(1, .year),
        ]
    }
}
