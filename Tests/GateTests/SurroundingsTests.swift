import Gate
import Policy
import Testing

/// What stands around a word decides whether it is anybody's story.
@Suite struct SurroundingsTests {
    private func rules(_ text: String, _ control: any PostControl) -> [Severity] {
        WordsDesk.findings(text, under: WordsDesk.rulebook([control])).map(\.severity)
    }

    @Test func `a lesson goes on into the next sentence, unless that is about our own`() {
        #expect(rules("We have got to Julius Caesar. He was stabbed twenty-three times.", Topics()).isEmpty)
        #expect(!rules("We have got to Julius Caesar. One of our boys was stabbed outside.", Topics()).isEmpty)
    }

    @Test func `advice on whom to tell is no hint about a child, and one child's story in it is`() {
        let advice = "Our safeguarding lead is Mrs Doyle. She listens if a child says that somebody has hurt her."
        #expect(rules(advice, Safeguarding()).isEmpty)
        #expect(
            rules("Childline is there for all. One of our girls came in with bruises again.", Safeguarding())
                == [.hold])
    }

    @Test func `a colleague who helps is not the one with the need`() {
        #expect(rules("Ask Mrs Okafor in the office about free school meals.", IndividualMatters()).isEmpty)
        #expect(rules("Amira has free school meals.", IndividualMatters()) == [.hold])
    }

    @Test func `a rude insult is one finding`() {
        let text = "What a stupid cow of a woman"
        #expect(rules(text, OffensiveLanguage()) == [.hold])
        #expect(rules(text, Threats()).isEmpty)
    }

    @Test func `an account of one's own is found without its address`() {
        for text in [
            "Message me on my own Facebook in the evenings.", "They are on my own insta, help yourselves!",
            "I'm easy to find online: same name everywhere.",
        ] { #expect(rules(text, OwnDetails()).contains(.hold), "\(text)") }
        #expect(rules("Find us on the school's own page.", OwnDetails()).isEmpty)
    }

    @Test func `numbers spelt out are numbers`() {
        #expect(rules("Ring me on oh seven seven double oh nine double oh four six one.", PersonalData()) == [.hold])
        #expect(rules("One, two, three, four, five, once I caught a fish alive.", PersonalData()).isEmpty)
        #expect(rules("Write to the bells five at home dot example please.", PersonalData()) == [.hold])
    }

    @Test func `a box office, a year group and a spelling are nobody's data`() {
        for text in [
            "The theatre's box office is on 01632 960 713, Market Hill, LM1 5PQ.",
            "Children born between 1 September 2021 and 31 August 2022 start school in September.",
            "bl00dy marvellous bake sale",
        ] { #expect(rules(text, PersonalData()).isEmpty, "\(text)") }
    }

    @Test("M22: what was nabbed from the web holds")
    func borrowed() {
        #expect(rules("Nabbed this bear off Google Images for the poster.", Provenance()) == [.hold])
        #expect(rules("Year 5 learned from the internet how bees sleep.", Provenance()).isEmpty)
        #expect(rules("Follow the choir on Facebook.", Provenance()).isEmpty)
    }
}
