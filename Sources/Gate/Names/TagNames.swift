import Policy

/// Names in tags that are written in one: `#welldoneamira`, `@amirakhan`.
struct TagNames {
    let scan: NameScan

    static let after: Set<String> = [
        "rocks", "rules", "wins", "won", "year", "ftw", "star", "superstar", "legend", "champion",
    ]
    private static let before: Set<String> = [
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
        for start in 0..<(letters.count - 3) where start == 0 || isPraise(letters[..<start]) {
            var key = NameKey()
            for middle in start..<(letters.count - 1) {
                key.add(letters[middle])
                guard middle - start >= 1, scan.roll.uses[key]?.contains(.first) == true else { continue }
                var last = NameKey()
                for end in (middle + 1)..<letters.count { last.add(letters[end]) }
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
        for split in 2..<(letters.count - 1) {
            if letters.count - split >= 3, isPraise(letters[..<split]),
                let people = people(letters[split...], number)
            {
                return mention(.first, people, word, index, from: split, letters.count)
            }
            if split >= 3, TagNames.after.contains(String(decoding: letters[split...], as: UTF8.self)),
                let people = people(letters[..<split], number)
            {
                return mention(.first, people, word, index, from: 0, split)
            }
        }
        return nil
    }

    private func people(_ letters: ArraySlice<UInt8>, _ number: Int) -> [Int]? {
        var key = NameKey()
        for letter in letters { key.add(letter) }
        guard scan.roll.uses[key]?.contains(.first) == true else { return nil }
        let people = scan.roll.firstNames.people(for: RollIndex.key(key, inSchool: number))
        return people.isEmpty ? nil : people
    }

    private func isPraise(_ letters: ArraySlice<UInt8>) -> Bool {
        TagNames.before.contains(String(decoding: letters, as: UTF8.self))
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
