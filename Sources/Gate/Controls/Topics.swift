public import Policy

/// Subjects that a senior leader looks at first.
public struct Topics: PostControl {
    public var topics = Topic.allCases
    public var onMention = Severity.hold
    public var words: [String] = []
    public var approvers: [Role] = ["senior-leader", "deputy", "headteacher"]

    public init() {}

    public static let name = "posts.topics"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("topics", \.topics, tighter: .more()),
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
            Parameter("approvers", \.approvers, tighter: .fewer()),
        ]
    }

    public var sentence: String {
        "A post on a controversial topic \(onMention.consequence), for \(approvers.inWords("or")): \(topics.map(\.rawValue).inWords())."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
