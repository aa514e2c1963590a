public import Policy

/// Everything a check may look at, worked out once for a post.
///
/// Pure: no clock, database or network. Not `Sendable`: it lives for one check.
public final class Situation {
    public let post: Post
    /// The post's text, taken apart.
    public let text: AnalysedText
    /// The pictures' alt texts, in their order, taken apart.
    public let altTexts: [AnalysedText]
    public let roll: RollIndex
    public let consents: ConsentRegister
    public let rulebook: Rulebook

    public init(post: Post, roll: RollIndex, consents: ConsentRegister, rulebook: Rulebook) {
        self.post = post
        self.text = AnalysedText(post.text)
        self.altTexts = post.images.map { AnalysedText($0.alt ?? "") }
        self.roll = roll
        self.consents = consents
        self.rulebook = rulebook
    }

    /// Whose names the text gives.
    public private(set) lazy var mentions: [Mention] = roll.mentions(in: text, school: post.school)

    /// Whose names each alt text gives.
    public private(set) lazy var altMentions: [[Mention]] = altTexts.map { roll.mentions(in: $0, school: post.school) }

    /// What the word lists find in the text.
    private(set) lazy var reading = Reading(text)

    /// What the text reads like; nil only in a broken build.
    private(set) lazy var impressions: Impressions? = ImpressionWeights.learned.map {
        Impressions(text, traits, reading, $0)
    }

    /// Swearing and slurs that hide.
    private(set) lazy var disguises = Disguises.find(in: text)

    /// The post's own school, when the roll knows it: its public details are always fine.
    public var school: School? { roll.school(post.school) }
}

/// A person on the roll whose name stands in a text.
public struct Mention: Sendable {
    public enum Kind: Sendable { case pupil, guardian, staff }

    /// How much of the name is given.
    public enum Form: Sendable, Comparable { case first, family, initial, full }

    public let kind: Kind
    public let form: Form
    public let span: Span
    /// The words of the text that give the name.
    public let words: Range<Int>
    /// Whom it may mean, as indices into the roll's pupils or staff; never more than a few, see `count`.
    public let people: [Int]
    /// How many it may mean.
    public let count: Int
}
