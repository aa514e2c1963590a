public import Policy

/// Accusations against people or organisations who could be identified.
public struct Defamation: PostControl {
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.defamation"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that accuses a person or an organisation of something they could deny \(onMention.consequence)."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy =
            "Take it out, or keep to what you can prove and the school has said in public. The headteacher decides."
        let found = situation.remarks(
            of: [.accusation], extra: extra, severity: onMention,
            remedy: remedy
        ) {
            !situation.isLesson($0.sentence)
                && (!situation.isGeneral($0.sentence) || situation.hasMention($0.sentence)
                    || situation.reading.has(.adult, inSentence: $0.sentence))
        } because: { quoted, _ in
            "\(quoted) accuses somebody who could be recognised, and who could take the school to court."
        }
        return found + situation.remarks(of: .defamation, unless: found, severity: onMention, remedy: remedy)
    }
}
