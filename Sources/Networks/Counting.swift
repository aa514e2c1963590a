/// How a network counts the characters of a text.
public struct TextCount: Sendable, Equatable {
    public enum Unit: String, Sendable {
        /// What people see as one character, whatever it is made of.
        case graphemes
        /// As JavaScript counts: some emoji are two.
        case utf16
        /// One for most letters of Europe, two for everything else and for each emoji.
        case weighted
        /// As they are sent: most letters with accents are two, most emoji four or more.
        case bytes
    }

    public let unit: Unit
    /// What every link counts as, however long it is.
    public let link: Int?
    /// Whether `@name@place` counts as `@name`.
    public let dropsPlaces: Bool

    public init(_ unit: Unit, link: Int? = nil, dropsPlaces: Bool = false) {
        self.unit = unit
        self.link = link
        self.dropsPlaces = dropsPlaces
    }

    public func count(_ text: String) -> Int {
        guard link != nil || dropsPlaces else { return plainCount(text[...]) }
        var count = 0
        for piece in Self.pieces(of: text) { count += self.count(piece: piece) }
        return count
    }

    /// A run without white space: what stands before an address or a name, that, and what stands behind.
    private func count(piece: Substring) -> Int {
        if let link, let address = Self.address(in: piece) {
            let rest = piece[address.upperBound...]
            return plainCount(piece[..<address.lowerBound]) + link + (rest.isEmpty ? 0 : count(piece: rest))
        }
        if dropsPlaces, let place = Self.place(in: piece) {
            let rest = piece[place.upperBound...]
            return plainCount(piece[..<place.lowerBound]) + (rest.isEmpty ? 0 : count(piece: rest))
        }
        return plainCount(piece)
    }

    private func plainCount(_ text: Substring) -> Int {
        switch unit {
        case .graphemes: text.count
        case .utf16: text.utf16.count
        case .weighted: text.reduce(0) { $0 + Self.weight($1) }
        case .bytes: text.utf8.count
        }
    }

    private static func weight(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        // An emoji is two, however many parts it is put together from.
        if let first = scalars.first,
            first.properties.isEmojiPresentation
                || (scalars.count > 1 && first.properties.isEmoji && first.value > 0xFF)
        {
            return 2
        }
        return scalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0...4_351, 8_192...8_205, 8_208...8_223, 8_242...8_247: sum + 1
            default: sum + 2
            }
        }
    }

    /// The text as runs of white space and of everything else.
    static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = [], rest = text[...]
        while let first = rest.first {
            let isSpace = first.isWhitespace
            let piece = rest.prefix { $0.isWhitespace == isSpace }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    /// Where a web address stands in a run, without the marks that close a sentence or a bracket behind it.
    static func address(in piece: Substring) -> Range<Substring.Index>? {
        let bytes = piece.utf8
        let (secure, plain) = (Array("https://".utf8), Array("http://".utf8))
        var start = bytes.startIndex
        while let candidate = bytes[start...].firstIndex(of: UInt8(ascii: "h")) {
            let rest = bytes[candidate...]
            let scheme = rest.starts(with: secure) ? secure.count : rest.starts(with: plain) ? plain.count : 0
            guard scheme > 0 else {
                start = bytes.index(after: candidate)
                continue
            }
            let host = bytes.index(candidate, offsetBy: scheme)
            var end = piece.endIndex
            while end > host, ".,;:!?)]}\"'”’»".contains(piece[piece.index(before: end)]) {
                end = piece.index(before: end)
            }
            return end > host ? candidate..<end : nil
        }
        return nil
    }

    /// Where the place stands in `@name@place`, with its `@`.
    static func place(in piece: Substring) -> Range<Substring.Index>? {
        guard let start = piece.firstIndex(of: "@") else { return nil }
        let name = piece[piece.index(after: start)...].prefix { isNamePart($0) }
        guard !name.isEmpty, name.endIndex < piece.endIndex, piece[name.endIndex] == "@" else { return nil }
        let place = piece[piece.index(after: name.endIndex)...].prefix { isNamePart($0) || $0 == "." || $0 == ":" }
        var end = place.endIndex
        while end > place.startIndex, ".:-".contains(piece[piece.index(before: end)]) { end = piece.index(before: end) }
        return end > place.startIndex ? name.endIndex..<end : nil
    }

    private static func isNamePart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
    }
}
