public import Policy

/// Personal views without the words that say so.
public struct Opinion: PostControl {
    public var disclaimer = "These are my own views and not those of the school."
    public var onMissing = Severity.warn

    public init() {}

    public static let name = "posts.opinion"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("disclaimer", \.disclaimer, tighter: .free),
            Parameter("on-missing", \.onMissing, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A personal view without a disclaimer \(onMissing.consequence); the disclaimer offered is “\(disclaimer)”"
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        guard ExtraWords([disclaimer]).spans(in: text).isEmpty,
            Opinion.otherDisclaimers.spans(in: text).isEmpty
        else { return [] }
        let remedy = "Add “\(disclaimer)”, or say it as the school would: what happened, without a view."
        let found = situation.remarks(of: [.opinion], severity: onMissing, remedy: remedy) {
            !situation.isLesson($0.sentence) && !text.isQuoted(text.words[$0.words.lowerBound].span.start)
                && !text.reportsSpeech($0.sentence)
        } because: { quoted, _ in
            "\(quoted) is a personal view, and nothing says whose."
        }
        return found + situation.remarks(of: .opinion, unless: found, severity: onMissing, remedy: remedy)
    }

    private static let otherDisclaimers = ExtraWords([
        "views are my own", "my own views", "my own view", "my personal view", "my personal views",
        "opinions are my own",
        "my own opinion and not", "a personal view", "views expressed are", "not those of the school",
        "not the views of the school",
    ])
}
