import Gate
import Policy
import Testing

@Suite struct AnalysedTextTests {
    private func words(_ text: String) -> [String] { AnalysedText(text).words.map(\.folded) }

    @Test(arguments: [
        ("Zoë's Łukasz O’Brien", ["zoe", "lukasz", "obrien"]),
        ("James' and Ben's", ["james", "and", "ben"]),
        ("don't shout", ["dont", "shout"]),
        ("Anne-Marie Smith-Jones", ["anne", "marie", "smith", "jones"]),
        ("#WellDoneAmira", ["well", "done", "amira"]),
        ("#Year4Amira!", ["year4", "amira"]),
        ("@amira_khan well", ["amira", "khan", "well"]),
        ("#PEDay", ["pe", "day"]),
        ("see https://x.org/amira-khan. Done", ["see", "done"]),
        ("mail office@oak.sch.uk or oak.sch.uk/amira", ["mail", "or"]),
        ("**Amira** _Khan_", ["amira", "khan"]),
        ("𝐀𝐦𝐢𝐫𝐚 Jose\u{301}", ["amira", "jose"]),
        ("STRAẞE Æon", ["strasse", "aeon"]),
        ("Year 4 scored 10-2 😀 today", ["year", "4", "scored", "10", "2", "today"]),
    ])
    func `words are folded`(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test func `spans are bytes of the original`() {
        let text = AnalysedText("Bravo 🎉 Zoë’s team, #WellDoneZoë!")
        #expect(text.words.map { text.string($0.span) } == ["Bravo", "Zoë", "team", "Well", "Done", "Zoë"])
        #expect(text.words[1].isPossessive)
        #expect(text.units.map(\.kind) == [.emoji, .hashtag])
    }

    @Test func `sentences end where people end them`() {
        let text = AnalysedText("Well done, Mrs. Patel! See p. 4 at 9.30. A. Khan won.\n\n- Oak Class\n- Elm Class")
        #expect(
            text.sentences.map { text.string($0.span) } == [
                "Well done, Mrs. Patel!", "See p. 4 at 9.30.", "A. Khan won.", "Oak Class\n", "Elm Class",
            ])
        #expect(text.words.first { $0.folded == "khan" }?.gap == .point)
    }

    @Test func `broken bytes never trap`() {
        for bytes: [UInt8] in [[0xF0], [0xC3], [0x80, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0x41, 0x40]] {
            _ = AnalysedText(String(decoding: bytes, as: UTF8.self))
        }
        _ = AnalysedText("@ # @@ ## '' '' -- . .. www. http:// a@ a@b @a. #_ '’s")
    }
}
