/// How often something comes round.
public enum Cycle: String, ParameterWord, Comparable {
    case monthly, termly
    case halfYearly = "half-yearly"
    case yearly
    case everyTwoYears = "every two years"
    case everyThreeYears = "every three years"

    /// The months from one to the next; a school year has three terms.
    public var months: Int {
        switch self {
        case .monthly: 1
        case .termly: 4
        case .halfYearly: 6
        case .yearly: 12
        case .everyTwoYears: 24
        case .everyThreeYears: 36
        }
    }

    public static func < (a: Cycle, b: Cycle) -> Bool { a.months < b.months }

    public var inWords: String {
        switch self {
        case .monthly: "every month"
        case .termly: "every term, counted as four months"
        case .halfYearly: "every six months"
        case .yearly: "every year"
        case .everyTwoYears, .everyThreeYears: rawValue
        }
    }
}
