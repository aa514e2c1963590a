public import Policy

/// Slurs, and sweeping statements about people for who they are.
public struct Discrimination: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.discrimination"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post with a slur, or that runs people down for a protected characteristic, \(onMention.consequence)."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy =
            "Take it out. Say what somebody did, never what a group is. A senior leader decides about quotations."
        let found = situation.remarks(of: [.slur, .derogation], extra: extra, severity: onMention, remedy: remedy) {
            $0.sense == .slur || !(situation.isLesson($0.sentence) || situation.isGeneral($0.sentence))
        } because: { quoted, sense in
            sense == .slur
                ? "\(quoted) is a word that insults people for who they are."
                : "\(quoted) speaks badly of people for who they are."
        }
        return found
            + situation.remarks(of: .discrimination, unless: found, severity: onMention, remedy: remedy)
            + situation.disguises.filter(\.isSlur).map {
                Remark(
                    onMention, at: $0.span,
                    "\(situation.quoted($0.span)) is a word that insults people for who they are, in disguise.",
                    remedy: remedy)
            }
    }
}
