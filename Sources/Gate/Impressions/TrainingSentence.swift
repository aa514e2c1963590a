/// A sentence as the classifier sees it, in words: what `scripts/train-judgement` learns from.
public struct TrainingSentence: Sendable {
    /// Its words, names and numbers standing for their kind.
    public let words: [String]
    /// Its words, their sets, and pairs of both.
    public let traits: [String]
    /// What the word lists found in it.
    public let senses: [String]

    /// The sentences of a post that have words.
    public static func all(of post: Post, roll: RollIndex) -> [TrainingSentence] {
        let text = AnalysedText(post.text)
        let mentions = roll.mentions(in: text, school: post.school)
        let traits = Traits(text, named: Set(mentions.flatMap { Array($0.words) }))
        let reading = Reading(text)
        return text.sentences.indices.filter { !text.sentences[$0].words.isEmpty }.map { index in
            TrainingSentence(
                words: text.sentences[index].words.map { traits.spelling($0) },
                traits: traits.spelled(text.sentences[index].words),
                senses: Sense.allCases.filter { reading.has($0, inSentence: index) }.map { "\($0)" })
        }
    }
}
