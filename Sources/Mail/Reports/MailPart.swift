/// A mail, or a part of one: its headers, unfolded, and the bytes behind them.
struct MailPart {
    private(set) var headers: [(name: String, value: String)] = []
    let body: ArraySlice<UInt8>

    private static let mostHeaders = 500, mostValue = 4_096

    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        var fields: [[UInt8]] = []
        while let end = rest.firstIndex(of: 0x0A) ?? (rest.isEmpty ? nil : rest.endIndex) {
            var line = rest[rest.startIndex..<end]
            rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
            if line.last == 0x0D { line = line.dropLast() }
            if line.isEmpty { break }
            guard fields.count < Self.mostHeaders else { continue }
            if let first = line.first, first == 0x20 || first == 0x09, let last = fields.indices.last {
                if fields[last].count < Self.mostValue {
                    fields[last] += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
                }
            } else {
                fields.append(Array(line.prefix(Self.mostValue)))
            }
        }
        body = rest
        for field in fields {
            guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = field[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
            let end = value.lastIndex { $0 > 0x20 }
            headers.append(
                (
                    String(decoding: field[..<colon], as: UTF8.self).lowercased(),
                    end.map { String(decoding: value[...$0], as: UTF8.self) } ?? ""
                ))
        }
    }

    /// The first header of this lower-case name.
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The content type in lower case, without its parameters.
    var type: String {
        guard let value = header("content-type") else { return "text/plain" }
        return value.prefix { $0 != ";" && $0 != " " && $0 != "\t" }.lowercased()
    }

    /// A parameter of the content type, such as its boundary.
    func parameter(_ name: String) -> String? {
        guard let value = header("content-type") else { return nil }
        for piece in value.split(separator: ";").dropFirst() {
            let trimmed = piece.drop { $0 == " " || $0 == "\t" }
            guard trimmed.lowercased().hasPrefix(name + "=") else { continue }
            var text = trimmed.dropFirst(name.count + 1)
            while text.last == " " { text = text.dropLast() }
            if text.first == "\"", text.last == "\"", text.count >= 2 { text = text.dropFirst().dropLast() }
            return String(text.prefix(200))
        }
        return nil
    }

    /// The parts of a multipart body, without what stands before and after them.
    func parts(between boundary: String) -> [MailPart] {
        let mark = Array("--\(boundary)".utf8)
        var found: [MailPart] = [], begin: Int?
        var at = body.startIndex
        while at < body.endIndex, found.count < 20 {
            let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
            let line = body[at..<end]
            if line.starts(with: mark) {
                if let begin { found.append(MailPart(body[begin..<at])) }
                begin = min(end + 1, body.endIndex)
                if line.dropFirst(mark.count).starts(with: "--".utf8) { return found }
            }
            at = end + 1
        }
        // Whatever cut the report short left the last part as it is.
        if let begin, found.count < 20 { found.append(MailPart(body[begin...])) }
        return found
    }
}
