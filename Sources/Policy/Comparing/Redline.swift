/// What changes from one policy to another: clause by clause in words, rule by rule in what the program does.
public struct Redline: Sendable {
    public struct ClauseChange: Sendable {
        public enum Kind: String, Sendable { case added, removed, changed, same }

        public let id: Clause.ID
        public let kind: Kind
        public let old: Clause?
        public let new: Clause?
        /// The text with what was taken out and put in.
        public let segments: [RedlineSegment]
        /// The rules under it that changed.
        public let rules: [RuleChange]

        public var isChange: Bool { kind != .same || !rules.isEmpty }
    }

    /// Which way a rule or parameter went; `changed` when neither way is tighter.
    public enum Verdict: String, Sendable { case added, removed, tighter, looser, changed }

    public struct RuleChange: Sendable {
        public let name: String
        public let verdict: Verdict
        /// The sentences before and after; nil when there was or is no such rule.
        public let before: String?
        public let after: String?
        public let parameters: [ParameterChange]
    }

    public struct ParameterChange: Sendable, Equatable {
        public let name: String
        public let before: String
        public let after: String
        public let verdict: Verdict
    }

    /// Every clause in the order of the new policy; those taken out stand after the one they followed.
    public let clauses: [ClauseChange]
    /// The headings and text that are no clauses; empty when they are the same.
    public let prose: [RedlineSegment]
    /// The title, when it changed.
    public let title: [RedlineSegment]

    public init(from old: Rulebook, to new: Rulebook) {
        var rules: [Clause.ID: [RuleChange]] = [:]
        let oldRules = Dictionary(old.rules.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        let newRules = Dictionary(new.rules.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        for rule in new.rules {
            if let change = Redline.change(from: oldRules[rule.name], to: rule) {
                rules[rule.clause, default: []].append(change)
            }
        }
        for rule in old.rules where newRules[rule.name] == nil {
            if let change = Redline.change(from: rule, to: nil) { rules[rule.clause, default: []].append(change) }
        }
        clauses = Redline.ordered(from: old, to: new).map { id in
            let (before, after) = (old.clause(id), new.clause(id))
            let kind: ClauseChange.Kind =
                switch (before, after) {
                case (nil, _): .added
                case (_, nil): .removed
                case (let a?, let b?): a.text == b.text ? .same : .changed
                }
            return ClauseChange(
                id: id, kind: kind, old: before, new: after,
                segments: WordDiff.segments(from: before?.text ?? "", to: after?.text ?? ""), rules: rules[id] ?? [])
        }
        let (oldProse, newProse) = (Redline.prose(of: old), Redline.prose(of: new))
        prose = oldProse == newProse ? [] : WordDiff.segments(from: oldProse, to: newProse)
        title = old.title == new.title ? [] : WordDiff.segments(from: old.title, to: new.title)
    }

    public var changes: [ClauseChange] { clauses.filter(\.isChange) }
    /// Whether both read the same and do the same.
    public var isEmpty: Bool { changes.isEmpty && prose.isEmpty && title.isEmpty }

    private static func ordered(from old: Rulebook, to new: Rulebook) -> [Clause.ID] {
        var followers: [Clause.ID?: [Clause.ID]] = [:]
        var lastKept: Clause.ID?
        for clause in old.clauses {
            if new.clause(clause.id) != nil {
                lastKept = clause.id
            } else {
                followers[lastKept, default: []].append(clause.id)
            }
        }
        return (followers[nil] ?? []) + new.clauses.flatMap { [$0.id] + (followers[$0.id] ?? []) }
    }

    private static func prose(of rulebook: Rulebook) -> String {
        rulebook.sections.flatMap { section in
            [section.title]
                + section.blocks.compactMap { block in
                    switch block {
                    case .heading(let text, _): text
                    case .prose(let text): text
                    case .clause: nil
                    }
                }
        }.joined(separator: "\n\n")
    }

    private static func change(from old: Rule?, to new: Rule?) -> RuleChange? {
        guard let new else {
            return old.map {
                RuleChange(name: $0.name, verdict: .removed, before: $0.control.sentence, after: nil, parameters: [])
            }
        }
        guard let old else {
            return RuleChange(
                name: new.name, verdict: .added, before: nil, after: new.control.sentence, parameters: [])
        }
        let parameters = parameters(new.control, from: old.control)
        guard !parameters.isEmpty else { return nil }
        let verdicts = Set(parameters.map(\.verdict))
        let verdict =
            verdicts.contains(.looser)
            ? (verdicts.contains(.tighter) ? .changed : Verdict.looser)
            : (verdicts.contains(.tighter) ? .tighter : .changed)
        return RuleChange(
            name: new.name, verdict: verdict, before: old.control.sentence, after: new.control.sentence,
            parameters: parameters)
    }

    private static func parameters<C: Control>(_ new: C, from old: any Control) -> [ParameterChange] {
        guard let old = old as? C else { return [] }
        return C.parameters.compactMap { parameter in
            let (before, after) = (parameter.shown(old), parameter.shown(new))
            guard before != after else { return nil }
            let isTighter = parameter.isAtLeastAsTight(new, old)
            let isLooser = parameter.isAtLeastAsTight(old, new)
            let verdict: Verdict = isTighter == isLooser ? .changed : isTighter ? .tighter : .looser
            return ParameterChange(name: parameter.name, before: before, after: after, verdict: verdict)
        }
    }
}
