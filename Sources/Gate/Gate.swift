public import Policy

/// A control that looks at posts: the check stands beside the parameters, in the same file.
///
/// The engine stamps the rule's name and clause on what a check remarks:
/// ```swift
/// situation.text.words.filter { $0.folded == "raffle" }.map {
///     Remark(severity, at: $0.span, "Raffles need the office.", remedy: "Ask the office, or leave it out.")
/// }
/// ```
public protocol PostControl: Control {
    func findings(in situation: Situation) -> [Remark]
}

/// What a check has to say, before the engine adds the rule and its clause.
public struct Remark: Sendable, Equatable {
    public var severity: Severity
    public var span: Span?
    public var image: Int?
    /// The number of the face it is about, as the picture's boxes count.
    public var face: Int?
    public var reason: String
    public var remedy: String

    public init(
        _ severity: Severity, at span: Span? = nil, image: Int? = nil, face: Int? = nil, _ reason: String,
        remedy: String
    ) {
        self.severity = severity
        self.span = span
        self.image = image
        self.face = face
        self.reason = reason
        self.remedy = remedy
    }
}

/// What the gate decides for a whole post: only `hold` and `block` findings move it from `publish`.
public enum Outcome: String, Sendable {
    case publish, hold, block

    public init(_ findings: [Finding]) {
        switch findings.map(\.severity).max() {
        case .block: self = .block
        case .hold: self = .hold
        default: self = .publish
        }
    }
}

/// Runs every post control of a rulebook over a post.
///
/// Findings of one rule that overlap are one: the longest stretch with the strongest severity. What a post passes on
/// is judged by the same rules.
public func check(
    _ post: Post, roll: RollIndex, consents: ConsentRegister, rulebook: Rulebook
) -> [Finding] {
    let own = findings(on: post, roll, consents, rulebook)
    guard let shared = post.repostOf else { return own }
    var other = post
    other.text = shared
    other.images = []
    other.links = []
    other.repostOf = nil
    // What is passed on has no place in the post's own words, and its style is somebody else's.
    return own
        + findings(on: other, roll, consents, rulebook).filter { $0.severity >= .warn }.map {
            Finding(
                rule: $0.rule, clause: $0.clause, severity: $0.severity, span: nil, image: nil,
                reason: "In what this passes on: \($0.reason)", remedy: $0.remedy)
        }
}

private func findings(
    on post: Post, _ roll: RollIndex, _ consents: ConsentRegister, _ rulebook: Rulebook
) -> [Finding] {
    let situation = Situation(post: post, roll: roll, consents: consents, rulebook: rulebook)
    var findings: [Finding] = []
    for index in rulebook.rules.indices {
        guard let control = rulebook.rules[index].control as? any PostControl else { continue }
        let remarks = control.findings(in: situation)
        guard !remarks.isEmpty else { continue }
        let rule = rulebook.rules[index]
        for remark in merged(remarks) {
            findings.append(
                Finding(
                    rule: rule.name, clause: rule.clause, severity: remark.severity, span: remark.span,
                    image: remark.image, face: remark.face, reason: remark.reason, remedy: remark.remedy))
        }
    }
    return findings
}

/// Overlapping remarks become one with the words of the strongest, then of the longest.
func merged(_ remarks: [Remark]) -> [Remark] {
    var kept: [Remark] = []
    for remark in remarks where !kept.contains(remark) {
        guard let span = remark.span,
            let index = kept.firstIndex(where: { $0.image == remark.image && $0.span?.overlaps(span) == true })
        else {
            kept.append(remark)
            continue
        }
        let other = kept[index]
        let otherSpan = other.span ?? span
        let isStronger = (remark.severity, span.length) > (other.severity, otherSpan.length)
        kept[index] = isStronger ? remark : other
        kept[index].span = span.length > otherSpan.length ? span : otherSpan
    }
    return kept
}

extension Span {
    public var length: Int { end - start }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
