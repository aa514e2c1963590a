import Policy

/// Takes a text apart in one pass over its bytes.
struct TextReader {
    let bytes: [UInt8]
    private(set) var words: [Word] = []
    private(set) var units: [Unit] = []
    private(set) var sentences: [Sentence] = []

    private var position = 0
    private var gap = Word.Gap.start
    /// Whether a capital here says nothing: set by line breaks, emoji, opening quotes and list marks.
    private var opens = true
    private var sentenceStart: Int?
    private var sentenceFirstWord = 0
    private var folded: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        words.reserveCapacity(bytes.count / 5)
    }

    mutating func read() {
        while position < bytes.count { step() }
        endSentence(at: bytes.count)
    }

    private mutating func step() {
        let byte = bytes[position]
        if Bytes.isASCIILetterOrDigit(byte) { return readWordOrAddress() }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): widen(.space); position += 1
        case UInt8(ascii: "#") where startsTag(): begin(); readTag(.hashtag)
        case UInt8(ascii: "@") where startsTag(): begin(); readTag(.handle)
        case UInt8(ascii: "\n"): readLineBreak()
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): readEnd()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"): position += 1
        case UInt8(ascii: "-"): readHyphen()
        case UInt8(ascii: ","): widen(.comma); position += 1
        case UInt8(ascii: "'") where gap == .start || gap >= .space: opens = true; position += 1
        case UInt8(ascii: "'"): position += 1
        default:
            let (scalar, width) = Bytes.scalar(in: bytes, at: position)
            if Folding.isLetterOrDigit(scalar), !Folding.isInvisible(scalar.value) { return readWordOrAddress() }
            readOther(scalar, width)
        }
    }

    private mutating func readWordOrAddress() {
        begin()
        if let end = Addresses.end(in: bytes, from: position) { return take(end.kind, through: end.end) }
        if !readPlainWord() { readWord(source: .text) }
    }

    private mutating func readOther(_ scalar: Unicode.Scalar, _ width: Int) {
        switch scalar.value {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: widen(.space)
        case 0x2010, 0x2011: if gap == .joined { gap = .hyphen } else { widen(.other) }
        case 0x2019: break
        case 0x2026:
            if Bytes.isFollowedByCapital(bytes, after: position + width) {
                endSentence(at: position + width)
            } else {
                widen(.other)
            }
        case 0x22, 0x28, 0x5B, 0x2018, 0x201C, 0x3A, 0x2022, 0xAB: widen(.other); opens = true
        case _ where Folding.isInvisible(scalar.value): break
        case 0x2190...: return readEmoji()
        default: widen(.other)
        }
        position += width
    }

    private mutating func readEmoji() {
        begin()
        let start = position
        while position < bytes.count {
            let (scalar, width) = Bytes.scalar(in: bytes, at: position)
            let isJoiner = scalar.value == 0x200D || scalar.value == 0xFE0F
            guard isJoiner || (scalar.value >= 0x2190 && !scalar.properties.isAlphabetic) else { break }
            position += width
        }
        units.append(Unit(kind: .emoji, span: Span(start, position)))
        widen(.other)
        opens = true
    }

    // MARK: - Words

    private mutating func begin() {
        if sentenceStart == nil {
            sentenceStart = position
            sentenceFirstWord = words.count
        }
    }

    /// Reads a word of plain letters and digits, as most are; answers false when something else belongs to it.
    private mutating func readPlainWord() -> Bool {
        let start = position
        var end = start
        var shape = Shape()
        var key = NameKey()
        while end < bytes.count, Bytes.isASCIILetterOrDigit(bytes[end]) {
            shape.see(ascii: bytes[end])
            // Digits have this bit already.
            key.add(bytes[end] | 0x20)
            end += 1
        }
        if end < bytes.count, bytes[end] >= 0x80 || bytes[end] == 0x27 || bytes[end] == 0x60 { return false }
        guard end > start else { return false }
        let spelling = bytes.withUnsafeBufferPointer { bytes in
            String(unsafeUninitializedCapacity: end - start) { letters in
                for offset in 0..<(end - start) { letters[offset] = bytes[start + offset] | 0x20 }
                return end - start
            }
        }
        position = end
        append(Span(start, end), spelling, key, shape, source: .text, isPossessive: false, gap: gap, opens: opens)
        return true
    }

    private mutating func readWord(source: Word.Source) {
        let start = position
        var shape = Shape()
        folded.removeAll(keepingCapacity: true)
        var end = position
        var isPossessive = false
        while position < bytes.count {
            let byte = bytes[position]
            if Bytes.isASCIILetterOrDigit(byte) {
                shape.see(ascii: byte)
                // Digits have this bit already.
                folded.append(byte | 0x20)
                position += 1
                end = position
                continue
            }
            let (scalar, width) = Bytes.scalar(in: bytes, at: position)
            if Folding.isLetterOrDigit(scalar) {
                shape.see(scalar)
                Folding.append(scalar, to: &folded)
                position += width
                end = position
                continue
            }
            guard Bytes.isApostrophe(scalar), shape.hasLetter else { break }
            switch Bytes.ending(in: bytes, after: position + width) {
            case .possessive(let after):
                isPossessive = true
                position = after
            case .word:
                position += width
                continue
            case .none:
                if folded.last == UInt8(ascii: "s") { isPossessive = true }
            }
            break
        }
        append(
            Span(start, end), String(decoding: folded, as: UTF8.self), NameKey(folded), shape, source: source,
            isPossessive: isPossessive, gap: gap, opens: opens)
    }

    private mutating func append(
        _ span: Span, _ spelling: String, _ key: NameKey, _ shape: Shape, source: Word.Source, isPossessive: Bool,
        gap: Word.Gap, opens: Bool
    ) {
        words.append(
            Word(
                span: span, folded: spelling, key: key, gap: gap, casing: shape.casing, source: source,
                isPossessive: isPossessive, hasDigit: shape.hasDigit, isNumber: shape.hasDigit && !shape.hasLetter,
                opens: opens, sentence: sentences.count))
        self.gap = .joined
        self.opens = false
    }

    // MARK: - Hashtags, handles, addresses

    private func startsTag() -> Bool {
        guard position + 1 < bytes.count else { return false }
        if position > 0 {
            let before = bytes[position - 1]
            if Bytes.isASCIILetterOrDigit(before) || before == UInt8(ascii: "/") { return false }
        }
        let (next, _) = Bytes.scalar(in: bytes, at: position + 1)
        return Folding.isLetterOrDigit(next) || next == "_"
    }

    /// Reads a tag whole, and each of its words: at capitals, underscores, points and hyphens.
    private mutating func readTag(_ kind: Unit.Kind) {
        let start = position
        let source: Word.Source = kind == .hashtag ? .hashtag : .handle
        position += 1
        var partGap = gap == .start ? Word.Gap.start : max(gap, .other)
        var partOpens = true
        var end = position
        while position < bytes.count {
            let (scalar, width) = Bytes.scalar(in: bytes, at: position)
            if Folding.isLetterOrDigit(scalar) {
                readTagPart(source, gap: partGap, opens: partOpens)
                (partGap, partOpens, end) = (.joined, false, position)
            } else if scalar == "_" || (kind == .handle && (scalar == "." || scalar == "-" || scalar == "@")) {
                position += width
            } else {
                break
            }
        }
        position = end
        units.append(Unit(kind: kind, span: Span(start, end)))
        gap = .other
        opens = false
    }

    private mutating func readTagPart(_ source: Word.Source, gap: Word.Gap, opens: Bool) {
        let start = position
        var shape = Shape()
        folded.removeAll(keepingCapacity: true)
        while position < bytes.count {
            let (scalar, width) = Bytes.scalar(in: bytes, at: position)
            guard Folding.isLetterOrDigit(scalar) else { break }
            if position > start, shape.breaks(before: scalar, then: Bytes.scalar(in: bytes, at: position + width).0) {
                break
            }
            shape.see(scalar)
            Folding.append(scalar, to: &folded)
            position += width
        }
        append(
            Span(start, position), String(decoding: folded, as: UTF8.self), NameKey(folded), shape, source: source,
            isPossessive: false, gap: gap, opens: opens)
    }

    private mutating func take(_ kind: Unit.Kind, through end: Int) {
        units.append(Unit(kind: kind, span: Span(position, end)))
        position = end
        gap = .other
        opens = false
    }

    // MARK: - Gaps and sentences

    private mutating func widen(_ new: Word.Gap) {
        gap = gap == .start ? .start : max(gap, new)
    }

    private mutating func readHyphen() {
        let isBetweenLetters =
            gap == .joined && position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "-")
            && Folding.isLetterOrDigit(Bytes.scalar(in: bytes, at: position + 1).0)
        if isBetweenLetters { gap = .hyphen } else { widen(.other) }
        position += 1
    }

    private mutating func readLineBreak() {
        position += 1
        var breaks = 1
        while position < bytes.count, Bytes.isSpace(bytes[position]) {
            if bytes[position] == UInt8(ascii: "\n") { breaks += 1 }
            position += 1
        }
        if breaks > 1 || Bytes.startsListItem(bytes, at: position) {
            endSentence(at: position)
            gap = words.isEmpty ? .start : .paragraph
        } else {
            widen(.line)
            opens = true
        }
    }

    /// A stop ends a sentence unless it belongs to a number, a title or an initial.
    private mutating func readEnd() {
        let isPoint = bytes[position] == UInt8(ascii: ".")
        while position < bytes.count, Bytes.isStop(bytes[position]) { position += 1 }
        if isPoint, let last = words.last, last.span.end == position - 1, Bytes.isAbbreviation(last) {
            return gap = .point
        }
        guard position >= bytes.count || Bytes.endsSentence(bytes, at: position) else { return widen(.other) }
        endSentence(at: position)
    }

    private mutating func endSentence(at end: Int) {
        if let start = sentenceStart {
            sentences.append(Sentence(span: Span(start, end), words: sentenceFirstWord..<words.count))
            sentenceStart = nil
        }
        if gap != .start { gap = .sentence }
        opens = true
    }
}
