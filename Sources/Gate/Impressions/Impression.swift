/// What a post may read like, each the business of one control; the order is that of the learned weights.
enum Impression: Int, CaseIterable, Sendable {
    case safeguarding, individualMatters, discrimination, threats, grievance, defamation, confidential, whereabouts
    case topics, elections, opinion, gain, illegalContent

    /// The control's name.
    var control: String {
        switch self {
        case .safeguarding: Safeguarding.name
        case .individualMatters: IndividualMatters.name
        case .discrimination: Discrimination.name
        case .threats: Threats.name
        case .grievance: Grievance.name
        case .defamation: Defamation.name
        case .confidential: Confidential.name
        case .whereabouts: Whereabouts.name
        case .topics: Topics.name
        case .elections: Elections.name
        case .opinion: Opinion.name
        case .gain: Gain.name
        case .illegalContent: IllegalContent.name
        }
    }

    /// After “This reads ”.
    var words: String {
        switch self {
        case .safeguarding: "as if a child could be at risk, or is known to those who protect children"
        case .individualMatters: "as if it told about one person's health, needs, conduct or family"
        case .discrimination: "as if it ran down people for who they are"
        case .threats: "like a threat, or like words meant to hurt somebody"
        case .grievance: "like a grievance about work or about those in charge"
        case .defamation: "like an accusation against somebody who could be recognised"
        case .confidential: "like something that the school has not made public"
        case .whereabouts: "as if it told strangers where children are or how to get in"
        case .topics: "as if the school took part in a matter that divides its readers"
        case .elections: "as if it spoke for or against a candidate or a party"
        case .opinion: "like a personal view, and nothing says whose"
        case .gain: "like an advertisement for somebody's private business"
        case .illegalContent: "as if it offered or asked for something unlawful"
        }
    }
}

/// What a text reads like, by weights learned from labelled posts: for what no phrase foresees.
///
/// Every kind gets a number for the whole text and for each of its sentences; the text's and the highest sentence's, half
/// and half, decide. A number is a sum over words and pairs of words, so that it can always be said what it rests on.
struct Impressions: Sendable {
    private(set) var scores: ImpressionWeights.Scores
    /// For each kind the sentence that speaks most for it.
    private var sentences: SIMD16<Int32>
    private let weights: ImpressionWeights

    /// Sums over a stretch of text.
    private struct Sum {
        var traits = SIMD16<Int32>()
        var traitCount = 0
        var words = SIMD16<Int32>()
        var weight = 0

        static func += (left: inout Sum, right: Sum) {
            left.traits &+= right.traits
            left.traitCount += right.traitCount
            left.words &+= right.words
            left.weight += right.weight
        }
    }

    init(_ text: AnalysedText, _ traits: Traits, _ reading: Reading, _ weights: ImpressionWeights) {
        self.weights = weights
        scores = ImpressionWeights.Scores(repeating: -.infinity)
        sentences = SIMD16()
        var whole = Sum()
        var best = scores
        for index in text.sentences.indices where !text.sentences[index].words.isEmpty {
            let sum = Impressions.sum(traits, text.sentences[index].words, weights)
            whole += sum
            let own = Impressions.scores(sum, reading.sentences[index], weights)
            let isHigher = own .> best
            best.replace(with: own, where: isHigher)
            sentences.replace(with: Int32(index), where: isHigher)
        }
        guard whole.traitCount > 0 || whole.weight > 0 else { return }
        scores = (Impressions.scores(whole, reading.all, weights) + best) * 0.5
    }

    private static func sum(_ traits: Traits, _ range: Range<Int>, _ weights: ImpressionWeights) -> Sum {
        var sum = Sum()
        for index in range {
            guard let row = weights.words.row(traits.key(index)) else { continue }
            sum.words &+= SIMD16<Int32>(truncatingIfNeeded: row)
            // The last byte says how much the word counts.
            sum.weight += Int(row[15]) * Int(row[15])
        }
        traits.visit(range) { key in
            guard let row = weights.traits.row(key) else { return }
            sum.traits &+= SIMD16<Int32>(truncatingIfNeeded: row)
            sum.traitCount += 1
        }
        return sum
    }

    private static func scores(_ sum: Sum, _ senses: Senses, _ weights: ImpressionWeights) -> ImpressionWeights.Scores {
        let traits = ImpressionWeights.Scores(sum.traits) / (Float(sum.traitCount) + 2).squareRoot()
        var phrases = SIMD16<Int32>()
        for sense in Sense.allCases where senses.contains(sense) {
            guard let row = weights.traits.row(senseKeys[Int(sense.rawValue)]) else { continue }
            phrases &+= SIMD16<Int32>(truncatingIfNeeded: row)
        }
        let told = traits + ImpressionWeights.Scores(phrases) * 0.5
        let weight = Float(sum.weight) / (127 * 127) + 0.5
        return weights.bias + told * weights.traitScale
            + ImpressionWeights.Scores(sum.words) / weight.squareRoot() * weights.wordScale
    }

    /// What the word lists found, as traits.
    static let senseKeys = Sense.allCases.map { NameKey("H:\($0)").value }

    /// The sentence that reads like this, when the text does; nil otherwise.
    func sentence(_ kind: Impression) -> Int? {
        scores[kind.rawValue] >= weights.tells[kind.rawValue] ? Int(sentences[kind.rawValue]) : nil
    }

    /// Whether the text reads so little like this that a weak phrase does not count.
    func doubts(_ kind: Impression) -> Bool { scores[kind.rawValue] < weights.doubts[kind.rawValue] }
}
