extension Feed {
    /// As RSS 2.0, `application/rss+xml`.
    public var rss: [UInt8] {
        var xml = FeedXML()
        xml.open("rss", ["version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"])
        xml.open("channel")
        xml.element("title", title)
        xml.element("link", homepage)
        xml.element("description", about.isEmpty ? title : about)
        xml.element("language", language)
        if let updatedAt { xml.element("lastBuildDate", FeedDate.rss(updatedAt)) }
        if !address.isEmpty {
            xml.empty("atom:link", ["href": address, "rel": "self", "type": "application/rss+xml"])
        }
        for entry in entries {
            xml.open("item")
            if !entry.title.isEmpty { xml.element("title", entry.title) }
            if !entry.url.isEmpty { xml.element("link", entry.url) }
            xml.element("guid", entry.id, ["isPermaLink": "false"])
            if let at = entry.publishedAt { xml.element("pubDate", FeedDate.rss(at)) }
            xml.element("description", entry.html)
            // The format has room for one.
            if let media = entry.media.first {
                let size = String(media.size ?? 0)
                xml.empty("enclosure", ["url": media.url, "length": size, "type": media.contentType])
            }
            xml.close("item")
        }
        xml.close("channel")
        xml.close("rss")
        return xml.bytes
    }

    /// As Atom, `application/atom+xml`; the feed's id is its address.
    public var atom: [UInt8] {
        var xml = FeedXML()
        xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language])
        xml.element("title", title)
        if !about.isEmpty { xml.element("subtitle", about) }
        xml.element("id", address.isEmpty ? homepage : address)
        let newest = entries.compactMap { $0.updatedAt ?? $0.publishedAt }.max()
        xml.element("updated", Instant.text(updatedAt ?? newest ?? 0))
        xml.empty("link", ["href": homepage, "rel": "alternate", "type": "text/html"])
        if !address.isEmpty { xml.empty("link", ["href": address, "rel": "self", "type": "application/atom+xml"]) }
        xml.open("author")
        xml.element("name", title)
        xml.close("author")
        for entry in entries {
            xml.open("entry")
            xml.element("title", entry.title.isEmpty ? entry.firstWords : entry.title)
            xml.element("id", entry.id)
            if !entry.url.isEmpty { xml.empty("link", ["href": entry.url, "rel": "alternate"]) }
            if let at = entry.publishedAt { xml.element("published", Instant.text(at)) }
            xml.element("updated", Instant.text(entry.updatedAt ?? entry.publishedAt ?? updatedAt ?? 0))
            for media in entry.media {
                xml.empty(
                    "link", ["href": media.url, "rel": "enclosure", "type": media.contentType, "title": media.alt])
            }
            xml.element("content", entry.html, ["type": "html"])
            xml.close("entry")
        }
        xml.close("feed")
        return xml.bytes
    }

    /// As JSON Feed 1.1, `application/feed+json`.
    public var json: [UInt8] {
        let items = entries.map { entry in
            JSONFields([
                ("id", entry.id), ("url", entry.url.isEmpty ? nil : entry.url),
                ("title", entry.title.isEmpty ? nil : entry.title), ("content_html", entry.html),
                ("content_text", entry.text),
                ("image", entry.media.first { $0.contentType.hasPrefix("image/") }?.url),
                ("date_published", entry.publishedAt.map { Instant.text($0) }),
                ("date_modified", entry.updatedAt.map { Instant.text($0) }),
                (
                    "attachments",
                    entry.media.isEmpty
                        ? nil
                        : entry.media.map { media in
                            JSONFields([
                                ("url", media.url), ("mime_type", media.contentType),
                                ("title", media.alt.isEmpty ? nil : media.alt), ("size_in_bytes", media.size),
                            ])
                        }
                ),
            ])
        }
        return JSON.text([
            ("version", "https://jsonfeed.org/version/1.1"), ("title", title), ("home_page_url", homepage),
            ("feed_url", address.isEmpty ? nil : address), ("description", about.isEmpty ? nil : about),
            ("language", language), ("items", items),
        ])
    }
}

extension FeedEntry {
    /// The words as paragraphs, then the pictures with what is said of them.
    fileprivate var html: String {
        var paragraphs: [[String]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(FeedXML.escaped(String(line)))
            }
        }
        let words = paragraphs.filter { !$0.isEmpty }.map { "<p>\($0.joined(separator: "<br>"))</p>" }
        let pictures = media.map { media in
            let (url, alt) = (FeedXML.escaped(media.url), FeedXML.escaped(media.alt))
            return media.contentType.hasPrefix("video/")
                ? "<p><a href=\"\(url)\">\(alt.isEmpty ? "Video" : alt)</a></p>"
                : "<p><img src=\"\(url)\" alt=\"\(alt)\"></p>"
        }
        return (words + pictures).joined()
    }

    /// A title for those formats that want one.
    fileprivate var firstWords: String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.count > 80 else { return line.isEmpty ? "A post" : line }
        let start = line.prefix(79)
        return start[..<(start.lastIndex(of: " ") ?? start.endIndex)] + "…"
    }
}

/// XML as it is written.
struct FeedXML {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        add("<\(name)\(FeedXML.text(attributes))>\n")
    }

    mutating func close(_ name: String) { add("</\(name)>\n") }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        add("<\(name)\(FeedXML.text(attributes))/>\n")
    }

    mutating func element(_ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        add("<\(name)\(FeedXML.text(attributes))>\(FeedXML.escaped(text))</\(name)>\n")
    }

    private mutating func add(_ text: String) { bytes += Array(text.utf8) }

    private static func text(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }

    /// What XML cannot hold is left out: control characters have no place in it, not even escaped.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0x27: escaped += "&#39;"
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...: escaped.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return escaped
    }
}

/// Dates as RSS writes them.
enum FeedDate {
    /// Such as `Sat, 21 Nov 2026 18:00:00 +0000`.
    static func rss(_ milliseconds: Int64) -> String {
        let iso = Array(Instant.text(milliseconds).utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: iso[range], as: UTF8.self) }
        let (quotient, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        let day = rest < 0 ? quotient - 1 : quotient
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int((day % 7 + 7) % 7)]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let month = months[(Int(part(5..<7)) ?? 1) - 1]
        return "\(weekday), \(part(8..<10)) \(month) \(part(0..<4)) \(part(11..<19)) +0000"
    }
}
