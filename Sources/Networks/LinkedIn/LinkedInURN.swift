/// What LinkedIn calls things, such as `urn:li:share:7345` or `urn:li:comment:(urn:li:activity:7345,7346)`.
enum LinkedInURN {
    static func isPost(_ text: String) -> Bool {
        ["urn:li:share:", "urn:li:ugcPost:"].contains { text.hasPrefix($0) && isNumber(text.dropFirst($0.count)) }
    }

    static func isComment(_ text: String) -> Bool {
        let start = "urn:li:comment:("
        guard text.hasPrefix(start), text.last == ")" else { return false }
        let sides = text.dropFirst(start.count).dropLast().split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count == 2, isNumber(sides[1]) else { return false }
        return ["urn:li:activity:", "urn:li:share:", "urn:li:ugcPost:"].contains {
            sides[0].hasPrefix($0) && isNumber(sides[0].dropFirst($0.count))
        }
    }

    static func isImage(_ text: String) -> Bool {
        let start = "urn:li:image:"
        let name = text.dropFirst(start.count)
        return text.hasPrefix(start) && (1...200).contains(name.utf8.count)
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    static func isNumber(_ text: Substring) -> Bool {
        (1...25).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// LinkedIn's `little` text: some signs mean something in it and must be escaped, or the post is cut off there.
enum LittleText {
    private static let reserved = Set("\\|{}@[]()<>#*_~")

    /// Plain words as LinkedIn wants them; only hashtags keep their meaning.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var before: Character?
        var rest = text[...]
        while let sign = rest.popFirst() {
            let beginsTag =
                sign == "#" && (before.map(\.isWhitespace) ?? true)
                && (rest.first.map { $0.isLetter || $0.isNumber } ?? false)
            if reserved.contains(sign), !beginsTag { escaped.append("\\") }
            escaped.append(sign)
            before = sign
        }
        return escaped
    }

    /// As people read it: without escapes, hashtags and names as words.
    static func plain(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let sign = rest.first {
            if sign == "\\" {
                rest.removeFirst()
                if let next = rest.popFirst() { plain.append(next) }
            } else if rest.hasPrefix("{hashtag|"), let end = rest.firstIndex(of: "}") {
                let parts = rest[..<end].split(separator: "|")
                plain += "#" + (parts.count > 2 ? Self.plain(String(parts[2])) : "")
                rest = rest[rest.index(after: end)...]
            } else if rest.hasPrefix("@["), let end = rest.firstRange(of: "]("),
                let close = rest[end.upperBound...].firstIndex(of: ")")
            {
                plain += Self.plain(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]))
                rest = rest[rest.index(after: close)...]
            } else {
                plain.append(sign)
                rest.removeFirst()
            }
        }
        return plain
    }
}
