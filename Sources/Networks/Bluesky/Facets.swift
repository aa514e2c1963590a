/// A part of a text that leads somewhere, in the bytes of the text as UTF-8.
struct Facet: Equatable {
    enum Feature: Equatable {
        case link(String)
        /// A handle, which is not yet an identifier.
        case mention(String)
        case tag(String)
    }

    let start: Int
    let end: Int
    let feature: Feature

    /// The links, handles and hashtags of a text, in order, never overlapping.
    static func found(in text: String) -> [Facet] {
        let bytes = text.utf8
        return text.split(whereSeparator: \.isWhitespace).compactMap { word in
            var word = word
            while let first = word.first, "([{\"'“‘".contains(first) { word.removeFirst() }
            guard let (part, feature) = feature(of: word) else { return nil }
            let start = bytes.distance(from: bytes.startIndex, to: part.startIndex)
            return Facet(start: start, end: start + part.utf8.count, feature: feature)
        }
    }

    private static func feature(of word: Substring) -> (Substring, Feature)? {
        switch word.first {
        case "@": handle(word)
        case "#", "＃": tag(word)
        default: link(word)
        }
    }

    private static func link(_ word: Substring) -> (Substring, Feature)? {
        let lower = word.prefix(8).lowercased()
        let isWhole = lower.hasPrefix("http://") || lower.hasPrefix("https://")
        guard isWhole || lower.hasPrefix("www.") else { return nil }
        var link = word
        while let last = link.last {
            let closes = last == ")" && link.count { $0 == ")" } > link.count { $0 == "(" }
            guard closes || ".,;:!?\"'”’]}".contains(last) else { break }
            link.removeLast()
        }
        let uri = isWhole ? String(link) : "https://\(link)"
        guard uri.utf8.count <= 2_048, let address = Address(uri), address.host.contains(".") else { return nil }
        return (link, .link(uri))
    }

    private static func handle(_ word: Substring) -> (Substring, Feature)? {
        let name = word.dropFirst().prefix { $0.utf8.allSatisfy { $0.isLetterOrDigit || "-.".utf8.contains($0) } }
        var end = name
        while let last = end.last, last == "." || last == "-" { end.removeLast() }
        guard Handle.isValid(end) else { return nil }
        return (word[word.startIndex..<end.endIndex], .mention(String(end)))
    }

    private static func tag(_ word: Substring) -> (Substring, Feature)? {
        let rest = word.dropFirst()
        guard let first = rest.first, first.isLetter || first.isPicture else { return nil }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0.isPicture || $0 == "_" || $0 == "-" }
        guard name.count <= 64, name.utf8.count <= 640 else { return nil }
        return (word[word.startIndex..<name.endIndex], .tag(String(name)))
    }

    /// As Bluesky writes it, once a mention has an identifier.
    func record(did: String? = nil) -> JSON? {
        let feature: JSON
        switch self.feature {
        case .link(let uri): feature = ["$type": "app.bsky.richtext.facet#link", "uri": .text(uri)]
        case .tag(let tag): feature = ["$type": "app.bsky.richtext.facet#tag", "tag": .text(tag)]
        case .mention:
            guard let did else { return nil }
            feature = ["$type": "app.bsky.richtext.facet#mention", "did": .text(did)]
        }
        return [
            "index": ["byteStart": .number(start), "byteEnd": .number(end)],
            "features": [feature],
        ]
    }
}

extension Character {
    fileprivate var isPicture: Bool {
        guard let first = unicodeScalars.first, first.value > 0x238C else { return false }
        return first.properties.isEmojiPresentation || first.properties.isEmoji
    }
}

/// A name on the AT protocol: a domain.
enum Handle {
    static func isValid(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= 253 else { return false }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last?.utf8.first, !(0x30...0x39).contains(last) else { return false }
        return parts.allSatisfy { part in
            (1...63).contains(part.utf8.count) && part.first != "-" && part.last != "-"
                && part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }
}
