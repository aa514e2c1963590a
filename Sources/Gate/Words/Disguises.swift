import Policy

/// Swearing that hides: `f u c k`, `sh1t`, `f**k`, `@ss`, `shiiit`, and letters of other alphabets.
///
/// A word counts only when the whole of what stands between spaces spells it, so that Scunthorpe, Essex and
/// shiitake never match; and only when something is hidden, since plain spellings are in the word lists.
struct Disguises {
    struct Found: Equatable {
        let span: Span
        let isSlur: Bool
    }

    /// A letter, or what stands for one: each bit is a letter it may be.
    private struct Symbol {
        var letters: UInt32
        var span: Span
        var isLetter = false
        var isMask = false
        var isSeparator = false
        var isOther = false
    }

    private let bytes: [UInt8]
    private var found: [Found] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func find(in text: AnalysedText) -> [Found] {
        var finder = Disguises(text.bytes)
        finder.run(skipping: text.units.filter { $0.kind == .url || $0.kind == .email }.map(\.span))
        return finder.found
    }

    private mutating func run(skipping units: [Span]) {
        var position = 0
        var single: [Symbol] = []
        while position < bytes.count {
            if Bytes.isSpace(bytes[position]) {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, !Bytes.isSpace(bytes[position]) { position += 1 }
            let span = Span(start, position)
            let isSuspicious = isSuspicious(span)
            guard span.length == 1 || isSuspicious, span.length <= 60, !units.contains(where: { $0.overlaps(span) })
            else {
                flush(&single)
                continue
            }
            let symbols = trimmed(read(span))
            if symbols.count == 1 { single += symbols } else { flush(&single) }
            if isSuspicious, symbols.count >= 3 { look(symbols, isSpaced: false) }
        }
        flush(&single)
    }

    /// Whether a stretch may hide a word: a sign among its letters, or letters drawn out as in a word of the list.
    private func isSuspicious(_ span: Span) -> Bool {
        var end = span.end
        while end > span.start + 1, bytes[end - 1] < 0x80, !Bytes.isASCIILetterOrDigit(bytes[end - 1]),
            bytes[end - 1] != UInt8(ascii: "*")
        { end -= 1 }
        var collapsed = NameKey()
        var last: UInt8 = 0
        var hasRun = false
        for index in span.start..<end {
            guard Bytes.isLetter(bytes[index]) else { return true }
            let letter = bytes[index] | 0x20
            if letter == last { hasRun = true } else { collapsed.add(letter) }
            last = letter
        }
        return hasRun && OffensiveWords.collapsed.contains(collapsed.value)
    }

    /// Letters on their own, one after the other: any stretch of them may spell a word.
    private mutating func flush(_ single: inout [Symbol]) {
        defer { single.removeAll(keepingCapacity: true) }
        guard single.count >= 4, single.count <= 60 else { return }
        for start in 0...(single.count - 4) {
            for length in stride(from: min(12, single.count - start), through: 4, by: -1)
            where look(Array(single[start..<(start + length)]), isSpaced: true) { return }
        }
    }

    @discardableResult
    private mutating func look(_ symbols: [Symbol], isSpaced: Bool) -> Bool {
        guard let first = symbols.first, let last = symbols.last, !first.isMask else { return false }
        let visible = symbols.reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
        let masks = symbols.reduce(0) { $0 + ($1.isMask ? 1 : 0) }
        let hasMoney = symbols.contains { !$0.isLetter && $0.isOther }
        guard visible > 0 || masks > 0 else { return false }
        for word in OffensiveWords.hidden where first.letters & word.first != 0 {
            let length = word.letters.count
            let enough =
                masks > 0
                ? visible >= 2 || (visible == 1 && masks >= 2 && length == symbols.count)
                : length > 3 ? visible * 2 >= length : hasMoney && visible >= 1
            guard enough, symbols.count >= length || masks > 0,
                matches(symbols, 0, word.letters, 0, isPlain: !isSpaced)
            else { continue }
            found.append(Found(span: Span(first.span.start, last.span.end), isSlur: word.isSlur))
            return true
        }
        return false
    }

    /// Whether the symbols spell the word with something hidden: `isPlain` until they do.
    private func matches(_ s: [Symbol], _ i: Int, _ word: [UInt8], _ j: Int, isPlain: Bool) -> Bool {
        guard i < s.count else { return j == word.count && !isPlain }
        let symbol = s[i]
        if symbol.isSeparator { return matches(s, i + 1, word, j, isPlain: false) }
        if symbol.isMask {
            if j < word.count, matches(s, i + 1, word, j + 1, isPlain: false) { return true }
            return s.count < word.count && j + 1 < word.count && matches(s, i + 1, word, j + 2, isPlain: false)
        }
        if j < word.count, symbol.letters >> UInt32(word[j]) & 1 == 1,
            matches(s, i + 1, word, j + 1, isPlain: isPlain && symbol.isLetter && !symbol.isOther)
        {
            return true
        }
        // A letter drawn out: the same as the one before.
        return j > 0 && symbol.isLetter && symbol.letters >> UInt32(word[j - 1]) & 1 == 1
            && matches(s, i + 1, word, j, isPlain: false)
    }

    private func read(_ span: Span) -> [Symbol] {
        var symbols: [Symbol] = []
        var index = span.start
        while index < span.end {
            let (scalar, width) = Bytes.scalar(in: bytes, at: index)
            let place = Span(index, index + width)
            index += width
            let byte = scalar.value < 0x80 ? UInt8(scalar.value) : 0
            if Bytes.isLetter(byte) {
                symbols.append(Symbol(letters: 1 << UInt32((byte | 0x20) - 0x61), span: place, isLetter: true))
            } else if let letters = Lookalikes.ascii(byte) {
                symbols.append(Symbol(letters: letters, span: place, isOther: byte == 0x40 || byte == 0x24))
            } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") {
                symbols.append(Symbol(letters: 0, span: place, isMask: true))
            } else if let letter = Lookalikes.letter(scalar.value) {
                symbols.append(Symbol(letters: 1 << UInt32(letter), span: place, isLetter: true, isOther: true))
            } else {
                symbols.append(Symbol(letters: 0, span: place, isSeparator: true))
            }
        }
        return symbols
    }

