public import Policy

/// Where children are now or will be, and how to get in.
public struct Whereabouts: PostControl {
    public var onMention = Severity.hold
    /// For a trip announced without today's date or an hour: families need to know of it.
    public var onTrip = Severity.warn
    public var kinds = Whereabout.allCases
    public var words: [String] = [] { didSet { extra = ExtraWords(words) } }
    private var extra = ExtraWords([])

    public init() {}

    public static let name = "posts.whereabouts"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("on-trip", \.onTrip, tighter: .higher, allowed: Severity.forText),
            Parameter("kinds", \.kinds, tighter: .more()),
            Parameter("words", \.words, tighter: .more()),
        ]
    }

    public var sentence: String {
        let others = kinds.filter { $0 != .trips }
        let trips = kinds.contains(.trips) ? " With a trip to come, no hour given, it \(onTrip.consequence)." : ""
        return
            "A post that tells strangers where to find children or how to get in \(onMention.consequence): \(others.map(\.rawValue).inWords()).\(trips) A trip that is over may be posted."
            + words.also
    }

    public func findings(in situation: Situation) -> [Remark] {
        let certain = kinds.flatMap { kind in
            remarks(on: kind, severity: onMention, in: situation) {
                kind != .trips || situation.givesHour($0.sentence)
            }
        }
        let announced =
            kinds.contains(.trips)
            ? remarks(on: .trips, severity: onTrip, in: situation) { !situation.givesHour($0.sentence) } : []
        let found = certain + announced
        return found
            + situation.remarks(
                of: .whereabouts, unless: found, severity: onMention, remedy: Whereabout.now.remedy,
                if: kinds.count == Whereabout.allCases.count)
            + situation.remarks(of: [], extra: extra, severity: onMention, remedy: Whereabout.now.remedy) { _, _ in "" }
    }

    private func remarks(
        on kind: Whereabout, severity: Severity, in situation: Situation, where counts: (Hit) -> Bool
    ) -> [Remark] {
        situation.remarks(of: [kind.sense], severity: severity, remedy: kind.remedy) { hit in
            guard counts(hit) else { return false }
            switch kind {
            case .now: return situation.text.isPresent(hit.words) && !situation.isPast(hit.sentence)
            case .trips: return !situation.isPast(hit.sentence)
            case .access, .routines, .empty: return !situation.isLesson(hit.sentence)
            }
        } because: { quoted, _ in
            "\(quoted) tells strangers about \(kind.rawValue)."
        }
    }
}

extension Situation {
    /// Whether a sentence says at what hour, or that it is today or tomorrow.
    fileprivate func givesHour(_ sentence: Int) -> Bool {
        let words = text.words(ofSentence: sentence)
        return words.indices.contains { index in
            let word = words[index]
            if Whereabouts.soon.contains(word.folded) { return true }
            guard word.hasDigit, index > words.startIndex else { return false }
            if word.folded.hasSuffix("am") || word.folded.hasSuffix("pm") { return true }
            return ["at", "by", "from", "around"].contains(words[index - 1].folded)
        }
    }
}

extension Whereabouts {
    fileprivate static let soon: Set<String> = [
        "today", "tonight", "tomorrow", "afternoon", "morning", "evening", "am", "pm", "now",
    ]
}
