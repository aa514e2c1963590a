import Policy
import Testing

@testable import Gate

/// What a post reads like when no phrase of the word lists says so.
@Suite struct ImpressionTests {
    static let texts = [
        "Minibus has just dropped 4BR at the leisure centre, swimming till 11 if you want to wave.",
        "Mrs Kershaw's Year 2 baked bread. It was lovely! #WellDone",
        "",
        "🎉🎉 3–2",
    ]

    @Test("the weights that come with the program can be read")
    func weights() throws {
        let weights = try #require(ImpressionWeights.learned)
        #expect(weights.trainedOn.count == 32)
        // `school` stands in every list of English words; no word is spelled like this.
        #expect(weights.words.row(NameKey("school").value) != nil)
        #expect(weights.words.row(NameKey("qzxqzx").value) == nil)
    }

    @Test("weights that are cut short, or another's, are refused")
    func refused() {
        for bytes in [[], Array("SGIMPR01".utf8), [UInt8](repeating: 7, count: 4_096)] {
            bytes.withUnsafeBytes { #expect(ImpressionWeights($0) == nil) }
        }
    }

    @Test("training is given the same traits as the gate looks up, in the same order", arguments: texts)
    func parity(_ text: String) {
        let analysed = AnalysedText(text)
        let traits = Traits(analysed, named: [])
        for sentence in analysed.sentences {
            var keys: [UInt64] = []
            traits.visit(sentence.words) { keys.append($0) }
            let spelled = traits.spelled(sentence.words).map { trait in
                let parts = trait.split(separator: " ").map { NameKey(String($0)).value }
                return parts.count == 2 ? Traits.pair(parts[0], parts[1]) : parts[0]
            }
            #expect(spelled == keys)
        }
    }

    @Test("names, numbers and codes are never learned by themselves")
    func general() throws {
        let words = AnalysedText("Mrs Kershaw and 4BR scored 17.")
        let traits = Traits(words, named: [])
        #expect(words.words.indices.map { traits.spelling($0) } == ["mrs", "NAME", "and", "CODE", "scored", "NUM"])
    }

    @Test("what no phrase foresees is held, says what it reads like, and points to the sentence")
    func told() throws {
        let text =
            "Lovely morning. Minibus has just dropped 4BR at the leisure centre, swimming till eleven if you want to wave."
        let finding = try #require(
            try JudgementTests.findings(text).first { $0.rule == Whereabouts.name && $0.severity == .hold })
        #expect(finding.reason.hasPrefix("This reads as if it told strangers where children are"))
        #expect(finding.remedy == Whereabout.now.remedy)
        #expect(finding.span?.start == 16)
    }

    @Test("a policy that names only some topics hears of those alone")
    func partial() {
        var some = Whereabouts()
        some.kinds = [.access]
        for (control, isTold) in [(Whereabouts(), true), (some, false)] {
            let found = WordsDesk.findings(Self.texts[0], under: WordsDesk.rulebook([control]))
            #expect(found.contains { $0.severity == .hold } == isTold)
        }
    }
}
