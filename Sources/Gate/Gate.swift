public import Policy

/// A control that looks at posts: the check stands beside the parameters, in the same file.
public protocol PostControl: Control {
    func findings(in situation: Situation) -> [Finding]
}

/// Everything a check may look at, worked out once for a post.
///
/// Pure: no clock, database or network. Not `Sendable`: it lives for one check.
public struct Situation {
    public let post: Post
    public let roll: RollIndex
    public let consents: ConsentRegister
    public let rulebook: Rulebook
}

/// A roll made ready for finding names: built once, shared by every check.
public struct RollIndex: Sendable {
    public let roll: Roll

    public init(_ roll: Roll) {
        self.roll = roll
    }
}

/// The consents made ready for questions: built once, shared by every check.
public struct ConsentRegister: Sendable {
    public init(_ consents: [Consent]) {}
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
public func check(
    _ post: Post, roll: RollIndex, consents: ConsentRegister, rulebook: Rulebook
) -> [Finding] {
    let situation = Situation(post: post, roll: roll, consents: consents, rulebook: rulebook)
    return rulebook.rules.flatMap { rule in
        (rule.control as? any PostControl)?.findings(in: situation) ?? []
    }
}
