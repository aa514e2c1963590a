public import Policy

/// Long sentences and words that not every family knows.
public struct Readability: PostControl {
    /// The age of a reader who should manage without help.
    public var readingAge = 12
    /// In words.
    public var longestSentence = 32
    public var onMatch = Severity.hint

    public init() {}

    public static let name = "posts.readability"
    public static let kept = Kept.guidance
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("reading-age", \.readingAge, tighter: .lower, within: 7...18),
            Parameter("longest-sentence", \.longestSentence, tighter: .lower, within: 10...80),
            Parameter("on-match", \.onMatch, tighter: .higher, allowed: [.hint, .warn]),
        ]
    }

    public var sentence: String {
        "Above a reading age of \(readingAge), over \(longestSentence) words in a sentence, or with abbreviations nobody explains, the author \(onMatch.advice)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        var remarks = text.sentences.indices.filter { text.sentences[$0].words.count > longestSentence }.map {
            Remark(
                onMatch, at: text.sentences[$0].span, "This sentence has \(text.sentences[$0].words.count) words.",
                remedy: "Make two sentences of it.")
        }
        if let age = text.readingAge, age > readingAge {
            remarks.append(
                Remark(
                    onMatch, "This reads best from the age of about \(age).",
                    remedy: "Use shorter sentences and everyday words."))
        }
        for (span, meaning) in text.unexplained {
            remarks.append(
                Remark(
                    onMatch, at: span, "Not every family knows what \(text.string(span)) means.",
                    remedy: "Write “\(meaning)” the first time."))
        }
        for unit in text.units where unit.kind == .hashtag && text.runsTogether(unit.span) {
            remarks.append(
                Remark(
                    onMatch, at: unit.span, "A screen reader cannot tell the words of this hashtag apart.",
                    remedy: "Begin each word with a capital, as in #WorldBookDay."))
        }
        return remarks
    }
}
