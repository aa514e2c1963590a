import Policy

/// Words that name a class or year: `Year 4`, `4B`, `Rose Class`, `Reception`.
enum ClassMention {
    /// The indices of the words of a text that name a class.
    static func words(in text: AnalysedText) -> Set<Int> {
        var found = Set<Int>()
        for index in text.words.indices where mayName(text.words[index]) {
            found.formUnion(words(at: index, in: text))
        }
        return found
    }

    /// Whether a word is part of a class's name.
    static func covers(_ index: Int, in text: AnalysedText) -> Bool {
        guard index < text.words.count else { return false }
        let near = max(0, index - 1)..<min(index + 2, text.words.count)
        return near.contains { mayName(text.words[$0]) && words(at: $0, in: text).contains(index) }
    }

    private static func mayName(_ word: Word) -> Bool { word.hasDigit || signs.contains(word) }

    /// The words that `words(at:in:)` knows.
    private static let signs: WordSet = ["year", "yr", "y", "form", "primary", "class", "reception", "nursery"]

    private static func words(at index: Int, in text: AnalysedText) -> Range<Int> {
        let word = text.words[index]
        let next = index + 1 < text.words.count ? text.words[index + 1] : nil
        let pair = index..<(index + 2)
        switch word.folded {
        case "year", "yr", "y", "form", "primary":
            if let next, joins(next.gap), isNumber(next) { return pair }
        case "class":
            if let next, joins(next.gap), isNumber(next) || (next.isAllCaps && next.folded.utf8.count < 4) {
                return pair
            }
            if index > 0, word.gap == .space || word.gap == .joined, isClassName(text.words[index - 1]) {
                return (index - 1)..<(index + 1)
            }
        case "reception", "nursery":
            if let next, next.gap == .space, notClasses.contains(next) { break }
            if word.isCapitalised, !word.opens || word.isPossessive || next?.isCapitalised != true {
                return index..<(index + 1)
            }
            if let next, ["class", "children", "pupils", "pupil"].contains(next.folded) { return pair }
        default:
            if word.hasDigit, isCode(word) || isCodeInBrackets(word, in: text) { return index..<(index + 1) }
        }
        return index..<index
    }

    private static func joins(_ gap: Word.Gap) -> Bool {
        gap == .space || gap == .joined || gap == .hyphen || gap == .point
    }

    private static func isNumber(_ word: Word) -> Bool {
        if numbers.contains(word) { return true }
        let digits = word.folded.utf8.prefix { Bytes.isDigit($0) }
        guard let number = Int(String(decoding: Array(digits), as: UTF8.self)) else { return false }
        return (1...13).contains(number) && word.folded.utf8.count <= digits.count + 2
            && !units.contains(String(word.folded.dropFirst(digits.count)))
    }

    /// `4B`, `Y4`, `Yr4`, `Year4`.
    private static func isCode(_ word: Word, butForUnits units: WordSet = units) -> Bool {
        let letters = word.folded.utf8.prefix { !Bytes.isDigit($0) }
        let rest = String(word.folded.dropFirst(letters.count))
        if !letters.isEmpty {
            guard ["y", "yr", "year", "class"].contains(String(decoding: Array(letters), as: UTF8.self)) else {
                return false
            }
            return rest.utf8.count <= 3 && (1...13).contains(Int(rest.prefix { $0.isNumber }) ?? 0)
        }
        let digits = word.folded.utf8.prefix { Bytes.isDigit($0) }
        let tail = String(word.folded.dropFirst(digits.count))
        guard let number = Int(String(decoding: Array(digits), as: UTF8.self)), (1...13).contains(number) else {
            return false
        }
        return (1...2).contains(tail.utf8.count) && word.isCapitalised && !units.contains(tail)
    }

    /// `Amira (4K)`, `Amira, 4K,`: alone it may be a screen, a distance or a sum.
    private static func isCodeInBrackets(_ word: Word, in text: AnalysedText) -> Bool {
        let (start, end) = (word.span.start, word.span.end)
        guard word.isCapitalised, start > 0, end < text.bytes.count else { return false }
        let isBracketed = text.bytes[start - 1] == UInt8(ascii: "(") && text.bytes[end] == UInt8(ascii: ")")
        let isSetOff = word.gap == .comma && text.bytes[end] == UInt8(ascii: ",")
        return (isBracketed || isSetOff) && isCode(word, butForUnits: [])
    }

    private static func isClassName(_ word: Word) -> Bool {
        word.isCapitalised && !NameCues.neverSurname.contains(word)
            && !NameCues.determiners.contains(word)
    }

    private static let notClasses: WordSet = [
        "area", "desk", "office", "hall", "team", "staff", "rhyme", "rhymes", "room",
    ]
    private static let numbers: WordSet = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "r",
    ]
    private static let units: WordSet = [
        "am", "pm", "k", "m", "km", "d", "g", "p", "x", "th", "st", "nd", "rd", "kg", "cm", "mm", "ml", "l", "s", "h",
        "hr",
    ]
}
