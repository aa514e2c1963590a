/// Words as X keeps and compares them.
enum XText {
    /// X charges more for a post with a link, and makes one of anything that looks like an address.
    static func hasLink(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { word in
            var word = word
            while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
            while let last = word.last, !last.isLetter, !last.isNumber, last != "/" { word.removeLast() }
            let lower = word.lowercased()
            if lower.hasPrefix("https://") || lower.hasPrefix("http://") || lower.hasPrefix("www.") { return true }
            let host = lower.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            let ending = host.split(separator: ".").last ?? ""
            return Handle.isValid(host) && common.contains(String(ending))
        }
    }

    /// Endings of which a British school writes addresses without `https://`.
    private static let common: Set<String> = [
        "com", "org", "net", "uk", "eu", "info", "school", "academy", "education", "london", "scot", "wales", "cymru",
        "edu", "gov", "io", "co", "me", "tv", "ly",
    ]

    /// What stays the same between a text as it was sent and as X tells it: X writes links anew and escapes three signs.
    static func comparable(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).map { word in
            var word = String(word)
            for scheme in ["https://", "http://"] {
                if let range = word.firstRange(of: scheme) { word.removeSubrange(range) }
            }
            while word.last == "/" { word.removeLast() }
            return word
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    static func withoutNames(_ text: String) -> String {
        text.split(separator: " ").drop { $0.hasPrefix("@") }.joined(separator: " ")
    }

    static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// A search for these words and no operators.
    static func query(_ words: String, longest: Int) -> String {
        let plain = words.map { $0.isLetter || $0.isNumber || "#@_'’".contains($0) ? $0 : " " }
        var query = ""
        for word in String(plain).split(separator: " ") {
            let word = ["OR", "AND"].contains(word) ? word.lowercased() : String(word)
            guard query.utf8.count + word.utf8.count + 1 <= longest else { break }
            query += (query.isEmpty ? "" : " ") + word
        }
        return query
    }
}

/// A post as X tells it.
struct XPost {
    let source: JSON
    let id: String
    let author: String
    /// Its words, with links as they were written.
    let text: String
    let createdAt: Int64?
    let conversation: String?
    let repliesTo: String?
    let isRepost: Bool
    let mediaKeys: [String]

    /// Nil when it lacks what every post has.
    init?(_ source: JSON) {
        guard let id = source["id"].string, XID.isValid(id), let short = source["text"].string else { return nil }
        self.source = source
        self.id = id
        author = source["author_id"].string ?? ""
        createdAt = source["created_at"].string.flatMap(Instant.milliseconds)
        conversation = source["conversation_id"].string.flatMap { XID.isValid($0) ? $0 : nil }
        let references = source["referenced_tweets"].array ?? []
        repliesTo = references.first { $0["type"].string == "replied_to" }?["id"].string
        isRepost = references.contains { $0["type"].string == "retweeted" }
        mediaKeys = (source["attachments"]["media_keys"].array ?? []).compactMap(\.string)
        // What is longer than 280 stands elsewhere.
        let note = source["note_tweet"]
        var text = XText.unescaped(note["text"].string ?? short)
        for link in (note.isNull ? source : note)["entities"]["urls"].array ?? [] {
            guard let written = link["url"].string, !written.isEmpty else { continue }
            // The last link of a post with pictures leads to them and is none of its words.
            let isMedia = link["media_key"].string != nil
            text = text.replacing(written, with: isMedia ? "" : link["expanded_url"].string ?? written)
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        self.text = text
    }
}
