public import Policy

/// What the law forbids: it goes to the safeguarding lead and the police, never to moderation.
public struct IllegalContent: PostControl {
    public var onMention = Severity.hold
    public var categories = Illegality.allCases

    public init() {}

    public static let name = "posts.illegal-content"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-mention", \.onMention, tighter: .higher, allowed: Severity.forText),
            Parameter("categories", \.categories, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post that points to something unlawful \(onMention.consequence), and the designated safeguarding lead decides with the police: \(categories.map(\.rawValue).inWords())."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let found = categories.flatMap { category in
            situation.remarks(
                of: [category.sense], severity: onMention, remedy: category.remedy
            ) {
                !situation.isLesson($0.sentence)
                    && (!situation.isGeneral($0.sentence) || situation.hasMention($0.sentence, of: .pupil))
            } because: { _, _ in
                "These words point to \(category.rawValue), which is against the \(category.statute)."
            }
        }
        return found
            + situation.remarks(
                of: .illegalContent, unless: found, severity: onMention,
                remedy: "Do not post it. Tell the designated safeguarding lead now, who decides about the police.",
                if: categories.count == Illegality.allCases.count)
    }
}
