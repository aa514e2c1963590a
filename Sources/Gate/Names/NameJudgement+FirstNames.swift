import Policy

extension NameJudgement {
    /// Whether a first name of the school's own pupils means one of them.
    func isFirstName(_ name: Range<Int>, in scan: NameScan) -> Bool {
        let word = text.words[name.lowerBound]
        if word.source != .text { return isFirstNameInTag(name) }
        if hasTitle(before: name.lowerBound) || isPhrase(name.lowerBound) || isQuotedTitle(name) { return false }
        let isOrdinary = isOrdinary(name)
        guard word.isCapitalised else {
            return !isOrdinary && word.gap != .hyphen && self.word(name.upperBound)?.gap != .hyphen
        }
        if isSomebodyElse(name, in: scan) || isSignature(name, in: scan) { return false }
        return isOrdinary ? isOrdinaryWordAName(name, in: scan) : true
    }

    // MARK: - Somebody else

    /// A last line such as `Tom` or `Hattie, Year 6 teacher`, where somebody of the staff is called so.
    private func isSignature(_ name: Range<Int>, in scan: NameScan) -> Bool {
        let word = text.words[name.lowerBound]
        let begins = word.gap == .line || word.gap == .paragraph || (word.gap == .other && word.opens)
        guard name.lowerBound > 0, begins || isAfterDash(word), text.words.count - name.upperBound <= 5,
            !text.words[name.upperBound...].contains(where: { $0.gap == .sentence || $0.gap == .paragraph })
        else { return false }
        if let next = self.word(name.upperBound), next.gap == .space { return false }
        return scan.hasColleague(called: word)
    }

    private func isAfterDash(_ word: Word) -> Bool {
        var index = word.span.start
        while index > 0, text.bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
        guard index > 0 else { return false }
        if text.bytes[index - 1] == UInt8(ascii: "-") { return index < 2 || text.bytes[index - 2] == UInt8(ascii: " ") }
        return index > 2 && text.bytes[index - 3] == 0xE2 && text.bytes[index - 2] == 0x80
            && (text.bytes[index - 1] == 0x93 || text.bytes[index - 1] == 0x94)
    }

    /// A surname that is not the roll's follows, or a given name stands before it: `Harry Potter`, `Jamie Oliver`.
    private func isSomebodyElse(_ name: Range<Int>, in scan: NameScan) -> Bool {
        let word = text.words[name.lowerBound]
        if let next = self.word(name.upperBound), !text.words[name.upperBound - 1].isPossessive, next.source == .text {
            if next.gap == .hyphen, next.isCapitalised { return !scan.isFirstName(at: name.upperBound) }
            if next.gap == .space, isSurname(next, after: word), !scan.isFirstName(at: name.upperBound) { return true }
        }
        guard let before = self.word(name.lowerBound - 1), before.source == .text, before.isCapitalised else {
            return false
        }
        if word.gap == .hyphen { return true }
        return word.gap == .space && !before.isPossessive && GivenNames.contains(before)
            && !scan.isFirstName(at: name.lowerBound - 1)
    }

    private func isSurname(_ next: Word, after name: Word) -> Bool {
        guard next.isCapitalised, !next.hasDigit, next.folded.utf8.count > 1,
            !NameCues.neverSurname.contains(next)
        else { return false }
        return !isHeadline(name.sentence)
    }

    /// A sentence in which nearly every word has a capital.
    private func isHeadline(_ sentence: Int) -> Bool {
        let range = sentence < text.sentences.count ? text.sentences[sentence].words : 0..<text.words.count
        let words = text.words[range].filter { $0.source == .text && $0.folded.utf8.count > 3 }
        return words.count > 3 && words.filter(\.isCapitalised).count * 10 >= words.count * 8
    }

    private func isPhrase(_ index: Int) -> Bool {
        guard let phrases = NameCues.phrasesByWord[text.words[index]] else { return false }
        return phrases.contains { phrase in
            phrase.indices.contains { offset in
                let start = index - offset
                guard phrase[offset] == text.words[index].key, start >= 0, start + phrase.count <= text.words.count
                else { return false }
                return phrase.indices.allSatisfy { text.words[start + $0].key == phrase[$0] }
            }
        }
    }

