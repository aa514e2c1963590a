import Policy

/// One pass over a text for names: full names first, then names with an initial, then first names.
struct NameScan {
    let text: AnalysedText
    let roll: RollIndex
    let school: School?
    /// The school's number in the index; nil when it has no pupils.
    let number: Int?
    let judgement: NameJudgement
    private(set) var mentions: [Mention] = []

    /// A stretch of words that spells a name.
    struct Stretch {
        let words: Range<Int>
        let key: NameKey
    }

    init(text: AnalysedText, roll: RollIndex, school: School?, number: Int?) {
        self.text = text
        self.roll = roll
        self.school = school
        self.number = number
        judgement = NameJudgement(text)
    }

    mutating func run() -> [Mention] {
        var index = 0
        while index < text.words.count {
            index = step(at: index)
        }
        return mentions
    }

    private mutating func step(at index: Int) -> Int {
        guard !text.words[index].isNumber else { return index + 1 }
        let uses = roll.uses[text.words[index].key] ?? []
        if !uses.isEmpty, let found = fullName(at: index, uses) { return found.upperBound }
        if let found = nameWithInitial(at: index, uses) { return found }
        if uses.mayBegin(.first), let found = firstName(at: index) { return found }
        if uses.mayBegin(.last), let found = family(at: index) { return found }
        if uses.isEmpty, let found = nameWithoutApostrophe(at: index) { return found }
        if text.words[index].source != .text, let found = TagNames(scan: self).mention(at: index) {
            mentions.append(found)
        }
        return index + 1
    }

    // MARK: - Full names

    /// Full names of pupils, guardians and staff that begin at a word.
    private mutating func fullName(at index: Int, _ uses: RollIndex.Use) -> Range<Int>? {
        var best: (words: Range<Int>, key: NameKey)?
        if uses.mayBegin(.first) { best = straightName(at: index) }
        if best == nil, uses.mayBegin(.last) { best = reversedName(at: index) }
        guard let best else { return nil }
        let span = text.span(from: best.words.lowerBound, through: best.words.upperBound - 1)
        let hasTitle = judgement.hasTitle(before: index)
        let count = mentions.count
        if !hasTitle { add(.pupil, .full, span, best.words, roll.fullNames.people(for: best.key)) }
        let staff = roll.staff.people(for: best.key)
        add(.staff, .full, span, best.words, staff)
        if staff.isEmpty { add(.guardian, .full, span, best.words, roll.guardians.people(for: best.key)) }
        // A pupil's name behind a title is somebody else: take it in one piece, so that its first name is not found.
        return mentions.count > count || hasTitle ? best.words : nil
    }

    private func straightName(at index: Int) -> (words: Range<Int>, key: NameKey)? {
        var best: (words: Range<Int>, key: NameKey)?
        eachStretch(at: index, .first) { first in
            eachSurnameStart(after: first.words) { start in
                eachStretch(at: start, .last) { last in
                    let words = index..<last.words.upperBound
                    let key = first.key.paired(with: last.key)
                    guard isKnown(key), words.count > best?.words.count ?? 0,
                        judgement.isFullName(first.words, last.words)
                    else { return }
                    best = (words, key)
                }
            }
        }
        return best
    }

    /// `Khan, Amira` and `KHAN Amira`.
    private func reversedName(at index: Int) -> (words: Range<Int>, key: NameKey)? {
        for last in stretches(at: index, .last) {
            let start = last.words.upperBound
            guard start < text.words.count, let gap = follows(last.words, start),
                gap == .comma || gap == .space || gap == .line || gap == .joined
            else { continue }
            for first in stretches(at: start, .first) {
                let key = first.key.paired(with: last.key)
                guard isKnown(key), judgement.isReversedName(last.words, first.words) else { continue }
                return (index..<first.words.upperBound, key)
            }
        }
        return nil
    }

    private func isKnown(_ key: NameKey) -> Bool {
        roll.fullNames.contains(key) || roll.guardians.contains(key) || roll.staff.contains(key)
    }

    /// Where a surname may begin: right after the first name, or after one or two middle names.
    @inline(__always)
    private func eachSurnameStart(after first: Range<Int>, _ visit: (Int) -> Void) {
        var index = first.upperBound
        for skipped in 0...2 {
            guard index < text.words.count, !text.words[index - 1].isPossessive else { return }
            let gap = text.words[index].gap
            let joins = gap.joinsNames || (gap == .point && skipped > 0)
            guard joins, text.words[index].source == text.words[first.lowerBound].source else { return }
            visit(index)
            guard text.words[index].isCapitalised, text.words[index].source == .text, !text.words[index].hasDigit,
                !NameCues.neverSurname.contains(text.words[index])
            else { return }
            index += 1
        }
    }

