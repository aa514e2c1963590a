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

    public func findings(in situation: Situation) -> [Remark] { [] }
}
