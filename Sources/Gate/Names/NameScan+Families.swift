import Policy

/// Names that stand for a family, and possessives whose apostrophe is missing.
extension NameScan {
    /// `the Nowak twins`, `the Nowaks`: whose surname a pupil of the school has.
    mutating func family(at index: Int) -> Int? {
        guard let number, isCapitalisedText(index), !judgement.hasTitle(before: index) else { return nil }
        for last in stretches(at: index, .last).reversed() {
            guard let noun = judgement.word(last.words.upperBound), noun.gap == .space,
                NameScan.households.contains(noun), !text.words[last.words.upperBound - 1].isPossessive,
                // A church family and a winter family day are nobody's.
                !judgement.isOrdinary(last.words) || NameScan.siblings.contains(noun)
            else { continue }
            let people = roll.surnames.people(for: RollIndex.key(last.key, inSchool: number))
            guard !people.isEmpty else { continue }
            let words = index..<(last.words.upperBound + 1)
            add(.pupil, .family, text.span(from: index, through: words.upperBound - 1), words, people)
            return words.upperBound
        }
        return nil
    }

    /// `Amiras painting`, `the Nowaks`: a name and an s that no other name ends in.
    mutating func nameWithoutApostrophe(at index: Int) -> Int? {
        let word = text.words[index]
        guard let number, isCapitalisedText(index), !word.isPossessive, word.folded.utf8.count > 4,
            word.folded.utf8.last == UInt8(ascii: "s"), !judgement.isOrdinary(index..<(index + 1)),
            !NameScan.surnamesInS.contains(word)
        else { return nil }
        let stem = NameKey(word.folded.utf8.dropLast())
        guard let uses = roll.uses[stem] else { return nil }
        let name = String(word.folded.dropLast())
        guard !OrdinaryWords.contains(NameKey(name)), !judgement.hasTitle(before: index) else { return nil }
        let span = Span(word.span.start, word.span.end - 1)
        if uses.contains(.first), let next = judgement.word(index + 1), next.gap == .space, !next.isCapitalised,
            !NameCues.deeds.contains(next), !NameCues.states.contains(next)
        {
            let people = roll.firstNames.people(for: RollIndex.key(stem, inSchool: number))
            if !people.isEmpty {
                add(.pupil, .first, span, index..<(index + 1), people)
                return index + 1
            }
        }
        guard uses.contains(.last), let before = judgement.word(index - 1), word.gap == .space, before.folded == "the"
        else { return nil }
        let people = roll.surnames.people(for: RollIndex.key(stem, inSchool: number))
        guard !people.isEmpty else { return nil }
        add(.pupil, .family, word.span, index..<(index + 1), people)
        return index + 1
    }

    private func isCapitalisedText(_ index: Int) -> Bool {
        text.words[index].isCapitalised && text.words[index].source == .text
    }

    private static let siblings: WordSet = ["twins", "triplets", "brothers", "sisters", "siblings"]
    private static let households = siblings.union(["family", "families", "household", "children", "kids"])

    /// Surnames that are a first name with an s.
    private static let surnamesInS: WordSet = [
        "williams", "roberts", "edwards", "matthews", "stevens", "stephens", "peters", "phillips", "philips",
        "richards",
        "daniels", "andrews", "evans", "owens", "adams", "jacobs", "simons", "abrahams", "harris", "hughes", "jeffries",
        "humphreys", "michaels", "samuels", "isaacs", "rogers", "rodgers", "jenkins", "watkins", "hopkins", "dawkins",
        "collins", "lewis", "francis", "james", "thomas", "nicholas", "marks", "johns", "walters", "peeters",
        "griffiths",
        "edmunds", "clarkes", "parkers", "coopers", "hunters", "archers", "masons", "georges", "charles", "jules",
    ]
}
