import Policy

/// Names in tags that are written in one: `#welldoneamira`, `@amirakhan`.
struct TagNames {
    let scan: NameScan

    static let after: WordSet = [
        "rocks", "rules", "wins", "won", "year", "ftw", "star", "superstar", "legend", "champion",
    ]
    private static let before: WordSet = [
        "welldone", "congratulations", "congrats", "goodluck", "happybirthday", "thankyou", "thanks", "bravo", "go",
        "team",
        "teams", "proudof", "ourstar", "superstar", "star", "welldoneto", "congratulationsto", "goodjob", "hooray",
        "getwellsoon",
        "welcome", "goodbye", "farewell", "missyou", "prayfor", "justicefor", "vote", "votefor",
    ]

    func mention(at index: Int) -> Mention? {
        let word = scan.text.words[index]
        let letters = Array(word.folded.utf8)
        guard (5...60).contains(letters.count), !word.hasDigit else { return nil }
        return full(letters, word, index) ?? first(letters, word, index)
    }

    /// A pupil's first and last name next to each other, at the start or after a word of praise.
    private func full(_ letters: [UInt8], _ word: Word, _ index: Int) -> Mention? {
        for start in starts(in: letters) where start < letters.count - 3 {
            var key = NameKey()
            for middle in start..<(letters.count - 1) {
                key.add(letters[middle])
                guard middle - start >= 1, scan.roll.uses[key]?.contains(.first) == true else { continue }
                let last = NameKey(letters[(middle + 1)...])
                guard scan.roll.uses[last]?.contains(.last) == true else { continue }
                let people = scan.roll.fullNames.people(for: key.paired(with: last))
                if !people.isEmpty { return mention(.full, people, word, index, from: start, letters.count) }
            }
        }
        return nil
    }

    /// A first name of the school's after a word of praise, or before one.
    private func first(_ letters: [UInt8], _ word: Word, _ index: Int) -> Mention? {
        guard let number = scan.number, word.source == .hashtag else { return nil }
        let praised = starts(in: letters)
        for split in 2..<(letters.count - 1) {
            if letters.count - split >= 3, praised.contains(split), let people = people(letters[split...], number) {
                return mention(.first, people, word, index, from: split, letters.count)
            }
            if split >= 3, TagNames.after.contains(NameKey(letters[split...])),
                let people = people(letters[..<split], number)
            {
                return mention(.first, people, word, index, from: 0, split)
            }
        }
        return nil
    }

    private func people(_ letters: ArraySlice<UInt8>, _ number: Int) -> [Int]? {
        let key = NameKey(letters)
        guard scan.roll.uses[key]?.contains(.first) == true else { return nil }
        let people = scan.roll.firstNames.people(for: RollIndex.key(key, inSchool: number))
        return people.isEmpty ? nil : people
    }

    /// Where a name may begin: at the start, and behind each word of praise that the tag begins with.
    private func starts(in letters: [UInt8]) -> [Int] {
        var starts = [0]
        var key = NameKey()
        for (index, letter) in letters.enumerated() {
            key.add(letter)
            if TagNames.before.contains(key) { starts.append(index + 1) }
        }
        return starts
    }

    /// The name's own bytes where the tag is plain ASCII, the whole word otherwise.
    private func mention(
        _ form: Mention.Form, _ people: [Int], _ word: Word, _ index: Int, from start: Int, _ end: Int
    ) -> Mention {
        let isPlain = word.span.length == word.folded.utf8.count
        let span = isPlain ? Span(word.span.start + start, word.span.start + end) : word.span
        return Mention(
            kind: .pupil, form: form, span: span, words: index..<(index + 1), people: people, count: people.count)
    }
}
