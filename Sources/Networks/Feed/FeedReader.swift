internal import CXML

/// Reads RSS, Atom and JSON Feed as strangers send them.
enum FeedReader {
    static let mostBytes = 4 * 1_048_576
    private static let mostEntries = 500

    /// Why a feed is not read.
    struct Refusal: Error, Equatable { let message: String }

    static func read(_ bytes: [UInt8], from address: String) throws(Refusal) -> Feed {
        guard bytes.count <= mostBytes else { throw Refusal(message: "The feed is larger than 4 MB.") }
        let start = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
        var feed: Feed
        switch start {
        case UInt8(ascii: "{"): feed = try json(bytes, address)
        case UInt8(ascii: "<"): feed = try xml(bytes, address)
        default: throw Refusal(message: "There is no feed at this address: neither RSS, Atom nor JSON Feed.")
        }
        feed.address = address
        feed.entries = Array(feed.entries.prefix(mostEntries))
        return feed
    }

    private static let noFeed = Refusal(message: "There is no feed at this address: neither RSS, Atom nor JSON Feed.")

    private static func json(_ bytes: [UInt8], _ base: String) throws(Refusal) -> Feed {
        guard let json = JSON(bytes), json["version"].string?.hasPrefix("https://jsonfeed.org/version/") == true,
            let items = json["items"].array
        else { throw noFeed }
        var feed = Feed(
            title: line(json["title"].string ?? ""), homepage: place(json["home_page_url"].string, base),
            about: line(json["description"].string ?? ""), language: json["language"].string ?? "")
        feed.entries = items.prefix(mostEntries).compactMap { item in
            let url = place(item["url"].string ?? item["external_url"].string, base)
            guard let id = item["id"].id ?? (url.isEmpty ? nil : url) else { return nil }
            let html = item["content_html"].string.map { HTMLText.plain($0) }
            return FeedEntry(
                id: id, url: url, title: line(item["title"].string ?? ""),
                text: bounded(item["content_text"].string ?? html ?? item["summary"].string ?? ""),
                publishedAt: item["date_published"].string.flatMap { Instant.milliseconds($0) },
                updatedAt: item["date_modified"].string.flatMap { Instant.milliseconds($0) },
                author: line(item["authors"][0]["name"].string ?? item["author"]["name"].string ?? ""))
        }
        return feed
    }

