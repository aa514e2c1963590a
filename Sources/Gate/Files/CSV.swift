/// Reads comma-separated values as RFC 4180 has them, UTF-8 only, a row at a time.
struct CSV {
    struct Row {
        let line: Int
        let fields: [String]
    }

    /// The largest file, and the longest field, that is read.
    static let mostBytes = 256 << 20
    static let longestField = 10_000

    let file: String
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    init(_ bytes: [UInt8], file: String) throws(FileProblem) {
        self.file = file
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes.count <= CSV.mostBytes else {
            throw FileProblem(file: file, "The file is larger than 256 MB. Split it into smaller files.")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(200).contains(0) {
            throw FileProblem(
                file: file,
                "The file is UTF-16, not UTF-8. Save it again: in Excel choose “CSV UTF-8 (Comma delimited)”.")
        }
        if let bad = CSV.firstBadByte(bytes) {
            let line = bytes[..<bad].count(where: { $0 == UInt8(ascii: "\n") }) + 1
            throw FileProblem(
                file: file, line: line,
                "The file is not UTF-8, most likely Windows-1252 (“ANSI”). Save it again: in Excel choose “CSV UTF-8 (Comma delimited)”."
            )
        }
    }

    /// The next row that is not empty; nil at the end.
    mutating func next() throws(FileProblem) -> Row? {
        while position < bytes.count {
            let start = line
            let fields = try row()
            if fields.count > 1 || fields.first?.isEmpty == false { return Row(line: start, fields: fields) }
        }
        return nil
    }

    private mutating func row() throws(FileProblem) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard position < bytes.count else { return fields }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ",") { continue }
            if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                position += 1
            }
            line += 1
            return fields
        }
    }

    /// A field without its quotes; the position is left at what ends it.
    private mutating func field() throws(FileProblem) -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return try plainField() }
        let start = line
        position += 1
        var content: [UInt8] = []
        while true {
            guard position < bytes.count else {
                throw FileProblem(
                    file: file, line: start,
                    "A quotation mark opens here and never closes. Close it, or double it if it is part of the text.")
            }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            content.append(byte)
            try limit(content.count, start)
        }
        guard position >= bytes.count || CSV.endsField(bytes[position]) else {
            throw FileProblem(
                file: file, line: line,
                "There is text after a closing quotation mark. Put the whole value inside the quotation marks.")
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func plainField() throws(FileProblem) -> String {
        let start = position
        while position < bytes.count, !CSV.endsField(bytes[position]) {
            if bytes[position] == UInt8(ascii: "\"") {
                throw FileProblem(
                    file: file, line: line,
                    "A quotation mark stands inside a value. Put the whole value in quotation marks and double the one inside."
                )
            }
            position += 1
        }
        try limit(position - start, line)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func limit(_ count: Int, _ line: Int) throws(FileProblem) {
        guard count <= CSV.longestField else {
            throw FileProblem(
                file: file, line: line, "A value is longer than 10,000 characters. Is a quotation mark missing?")
        }
    }

    private static func endsField(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// Where bytes stop being UTF-8.
    static func firstBadByte(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard (0xC2...0xF4).contains(byte), index + width <= bytes.count,
                bytes[(index + 1)..<(index + width)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return index }
            index += width
        }
        return nil
    }
}
