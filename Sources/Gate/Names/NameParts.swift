/// A person's name taken apart for matching: `van der Berg` is also `Berg`, `Maria Clara` also `Maria`.
struct NameParts {
    /// Folded pieces, split at spaces and hyphens, without titles.
    let pieces: [String]

    init(_ name: some StringProtocol) {
        var pieces: [String] = []
        var current: [UInt8] = []
        func close() {
            if !current.isEmpty { pieces.append(String(decoding: current, as: UTF8.self)) }
            current.removeAll(keepingCapacity: true)
        }
        for scalar in name.unicodeScalars {
            if Folding.isLetterOrDigit(scalar) {
                Folding.append(scalar, to: &current)
            } else if !Bytes.isApostrophe(scalar), scalar != "." {
                close()
            }
        }
        close()
        while pieces.count > 1, let first = pieces.first, NameParts.titles.contains(first) { pieces.removeFirst() }
        while pieces.count > 1, let last = pieces.last, NameParts.suffixes.contains(last) { pieces.removeLast() }
        self.pieces = pieces
    }

    private init(pieces: [String]) { self.pieces = pieces }

    var key: NameKey { pieces.reduce(NameKey()) { $0.adding($1) } }

    /// For `Sara van der Berg` written in one: the first name, and the rest.
    var firstAndLast: (first: NameParts, last: NameParts)? {
        guard pieces.count > 1 else { return nil }
        return (NameParts(pieces: [pieces[0]]), NameParts(pieces: Array(pieces.dropFirst())))
    }

    /// Spellings of a surname that stand for the person beside a first name.
    var surnames: [NameKey] {
        let own = pieces.count > 1 ? pieces.filter { $0.utf8.count > 1 && !NameParts.particles.contains($0) } : []
        return [key] + own.map { NameKey($0) }.filter { $0 != key }
    }

    /// The ways a first name is said: whole, its first piece, and short forms.
    static func firstNames(_ names: [String]) -> [(key: NameKey, text: String)] {
        var found: [(key: NameKey, text: String)] = []
        func add(_ text: String) {
            let key = NameKey(text)
            if !text.isEmpty, !found.contains(where: { $0.key == key }) { found.append((key, text)) }
        }
        for name in names {
            let pieces = NameParts(name).pieces
            let whole = pieces.joined()
            add(whole)
            ShortForms.of(whole).forEach(add)
            guard pieces.count > 1, !name.utf8.contains(UInt8(ascii: "-")), let first = pieces.first else { continue }
            add(first)
            ShortForms.of(first).forEach(add)
        }
        return found
    }

    static let titles: WordSet = [
        "mr", "mrs", "miss", "ms", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "lady", "lord", "dame",
        "madam",
    ]
    private static let suffixes: WordSet = ["jr", "jnr", "sr", "snr", "ii", "iii", "iv"]
    private static let particles: WordSet = [
        "van", "der", "den", "de", "da", "di", "du", "do", "dos", "das", "del", "la", "le", "von", "zu", "bin", "binti",
        "ibn", "al", "el", "ap", "ab", "mac", "mc", "st", "ter", "ten", "ni", "nic", "bint", "abu", "y", "e",
    ]
}
