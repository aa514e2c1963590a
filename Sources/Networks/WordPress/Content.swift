/// A publication as WordPress keeps it: a title, and blocks of HTML in which nothing is left to run.
struct Content {
    let title: String
    let blocks: String

    init(_ publication: Publication, pictures: [(picture: Picture, alt: String)]) {
        let lines = Content.lines(publication.text)
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.startIndex
        var rest = lines[...]
        if let title = publication.title {
            self.title = Content.escaped(title)
        } else if first < lines.endIndex {
            let short = Content.shortened(lines[first])
            title = Content.escaped(short)
            // A first line that is a heading is not said twice.
            let follows = lines[(first + 1)...].contains { !$0.isEmpty }
            if short == lines[first], follows { rest = lines[(first + 1)...] }
        } else {
            title = ""
        }
        var blocks = rest.split(whereSeparator: \.isEmpty).map { paragraph in
            let text = paragraph.map(Content.linked).joined(separator: "<br>")
            return "<!-- wp:paragraph -->\n<p>\(text)</p>\n<!-- /wp:paragraph -->"
        }
        blocks += pictures.map(Content.figure)
        self.blocks = blocks.joined(separator: "\n\n")
    }

    /// Lines without spaces at their ends; control characters become spaces.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let scalars = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
            var clean = String.UnicodeScalarView(scalars)[...]
            while clean.first == " " { clean.removeFirst() }
            while clean.last == " " { clean.removeLast() }
            lines.append(String(clean))
        }
        return lines
    }

    /// At most 80 characters, cut between words.
    private static func shortened(_ line: String) -> String {
        guard line.count > 80 else { return line }
        let start = line.prefix(79)
        let cut = start.lastIndex(of: " ") ?? start.endIndex
        return start[..<cut] + "…"
    }

    /// Brackets too: WordPress runs what stands between them as a shortcode.
    static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "[": escaped += "&#91;"
            case "]": escaped += "&#93;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A line with its addresses as links; a bare one would make WordPress embed the page it leads to.
    private static func linked(_ line: String) -> String {
        line.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let start = word.prefix { "(\"'“‘".contains($0) }
            let rest = word[start.endIndex...]
            let lower = rest.prefix(8).lowercased()
            guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return escaped(word) }
            var link = rest
            while let last = link.last, ".,;:!?)\"'”’".contains(last) { link.removeLast() }
            let end = rest[link.endIndex...]
            guard Address(String(link)) != nil else { return escaped(word) }
            return "\(escaped(start))<a href=\"\(escaped(link))\">\(escaped(link))</a>\(escaped(end))"
        }.joined(separator: " ")
    }

    private static func figure(_ picture: Picture, alt: String) -> String {
        let source = escaped(picture.source_url)
        if picture.media_type == "file" {
            return "<!-- wp:video {\"id\":\(picture.id)} -->\n<figure class=\"wp-block-video\"><video controls "
                + "aria-label=\"\(escaped(alt))\" src=\"\(source)\"></video></figure>\n<!-- /wp:video -->"
        }
        return "<!-- wp:image {\"id\":\(picture.id),\"sizeSlug\":\"full\",\"linkDestination\":\"none\"} -->\n"
            + "<figure class=\"wp-block-image size-full\"><img src=\"\(source)\" alt=\"\(escaped(alt))\" "
            + "class=\"wp-image-\(picture.id)\"/></figure>\n<!-- /wp:image -->"
    }
}
