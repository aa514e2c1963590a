/// A file's text as lines, whatever ended them, without a byte order mark.
struct SourceText {
    static let limit = 2 * 1_024 * 1_024

    let bytes: [UInt8]
    /// The bytes of each line, without what ends it.
    let lines: [Range<Int>]

    /// Nil, with a problem, when it is not text that can be read.
    init?(_ raw: [UInt8], problems: inout Problems) {
        let start = Position(line: 1, column: 1)
        guard raw.count <= SourceText.limit else {
            problems.add(start, "expected a policy of at most 2 MB, not \(raw.count) bytes")
            return nil
        }
        guard !SourceText.isUTF16(raw) else {
            problems.add(start, "expected text in UTF-8; this file is in UTF-16. Save it as UTF-8")
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count + 1)
        var lines: [Range<Int>] = []
        var lineStart = 0
        var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\r") where index < raw.count && raw[index] == UInt8(ascii: "\n"): continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                lines.append(lineStart..<bytes.count)
                bytes.append(UInt8(ascii: "\n"))
                lineStart = bytes.count
            case 0:
                let column = SourceText.characters(bytes[lineStart...]) + 1
                problems.add(
                    Position(line: lines.count + 1, column: column), "expected text; a NUL byte stands here")
                return nil
            default: bytes.append(byte)
            }
        }
        if lineStart < bytes.count { lines.append(lineStart..<bytes.count) }
        for (number, line) in lines.enumerated() where String(validating: bytes[line], as: UTF8.self) == nil {
            problems.add(
                Position(line: number + 1, column: 1),
                "expected text in UTF-8; this line is not. Save the file as UTF-8")
            return nil
        }
        self.bytes = bytes
        self.lines = lines
    }

    /// By its mark, or by the zero in every other byte of plain words.
    private static func isUTF16(_ raw: [UInt8]) -> Bool {
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) { return true }
        let start = raw.prefix(64)
        guard start.count >= 8 else { return false }
        let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
        let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
        return max(even, odd) * 4 > start.count && min(even, odd) == 0
    }

    /// A line's text, counted from 1.
    func line(_ number: Int) -> String {
        guard lines.indices.contains(number - 1) else { return "" }
        return String(decoding: bytes[lines[number - 1]], as: UTF8.self)
    }

    /// From one line to another, both included, counted from 1.
    func text(_ first: Int, _ last: Int) -> String {
        guard first <= last, lines.indices.contains(first - 1), lines.indices.contains(last - 1) else { return "" }
        return String(decoding: bytes[lines[first - 1].lowerBound..<lines[last - 1].upperBound], as: UTF8.self)
    }

    /// The character column of a byte column, both counted from 1.
    func column(line: Int, byte: Int) -> Int {
        guard lines.indices.contains(line - 1) else { return byte }
        return SourceText.characters(bytes[lines[line - 1]].prefix(max(0, byte - 1))) + 1
    }

    private static func characters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
