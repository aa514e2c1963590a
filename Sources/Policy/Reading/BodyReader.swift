/// Walks the Markdown under the front matter: headings, prose, clauses and their rules.
struct BodyReader {
    let source: SourceText
    let firstLine: Int
    var document: PolicyDocument
    var problems: Problems
    private var clauseLines: [String: Position] = [:]
    /// The clause that a rule block would belong to; none after a heading.
    private var current: Clause.ID?
    /// How many lines up to each hold a mark or a fence, so that a part without either is told at once.
    private var marked: [Int] = [0]

    private static let depthLimit = 24

    init(source: SourceText, firstLine: Int, document: PolicyDocument, problems: Problems) {
        self.source = source
        self.firstLine = firstLine
        self.document = document
        self.problems = problems
    }

    mutating func read() {
        guard firstLine <= source.lines.count else { return }
        marked.reserveCapacity(source.lines.count + 1)
        for line in source.lines { marked.append(marked[marked.count - 1] + (isMarked(source.bytes[line]) ? 1 : 0)) }
        let start = source.lines[firstLine - 1].lowerBound
        guard let tree = MarkdownTree(source.bytes[start...], extensions: ["table"]) else { return }
        withExtendedLifetime(tree) { children(of: tree.root, depth: 0) }
    }

    private func isMarked(_ line: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in line {
            if last == UInt8(ascii: "{"), byte == UInt8(ascii: "#") { return true }
            if last == byte, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") { return true }
            last = byte
        }
        // Braces alone may be a mark whose `#` was forgotten.
        return last == UInt8(ascii: "}")
    }

    private mutating func children(of parent: MarkdownNode, depth: Int) {
        var isAfterProse = false
        for node in parent.children {
            let before = document.blocks.count
            block(node, depth: depth, isAfterProse: isAfterProse)
            isAfterProse = false
            if document.blocks.count == before + 1, case .prose = document.blocks[before] { isAfterProse = true }
        }
    }

    private mutating func block(_ node: MarkdownNode, depth: Int, isAfterProse: Bool) {
        let (first, last) = lines(of: node)
        switch node.kind {
        case .heading: heading(node, first, last)
        case .paragraph: paragraph(node, first, last, isAfterProse: isAfterProse)
        case .codeBlock: code(node, first, last)
        case .list, .item, .quote:
            if depth < BodyReader.depthLimit, marked[min(last, source.lines.count)] > marked[first - 1] {
                children(of: node, depth: depth + 1)
            } else {
                prose(first, last)
            }
        case .table:
            for line in first...max(first, last) where source.line(line).contains("{#") {
                problems.add(
                    Position(line: line, column: 1),
                    "a row of a table cannot be a clause; leave an empty line between the table and `{#id}`")
            }
            prose(first, last)
        case .html: break
        default: prose(first, last)
        }
    }

    private func lines(of node: MarkdownNode) -> (Int, Int) {
        let offset = firstLine - 1
        let first = min(max(1, node.firstLine) + offset, source.lines.count)
        return (first, min(max(first, node.lastLine + offset), source.lines.count))
    }

    private mutating func heading(_ node: MarkdownNode, _ first: Int, _ last: Int) {
        if marked[last] > marked[first - 1], case .none = ClauseMark.find(in: source.text(first, last)) {
        } else if marked[last] > marked[first - 1] {
            problems.add(
                Position(line: first, column: 1),
                "a heading cannot be a clause; put `{#id}` at the end of a paragraph or list item")
        }
        current = nil
        document.blocks.append(.heading(node.plainText, level: node.level))
    }

    private mutating func paragraph(_ node: MarkdownNode, _ first: Int, _ last: Int, isAfterProse: Bool) {
        let text = text(of: node, first, last)
        guard marked[last] > marked[first - 1] else {
            document.blocks.append(.prose(text))
            return
        }
        let start = Position(line: first, column: source.column(line: first, byte: node.firstColumn))
        switch ClauseMark.find(in: text) {
        case .none: document.blocks.append(.prose(text))
        case .inside(let offset):
            problems.add(
                place(offset, in: text, from: start),
                "`{#…}` must end its paragraph or list item; leave an empty line after it")
            document.blocks.append(.prose(text))
        case .withoutHash(let offset, let inside):
            problems.add(place(offset, in: text, from: start), "expected `{#\(inside)}`, not `{\(inside)}`")
            document.blocks.append(.prose(text))
        case .atEnd(let before, let inside, let offset):
            clause(before, inside, at: start, mark: place(offset, in: text, from: start), isAfterProse: isAfterProse)
        }
    }