    /// Without the punctuation around a word, and without Markdown's stars before it.
    private func trimmed(_ symbols: [Symbol]) -> [Symbol] {
        var slice = symbols[...]
        while let first = slice.first, first.isSeparator || first.isMask { slice.removeFirst() }
        let opened = slice.startIndex > 0
        while let last = slice.last,
            last.isSeparator || (last.isMask && opened)
                || (!last.isLetter && bytes[last.span.start] == UInt8(ascii: "!"))
        { slice.removeLast() }
        return Array(slice)
    }
}

/// Signs and letters of other alphabets that pass for Latin letters.
enum Lookalikes {
    static func ascii(_ byte: UInt8) -> UInt32? {
        func bits(_ letters: StaticString) -> UInt32 {
            letters.withUTF8Buffer { $0.reduce(0) { $0 | 1 << UInt32($1 - 0x61) } }
        }
        switch byte {
        case UInt8(ascii: "0"): return bits("o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): return bits("il")
        case UInt8(ascii: "3"): return bits("e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): return bits("a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): return bits("s")
        case UInt8(ascii: "7"), UInt8(ascii: "+"): return bits("t")
        case UInt8(ascii: "8"): return bits("b")
        case UInt8(ascii: "9"): return bits("g")
        default: return nil
        }
    }

    /// The Latin letter, from 0 for a, that a letter beyond ASCII looks like.
    static func letter(_ value: UInt32) -> UInt8? {
        switch value {
        case 0xFF21...0xFF3A: return UInt8(value - 0xFF21)
        case 0xFF41...0xFF5A: return UInt8(value - 0xFF41)
        case 0x24B6...0x24CF: return UInt8(value - 0x24B6)
        case 0x24D0...0x24E9: return UInt8(value - 0x24D0)
        case 0x1F130...0x1F149: return UInt8(value - 0x1F130)
        case 0x1F150...0x1F169: return UInt8(value - 0x1F150)
        case 0x1F170...0x1F189: return UInt8(value - 0x1F170)
        case 0x1F1E6...0x1F1FF: return UInt8(value - 0x1F1E6)
        case 0x1D400...0x1D6A3: return UInt8((value - 0x1D400) % 26)
        case 0xC0...0x17F, 0x370...0x58F: return table[value]
        default: return nil
        }
    }

    private static let table: [UInt32: UInt8] = {
        let pairs: [(String, String)] = [
            ("a", "аАαΑáàâäãåāăą"), ("b", "вВΒβЬь"), ("c", "сСϲçćč"), ("d", "ԁďđ"), ("e", "еЕΕεéèêëēėęěё"), ("f", "ƒ"),
            ("g", "ԍğģ"), ("h", "нНΗһհ"), ("i", "іІΙιíìîïīįı"), ("j", "јЈ"), ("k", "кКΚκķ"), ("l", "ӏłľĺ"),
            ("m", "мМΜ"),
            ("n", "Νηпոñńňν"), ("o", "оОΟοσóòôöõøōօ"), ("p", "рРΡρ"), ("q", "ԛ"), ("r", "гřŕ"), ("s", "ѕЅśšşս"),
            ("t", "тТΤτţť"), ("u", "υµμúùûüūůц"), ("v", "ѵ"), ("w", "ԝωшŵ"), ("x", "хХΧχ"), ("y", "уУΥγýÿŷ"),
            ("z", "ΖžźżΖ"),
        ]
        var table: [UInt32: UInt8] = [:]
        for (letter, others) in pairs {
            for scalar in others.unicodeScalars { table[scalar.value] = (letter.utf8.first ?? 0x61) - 0x61 }
        }
        return table
    }()
}
