public import Policy

/// One person's health, needs, behaviour, attendance, results or family.
public struct IndividualMatters: PostControl {
    public var onMention = Severity.hold
    public var matters = Matter.allCases
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

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

    public func findings(in situation: Situation) -> [Remark] {
        let remedy = "Leave the person out, or leave the matter out. If it has to be told, a senior leader decides."
        let found = matters.flatMap { matter in
            situation.remarks(of: [matter.tied], severity: onMention, remedy: remedy) {
                situation.isTied($0)
            } because: { quoted, _ in
                "\(quoted) tells about one person's \(matter.rawValue)."
            }
                + situation.remarks(of: matter.bare, severity: onMention, remedy: remedy) {
                    situation.hasSubject($0.sentence) && !situation.isGeneral($0.sentence)
                        && !situation.isLesson($0.sentence)
                } because: { quoted, _ in
                    "\(quoted) stands beside a person: it tells about their \(matter.rawValue)."
                }
        }
        return found
            + situation.remarks(
                of: .individualMatters, unless: found, severity: onMention, remedy: remedy,
                if: matters.count == Matter.allCases.count)
            + situation.remarks(of: [], extra: extra, severity: onMention, remedy: remedy) { _, _ in "" }
    }
}
