/// The `{#id clauses=S10,P4}` that ends a clause.
struct ClauseMark {
    let id: String
    let duties: [String]

    /// Where a mark stands in a block's text: at its end, or where it cannot be.
    enum Found {
        case none
        /// The text before the mark, and what stands between its braces.
        case atEnd(before: String, inside: String, offset: Int)
        /// A mark that is not at the end.
        case inside(offset: Int)
        /// Braces at the end without `#`.
        case withoutHash(offset: Int, inside: String)
    }

    /// Offsets are in UTF-8 bytes of the text.
    static func find(in text: String) -> Found {
        let bytes = Array(text.utf8)
        let marks = marks(in: bytes)
        var end = bytes.count
        while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
        if let last = marks.last, end > 0, bytes[end - 1] == UInt8(ascii: "}"),
            !bytes[last..<(end - 1)].contains(UInt8(ascii: "}"))
        {
            if marks.count > 1 { return .inside(offset: marks[0]) }
            let inside = String(decoding: bytes[(last + 2)..<(end - 1)], as: UTF8.self)
            return .atEnd(before: String(decoding: bytes[..<last], as: UTF8.self).trimmed, inside: inside, offset: last)
        }
        if let first = marks.first { return .inside(offset: first) }
        if end > 1, bytes[end - 1] == UInt8(ascii: "}"), let open = bytes[..<end].lastIndex(of: UInt8(ascii: "{")),
            open == 0 || isSpace(bytes[open - 1])
        {
            let inside = String(decoding: bytes[(open + 1)..<(end - 1)], as: UTF8.self)
            let words = inside.split(whereSeparator: \.isWhitespace)
            if let first = words.first, isID(first), words.dropFirst().allSatisfy({ $0.contains("=") }) {
                return .withoutHash(offset: open, inside: inside)
            }
        }
        return .none
    }

    /// Where `{#` stands, outside code and not escaped.
    private static func marks(in bytes: [UInt8]) -> [Int] {
        var marks: [Int] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "`"):
                let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
                index = endOfCode(bytes, from: index + run, run: run) ?? index + run
            case UInt8(ascii: "{") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#"):
                marks.append(index)
                index += 2
            default: index += 1
            }
        }
        return marks
    }

    private static func endOfCode(_ bytes: [UInt8], from start: Int, run: Int) -> Int? {
        // Looking far ahead for every unpaired backtick would be quadratic.
        var index = start
        let end = min(bytes.count, start + 2_000)
        while index < end {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let length = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
            index += length
            if length == run { return index }
        }
        return nil
    }

    /// What stands between `{#` and `}`, or why it cannot be read.
    static func parse(_ inside: String) -> Result<ClauseMark, Problem> {
        let words = inside.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, isID(first), !inside.hasPrefix(" ") else {
            return .failure(
                Problem("expected an id after `{#`: a letter, then letters, digits, dots or hyphens, at most 80"))
        }
        guard first != Clause.ID.frontMatter.rawValue else {
            return .failure(Problem("`\(first)` is kept for what the front matter says; this clause needs another id"))
        }
        // Values may be quoted and hold spaces: clauses="S10, P4".
        let rest = inside.dropFirst(first.count).trimmed
        guard !rest.isEmpty else { return .success(ClauseMark(id: String(first), duties: [])) }
        guard let equals = rest.firstIndex(of: "=") else {
            return .failure(Problem("expected `clauses=…` after the id, not `\(rest)`"))
        }
        let key = String(rest[..<equals])
        guard key == "clauses" else {
            return .failure(
                Problem("expected `clauses=…` after the id, not `\(key)=`" + suggestion(for: key, in: ["clauses"])))
        }
        let value = rest[rest.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
        let duties = value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        guard !duties.isEmpty, duties.allSatisfy(isDuty) else {
            return .failure(Problem("expected duties such as `clauses=S10,P4`, not `\(value)`"))
        }
        return .success(ClauseMark(id: String(first), duties: duties))
    }

    struct Problem: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }

    private static func isID(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 80 else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }

    private static func isDuty(_ text: String) -> Bool {
        let letters = text.utf8.prefix { isLetter($0) }.count
        return (1...3).contains(letters) && (letters + 1...letters + 4).contains(text.utf8.count)
            && text.utf8.dropFirst(letters).allSatisfy(isDigit)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
