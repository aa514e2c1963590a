import Testing

@testable import Gate

/// The tables behind the gate's speed answer as plain ones would.
@Suite struct RollTablesTests {
    @Test func `a table of spellings keeps each use through all its growing`() {
        var spellings = Spellings()
        let names = (0..<3_000).map { "name\($0)" }
        for (index, name) in names.enumerated() {
            spellings.add(index.isMultiple(of: 2) ? .first : .last, to: NameKey(name))
            if index.isMultiple(of: 3) { spellings.add(.goesOn, to: NameKey(name)) }
        }
        #expect(spellings.count == names.count)
        for (index, name) in names.enumerated() {
            let uses = spellings[NameKey(name)] ?? []
            #expect(uses.contains(.first) == index.isMultiple(of: 2))
            #expect(uses.contains(.goesOn) == index.isMultiple(of: 3))
        }
        #expect(spellings[NameKey("nobody")] == nil)
    }

    @Test func `everybody of a key is found in their order, each once, and nobody else`() {
        var entries: [(key: UInt64, person: UInt32)] = []
        for person in 0..<5_000 { entries.append((NameKey("name\(person % 700)").value, UInt32(person))) }
        entries.append((NameKey("name3").value, 4_999))
        let postings = Postings(entries)
        for number in 0..<700 {
            let people = postings.people(for: NameKey("name\(number)"))
            let expected = Array(stride(from: number, to: 5_000, by: 700)) + (number == 3 ? [4_999] : [])
            #expect(people == expected)
        }
        #expect(postings.people(for: NameKey("nobody")).isEmpty)
        #expect(Postings([]).people(for: NameKey("nobody")).isEmpty)
    }

    @Test func `a set of words knows its own alone`() {
        let words = WordSet((0..<500).map { "word\($0)" })
        #expect((0..<500).allSatisfy { words.contains("word\($0)") })
        #expect(!(500..<5_000).contains { words.contains("word\($0)") })
        #expect(!WordSet([]).contains("word"))
        #expect(words.union(["more"]).contains("more") && words.union(["more"]).contains("word7"))
    }
}
