/// Who approves a post before it is published, and when one needs approval.
public struct PostApproval: Control {
    /// Which posts need approval; each includes the ones before it.
    public enum Occasion: String, ParameterWord, Comparable {
        case held
        case withPicture = "with-picture"
        case always

        public static func < (a: Occasion, b: Occasion) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .held: 0
            case .withPicture: 1
            case .always: 2
            }
        }
    }

    /// To whom a post goes back when it was not approved in time.
    public enum Recipient: String, ParameterWord { case author, approver }

    public static let name = "posts.approval"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PostApproval>] = [
        Parameter("approvers", \.approvers, tighter: .fewer(), atLeast: 1),
        Parameter("number", \.number, tighter: .higher, within: 1...5),
        Parameter("when", \.occasion, tighter: .higher),
        Parameter("for", \.exceptions, allowing: "only roles that the policy it extends lets approve there") {
            own, base in
            Set(own.exceptions.roles.keys).union(base.exceptions.roles.keys).allSatisfy {
                Set(own.approvers(of: $0)).isSubset(of: base.approvers(of: $0))
            }
        },
        Parameter("missed-slot", \.missedSlot, tighter: .free),
    ]

    public var approvers: [Role] = ["senior-leader", "deputy", "headteacher"]
    /// How many different people approve each post.
    public var number = 1
    public var occasion = Occasion.held
    /// The roles that approve a post held under a rule that asks for others.
    public var exceptions = RolesByControl()
    public var missedSlot = Recipient.author

    public init() {}

    /// The roles that may approve what this rule held.
    public func approvers(of rule: String) -> [Role] { exceptions.roles[rule] ?? approvers }

    public var mentions: [String] { exceptions.roles.keys.sorted() }

    public var sentence: String {
        let which =
            switch occasion {
            case .held: "A post that a rule holds is"
            case .withPicture: "A post with a picture or video, and any post that a rule holds, is"
            case .always: "Every post is"
            }
        let people = number == 1 ? "" : " by \(number.inWords) different people, each of them"
        let by = number == 1 ? " by " : " "
        let others = exceptions.roles.sorted { $0.key < $1.key }.map {
            " What \($0.key) holds is approved by \($0.value.inWords("or")) instead."
        }
        return "\(which) published only after it has been approved\(people)\(by)\(approvers.inWords("or"))."
            + others.joined()
            + " Nobody approves what they wrote or last edited, and any change to the post voids its approvals."
            + " A post not approved by its time is never published late by itself: it goes back to its"
            + " \(missedSlot == .author ? "author" : "approver")."
    }
}

/// Roles for some controls by name, written `posts.topics: [headteacher]`.
public struct RolesByControl: ParameterValue {
    public let roles: [String: [Role]]

    public init(_ roles: [String: [Role]] = [:]) { self.roles = roles }

    public init(yaml: YAML) throws(ParameterProblem) {
        if case .scalar("", isQuoted: false, _) = yaml {
            roles = [:]
            return
        }
        guard case .mapping(let entries, _) = yaml else {
            throw ParameterProblem(expected: Self.expectation, found: yaml.kind, position: yaml.position)
        }
        var roles: [String: [Role]] = [:]
        for entry in entries {
            let list = try [Role](yaml: entry.value)
            guard !list.isEmpty else {
                throw ParameterProblem(
                    expected: "at least one role", found: "an empty list", position: entry.value.position)
            }
            roles[entry.key] = list
        }
        self.roles = roles
    }

    public static var expectation: String { "controls with their roles, such as posts.topics: [headteacher]" }

    public var shown: String {
        "{" + roles.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }.joined(separator: ", ") + "}"
    }

    public var notes: [String] { roles.sorted { $0.key < $1.key }.flatMap { $0.value.notes } }

    public static var examples: [RolesByControl] {
        [
            RolesByControl(), RolesByControl(["policy.review": ["headteacher"]]),
            RolesByControl(["policy.review": ["headteacher", "senior-leader"], "policy.owner": ["dsl"]]),
        ]
    }
}
