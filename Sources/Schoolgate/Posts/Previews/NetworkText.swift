import Gate

/// How a network counts and shows the words of a post.
struct NetworkText: Sendable, Equatable {
    enum Unit: String, Sendable {
        /// What people see as one character, whatever it is made of.
        case graphemes
        /// As JavaScript counts: some emoji are two.
        case utf16
        /// One for most letters of Europe, two for everything else and for each emoji.
        case weighted
    }

    let name: String
    var unit = Unit.graphemes
    /// Nil where nobody would reach it.
    var limit: Int?
    /// What every link counts as, however long it is.
    var link: Int?
    /// Where the text is cut until somebody asks for more.
    var fold: Int?
    /// Whether `@name@place` counts as `@name`.
    var dropsPlaces = false

    static func of(_ network: Network) -> NetworkText {
        switch network {
        case "facebook": NetworkText(name: "Facebook", unit: .utf16, limit: 63_206, fold: 477)
        case "instagram": NetworkText(name: "Instagram", unit: .utf16, limit: 2_200, fold: 125)
        case "bluesky": NetworkText(name: "Bluesky", limit: 300)
        case "mastodon": NetworkText(name: "Mastodon", limit: 500, link: 23, dropsPlaces: true)
        case "threads": NetworkText(name: "Threads", limit: 500)
        case "x": NetworkText(name: "X", unit: .weighted, limit: 280, link: 23)
        case "linkedin": NetworkText(name: "LinkedIn", unit: .utf16, limit: 3_000, fold: 210)
        case "practice": NetworkText(name: "Practice network", limit: 500)
        case "wordpress": NetworkText(name: "Website")
        default: NetworkText(name: network.rawValue)
        }
    }

    func count(_ text: String) -> Int {
        guard link != nil || dropsPlaces else { return plainCount(text[...]) }
        var count = 0
        for piece in Self.pieces(of: text) {
            if let link, Self.isLink(piece) {
                count += link
            } else if dropsPlaces, let place = Self.place(in: piece) {
                count += plainCount(piece[..<place])
            } else {
                count += plainCount(piece)
            }
        }
        return count
    }

    /// How many are too many; zero when it fits.
    func excess(of text: String) -> Int { limit.map { max(0, count(text) - $0) } ?? 0 }

    /// Such as `184 of 63,206`, `12 over 300` or `184 characters`.
    func counter(_ text: String) -> String {
        let count = count(text)
        guard let limit else { return "\(Self.grouped(count)) characters" }
        return count > limit
            ? "\(Self.grouped(count - limit)) over \(Self.grouped(limit))"
            : "\(Self.grouped(count)) of \(Self.grouped(limit))"
    }

    /// What is shown before anybody asks for more; nil when all of it is.
    func shownFirst(of text: String) -> String? {
        guard let fold, text.count > fold else { return nil }
        let start = text.prefix(fold)
        // Ends with a whole word.
        let end = start.lastIndex(where: \.isWhitespace) ?? start.endIndex
        return String(start[..<end])
    }

    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        guard digits.count > 3 else { return digits }
        return "\(grouped(number / 1_000)),\(digits.suffix(3))"
    }

    private func plainCount(_ text: Substring) -> Int {
        switch unit {
        case .graphemes: text.count
        case .utf16: text.utf16.count
        case .weighted: text.reduce(0) { $0 + Self.weight($1) }
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
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = [], rest = text[...]
        while let first = rest.first {
            let isSpace = first.isWhitespace
            let piece = rest.prefix { $0.isWhitespace == isSpace }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    private static func isLink(_ piece: Substring) -> Bool {
        piece.hasPrefix("https://") || piece.hasPrefix("http://")
    }

    /// Where the place begins in `@name@place`.
    private static func place(in piece: Substring) -> Substring.Index? {
        guard piece.first == "@", let second = piece.dropFirst().firstIndex(of: "@"),
            second > piece.index(after: piece.startIndex)
        else { return nil }
        return second
    }
}