    /// `“Matilda”`, `our production of Matilda`.
    private func isQuotedTitle(_ name: Range<Int>) -> Bool {
        let span = text.span(from: name.lowerBound, through: name.upperBound - 1)
        if isQuote(before: span.start), isQuote(after: span.end) { return true }
        guard let before = word(name.lowerBound - 1), text.words[name.lowerBound].gap == .space else { return false }
        if ["watching", "watched", "performing", "presents", "studying", "rehearsing"].contains(before.folded) {
            return !text.words[name.upperBound - 1].isPossessive && word(name.upperBound)?.folded != "and"
        }
        guard before.folded == "of" || before.folded == "called", let work = word(name.lowerBound - 2) else {
            return false
        }
        return NameCues.works.contains(work)
    }

    private func isQuote(before index: Int) -> Bool {
        guard index > 0 else { return false }
        if text.bytes[index - 1] == UInt8(ascii: "\"") { return true }
        return index > 2 && text.bytes[index - 3] == 0xE2 && text.bytes[index - 2] == 0x80
            && (text.bytes[index - 1] == 0x9C || text.bytes[index - 1] == 0x98)
    }

    private func isQuote(after index: Int) -> Bool {
        guard index < text.bytes.count else { return false }
        if text.bytes[index] == UInt8(ascii: "\"") { return true }
        return index + 2 < text.bytes.count && text.bytes[index] == 0xE2 && text.bytes[index + 1] == 0x80
            && (text.bytes[index + 2] == 0x9D || text.bytes[index + 2] == 0x99)
    }

    // MARK: - Names that are words

    private func isOrdinaryWordAName(_ name: Range<Int>, in scan: NameScan) -> Bool {
        let word = text.words[name.lowerBound]
        let next = self.word(name.upperBound)
        if let next, next.gap == .space || next.gap == .hyphen, NameCues.groups.contains(next),
            !word.isPossessive
        {
            return false
        }
        // Willow and Ash classes.
        if let next, next.folded == "and", let other = self.word(name.upperBound + 1), other.isCapitalised,
            let group = self.word(name.upperBound + 2), group.gap == .space, NameCues.groups.contains(group.folded)
        {
            return false
        }
        let hasEvidence = hasEvidence(name, in: scan)
        if NameCues.times.contains(word) {
            return hasEvidence && (!isDate(name) || isPraised(name.lowerBound) || isFollowedByWho(name))
        }
        if NameCues.places.contains(word) { return hasEvidence }
        if word.isAllCaps, isHeadline(word.sentence) { return hasEvidence }
        let before = self.word(name.lowerBound - 1)
        if let before, word.gap == .space, NameCues.determiners.contains(before) { return false }
        if hasEvidence { return true }
        if NameCues.abstract.contains(word) {
            return !word.opens && isLowerNeighbour(before) && word.gap == .space
        }
        // Violet and poppy seeds, Holly or ivy: two plants, not two children.
        if let next, ["and", "or"].contains(next.folded), let other = self.word(name.upperBound + 1),
            !other.isCapitalised, OrdinaryWords.contains(other)
        {
            return false
        }
        if word.opens {
            return stands(alone: name) || (NameCues.mostlyNames.contains(word) && isLowerNeighbour(next))
        }
        guard word.gap == .space else { return true }
        return isLowerNeighbour(before) || before.map { NameCues.neverSurname.contains($0) || $0.opens } ?? false
    }

    private func isLowerNeighbour(_ word: Word?) -> Bool { word.map { !$0.isCapitalised } ?? true }

    /// A list item, a line or a colon's answer that is the name and no more.
    private func stands(alone name: Range<Int>) -> Bool {
        guard let next = word(name.upperBound) else { return text.words[name.lowerBound].gap > .space }
        return next.gap > .comma || next.gap == .line
    }

    private func isDate(_ name: Range<Int>) -> Bool {
        let next = word(name.upperBound)
        if next?.hasDigit == true, next?.gap == .space { return true }
        guard let before = word(name.lowerBound - 1), text.words[name.lowerBound].gap == .space else { return false }
        return before.hasDigit
            || ["in", "on", "this", "last", "next", "until", "from", "since", "of", "early", "late"].contains(
                before.folded)
    }

    /// Something near the word that only makes sense beside a person.
    private func hasEvidence(_ name: Range<Int>, in scan: NameScan) -> Bool {
        let word = text.words[name.lowerBound]
        let isPlaceOrTime = NameCues.places.contains(word) || NameCues.times.contains(word)
        let isAbstract = NameCues.abstract.contains(word)
        if word.isPossessive, !isPlaceOrTime, !isAbstract { return true }
        if hasDeed(after: name.upperBound - 1, orState: !isPlaceOrTime && !isAbstract) { return true }
        if isPraised(name.lowerBound) || isFollowedByWho(name) || isListed(name, in: scan) { return true }
        if isPlaceOrTime { return false }
        return hasClassOrAge(after: name)
    }

