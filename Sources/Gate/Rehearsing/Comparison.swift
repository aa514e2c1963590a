public import Policy

/// Compares what two rulebooks decide about the same posts; pure, and hardly dearer than asking one of them.
///
/// A check sees its own parameters and the post, nothing else of the rulebook: so a post is taken apart once, and a
/// rule that both policies have in the same words is asked once.
public struct Comparison: Sendable {
    private let rules: [Pair]
    private let approval: (before: PostApproval.Occasion, after: PostApproval.Occasion)

    /// One control as the two rulebooks have it.
    private struct Pair: Sendable {
        let name: String
        let clauseBefore: Clause.ID
        let clauseAfter: Clause.ID
        let before: (any PostControl)?
        /// Nil when it is the same as before, or when it is gone.
        let after: (any PostControl)?
        let isSame: Bool
    }

    public init(from old: Rulebook, to new: Rulebook) {
        let before = Self.postRules(of: old), after = Self.postRules(of: new)
        let names = after.map(\.name) + before.map(\.name).filter { name in !after.contains { $0.name == name } }
        rules = names.map { name in
            let was = before.first { $0.name == name }, now = after.first { $0.name == name }
            let isSame = was.map { was in now.map { Self.areSame(was.control, $0.control) } ?? false } ?? false
            let clause = (now ?? was)?.clause ?? .frontMatter
            return Pair(
                name: name, clauseBefore: was?.clause ?? clause, clauseAfter: clause,
                before: was?.control as? any PostControl,
                after: isSame ? nil : now?.control as? any PostControl, isSame: isSame)
        }
        approval = (
            old.rule(PostApproval.self)?.control.occasion ?? PostApproval().occasion,
            new.rule(PostApproval.self)?.control.occasion ?? PostApproval().occasion
        )
        approvalClause = (new.rule(PostApproval.self) ?? old.rule(PostApproval.self))?.clause ?? .frontMatter
    }

    private let approvalClause: Clause.ID

    private static func postRules(of rulebook: Rulebook) -> [Rule] {
        var seen: Set<String> = []
        return rulebook.rules.filter { $0.control is any PostControl && seen.insert($0.name).inserted }
    }

    private static func areSame(_ a: any Control, _ b: any Control) -> Bool {
        let (a, b) = (Catalogue.values(of: a), Catalogue.values(of: b))
        return a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }

    /// Compares one post, given once for each network it goes to.
    public func compare(
        _ versions: [Post], roll: RollIndex, consents: ConsentRegister
    ) -> ComparedPost {
        var before: [String: Finding] = [:], after: [String: Finding] = [:]
        for post in versions {
            // The rulebook of a situation is for citing; no check decides by it.
            let situation = Situation(post: post, roll: roll, consents: consents, rulebook: Self.none)
            for rule in rules {
                if let control = rule.before {
                    let found = strongest(control, rule.name, rule.clauseBefore, in: situation)
                    keep(found, in: &before)
                    if rule.isSame { keep(found, in: &after) }
                }
                if let control = rule.after {
                    keep(strongest(control, rule.name, rule.clauseAfter, in: situation), in: &after)
                }
            }
        }
        let hasPicture = versions.contains { !$0.images.isEmpty }
        keep(waiting(approval.before, hasPicture), in: &before)
        keep(waiting(approval.after, hasPicture), in: &after)
        return ComparedPost(before: before, after: after)
    }

    private static let none = Rulebook(title: "", number: "", clauses: [], rules: [])

    private func keep(_ finding: Finding?, in findings: inout [String: Finding]) {
        guard let finding else { return }
        if let known = findings[finding.rule], known.severity >= finding.severity { return }
        findings[finding.rule] = finding
    }

    private func strongest(
        _ control: any PostControl, _ name: String, _ clause: Clause.ID, in situation: Situation
    ) -> Finding? {
        let remarks = control.findings(in: situation)
        guard !remarks.isEmpty, let remark = merged(remarks).max(by: { $0.severity < $1.severity }) else { return nil }
        return Finding(
            rule: name, clause: clause, severity: remark.severity, span: remark.span, image: remark.image,
            reason: remark.reason, remedy: remark.remedy)
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
            let (was, now) = (old[rule], new[rule])
            guard was?.severity != now?.severity, let finding = now ?? was else { return nil }
            return Change(rule: rule, before: was?.severity, after: now?.severity, finding: finding)
        }
    }
}
