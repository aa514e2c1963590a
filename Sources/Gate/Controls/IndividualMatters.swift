public import Policy

/// One person's health, needs, behaviour, attendance, results or family.
public struct IndividualMatters: PostControl {
    public var onMention = Severity.hold
    public var matters = Matter.allCases
    public var words: [String] = []

    public init() {}

    public static let name = "posts.individual-matters"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("matters", \.matters, tighter: .more()),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post about one person's \(matters.map(\.rawValue).inWords()) \(onMention.consequence); the same subject in general may be posted."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
