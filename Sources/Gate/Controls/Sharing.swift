public import Policy

/// Reposts, shares and likes: what the school passes on is judged as if the school had written it.
public struct Sharing: PostControl {
    /// For something passed on whose words nobody has given to the gate.
    public var onUnread = Severity.hold

    public init() {}

    public static let name = "posts.sharing"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Sharing>] = [
        Parameter("on-unread", \.onUnread, tighter: .higher, allowed: Severity.forText)
    ]

    public var sentence: String {
        "What is reposted, shared or liked is judged by the same rules as a post; without its words, the post \(onUnread.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        guard let shared = situation.post.repostOf, AnalysedText(shared).words.isEmpty else { return [] }
        return [
            Remark(
                onUnread, "This passes something on, and its words are not known here.",
                remedy: "Copy in the words of what is shared, so that they can be judged too.")
        ]
    }
}
