public import Policy

/// What the school has promised or is bound to keep to itself.
public struct Confidential: PostControl {
    public var onMention = Severity.hold
    public var categories = Confidence.allCases
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.confidential"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("categories", \.categories, tighter: .more()),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that touches confidential information \(onMention.consequence): \(categories.map(\.rawValue).inWords())."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let remedy = "Leave it out until the school has made it public. The headteacher decides."
        let found = categories.flatMap { category in
            situation.remarks(of: [category.sense], severity: onMention, remedy: remedy) {
                // “Free, confidential advice” and an assembly on passwords tell no secret.
                !situation.isLesson($0.sentence)
                    && !($0.sense == .internal && situation.reading.has(.playful, inSentence: $0.sentence))
                    && !($0.words.count == 1 && situation.isGeneral($0.sentence))
            } because: { quoted, _ in
                "\(quoted) touches what the school keeps to itself: \(category.about)."
            }
        }
        return found
            + situation.remarks(
                of: .confidential, unless: found, severity: onMention, remedy: remedy,
                if: categories.count == Confidence.allCases.count)
            + situation.remarks(of: [], extra: extra, severity: onMention, remedy: remedy) { _, _ in "" }
    }
}
