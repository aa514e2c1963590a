import Policy

/// Whether words that spell a name mean a pupil here, by capitals and neighbours.
///
/// A first name before a surname that is nobody's on the roll is somebody else, as is a name after a title.
struct NameJudgement {
    let text: AnalysedText

    init(_ text: AnalysedText) { self.text = text }

    // MARK: - Full names

    func isFullName(_ first: Range<Int>, _ last: Range<Int>) -> Bool {
        let start = text.words[first.lowerBound]
        let end = text.words[last.lowerBound]
        if start.source != .text { return true }
        let (isFirstWord, isLastWord) = (isOrdinary(first), isOrdinary(last))
        switch (start.isCapitalised, end.isCapitalised) {
        case (true, true): return !(isFirstWord && isLastWord) || isPerson(first, last) || !isPlace(first, last)
        case (true, false): return !isLastWord
        case (false, true): return !isFirstWord
        case (false, false): return !(isFirstWord && isLastWord) && !Self.modals.contains(end)
        }
    }

    /// `congratulations to Grace Church`, `Rose Hill, who scored`, `Hope Field in Year 4`.
    private func isPerson(_ first: Range<Int>, _ last: Range<Int>) -> Bool {
        isPraised(first.lowerBound) || hasDeed(after: last.upperBound - 1, orState: false) || hasClassOrAge(after: last)
            || isFollowedByWho(last)
    }

    /// `at Rose Hill`, `Grace Church Hall`.
    private func isPlace(_ first: Range<Int>, _ last: Range<Int>) -> Bool {
        let next = word(last.upperBound)
        if let next, next.gap == .space, next.isCapitalised, NameCues.groups.contains(next) { return true }
        guard let before = word(first.lowerBound - 1), text.words[first.lowerBound].gap == .space else { return false }
        return NameCues.placeNouns.contains(text.words[last.lowerBound])
            && ["at", "in", "near", "outside", "opposite", "to", "the", "from"].contains(before.folded)
    }

    func isReversedName(_ last: Range<Int>, _ first: Range<Int>) -> Bool {
        let surname = text.words[last.lowerBound]
        let name = text.words[first.lowerBound]
        if surname.source != .text { return !isOrdinary(last) && !isOrdinary(first) }
        if !surname.isCapitalised, !name.isCapitalised {
            return name.gap == .space && !isOrdinary(first)
        }
        guard surname.isCapitalised, name.isCapitalised else { return false }
        if let before = word(last.lowerBound - 1), surname.gap == .space || surname.gap == .comma,
            surname.gap == .comma || before.folded == "and"
                || (before.isCapitalised && !NameCues.neverSurname.contains(before))
        {
            return false
        }
        if name.gap == .comma { return surname.opens || !isOrdinary(last) }
        return !isOrdinary(last) && !isOrdinary(first) && name.gap == .space
    }

    // MARK: - Initials

    /// The letter of `Amira K`, or the letters of `Ben O'B` and `Lukasz No.`, when the word at a place is one.
    func lastInitial(at index: Int, after first: Range<Int>) -> String? {
        guard let word = word(index), word.gap == .space || word.gap == .joined else { return nil }
        guard letter(word) != nil || isShortened(word) else { return nil }
        let name = text.words[first.lowerBound]
        guard word.source == name.source, !text.words[index - 1].isPossessive, !hasTitle(before: first.lowerBound)
        else {
            return nil
        }
        if word.source != .text { return word.folded }
        guard word.isCapitalised, name.isCapitalised else { return nil }
        let isArticle = word.folded == "a" || word.folded == "i"
        return isArticle && !isFollowedByPoint(word) ? nil : word.folded
    }

    /// Two or three letters that a surname may begin with: `O'B`, `McD`, `No.`
    private func isShortened(_ word: Word) -> Bool {
        guard word.source == .text, word.isCapitalised, (2...3).contains(word.folded.utf8.count), !word.hasDigit else {
            return false
        }
        if word.span.length > word.folded.utf8.count || word.folded.hasPrefix("mc") { return true }
        return isFollowedByPoint(word) && !NameCues.titles.contains(word)
    }

    /// The letter of `A. Khan`, and where the surname would begin.
    func firstInitial(at index: Int) -> (letter: UInt8, next: Int)? {
        let word = text.words[index]
        guard let letter = letter(word), word.source == .text, word.isCapitalised, !hasTitle(before: index) else {
            return nil
        }
        if let before = self.word(index - 1), word.gap == .space, before.isCapitalised, !before.opens,
            !NameCues.neverSurname.contains(before)
        {
            return nil
        }
        var next = index + 1
        if let second = self.word(next), self.letter(second) != nil, second.gap == .point { next += 1 }
        guard let surname = self.word(next), surname.isCapitalised, surname.source == .text else { return nil }
        guard surname.gap == .point || surname.gap == .space else { return nil }
        let isArticle = letter == UInt8(ascii: "a") || letter == UInt8(ascii: "i")
        return isArticle && surname.gap == .space ? nil : (letter, next)
    }

    func isSurnameAfterInitial(_ last: Range<Int>, initialAt index: Int) -> Bool {
        !isOrdinary(last) || text.words[last.lowerBound].gap == .point
    }

    private func letter(_ word: Word) -> UInt8? {
        guard word.folded.utf8.count == 1, !word.hasDigit, let letter = word.folded.utf8.first else { return nil }
        return letter
    }

    private func isFollowedByPoint(_ word: Word) -> Bool {
        word.span.end < text.bytes.count && text.bytes[word.span.end] == UInt8(ascii: ".")
    }

    // MARK: - Shared

    func word(_ index: Int) -> Word? { text.words.indices.contains(index) ? text.words[index] : nil }

    func hasTitle(before index: Int) -> Bool {
        guard let before = word(index - 1), before.source == .text, before.isCapitalised else { return false }
        let gap = text.words[index].gap
        return (gap == .space || gap == .point) && NameCues.titles.contains(before)
    }

    /// Whether a name is also a word, a place or a time.
    func isOrdinary(_ words: Range<Int>) -> Bool {
        guard words.count == 1 else { return false }
        let word = text.words[words.lowerBound]
        return word.folded.utf8.count < 3 || OrdinaryWords.contains(word) || NameCues.places.contains(word)
            || NameCues.times.contains(word)
    }

    private static let modals: WordSet = ["will", "may", "can", "might", "must", "long", "young", "short", "green"]
}
