public import Policy

/// Subjects that a senior leader looks at first.
public struct Topics: PostControl {
    public var topics = Topic.allCases
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    public var approvers: [Role] = ["senior-leader", "deputy", "headteacher"]
    private var extra = ExtraWords([])

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

    public func findings(in situation: Situation) -> [Remark] {
        let deciding = approvers.inWords("or").capitalisedFirst
        let remedy =
            "Leave it out, or send it for approval. \(deciding) decides whether and how the school speaks of it."
        let found = topics.flatMap { topic in
            situation.remarks(of: [topic.sense], severity: onMention, remedy: remedy) {
                !situation.isLesson($0.sentence)
            } because: { quoted, _ in
                "\(quoted) is about \(topic.about), a topic that the policy wants handled with care."
            }
        }
        return found
            + situation.remarks(
                of: .topics, unless: found, severity: onMention, remedy: remedy,
                if: topics.count == Topic.allCases.count)
            + situation.remarks(of: [], extra: extra, severity: onMention, remedy: remedy) { _, _ in "" }
    }
}
