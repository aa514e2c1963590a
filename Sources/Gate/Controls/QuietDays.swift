public import Policy

/// Posts on the days after a bereavement notice of the school: somebody looks at each first.
public struct QuietDays: PostControl {
    public static let name = "posts.quiet-days"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<QuietDays>] = [
        Parameter("on-post", \.onPost, tighter: .higher, allowed: Severity.forText)
    ]

    public var onPost = Severity.hold

    public init() {}

    public var sentence: String {
        "On the days after a bereavement notice in the school's calendar, a post \(onPost.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        guard let days = situation.post.quietDays.first(where: { $0.contains(situation.post.date) }) else { return [] }
        return [
            Remark(
                onPost, "It would go out after the bereavement notice of \(days.first.inWords).",
                remedy: "Read it as the family would, or choose a day after \(days.last.inWords).")
        ]
    }
}
