extension Day: ParameterValue {
    public init(yaml: YAML) throws(ParameterProblem) {
        guard case .scalar(let text, _, _) = yaml, let day = Day(text.trimmed) else {
            throw ParameterProblem(expected: Day.expectation, found: yaml.shown, position: yaml.position)
        }
        self = day
    }

    public static var expectation: String { "a day that exists, such as 2027-01-31" }
    public var shown: String { description }
    public static var examples: [Day] { [Day(daysSince1970: 20_000), Day(daysSince1970: 20_819)] }

    /// As people read it, such as `31 January 2027`.
    public var inWords: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day) \(months[month - 1]) \(year)"
    }
}

/// Days from one to another, both included, written `2027-03-25 to 2027-05-06`.
public struct DayRange: ParameterValue, Hashable {
    public let first: Day
    public let last: Day

    /// Nil when it ends before it begins.
    public init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    public init(yaml: YAML) throws(ParameterProblem) {
        if case .scalar(let text, _, _) = yaml {
            let parts = text.split(separator: " ")
            if parts.count == 1, let day = Day(parts[0]), let range = DayRange(day, day) {
                self = range
                return
            }
            if parts.count == 3, parts[1] == "to", let first = Day(parts[0]), let last = Day(parts[2]),
                let range = DayRange(first, last)
            {
                self = range
                return
            }
        }
        throw ParameterProblem(expected: DayRange.expectation, found: yaml.shown, position: yaml.position)
    }

    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    public static var expectation: String { "days such as 2027-03-25 to 2027-05-06, the first not after the last" }
    public var shown: String { first == last ? first.description : "\(first) to \(last)" }

    public static var examples: [DayRange] {
        [(20_000, 20_010), (20_100, 20_100)].compactMap {
            DayRange(Day(daysSince1970: $0.0), Day(daysSince1970: $0.1))
        }
    }

    public var inWords: String { first == last ? first.inWords : "\(first.inWords) to \(last.inWords)" }
}