    private mutating func clause(
        _ text: String, _ inside: String, at start: Position, mark position: Position, isAfterProse: Bool
    ) {
        var text = text
        if text.isEmpty {
            // The mark stands alone: it belongs to the list, table or paragraph just above.
            guard isAfterProse, case .prose(let above) = document.blocks.last else {
                problems.add(position, "`{#…}` ends no clause; put it at the end of a paragraph or list item")
                return
            }
            document.blocks.removeLast()
            text = above
        }
        switch ClauseMark.parse(inside) {
        case .failure(let problem):
            problems.add(position, problem.message)
            document.blocks.append(.prose(text))
        case .success(let mark):
            current = Clause.ID(rawValue: mark.id)
            if let earlier = clauseLines[mark.id] {
                problems.add(
                    position, "`\(mark.id)` is already the id of a clause; every clause needs its own",
                    other: Place(file: document.file, position: earlier))
                document.blocks.append(.prose(text))
                return
            }
            clauseLines[mark.id] = start
            document.blocks.append(.clause(document.clauses.count))
            document.clauses.append(
                PolicyDocument.MarkedClause(
                    id: Clause.ID(rawValue: mark.id), text: text, duties: mark.duties, position: start))
        }
    }

    private mutating func code(_ node: MarkdownNode, _ first: Int, _ last: Int) {
        let info = node.info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        let position = Position(line: first, column: source.column(line: first, byte: node.firstColumn))
        guard info == "rule" else {
            if ["rules", "Rule", "RULE", "Rules", "rul", "ruel"].contains(info) {
                problems.add(position, "expected a block `rule`, not `\(info)`")
            }
            prose(first, last)
            return
        }
        let lastLine = source.line(last).trimmed
        if last == first || !(lastLine.hasSuffix("```") || lastLine.hasSuffix("~~~")) {
            problems.add(position, "this rule block is not closed; expected a line of ``` that ends it")
            return
        }
        let content = Array(node.literal.utf8)
        guard content.count <= 64 * 1_024 else {
            problems.add(position, "expected a rule block of at most 64 KB")
            return
        }
        rule(content, at: position, from: Position(line: first + 1, column: position.column))
    }

    private mutating func rule(_ content: [UInt8], at position: Position, from origin: Position) {
        let read = YAMLReader.read(content, from: origin)
        for problem in read.problems { problems.add(problem.position, problem.message) }
        guard let clause = current else {
            problems.add(
                position, "this rule block stands under no clause; put it after a paragraph that ends in `{#id}`")
            return
        }
        let expected = "expected one control and its parameters, such as `posts.approval:`"
        let entry: (key: String, keyPosition: Position, value: YAML)
        switch read.value {
        case .mapping(let entries, _):
            guard let first = entries.first else {
                problems.add(position, expected)
                return
            }
            for extra in entries.dropFirst() {
                problems.add(
                    extra.keyPosition, "a rule block holds one control; give `\(extra.key)` a block of its own")
            }
            entry = first
        case .scalar(let name, isQuoted: _, let place) where !name.isEmpty:
            entry = (name, place, .scalar("", isQuoted: false, place))
        case nil where !read.problems.isEmpty: return
        default:
            problems.add(position, expected)
            return
        }
        var parameters: [(key: String, keyPosition: Position, value: YAML)] = []
        switch entry.value {
        case .mapping(let inner, _): parameters = inner
        case .scalar("", isQuoted: false, _): break
        default:
            problems.add(
                entry.value.position,
                "expected the parameters of `\(entry.key)`, each with its value, not \(entry.value.shown)")
        }
        document.rules.append(
            PolicyDocument.RuleText(
                control: entry.key, position: entry.keyPosition, clause: clause, parameters: parameters))
    }

    private mutating func prose(_ first: Int, _ last: Int) {
        document.blocks.append(.prose(source.text(first, last)))
    }

    /// A paragraph's lines without what encloses them, such as list markers and quotation marks.
    private func text(of node: MarkdownNode, _ first: Int, _ last: Int) -> String {
        let bytes = source.bytes[source.lines[first - 1]].dropFirst(max(0, node.firstColumn - 1))
        var text = String(decoding: bytes, as: UTF8.self)
        guard last > first else { return text }
        for line in (first + 1)...last {
            text += "\n" + source.line(line).drop { $0 == " " || $0 == "\t" || $0 == ">" }
        }
        return text
    }

    /// Where a byte of a paragraph's text stands in the file.
    private func place(_ offset: Int, in text: String, from start: Position) -> Position {
        let before = Array(text.utf8.prefix(offset))
        let breaks = before.count { $0 == 0x0A }
        let lastLine = before.suffix(before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0))
        let column = lastLine.count { $0 & 0xC0 != 0x80 }
        return breaks == 0
            ? Position(line: start.line, column: start.column + column)
            : Position(line: start.line + breaks, column: indent(start.line + breaks) + column + 1)
    }

    private func indent(_ line: Int) -> Int {
        source.line(line).prefix { $0 == " " || $0 == "\t" || $0 == ">" }.count
    }
}
