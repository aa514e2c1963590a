/// Small questions about the bytes of a text.
enum Bytes {
    /// The scalar at a place; U+FFFD for bytes that are not UTF-8.
    static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
        guard index < bytes.count else { return ("\u{0}", 1) }
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + width <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x2B9, 0x2032, 0xFF07: true
        default: false
        }
    }

    enum Ending { case possessive(after: Int), word, none }

    /// What follows an apostrophe: a possessive s, the rest of a word, or nothing.
    static func ending(in bytes: [UInt8], after index: Int) -> Ending {
        let (next, width) = scalar(in: bytes, at: index)
        guard Folding.isLetterOrDigit(next) else { return .none }
        let (following, _) = scalar(in: bytes, at: index + width)
        if next == "s" || next == "S", !Folding.isLetterOrDigit(following) { return .possessive(after: index + width) }
        return .word
    }

    static func isFollowedByCapital(_ bytes: [UInt8], after index: Int) -> Bool {
        var index = index
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        return index >= bytes.count || (0x41...0x5A).contains(bytes[index])
    }

    /// After a full stop: white space, or a closing mark and then white space.
    static func endsSentence(_ bytes: [UInt8], at index: Int) -> Bool {
        if isSpace(bytes[index]) { return true }
        if bytes[index] >= 0xC2 { return !Folding.isLetterOrDigit(scalar(in: bytes, at: index).0) }
        let isLetterAfterStop = isLetter(bytes[index])
        return !isLetterAfterStop && !isDigit(bytes[index]) && bytes[index] != UInt8(ascii: "/")
    }

    /// Whether a line begins as a Markdown list, quote or heading does.
    static func startsListItem(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return isSpace(next)
        case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "#"): return isSpace(next) || next == UInt8(ascii: "#")
        case 0x30...0x39:
            var end = index
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            return end < bytes.count - 1 && (bytes[end] == 0x2E || bytes[end] == 0x29) && isSpace(bytes[end + 1])
        default: return false
        }
    }

    /// Titles and single capitals, whose full stop ends no sentence.
    static func isAbbreviation(_ word: Word) -> Bool {
        if word.folded.utf8.count == 1 { return !word.isNumber && word.folded != "i" }
        return abbreviations.contains(word.folded)
    }

    private static let abbreviations: Set<String> = ["mr", "mrs", "ms", "dr", "prof", "rev", "st", "revd", "yr", "no"]
}

/// What the letters of a word look like.
struct Shape {
    private(set) var hasLetter = false
    private(set) var hasDigit = false
    private var letters = 0
    private var upper = 0
    private var firstIsUpper = false
    private var lastIsLower = false
    private var lastIsUpper = false

    mutating func see(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 { return see(ascii: UInt8(scalar.value)) }
        if scalar.properties.numericType != nil { return seeDigit() }
        if Folding.isInvisible(scalar.value) { return }
        seeLetter(isUpper: scalar.properties.isUppercase)
    }

    /// A letter or digit of ASCII.
    mutating func see(ascii byte: UInt8) {
        if Bytes.isDigit(byte) { return seeDigit() }
        seeLetter(isUpper: byte < 0x60)
    }

    private mutating func seeDigit() {
        hasDigit = true
        (lastIsLower, lastIsUpper) = (false, false)
    }

    private mutating func seeLetter(isUpper: Bool) {
        if letters == 0 { firstIsUpper = isUpper }
        hasLetter = true
        letters += 1
        if isUpper { upper += 1 }
        (lastIsLower, lastIsUpper) = (!isUpper, isUpper)
    }

    /// Whether a new word of a tag begins here: `WellDone`, `PEDay`, `Year4Amira`.
    func breaks(before next: Unicode.Scalar, then following: Unicode.Scalar) -> Bool {
        guard next.properties.isUppercase else { return hasDigit && !hasLetter && next.properties.isAlphabetic }
        if lastIsLower { return true }
        if hasDigit, !lastIsUpper { return following.properties.isLowercase }
        return lastIsUpper && following.properties.isLowercase
    }

    var casing: Word.Casing {
        guard letters > 0 else { return .none }
        if upper == 0 { return .lower }
        if upper == letters { return letters == 1 ? .capitalised : .upper }
        return firstIsUpper && upper == 1 ? .capitalised : .mixed
    }
}
