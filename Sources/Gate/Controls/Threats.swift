public import Policy

/// Threats, bullying and harassment.
public struct Threats: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.threats"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that threatens, bullies or harasses \(onMention.consequence)." + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy =
            "Take it out. If it is about a real quarrel, tell a senior leader, who decides what happens next."
        let found = situation.remarks(
            of: [.threat, .bullying], extra: extra, severity: onMention,
            remedy: remedy
        ) {
            !situation.isLesson($0.sentence)
                // A rude insult is the language control's to say; a threat stays one in any words.
                && !($0.sense == .bullying
                    && (situation.reading.has(.mild, inSentence: $0.sentence)
                        || situation.reading.has(.strong, inSentence: $0.sentence)))
        } because: { quoted, sense in
            sense == .bullying ? "\(quoted) belittles somebody." : "\(quoted) reads as a threat."
        }
        return found + situation.remarks(of: .threats, unless: found, severity: onMention, remedy: remedy)
    }
}
