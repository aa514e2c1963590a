/// Letters as names and word lists are compared: lower case, without diacritics, apostrophes or styling.
public enum Folding {
    /// The folded form of a whole text, with everything that is not a letter or digit left out.
    public static func key(_ text: some StringProtocol) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes {
                guard byte < 0x80 else { return false }
                if Bytes.isASCIILetterOrDigit(byte) { folded.append(byte | 0x20) }
            }
            return true
        }
        if isPlain == true { return String(decoding: folded, as: UTF8.self) }
        folded.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars where isLetterOrDigit(scalar) { append(scalar, to: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Appends the folded form of a scalar; nothing for what leaves no trace, such as a combining accent.
    static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: folded.append(UInt8(truncatingIfNeeded: value) | 0x20)
        case 0x00...0x7F: folded.append(UInt8(truncatingIfNeeded: value))
        case 0xC0..<0x250: append(latin[Int(value - 0xC0)], or: scalar, to: &folded)
        case 0x1E00..<0x1F00: append(additional[Int(value - 0x1E00)], or: scalar, to: &folded)
        case 0xFF21...0xFF3A: folded.append(UInt8(truncatingIfNeeded: value - 0xFF21) + 0x61)
        case 0xFF41...0xFF5A: folded.append(UInt8(truncatingIfNeeded: value - 0xFF41) + 0x61)
        // Bold, italic and script letters that posts use as decoration.
        case 0x1D400...0x1D6A3: folded.append(UInt8(truncatingIfNeeded: (value - 0x1D400) % 26) + 0x61)
        case _ where isInvisible(value): break
        default: folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x00...0x7F: false
        default: scalar.properties.isAlphabetic || isInvisible(scalar.value)
        }
    }

    /// Combining marks, soft hyphens and zero-width characters: part of a word, but not of its spelling.
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF: true
        default: false
        }
    }

    /// A letter without an entry in its table is only made small.
    private static func append(_ letters: [UInt8], or scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if letters.isEmpty {
            folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        } else {
            folded.append(contentsOf: letters)
        }
    }

    // From Unicode's decompositions; the letters that have none (ß, ø, ł, æ …) as English writes them.
    private static let latin = table(
        """
        a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss a a a a a a ae c e e e e i i i i d n \
        o o o o o . o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h \
        h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r \
        r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s b b . . . . o . . d d . \
        . . e e e f f . . . . i k k . . . . . . o o . . . . . . . . . . . . . u u . . y y . . . . . . . . . . w \
        . . . . dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u e a a a a ae ae . . g g k k o o o o . \
        . j dz dz dz g g . w n n a a ae ae o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t . . h h . \
        . . . . . a a e e o o o o o o o o y y . . . . . . . . . . . . . . . b u . . . . . . . . . . .
        """)
    private static let additional = table(
        """
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k \
        k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s \
        s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y a s \
        . . ss . a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o \
        o o o o o o o o o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y . . . . . .
        """)

    private static func table(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { $0.elementsEqual(".".utf8) ? [] : Array($0) }
    }
}
