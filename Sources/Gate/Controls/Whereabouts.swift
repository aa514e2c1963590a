public import Policy

/// Where children are now or will be, and how to get in.
public struct Whereabouts: PostControl {
    public var onMention = Severity.hold
    public var kinds = Whereabout.allCases
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.whereabouts"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("kinds", \.kinds, tighter: .more()),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that tells strangers where to find children or how to get in \(onMention.consequence): \(kinds.map(\.rawValue).inWords()). A trip that is over may be posted."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let found = kinds.flatMap { kind in
            situation.remarks(of: [kind.sense], severity: onMention, remedy: kind.remedy) { hit in
                switch kind {
                case .now: situation.text.isPresent(hit.words) && !situation.isPast(hit.sentence)
                case .trips: !situation.isPast(hit.sentence)
                case .access, .routines, .empty: !situation.isLesson(hit.sentence)
                }
            } because: { quoted, _ in
                "\(quoted) tells strangers about \(kind.rawValue)."
            }
        }
        return found
            + situation.remarks(of: [], extra: extra, severity: onMention, remedy: Whereabout.now.remedy) { _, _ in "" }
    }
}