    private static func xml(_ bytes: [UInt8], _ base: String) throws(Refusal) -> Feed {
        // What a document defines of its own (entities above all) is how a small feed becomes a huge one, or reads files.
        let forbidden = Refusal(
            message: "The feed defines XML of its own, which is not read. Tell whoever publishes it.")
        for mark in ["<!DOCTYPE", "<!ENTITY"] where bytes.firstRange(of: Array(mark.utf8)) != nil { throw forbidden }
        // In encodings of two bytes the marks would not be seen.
        guard !bytes.prefix(4_096).contains(0) else { throw noFeed }
        guard isPlainEncoding(bytes) else {
            throw Refusal(message: "The feed is written in letters that are not read. Tell whoever publishes it.")
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil, Int32(options))
        }
        guard let document else { throw Refusal(message: "The feed is not whole, or not well-formed XML.") }
        defer { xmlFreeDoc(document) }
        guard document.pointee.intSubset == nil else { throw forbidden }
        guard let root = xmlDocGetRootElement(document).map(XMLElement.init) else { throw noFeed }
        switch root.name {
        case "rss": return rss(root["channel"] ?? root, items: nil, base)
        case "RDF": return rss(root["channel"] ?? root, items: root.all("item"), base)
        case "feed": return atom(root, base)
        default: throw noFeed
        }
    }

    /// Only encodings in which the marks above look as they do: UTF-7 and its like would hide them.
    private static func isPlainEncoding(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(300), as: UTF8.self).lowercased()
        guard let declaration = start.split(separator: "?>").first, declaration.contains("<?xml"),
            let at = declaration.firstRange(of: "encoding")
        else { return true }
        let name = declaration[at.upperBound...].drop { " =\"'\t\r\n".contains($0) }.prefix { !"\"'".contains($0) }
        return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name)
            || ["iso-8859-", "windows-125"].contains { name.hasPrefix($0) }
    }

    private static func rss(_ channel: XMLElement, items: [XMLElement]?, _ base: String) -> Feed {
        var feed = Feed(
            title: plain(channel["title"]?.text), homepage: place(channel.plainLink, base),
            about: plain(channel["description"]?.text), language: channel["language"]?.text ?? "",
            updatedAt: channel["lastBuildDate"].flatMap { date($0.text) })
        feed.entries = (items ?? channel.all("item")).prefix(mostEntries).compactMap { item in
            let url = place(item.plainLink, base)
            let id = item["guid"]?.text.trimmed ?? ""
            guard !id.isEmpty || !url.isEmpty else { return nil }
            let content = item.all("encoded").first?.text ?? item["description"]?.text ?? ""
            let media = item.all("enclosure").prefix(20).compactMap { enclosure -> FeedMedia? in
                let source = place(enclosure.attribute("url"), base)
                return source.isEmpty
                    ? nil
                    : FeedMedia(
                        url: source, contentType: line(enclosure.attribute("type") ?? ""), alt: "",
                        size: enclosure.attribute("length").flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil })
            }
            return FeedEntry(
                id: String((id.isEmpty ? url : id).prefix(2_048)), url: url, title: plain(item["title"]?.text),
                text: bounded(HTMLText.plain(content)),
                publishedAt: (item["pubDate"] ?? item["date"]).flatMap { date($0.text) },
                author: plain((item["creator"] ?? item["author"])?.text), media: media)
        }
        return feed
    }

    private static func atom(_ root: XMLElement, _ base: String) -> Feed {
        func link(_ element: XMLElement) -> String {
            let links = element.all("link")
            let chosen = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" } ?? links.first
            return place(chosen?.attribute("href"), base)
        }
        var feed = Feed(
            title: words(root["title"]), homepage: link(root), about: words(root["subtitle"]),
            language: root.attribute("lang") ?? "", updatedAt: root["updated"].flatMap { date($0.text) })
        feed.entries = root.all("entry").prefix(mostEntries).compactMap { entry in
            guard let id = entry["id"]?.text.trimmed, !id.isEmpty else { return nil }
            let media = entry.all("link").filter { $0.attribute("rel") == "enclosure" }.prefix(20).map { link in
                FeedMedia(
                    url: place(link.attribute("href"), base), contentType: line(link.attribute("type") ?? ""),
                    alt: line(link.attribute("title") ?? ""))
            }
            return FeedEntry(
                id: String(id.prefix(2_048)), url: link(entry), title: line(words(entry["title"])),
                text: bounded(words(entry["content"] ?? entry["summary"])),
                publishedAt: entry["published"].flatMap { date($0.text) },
                updatedAt: entry["updated"].flatMap { date($0.text) },
                author: plain((entry["author"] ?? root["author"])?["name"]?.text),
                media: media.filter { !$0.url.isEmpty })
        }
        return feed
    }

    /// The words of an Atom text: as they stand, as markup written out, or as markup.
    private static func words(_ element: XMLElement?) -> String {
        guard let element else { return "" }
        let type = element.attribute("type") ?? "text"
        return type == "html" || type == "text/html" ? HTMLText.plain(element.text) : element.text.trimmed
    }

    /// RSS does not say whether a title is markup.
    private static func plain(_ text: String?) -> String {
        guard let text else { return "" }
        let isMarkup = ["</", "/>", "<br", "<img"].contains { text.contains($0) } || hasReference(text)
        return line(isMarkup ? HTMLText.plain(text) : text)
    }

    /// Such as `&amp;` or `&#39;`.
    private static func hasReference(_ text: String) -> Bool {
        text.split(separator: "&").dropFirst().contains { piece in
            let name = piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
            return !name.isEmpty && piece[name.endIndex...].first == ";"
        }
    }

    private static func line(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed.prefix(1_000))
    }

    private static func bounded(_ text: String) -> String { String(text.prefix(20_000)) }

    private static func date(_ text: String) -> Int64? {
        let text = text.trimmed
        return Instant.milliseconds(text) ?? HTTPDate.milliseconds(text)
    }

    /// An address that a browser may be led to; what is written relative to the feed is made whole.
    private static func place(_ text: String?, _ base: String) -> String {
        guard let text = text?.trimmed, !text.isEmpty else { return "" }
        return WebText.address(text) ?? Address(text, relativeTo: base)?.text ?? ""
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
