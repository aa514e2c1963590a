public import Policy

/// Swearing and insults, however they are spelt.
public struct OffensiveLanguage: PostControl {
    public var onStrong = Severity.hold
    public var onMild = Severity.hold
    public var words: [String] = []
    public var allow: [String] = []

    public init() {}

    public static let name = "posts.language"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-strong", \.onStrong, tighter: .higher, allowed: Severity.forText),
            Parameter("on-mild", \.onMild, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
            Parameter("allow", \.allow, tighter: .fewer()),
        ]
    }

    public var sentence: String {
        "A post with offensive language \(onStrong.consequence); mild swearing \(onMild.consequence)." + words.also
            + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
