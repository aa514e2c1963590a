/// Each clause of a policy with how it is kept, and the clauses that nothing keeps.
public struct Coverage: Sendable {
    public struct Row: Sendable {
        public let clause: Clause
        /// The strongest way any of its rules keeps it; nil when nothing does, or nothing that is built.
        public let kept: Kept?
        /// The rules that stand under it, its own first.
        public let rules: [Rule]

        /// What the program does for it, in place of the YAML.
        public var sentences: [String] {
            rules.map { $0.isBuilt ? $0.control.sentence : "Schoolgate does not do this yet. " + $0.control.sentence }
        }
    }

    /// In the order of the policy.
    public let rows: [Row]

    public init(_ rulebook: Rulebook) {
        var rules: [Clause.ID: [Rule]] = [:]
        for rule in rulebook.rules { rules[rule.clause, default: []].append(rule) }
        for rule in rulebook.rules {
            for clause in rule.alsoUnder { rules[clause, default: []].append(rule) }
        }
        rows = rulebook.clauses.map { clause in
            let own = rules[clause.id] ?? []
            return Row(clause: clause, kept: own.filter(\.isBuilt).map(\.kept).min { $0.rank < $1.rank }, rules: own)
        }
    }

    /// The clauses that nothing keeps.
    public var gaps: [Row] { rows.filter { $0.kept == nil } }

    public func count(_ kept: Kept?) -> Int { rows.count { $0.kept == kept } }
}

extension Kept {
    /// From the strongest.
    fileprivate var rank: Int {
        switch self {
        case .enforced: 0
        case .workflow: 1
        case .attested: 2
        case .guidance: 3
        }
    }
}
