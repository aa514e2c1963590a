public import Policy

/// How often alarms are right, and how often what needs one has it.
public struct Score: Sendable, Equatable {
    public struct Count: Sendable, Equatable {
        public var right = 0
        public var missed = 0
        public var falseAlarms = 0

        public init() {}

        /// The share of alarms that are right; nil without any alarm.
        public var precision: Double? { share(of: right + falseAlarms) }
        /// The share of what needs an alarm that has it; nil when nothing does.
        public var recall: Double? { share(of: right + missed) }

        private func share(of all: Int) -> Double? { all == 0 ? nil : Double(right) / Double(all) }
    }

    public private(set) var posts = 0
    public private(set) var overall = Count()
    public private(set) var controls: [String: Count] = [:]
    /// Posts that became what their label says.
    public private(set) var outcomesRight = 0
    /// Posts that went out though they should have waited or been stopped.
    public private(set) var passedWrongly = 0
    /// Posts that waited or were stopped though they could have gone out.
    public private(set) var stoppedWrongly = 0

    public init() {}

    public var outcomeAccuracy: Double? { posts == 0 ? nil : Double(outcomesRight) / Double(posts) }

    /// Adds one post; answers with what each control made of it. What is arguable is set aside before outcomes are
    /// compared.
    @discardableResult
    public mutating func add(_ label: Label, _ findings: [Finding]) -> [Judged] {
        posts += 1
        let outcome = Outcome(findings.filter { !label.either.contains($0.rule) })
        if outcome == label.outcome { outcomesRight += 1 }
        if outcome == .publish, label.outcome != .publish { passedWrongly += 1 }
        if outcome != .publish, label.outcome == .publish { stoppedWrongly += 1 }
        let judged = label.judge(findings)
        for one in judged {
            overall.add(one.verdict)
            controls[one.control, default: Count()].add(one.verdict)
        }
        return judged
    }
}

extension Score.Count {
    fileprivate mutating func add(_ verdict: Judged.Verdict) {
        switch verdict {
        case .right: right += 1
        case .missed: missed += 1
        case .falseAlarm: falseAlarms += 1
        }
    }
}
