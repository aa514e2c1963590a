import Policy

/// How a text reads: facts for hints, never more.
extension AnalysedText {
    func span(ofSentences range: ClosedRange<Int>) -> Span {
        Span(sentences[range.lowerBound].span.start, sentences[range.upperBound].span.end)
    }

    /// Three or more words of capitals in a row.
    var shouting: Span? {
        var first: Int?
        for index in words.indices {
            let word = words[index]
            if word.isAllCaps, word.span.length >= 2, !word.hasDigit, word.source == .text {
                first = first ?? index
                if let first, index - first >= 2 { return span(from: first, through: index) }
            } else {
                first = nil
            }
        }
        return nil
    }

    /// Three exclamation marks in a row, or the sixth in all.
    var exclamation: Span? {
        var run = 0
        var total = 0
        for index in bytes.indices {
            run = bytes[index] == UInt8(ascii: "!") ? run + 1 : 0
            if run > 0 { total += 1 }
            if run >= 3 || total >= 6 { return Span(index + 1 - max(1, run), index + 1) }
        }
        return nil
    }

    /// Four or more emoji in a row, which are 16 bytes or more.
    var emojiRun: Span? { units.first { $0.kind == .emoji && $0.span.length >= 20 }?.span }

    /// A long hashtag without capitals inside.
    func runsTogether(_ span: Span) -> Bool {
        let inside = words.indices.filter { words[$0].source == .hashtag && span.contains(words[$0].span) }
        guard inside.count == 1, let index = inside.first else { return false }
        let word = words[index]
        return word.span.length >= 12 && word.casing != .mixed
    }

    /// Flesch and Kincaid's grade and five; nil for a text too short to tell.
    var readingAge: Int? {
        var plain = 0
        var syllables = 0
        for index in words.indices where words[index].source == .text && !words[index].hasDigit {
            plain += 1
            syllables += self.syllables(of: words[index])
        }
        guard plain >= 40, !sentences.isEmpty else { return nil }
        let perSentence = Double(plain) / Double(sentences.count)
        let perWord = Double(syllables) / Double(plain)
        return Int((0.39 * perSentence + 11.8 * perWord - 15.59 + 5).rounded())
    }

    /// Groups of vowels, without a silent e.
    private func syllables(of word: Word) -> Int {
        // A word that folds to as many bytes has nothing but plain letters.
        guard word.span.length == word.folded.utf8.count else { return AnalysedText.syllables(word.folded.utf8) }
        return AnalysedText.syllables(bytes[word.span.start..<word.span.end])
    }

    private static func syllables(_ word: some Sequence<UInt8>) -> Int {
        var count = 0
        var wasVowel = false
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        for byte in word {
            let byte = byte | 0x20
            let isVowel = byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75 || byte == 0x79
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
            beforeLast = last
            last = byte
        }
        if last == UInt8(ascii: "e"), count > 1, beforeLast != UInt8(ascii: "l") { count -= 1 }
        return max(1, count)
    }

    /// Abbreviations of schools that are not followed by their meaning, the first time each.
    var unexplained: [(span: Span, meaning: String)] {
        var seen: Set<String> = []
        return words.indices.compactMap { index in
            let word = words[index]
            guard word.isAllCaps || word.hasDigit || word.casing == .mixed,
                let meaning = AnalysedText.abbreviations[word.folded],
                seen.insert(word.folded).inserted
            else { return nil }
            // “early years (EYFS)” and “EYFS (early years)” both explain it.
            let before = word.span.start > 0 ? bytes[word.span.start - 1] : 0
            let next = bytes[word.span.end...].prefix(2)
            return before == UInt8(ascii: "(") || next.contains(UInt8(ascii: "(")) ? nil : (word.span, meaning)
        }
    }

    private static let abbreviations = [
        "eyfs": "early years (EYFS)", "sendco": "special needs coordinator (SENDCo)",
        "senco": "special needs coordinator (SENCo)", "ehcp": "education, health and care plan (EHCP)",
        "dsl": "designated safeguarding lead (DSL)", "spag": "spelling, punctuation and grammar (SPaG)",
        "mfl": "languages (MFL)", "pshe": "personal, social and health education (PSHE)",
        "cpd": "staff training (CPD)", "inset": "staff training (INSET)",
        "eal": "English as an additional language (EAL)",
        "slt": "senior leadership team (SLT)", "ppg": "pupil premium grant (PPG)", "rwi": "Read Write Inc. (RWI)",
        "ks1": "Years 1 and 2 (KS1)", "ks2": "Years 3 to 6 (KS2)", "rshe": "relationships and health education (RSHE)",
        "fft": "reading scheme (FFT)", "mat": "trust (MAT)", "ppa": "planning time (PPA)",
        "tas": "teaching assistants (TAs)",
        "elsa": "emotional support assistant (ELSA)", "camhs": "children's mental health service (CAMHS)",
    ]
}

extension Situation {
    /// `Mrs Okafor`, `– The office team`, `From all of us in Year 3`.
    func isSignature(_ sentence: Int) -> Bool {
        if reading.has(.adult, inSentence: sentence) { return true }
        let words = text.words(ofSentence: sentence)
        return words.count <= 12
            && words.contains { Situation.signers.contains($0) }
    }

    private static let signers: WordSet = [
        "team", "office", "pta", "staff", "headteacher", "head", "principal", "from", "governors", "council", "class",
    ]
}
