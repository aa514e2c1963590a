import Policy

/// Who is speaking, and when.
extension AnalysedText {
    /// Whether a place stands inside double quotation marks.
    func isQuoted(_ place: Int) -> Bool {
        var isOpen = false
        var index = 0
        while index < place {
            if bytes[index] == UInt8(ascii: "\"") { isOpen.toggle() }
            if bytes[index] == 0xE2, index + 2 < place, bytes[index + 1] == 0x80 {
                if bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98 { isOpen = true }
                let isApostrophe = bytes[index + 2] == 0x99 && index + 3 < place && Bytes.isLetter(bytes[index + 3])
                if bytes[index + 2] == 0x9D || (bytes[index + 2] == 0x99 && !isApostrophe) { isOpen = false }
            }
            if bytes[index] == UInt8(ascii: "\n") { isOpen = false }
            index += 1
        }
        return isOpen
    }

    /// `… said Amira`: somebody else's words.
    func reportsSpeech(_ sentence: Int) -> Bool {
        words(ofSentence: sentence).contains {
            ["said", "says", "commented", "explained", "added", "asked", "exclaimed", "told"].contains($0.folded)
        }
    }

    /// Whether a sentence takes up what the one before was about, and is not about the school's own people.
    func goesOn(_ sentence: Int) -> Bool {
        let words = words(ofSentence: sentence)
        guard let first = words.first, AnalysedText.links.contains(first) else { return false }
        return !words.contains { AnalysedText.ownPeople.contains($0) }
    }

    private static let links: WordSet = [
        "he", "she", "they", "it", "his", "her", "their", "him", "a", "the", "some", "when", "then", "but", "and",
        "both", "all", "this", "these", "that", "one",
    ]
    private static let ownPeople: WordSet = [
        "our", "my", "we", "us", "i", "im", "ive", "weve", "your", "you", "mr", "mrs", "miss", "ms",
    ]

    /// `We're at the beach`, unlike `we were at the beach`: both fold to `were`.
    func isPresent(_ range: Range<Int>) -> Bool {
        let first = words[range.lowerBound]
        return first.folded != "were" || first.span.length > 4
    }
}

extension Situation {
    /// Whether a sentence tells what is over.
    func isPast(_ sentence: Int) -> Bool {
        text.words(ofSentence: sentence).contains {
            ["yesterday", "last", "was", "went", "visited", "enjoyed", "earlier", "ago", "thank", "thanks", "learned"]
                .contains($0.folded)
        }
    }
}