    func hasDeed(after index: Int, orState: Bool) -> Bool {
        guard let next = word(index + 1), next.gap == .space, !next.isCapitalised, !text.words[index].isPossessive
        else { return false }
        return NameCues.deeds.contains(next) || (orState && NameCues.states.contains(next))
    }

    /// `Summer, who raised £50`: only people are followed so.
    func isFollowedByWho(_ name: Range<Int>) -> Bool {
        guard let next = word(name.upperBound), next.gap == .comma || next.gap == .space else { return false }
        return next.folded == "who" || next.folded == "whose"
    }

    /// `Well done, Grace`, `congratulations to Will`, `a certificate was presented to Chelsea`.
    func isPraised(_ index: Int) -> Bool {
        guard let before = word(index - 1), text.words[index].gap < .sentence else { return false }
        if NameCues.praise.contains(before) { return true }
        if text.words[index].gap == .other, before.sentence == text.words[index].sentence {
            let heading = text.words[max(0, index - 5)..<index]
            if heading.contains(where: { NameCues.honours.contains($0) }) { return true }
        }
        guard before.folded == "to" || before.folded == "of" || before.folded == "you" else { return false }
        let start = max(0, index - 5)
        return text.words[start..<(index - 1)].contains {
            $0.sentence == before.sentence && NameCues.praise.contains($0)
        }
    }

    /// `Grace and Harry`, `Amira, Will and Rose`.
    private func isListed(_ name: Range<Int>, in scan: NameScan) -> Bool {
        func isSureName(_ index: Int) -> Bool {
            guard let word = word(index), word.isCapitalised, scan.isFirstName(at: index) else { return false }
            return !isOrdinary(index..<(index + 1)) || NameCues.mostlyNames.contains(word)
        }
        let (start, end) = (name.lowerBound, name.upperBound)
        if let next = word(end), next.gap == .space || next.gap == .comma || next.gap == .other {
            if next.folded == "and", isSureName(end + 1) || endsInDeed(end + 1, in: scan) { return true }
            if next.gap == .comma || isAmpersand(before: next), isSureName(end) { return true }
        }
        guard let before = word(start - 1) else { return false }
        if before.folded == "and" { return isSureName(start - 2) || mentioned(start - 2, in: scan) }
        let isJoined = text.words[start].gap == .comma || isAmpersand(before: text.words[start])
        return isJoined && (isSureName(start - 1) || mentioned(start - 1, in: scan))
    }

    /// The second of two names that are both words, followed by what they did.
    private func endsInDeed(_ index: Int, in scan: NameScan) -> Bool {
        guard scan.isFirstName(at: index), word(index)?.isCapitalised == true else { return false }
        return hasDeed(after: index, orState: false)
    }

    private func mentioned(_ index: Int, in scan: NameScan) -> Bool {
        scan.mentions.last.map { $0.kind == .pupil && $0.words.contains(index) } ?? false
    }

    private func isAmpersand(before word: Word) -> Bool {
        guard word.gap == .other, word.span.start > 1 else { return false }
        return text.bytes[max(0, word.span.start - 2)..<word.span.start].contains(UInt8(ascii: "&"))
    }

    func hasClassOrAge(after name: Range<Int>) -> Bool {
        guard let next = word(name.upperBound), next.sentence == text.words[name.lowerBound].sentence else {
            return false
        }
        if next.folded == "aged" || (next.isNumber && next.gap > .line && next.folded.utf8.count < 3) { return true }
        if next.gap > .line, ClassMention.covers(name.upperBound, in: text) { return true }
        return ["from", "in", "of"].contains(next.folded) && ClassMention.covers(name.upperBound + 1, in: text)
    }

    // MARK: - Tags

    /// `#WellDoneAmira`, `@amira`, but not `#JamieOliver`.
    private func isFirstNameInTag(_ name: Range<Int>) -> Bool {
        let source = text.words[name.lowerBound].source
        let before = text.words[name.lowerBound].gap == .joined ? word(name.lowerBound - 1) : nil
        let next = word(name.upperBound).flatMap { $0.gap == .joined && $0.source == source ? $0 : nil }
        if let before, GivenNames.contains(before) || NameCues.titles.contains(before) { return false }
        if let next, !next.hasDigit, !NameCues.neverSurname.contains(next),
            !NameCues.deeds.contains(next),
            !TagNames.after.contains(next)
        {
            return false
        }
        if source == .handle, before != nil { return false }
        guard isOrdinary(name) else { return true }
        return before.map { NameCues.praise.contains($0) || ["go", "to", "you"].contains($0.folded) } ?? false
    }
}
