import Policy

/// Finds web and email addresses in a text.
enum Addresses {
    /// Where an address that begins here ends; nil when it is an ordinary word.
    static func end(in bytes: [UInt8], from start: Int) -> (kind: Unit.Kind, end: Int)? {
        var end = start
        var lastPoint: Int?
        var hasPoint = false
        while end < bytes.count, isLocalPart(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") {
                hasPoint = true
                lastPoint = end
            }
            end += 1
        }
        // Most words end here: an address has a point, an @ or the colon of its scheme.
        let stop = end < bytes.count ? bytes[end] : 0
        guard hasPoint || stop == UInt8(ascii: "@") || stop == UInt8(ascii: ":") else { return nil }
        if let end = webAddress(in: bytes, from: start) { return (.url, end) }
        if end < bytes.count, bytes[end] == UInt8(ascii: "@"), end > start, bytes[end - 1] != UInt8(ascii: "."),
            let domainEnd = domain(in: bytes, from: end + 1)
        {
            return (.email, domainEnd)
        }
        guard hasPoint, lastPoint != start else { return nil }
        return bareDomain(in: bytes, from: start).map { (.url, $0) }
    }

    private static func webAddress(in bytes: [UInt8], from start: Int) -> Int? {
        let schemes: [StaticString] = ["https://", "http://", "www."]
        guard bytes[start] | 0x20 == UInt8(ascii: "h") || bytes[start] | 0x20 == UInt8(ascii: "w"),
            schemes.contains(where: { begins(bytes, with: $0, at: start) })
        else { return nil }
        return trimmed(bytes, from: start, to: pathEnd(in: bytes, from: start))
    }

    /// `example.org/page` without a scheme: only with an ending that is surely a domain's.
    private static func bareDomain(in bytes: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < bytes.count, isDomain(bytes[end]) { end += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard let point = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")), point > start else { return nil }
        let ending = String(decoding: bytes[(point + 1)..<end].map { $0 | 0x20 }, as: UTF8.self)
        guard endings.contains(ending), end >= bytes.count || bytes[end] < 0x80 else { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: "/") {
            return trimmed(bytes, from: start, to: pathEnd(in: bytes, from: end))
        }
        return end
    }

    private static func domain(in bytes: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < bytes.count, isDomain(bytes[end]) { end += 1 }
        while end > start, !Bytes.isASCIILetterOrDigit(bytes[end - 1]) { end -= 1 }
        return bytes[start..<max(start, end)].contains(UInt8(ascii: ".")) ? end : nil
    }

    private static func pathEnd(in bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, !stops.contains(bytes[end]) {
            // The words of a Markdown link end here and its address begins.
            if bytes[end] == UInt8(ascii: "]"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "(") { break }
            end += 1
        }
        return end
    }

    /// Without the punctuation of the sentence around it.
    private static func trimmed(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var end = end
        while end > start, trailing.contains(bytes[end - 1]) { end -= 1 }
        let opening = bytes[start..<end].contains(UInt8(ascii: "("))
        if !opening, let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ")")) { end = close }
        return end
    }

    private static func begins(_ bytes: [UInt8], with prefix: StaticString, at start: Int) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= bytes.count else { return false }
        return prefix.withUTF8Buffer { prefix in
            prefix.indices.allSatisfy { index in
                let byte = bytes[start + index]
                return (Bytes.isLetter(byte) ? byte | 0x20 : byte) == prefix[index]
            }
        }
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        Bytes.isASCIILetterOrDigit(byte) || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B || byte == 0x2D
            || byte == 0x27
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        Bytes.isASCIILetterOrDigit(byte) || byte == 0x2E || byte == 0x2D
    }

    private static let stops = Set("<>\"`|\\^{}".utf8)
    private static let trailing = Set(".,;:!?'*_~]".utf8)
    private static let endings: Set<String> = [
        "com", "org", "net", "uk", "gov", "edu", "io", "ly", "app", "tv", "info", "eu", "wales", "scot", "london",
        "school",
        "co", "me", "biz", "ac", "dev", "online", "site", "gl", "be", "gg", "fm", "cymru", "education", "social",
        "blog",
    ]
}
