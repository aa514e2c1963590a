public import Policy

/// Grievances, and disparaging remarks about the employer or colleagues.
public struct Grievance: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.grievance"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that airs a grievance or runs down the school, colleagues, the council or ministers \(onMention.consequence)."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy =
            "Leave it out. Take it to your line manager or the grievance procedure, where it can be put right."
        let found = situation.remarks(
            of: [.grievance], extra: extra, severity: onMention,
            remedy: remedy
        ) {
            !situation.isLesson($0.sentence)
        } because: { quoted, _ in
            "\(quoted) airs a grievance in public."
        }
        return found + situation.remarks(of: .grievance, unless: found, severity: onMention, remedy: remedy)
    }
}
