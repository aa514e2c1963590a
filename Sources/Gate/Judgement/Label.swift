public import Policy

/// What people say of a post: what should become of it, and which controls should speak.
public struct Label: Sendable {
    public var outcome: Outcome
    /// Controls that must hold or block it.
    public var holds: Set<String>
    /// Controls that must warn at least.
    public var warns: Set<String>
    /// Controls that may speak or be silent: nobody would be wrong.
    public var either: Set<String>

    public init(outcome: Outcome, holds: Set<String> = [], warns: Set<String> = [], either: Set<String> = []) {
        self.outcome = outcome
        self.holds = holds
        self.warns = warns
        self.either = either
    }

    /// What each control got right and wrong, by what it found.
    public func judge(_ findings: [Finding]) -> [Judged] {
        var found: [String: Severity] = [:]
        for finding in findings where finding.severity >= .warn {
            found[finding.rule] = max(found[finding.rule] ?? .warn, finding.severity)
        }
        let expected =
            holds.map { (name: $0, atLeast: Severity.hold) }
            + warns.subtracting(holds).map { (name: $0, atLeast: Severity.warn) }
        var judged = expected.map { name, atLeast in
            Judged(control: name, verdict: (found[name] ?? .hint) >= atLeast ? .right : .missed)
        }
        for name in found.keys where !holds.contains(name) && !warns.contains(name) && !either.contains(name) {
            judged.append(Judged(control: name, verdict: .falseAlarm))
        }
        return judged.sorted { ($0.control, $0.verdict.rawValue) < ($1.control, $1.verdict.rawValue) }
    }
}

/// What one control made of one labelled post.
public struct Judged: Sendable, Equatable {
    public enum Verdict: String, Sendable { case right, missed, falseAlarm }

    public let control: String
    public let verdict: Verdict

    public init(control: String, verdict: Verdict) {
        self.control = control
        self.verdict = verdict
    }
}
