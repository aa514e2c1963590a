import Policy

/// A phrase of the word lists, found in a text.
struct Hit: Sendable {
    let sense: Sense
    /// The words it covers.
    let words: Range<Int>
    let sentence: Int
    /// Whether it only hints, so that what the text reads like may overrule it.
    let isHint: Bool
}

/// What the word lists find in a text: worked out once, shared by every check.
struct Reading: Sendable {
    let text: AnalysedText
    private(set) var hits: [Hit] = []
    /// The senses found in each sentence.
    private(set) var sentences: [Senses]
    private(set) var all = Senses()

    init(_ text: AnalysedText, phrasebook: Phrasebook = .schools) {
        self.text = text
        sentences = Array(repeating: Senses(), count: text.sentences.count)
        let found = Matcher(text.words, phrasebook).run()
        for hit in found.hits where !found.shields.contains(where: { $0.withdraws(hit) }) {
            hits.append(hit)
            all.insert(hit.sense)
            if hit.sentence < sentences.count { sentences[hit.sentence].insert(hit.sense) }
        }
    }

    func has(_ sense: Sense, inSentence sentence: Int) -> Bool {
        sentences.indices.contains(sentence) && sentences[sentence].contains(sense)
    }

    func hits(of sense: Sense) -> [Hit] { all.contains(sense) ? hits.filter { $0.sense == sense } : [] }

    func span(of hit: Hit) -> Span {
        text.span(from: hit.words.lowerBound - (beginsInClassName(hit) ? 1 : 0), through: hit.words.upperBound - 1)
    }

    /// `4 are at the beach` is quoted with the `Year` before it.
    private func beginsInClassName(_ hit: Hit) -> Bool {
        let first = hit.words.lowerBound
        return first > 0 && text.words[first].hasDigit && text.words[first - 1].sentence == hit.sentence
            && ["year", "years", "class", "yr", "form"].contains(text.words[first - 1].folded)
    }
}

/// A phrase that makes others harmless, such as `lightning strike`.
struct Shield: Sendable {
    let hit: Hit
    let coversSentence: Bool

    func withdraws(_ other: Hit) -> Bool {
        other.sense == hit.sense && other.sentence == hit.sentence
            && (coversSentence || other.words.overlaps(hit.words))
    }
}

/// Looks for every phrase of a phrasebook in one pass over the words.
struct Matcher {
    private let words: [Word]
    private let book: Phrasebook
    private let numbers: [Int32]
    /// The words of each sentence.
    private let companies: [Phrasebook.Company]

    init(_ words: [Word], _ book: Phrasebook) {
        self.words = words
        self.book = book
        numbers = words.indices.map { book.vocabulary.number(of: words[$0].key.value) }
        var companies: [Phrasebook.Company] = []
        for index in words.indices where numbers[index] >= 0 {
            while companies.count <= words[index].sentence { companies.append(Phrasebook.Company()) }
            companies[words[index].sentence].insert(numbers[index])
        }
        self.companies = companies
    }

    func run() -> (hits: [Hit], shields: [Shield]) {
        var hits: [Hit] = []
        var shields: [Shield] = []
        for index in numbers.indices where numbers[index] >= 0 {
            for place in book.entriesOfWord[Int(numbers[index])] {
                let entry = book.entries[place]
                guard mayStand(entry.neighbour, at: index),
                    entry.company.isEmpty || entry.company.meets(companies[words[index].sentence])
                else { continue }
                let phrase = book.phrases[Int(entry.phrase)]
                let anchor = Int(entry.element)
                guard matches(book.elements[anchor], index),
                    let end = forward(anchor + 1, phrase.elements.upperBound, at: index + 1, from: index),
                    let start = backward(anchor - 1, phrase.elements.lowerBound, at: index - 1, from: index)
                else { continue }
                let hit = Hit(
                    sense: phrase.sense, words: start..<end, sentence: words[index].sentence, isHint: phrase.isHint)
                if phrase.effect == .hit {
                    hits.append(hit)
                } else {
                    shields.append(Shield(hit: hit, coversSentence: phrase.effect == .withdrawsSentence))
                }
            }
        }
        return (hits, shields)
    }

    private func mayStand(_ neighbour: Phrasebook.Neighbour, at index: Int) -> Bool {
        if neighbour.side == 0 { return true }
        let place = index + neighbour.side
        guard numbers.indices.contains(place), numbers[place] >= 0 else { return false }
        return neighbour.words & Phrasebook.Neighbour.bit(numbers[place]) != 0
    }

    /// Where the phrase ends when its elements from `element` on stand at `place`.
    private func forward(_ element: Int, _ last: Int, at place: Int, from origin: Int) -> Int? {
        guard element < last else { return place }
        let part = book.elements[element]
        if part.kind == .gap {
            for skipped in 0...Int(part.gap) {
                let next = place + skipped
                if next > words.count || (next > place && !isSameSentence(next - 1, origin)) { return nil }
                if let end = forward(element + 1, last, at: next, from: origin) { return end }
            }
            return nil
        }
        if place < words.count, isSameSentence(place, origin), matches(part, place),
            let end = forward(element + 1, last, at: place + 1, from: origin)
        {
            return end
        }
        return part.isOptional ? forward(element + 1, last, at: place, from: origin) : nil
    }

    /// Where the phrase begins when its elements up to `element` stand before and at `place`.
    private func backward(_ element: Int, _ first: Int, at place: Int, from origin: Int) -> Int? {
        guard element >= first else { return place + 1 }
        let part = book.elements[element]
        if part.kind == .gap {
            for skipped in 0...Int(part.gap) {
                let next = place - skipped
                if next < -1 || (next < place && !isSameSentence(next + 1, origin)) { return nil }
                if let start = backward(element - 1, first, at: next, from: origin) { return start }
            }
            return nil
        }
        if place >= 0, isSameSentence(place, origin), matches(part, place),
            let start = backward(element - 1, first, at: place - 1, from: origin)
        {
            return start
        }
        return part.isOptional ? backward(element - 1, first, at: place, from: origin) : nil
    }

    private func isSameSentence(_ place: Int, _ origin: Int) -> Bool { words[place].sentence == words[origin].sentence }

    private func matches(_ part: Phrasebook.Element, _ place: Int) -> Bool {
        switch part.kind {
        case .gap: return false
        case .words:
            if part.takesNumber, words[place].isNumber { return true }
            if part.takesCapitalised, words[place].isCapitalised, !words[place].hasDigit { return true }
            let number = numbers[place]
            guard number >= 0 else { return false }
            let shared = part.classes.intersection(book.classesOfWord[Int(number)])
            // A given name is one only with its capital.
            if !shared.isEmpty, shared != book.givenNames || words[place].isCapitalised { return true }
            for index in part.words where book.wordLists[index] == number { return true }
            return false
        }
    }
}
