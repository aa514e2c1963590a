public import Policy

/// Swearing and insults, however they are spelt.
public struct OffensiveLanguage: PostControl {
    public var onStrong = Severity.hold
    public var onMild = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    public var allow: [String] = []
    private var extra = ExtraWords([])

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

    public func findings(in situation: Situation) -> [Remark] {
        let remedy = "Take it out, or say it in words a child may read. If it is a quotation, a senior leader decides."
        let excused = ExtraWords(allow).spans(in: situation.text)
        let strong = situation.remarks(of: [.strong], extra: extra, severity: onStrong, remedy: remedy) {
            // Dick Whittington: a name has its capital.
            let word = situation.text.words[$0.words.lowerBound]
            return !($0.words.count == 1 && word.casing == .capitalised && ["dick", "dicks"].contains(word.folded))
        } because: { quoted, _ in
            "\(quoted) is offensive language."
        }
        let hidden = situation.disguises.filter { !$0.isSlur }.map {
            Remark(
                onStrong, at: $0.span, "\(situation.quoted($0.span)) is offensive language in disguise.", remedy: remedy
            )
        }
        let mild = situation.remarks(of: [.mild], severity: onMild, remedy: remedy) {
            !situation.isLesson($0.sentence)
        } because: { quoted, _ in
            "\(quoted) is mild swearing, and families may mind it."
        }
        return (strong + hidden + mild).filter { remark in
            !excused.contains { $0.overlaps(remark.span ?? Span(0, 0)) }
        }
    }
}
