/// Sections and numbers while policies are put on top of each other.
///
/// A base's clauses keep their numbers, so that what cites them stays right.
struct Outline {
    private struct Part {
        var number: String
        var title: String
        var blocks: [Rulebook.Section.Block]
        var clauses: Int
    }

    private var parts: [Part] = []
    private var byTitle: [String: Int] = [:]
    private var current: Int?
    private var lastNumber = 0

    init() {}

    init(_ sections: [Rulebook.Section]) {
        for section in sections {
            byTitle[Outline.key(section.title)] = parts.count
            let clauses = section.blocks.count { if case .clause = $0 { true } else { false } }
            parts.append(Part(number: section.number, title: section.title, blocks: section.blocks, clauses: clauses))
            lastNumber = max(lastNumber, Int(section.number) ?? 0)
        }
    }

    var sections: [Rulebook.Section] {
        parts.map { Rulebook.Section(number: $0.number, title: $0.title, blocks: $0.blocks) }
    }

    /// Headings of this level begin a section: the highest there is, leaving out a lone first one as the title.
    static func sectionLevel(of blocks: [PolicyDocument.Block]) -> Int {
        let levels: [Int] = blocks.compactMap { if case .heading(_, let level) = $0 { level } else { nil } }
        guard let highest = levels.min() else { return 1 }
        let isLone = levels.count { $0 == highest } == 1 && levels.first == highest && levels.count > 1
        return isLone ? levels.filter { $0 != highest }.min() ?? highest : highest
    }

    mutating func heading(_ text: String, level: Int, sectionLevel: Int) {
        guard level <= sectionLevel else {
            add(.heading(text, level: level))
            return
        }
        guard level == sectionLevel else { return }
        if let index = byTitle[Outline.key(text)] {
            current = index
            return
        }
        let (said, title) = Outline.numbered(text)
        lastNumber = said.map { $0 > lastNumber ? $0 : lastNumber + 1 } ?? lastNumber + 1
        byTitle[Outline.key(text)] = parts.count
        current = parts.count
        parts.append(Part(number: String(lastNumber), title: title, blocks: [], clauses: 0))
    }

    mutating func add(_ block: Rulebook.Section.Block) { parts[part()].blocks.append(block) }

    /// The clause's number, and the heading it stands under.
    mutating func addClause(_ id: Clause.ID) -> (number: String, section: String) {
        let index = part()
        parts[index].clauses += 1
        parts[index].blocks.append(.clause(id))
        let within = String(parts[index].clauses)
        let number = parts[index].number.isEmpty ? within : parts[index].number + "." + within
        return (number, parts[index].title)
    }

    private mutating func part() -> Int {
        if let current { return current }
        if let index = byTitle[""] {
            current = index
            return index
        }
        byTitle[""] = parts.count
        current = parts.count
        parts.append(Part(number: "", title: "", blocks: [], clauses: 0))
        return parts.count - 1
    }

    /// A heading such as `3. Images` says its own number.
    private static func numbered(_ heading: String) -> (number: Int?, title: String) {
        let digits = heading.prefix { $0.isASCII && $0.isNumber }
        let rest = heading.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let number = Int(digits), rest.first == "." || rest.first == " "
        else { return (nil, heading) }
        let title = rest.drop { $0 == "." || $0 == " " }
        return title.isEmpty || title.first?.isNumber == true ? (nil, heading) : (number, String(title))
    }

    private static func key(_ heading: String) -> String { numbered(heading).title.lowercased() }
}
