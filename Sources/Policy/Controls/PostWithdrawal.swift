/// What happens to posts when a consent is withdrawn, and how fast.
public struct PostWithdrawal: Control {
    public static let name = "posts.withdrawal"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PostWithdrawal>] = [
        Parameter("within", \.within, tighter: .shorter)
    ]

    public var within = Period(24, .hour)

    public init() {}

    public var sentence: String {
        "When a consent is withdrawn, Schoolgate finds every draft, queued post and published post that shows the"
            + " child. What is not out yet is held; for each post that is out a removal is opened, due"
            + (within.amount == 0 ? " at once" : " within \(within.inWords)")
            + ", and it stays open until the network confirms that the post is gone."
    }
}
