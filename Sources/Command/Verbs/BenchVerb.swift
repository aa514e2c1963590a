import Policy

/// `schoolgate bench …`: figures that anybody can measure again; each bench stands in a file of its own.
enum BenchVerb {
    static let all: [Verb] = [
        BenchJudgement.verb, BenchGate.verb, BenchRehearsal.verb, BenchPages.verb, BenchRecord.verb, BenchPhoto.verb,
        BenchMarkup.verb,
    ]

    static let pupils = CommandOption(
        name: "pupils", value: "N", meaning: "how many pupils the made-up roll has: 50000")

    /// A number of things to do, within bounds.
    static func count(
        _ name: String, _ arguments: Arguments, usual: Int, in range: ClosedRange<Int>
    ) throws(UsageProblem) -> Int {
        guard let text = arguments.value(name) else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw UsageProblem("`--\(name)` is a number from \(range.lowerBound) to \(range.upperBound), not `\(text)`")
        }
        return number
    }
}

/// What a bench measured.
struct BenchReport {
    enum Unit: String { case nanoseconds, bytes, perSecond, count }

    struct Figure {
        /// As JSON; its unit is added, as in `medianNanoseconds`.
        let key: String
        let label: String
        let value: Int
        let unit: Unit
    }

    let bench: String
    /// What was measured, in a line.
    let subject: String
    private(set) var figures: [Figure] = []

    init(_ bench: String, _ subject: String) {
        self.bench = bench
        self.subject = subject
    }

    mutating func add(_ key: String, _ label: String, _ value: Int, _ unit: Unit) {
        figures.append(Figure(key: key, label: label, value: value, unit: unit))
    }

    mutating func add(_ key: String, _ label: String, _ spread: BenchSpread) {
        add("\(key)Median", "\(label), median", spread.median, .nanoseconds)
        add("\(key)P99", "\(label), 99th percentile", spread.p99, .nanoseconds)
    }

    /// Prints it as the arguments ask.
    func print(_ arguments: Arguments) {
        if arguments.isJSON { Output.json(json) } else { Output.line(text) }
    }

    private var json: JSON {
        .object(
            [("bench", .string(bench)), ("subject", .string(subject))]
                + figures.map {
                    ($0.unit == .count ? $0.key : $0.key + $0.unit.rawValue.capitalisedFirst, .number($0.value))
                })
    }

    private var text: String {
        let width = figures.map(\.label.count).max() ?? 0
        let lines = figures.map { figure in
            "  \(figure.label)\(String(repeating: " ", count: width - figure.label.count))  \(figure.written)"
        }
        return ([subject] + lines).joined(separator: "\n")
    }
}

extension BenchReport.Figure {
    /// With a unit that people read: `148.2 µs`, `36.0 MB`.
    fileprivate var written: String {
        switch unit {
        case .count: "\(value)"
        case .perSecond: "\(value) a second"
        case .bytes where value < 1_000_000: "\(Self.tenths(value, of: 1_000)) kB"
        case .bytes: "\(Self.tenths(value, of: 1_000_000)) MB"
        case .nanoseconds where value < 1_000_000: "\(Self.tenths(value, of: 1_000)) µs"
        case .nanoseconds: "\(Self.tenths(value, of: 1_000_000)) ms"
        }
    }

    private static func tenths(_ value: Int, of unit: Int) -> String {
        let tenths = (value * 10 + unit / 2) / unit
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
