public import Policy

/// Compares what two rulebooks decide about the same posts; pure, and hardly dearer than asking one of them.
///
/// A check sees its own parameters and the post, nothing else of the rulebook. So both rulebooks are asked as one, in
/// which a rule that both have in the same words stands once: a post is taken apart once.
public struct Comparison: Sendable {
    /// The rules of both, under clauses that say which one asks.
    private let both: Rulebook
    private let sides: [Clause.ID: Side]
    private let approval: (before: PostApproval.Occasion, after: PostApproval.Occasion)
    private let approvalClause: Clause.ID

    private struct Side: Sendable {
        let isBefore: Bool
        let isAfter: Bool
        let clause: Clause.ID
    }

    public init(from old: Rulebook, to new: Rulebook) {
        let before = Self.postRules(of: old), after = Self.postRules(of: new)
        var rules: [Rule] = [], sides: [Clause.ID: Side] = [:]
        func add(_ rule: Rule, _ side: Side) {
            let mark = Clause.ID(rawValue: "\(rules.count)")
            rules.append(Rule(control: rule.control, clause: mark))
            sides[mark] = side
        }
        for rule in after {
            let isSame = before.contains { $0.name == rule.name && Self.areSame($0.control, rule.control) }
            add(rule, Side(isBefore: isSame, isAfter: true, clause: rule.clause))
        }
        for rule in before
        where !after.contains(where: { $0.name == rule.name && Self.areSame($0.control, rule.control) }) {
            add(rule, Side(isBefore: true, isAfter: false, clause: rule.clause))
        }
        both = Rulebook(title: new.title, number: new.number, clauses: [], rules: rules)
        self.sides = sides
        let (asked, asks) = (old.rule(PostApproval.self), new.rule(PostApproval.self))
        approval = (
            asked?.control.occasion ?? PostApproval().occasion, asks?.control.occasion ?? PostApproval().occasion
        )
        approvalClause = (asks ?? asked)?.clause ?? .frontMatter
    }

    private static func postRules(of rulebook: Rulebook) -> [Rule] {
        var seen: Set<String> = []
        return rulebook.rules.filter { $0.control is any PostControl && seen.insert($0.name).inserted }
    }

    private static func areSame(_ a: any Control, _ b: any Control) -> Bool {
        let (a, b) = (Catalogue.values(of: a), Catalogue.values(of: b))
        return a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }

    /// Compares one post, given once for each network it goes to.
    public func compare(_ versions: [Post], roll: RollIndex, consents: ConsentRegister) -> ComparedPost {
        var before: [String: Finding] = [:], after: [String: Finding] = [:]
        for post in versions {
            for finding in check(post, roll: roll, consents: consents, rulebook: both) {
                guard let side = sides[finding.clause] else { continue }
                if side.isBefore { keep(finding, under: side.clause, in: &before) }
                if side.isAfter { keep(finding, under: side.clause, in: &after) }
            }
        }
        let hasPicture = versions.contains { !$0.images.isEmpty }
        if let finding = waiting(approval.before, hasPicture) { keep(finding, under: approvalClause, in: &before) }
        if let finding = waiting(approval.after, hasPicture) { keep(finding, under: approvalClause, in: &after) }
        return ComparedPost(before: before, after: after)
    }

    private func keep(_ finding: Finding, under clause: Clause.ID, in findings: inout [String: Finding]) {
        if let known = findings[finding.rule], known.severity >= finding.severity { return }
        findings[finding.rule] = Finding(
            rule: finding.rule, clause: clause, severity: finding.severity, span: finding.span, image: finding.image,
            reason: finding.reason, remedy: finding.remedy)
    }

    /// A policy may want every post, or every picture, to be approved, whatever is in it.
    private func waiting(_ occasion: PostApproval.Occasion, _ hasPicture: Bool) -> Finding? {
        let reason: String
        switch occasion {
        case .held: return nil
        case .withPicture where !hasPicture: return nil
        case .withPicture: reason = "Every post with a picture waits for approval."
        case .always: reason = "Every post waits for approval."
        }
        return Finding(
            rule: PostApproval.name, clause: approvalClause, severity: .hold, span: nil, image: nil, reason: reason,
            remedy: "Somebody who may approve it reads it first.")
    }
}

/// What two rulebooks say of one post: the strongest thing each rule has to say.
public struct ComparedPost: Sendable {
    public let before: Outcome
    public let after: Outcome
    /// The rules that say something else than before, by name; empty when nothing changes.
    public let changes: [Change]

    public struct Change: Sendable {
        public let rule: String
        /// Nil when the rule said nothing.
        public let before: Severity?
        /// Nil when the rule says nothing any more.
        public let after: Severity?
        /// What it is about: what the new rulebook finds, or what the old one found.
        public let finding: Finding
    }

    init(before old: [String: Finding], after new: [String: Finding]) {
        before = Outcome(Array(old.values))
        after = Outcome(Array(new.values))
        changes = Set(old.keys).union(new.keys).sorted().compactMap { rule in
            let was = old[rule], now = new[rule]
            guard was?.severity != now?.severity, let finding = now ?? was else { return nil }
            return Change(rule: rule, before: was?.severity, after: now?.severity, finding: finding)
        }
    }
}
