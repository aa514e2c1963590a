public import Policy

/// A line that reminds the author who may read the post, and for how long.
public struct Reach: PostControl {
    public var reminder = "Anyone in the world may read this, and keep it. If in doubt, leave it out."

    public init() {}

    public static let name = "posts.reach"
    public static let kept = Kept.guidance
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("reminder", \.reminder, tighter: .free)
        ]
    }

    public var sentence: String {
        "Before a post is sent its author reads: “\(reminder)”"
    }

    public func findings(in situation: Situation) -> [Remark] {
        [Remark(.hint, "This goes out to everyone.", remedy: reminder)]
    }
}
