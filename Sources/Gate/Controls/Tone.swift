public import Policy

/// Shouting, scolding and other ways to lose a reader.
public struct Tone: PostControl {
    public var onMatch = Severity.hint

    public init() {}

    public static let name = "posts.tone"
    public static let kept = Kept.guidance
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-match", \.onMatch, tighter: .higher, allowed: [.hint, .warn])
        ]
    }

    public var sentence: String {
        "Shouting, scolding and heaps of exclamation marks or emoji: the author \(onMatch.advice)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        var remarks = situation.remarks(
            of: [.scolding], severity: onMatch, remedy: "Say what you would like families to do, and why it helps."
        ) { _, _ in "This may read as a telling-off." }
        if let span = text.shouting {
            remarks.append(
                Remark(
                    onMatch, at: span, "Capitals read as shouting, and screen readers may spell them out.",
                    remedy: "Write it in ordinary letters."))
        }
        if let span = text.exclamation {
            remarks.append(
                Remark(onMatch, at: span, "So many exclamation marks wear a reader out.", remedy: "Keep one, or none."))
        }
        if let span = text.emojiRun {
            remarks.append(
                Remark(
                    onMatch, at: span, "A screen reader reads out every one of these emoji.",
                    remedy: "Keep one or two, at the end."))
        }
        return remarks
    }
}
