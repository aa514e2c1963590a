public import Policy

/// Hints that a child may be at risk.
public struct Safeguarding: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.safeguarding"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that hints at a child at risk \(onMention.consequence), and its author is told to speak to the designated safeguarding lead."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy =
            "Do not post it. Tell the designated safeguarding lead today, in person; they decide what happens next."
        let told = situation.remarks(of: [.safeguarding], extra: extra, severity: onMention, remedy: remedy) {
            !situation.isLesson($0.sentence)
                && (!situation.isGeneral($0.sentence) || situation.hasChild($0.sentence))
                && (!situation.givesAdvice || situation.hasOneChild($0.sentence))
        } because: { quoted, _ in
            "\(quoted) may mean that a child is at risk."
        }
        guard told.isEmpty else { return told }
        let hinted = situation.remarks(of: [.harmCue], severity: onMention, remedy: remedy) {
            situation.reading.has(.home, inSentence: $0.sentence) && situation.hasChild($0.sentence)
                && !situation.isLesson($0.sentence) && !situation.isGeneral($0.sentence) && !situation.givesAdvice
        } because: { quoted, _ in
            "\(quoted), said of a child and of a home or an adult, may mean that a child is at risk."
        }
        return hinted
            + situation.remarks(
                of: .safeguarding, unless: hinted, severity: onMention, remedy: remedy, if: !situation.givesAdvice)
    }
}