    /// The names that begin at a word, in one or more words, shortest first: `Anne-Marie`, `van der Berg`.
    @inline(__always)
    private func eachStretch(at index: Int, _ use: RollIndex.Use, _ visit: (Stretch) -> Void) {
        var key = NameKey()
        for end in index..<min(index + 5, text.words.count) {
            if end > index {
                guard text.words[end].gap.joinsNames, !text.words[end - 1].isPossessive,
                    text.words[end].source == text.words[index].source
                else { return }
                key.add(text.words[end].folded)
            } else {
                key = text.words[end].key
            }
            guard let uses = roll.uses[key] else { return }
            if uses.contains(use) { visit(Stretch(words: index..<(end + 1), key: key)) }
            guard uses.contains(.goesOn) else { return }
        }
    }

    func stretches(at index: Int, _ use: RollIndex.Use) -> [Stretch] {
        var found: [Stretch] = []
        eachStretch(at: index, use) { found.append($0) }
        return found
    }

    private func follows(_ words: Range<Int>, _ next: Int) -> Word.Gap? {
        guard !text.words[words.upperBound - 1].isPossessive,
            text.words[next].source == text.words[words.lowerBound].source
        else { return nil }
        return text.words[next].gap
    }

    // MARK: - Names with an initial

    /// `Amira K.` and `A. Khan`, of the post's own school.
    private mutating func nameWithInitial(at index: Int, _ uses: RollIndex.Use) -> Int? {
        guard let number else { return nil }
        if uses.contains(.first) {
            for first in stretches(at: index, .first).reversed() {
                let next = first.words.upperBound
                guard let start = judgement.lastInitial(at: next, after: first.words), let letter = start.utf8.first
                else { continue }
                var people = roll.initials.people(
                    for: RollIndex.key(first.key, lastInitial: letter, inSchool: number))
                if start.utf8.count > 1 {
                    people = people.filter { Folding.key(roll.roll.pupils[$0].lastName).hasPrefix(start) }
                }
                guard !people.isEmpty else { continue }
                add(.pupil, .initial, text.span(from: index, through: next), index..<(next + 1), people)
                return next + 1
            }
        }
        guard let (letter, next) = judgement.firstInitial(at: index) else { return nil }
        for last in stretches(at: next, .last).reversed() {
            let people = roll.initials.people(for: RollIndex.key(last.key, firstInitial: letter, inSchool: number))
            guard !people.isEmpty, judgement.isSurnameAfterInitial(last.words, initialAt: index) else {
                continue
            }
            let words = index..<last.words.upperBound
            add(.pupil, .initial, text.span(from: index, through: words.upperBound - 1), words, people)
            return words.upperBound
        }
        return nil
    }

    // MARK: - First names

    private mutating func firstName(at index: Int) -> Int? {
        guard let number else { return nil }
        for first in stretches(at: index, .first).reversed() {
            let people = roll.firstNames.people(for: RollIndex.key(first.key, inSchool: number))
            guard !people.isEmpty, judgement.isFirstName(first.words, in: self) else { continue }
            let end = first.words.upperBound
            add(.pupil, .first, text.span(from: index, through: end - 1), first.words, people)
            return end
        }
        return nil
    }

    /// Whether a pupil of the school has this first name.
    func isFirstName(at index: Int) -> Bool {
        guard let number, index >= 0, index < text.words.count else { return false }
        return roll.firstNames.contains(RollIndex.key(text.words[index].key, inSchool: number))
    }

    /// Whether somebody on the school's staff has this first name, or a short form of it.
    func hasColleague(called name: Word) -> Bool {
        guard let number, school != nil else { return false }
        return roll.colleagues.contains(RollIndex.key(name.key, inSchool: number))
    }

    mutating func add(
        _ kind: Mention.Kind, _ form: Mention.Form, _ span: Span, _ words: Range<Int>, _ people: [Int]
    ) {
        guard !people.isEmpty else { return }
        mentions.append(
            Mention(kind: kind, form: form, span: span, words: words, people: people, count: people.count))
    }
}
