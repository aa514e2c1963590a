public import Policy

/// Parties, candidates and votes, above all before an election.
public struct Elections: PostControl {
    /// Such as `2027-03-22 to 2027-05-06`; both days are included.
    public var periods: [DayRange] = []
    public var inPeriod = Severity.hold
    public var onMention = Severity.hold
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.elections"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("periods", \.periods, tighter: .more()),
            Parameter("in-period", \.inPeriod, tighter: .higher, allowed: Severity.forText),
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        let mention = "A post about parties, candidates or how to vote \(onMention.consequence)."
        let when =
            periods.isEmpty
            ? ""
            : " In a pre-election period one with councillors, candidates or MPs \(inPeriod.consequence): "
                + periods.map(\.inWords).inWords() + "."
        return mention + when + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let period = periods.first { $0.contains(situation.post.date) }
        let remedy = "Take out parties, candidates and how to vote. A senior leader decides about anything else."
        let severity = period == nil ? onMention : max(onMention, inPeriod)
        let counts: (Hit) -> Bool = { !situation.isLesson($0.sentence) }
        var found = situation.remarks(of: [.party], extra: extra, severity: severity, remedy: remedy, where: counts) {
            quoted, _ in "\(quoted) is about party politics, and the school takes no side."
        }
        if let period {
            found += situation.remarks(of: [.figure], severity: inPeriod, remedy: remedy, where: counts) { quoted, _ in
                "\(quoted) is about somebody who holds or seeks office, in the pre-election period of \(period.inWords)."
            }
        }
        return found + situation.remarks(of: .elections, unless: found, severity: severity, remedy: remedy)
    }
}
