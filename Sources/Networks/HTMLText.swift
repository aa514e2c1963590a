internal import CXML

/// The words of a piece of HTML, by libxml2: without network, entities of its own, or scripts.
enum HTMLText {
    static func plain(_ html: String) -> String {
        guard let document = parse(html) else { return "" }
        defer { xmlFreeDoc(document) }
        var text: [UInt8] = []
        var node = xmlDocGetRootElement(document)
        while let current = node {
            if current.pointee.type == XML_TEXT_NODE { append(current.pointee.content, to: &text) }
            let name = HTMLText.name(current)
            if name == "br" { text.append(UInt8(ascii: "\n")) }
            if let child = current.pointee.children, name != "script", name != "style" {
                node = child
                continue
            }
            node = following(current, &text)
        }
        return collapsed(text)
    }

    /// The pictures and videos that stand in it, with what is said of them.
    static func media(_ html: String) -> [TimelineMedia] {
        guard let document = parse(html) else { return [] }
        defer { xmlFreeDoc(document) }
        var media: [TimelineMedia] = [], ignored: [UInt8] = []
        var node = xmlDocGetRootElement(document)
        while let current = node, media.count < 200 {
            let name = HTMLText.name(current)
            if name == "img" || name == "video", let source = WebText.address(attribute("src", of: current)) {
                let alt = attribute(name == "img" ? "alt" : "aria-label", of: current) ?? ""
                media.append(TimelineMedia(url: source, isVideo: name == "video", alt: alt))
            }
            if let child = current.pointee.children, name != "script", name != "style" {
                node = child
                continue
            }
            node = following(current, &ignored)
        }
        return media
    }

    /// Where the links lead that it calls its own: `rel="me"` on `a` and `link`, at most 500 of them.
    static func ownLinks(_ html: String) -> [String] {
        guard let document = parse(html) else { return [] }
        defer { xmlFreeDoc(document) }
        var links: [String] = [], ignored: [UInt8] = []
        var node = xmlDocGetRootElement(document)
        while let current = node, links.count < 500 {
            let name = HTMLText.name(current)
            if name == "a" || name == "link", let rel = attribute("rel", of: current),
                rel.lowercased().split(whereSeparator: \.isWhitespace).contains("me"),
                let target = attribute("href", of: current)
            {
                links.append(target)
            }
            if let child = current.pointee.children, name != "script", name != "style" {
                node = child
                continue
            }
            node = following(current, &ignored)
        }
        return links
    }

    private static func attribute(_ wanted: String, of node: xmlNodePtr) -> String? {
        var attribute = node.pointee.properties
        while let current = attribute {
            if let name = current.pointee.name, text(name) == wanted {
                var value: [UInt8] = [], part = current.pointee.children
                while let piece = part {
                    append(piece.pointee.content, to: &value)
                    part = piece.pointee.next
                }
                return String(decoding: value, as: UTF8.self)
            }
            attribute = current.pointee.next
        }
        return nil
    }

    private static func text(_ characters: UnsafePointer<xmlChar>) -> String {
        String(cString: UnsafeRawPointer(characters).assumingMemoryBound(to: CChar.self))
    }

    private static func parse(_ html: String) -> htmlDocPtr? {
        guard html.utf8.count <= 4 * 1_048_576 else { return nil }
        let options =
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_RECOVER.rawValue
        return html.withCString { htmlReadMemory($0, Int32(html.utf8.count), nil, "UTF-8", Int32(options)) }
    }

    /// The next node in the order of reading, after all that is inside this one.
    private static func following(_ node: xmlNodePtr, _ text: inout [UInt8]) -> xmlNodePtr? {
        var current: xmlNodePtr? = node
        while let here = current {
            if blocks.contains(name(here)) { text.append(UInt8(ascii: "\n")) }
            if let next = here.pointee.next { return next }
            current = here.pointee.parent
        }
        return nil
    }

    private static let blocks: Set<String> = [
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "tr", "pre",
    ]

    private static func name(_ node: xmlNodePtr) -> String {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return "" }
        return String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    }

    private static func append(_ content: UnsafePointer<xmlChar>?, to text: inout [UInt8]) {
        guard let content else { return }
        var byte = content
        while byte.pointee != 0 {
            text.append(byte.pointee)
            byte += 1
        }
    }

    /// Lines without space at their ends, at most one empty line between them.
    private static func collapsed(_ bytes: [UInt8]) -> String {
        var lines: [Substring] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.first?.isWhitespace == true { line.removeFirst() }
            while line.last?.isWhitespace == true { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
