/// One line of a word list, taken apart.
///
/// Elements are separated by spaces: `a|b` alternatives, `strik{e,es,ing}` endings, `<child>` a class of words,
/// `#` a number, `^` a capitalised word, `~3` up to three words of any kind; a `?` at the end makes one optional.
struct Pattern {
    enum Element: Equatable {
        case words([String], classes: [String], others: Others, isOptional: Bool)
        case gap(Int)
    }

    /// What an element takes beside its words.
    struct Others: OptionSet {
        let rawValue: UInt8

        static let number = Others(rawValue: 1)
        static let capitalised = Others(rawValue: 2)
    }

    /// What a line does to hits of its sense: give one, withdraw those it overlaps, or those in its sentence.
    enum Effect: UInt8 { case hit, withdrawsOverlapping, withdrawsSentence }

    let elements: [Element]
    let effect: Effect

    /// Nil for an empty line.
    init?(_ line: some StringProtocol) {
        var parts = line.split(separator: " ")
        guard let first = parts.first else { return nil }
        switch first {
        case "-": effect = .withdrawsOverlapping
        case "--": effect = .withdrawsSentence
        default: effect = .hit
        }
        if effect != .hit { parts.removeFirst() }
        elements = parts.map { Pattern.element(String($0)) }
        if elements.isEmpty { return nil }
    }

    private static func element(_ text: String) -> Element {
        let isOptional = text.utf8.last == UInt8(ascii: "?")
        let text = isOptional ? String(text.dropLast()) : text
        if text.utf8.first == UInt8(ascii: "~"), let count = Int(text.dropFirst()) { return .gap(count) }
        var words: [String] = []
        var classes: [String] = []
        var others: Others = []
        for part in text.split(separator: "|").map(String.init) {
            if part == "#" {
                others.insert(.number)
            } else if part == "^" {
                others.insert(.capitalised)
            } else if part.hasPrefix("^<") {
                // Given names count with their capital only; `Matcher` sees to that.
                classes.append(String(part.dropFirst(2).dropLast()))
            } else if part.hasPrefix("<") {
                classes.append(String(part.dropFirst().dropLast()))
            } else {
                words += endings(part)
            }
        }
        return .words(words, classes: classes, others: others, isOptional: isOptional)
    }

    /// `bully{ing,s}` gives `bully`, `bullying` and `bullys`: a word list need not fear words that nobody writes.
    static func endings(_ text: String) -> [String] {
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")), text.utf8.last == UInt8(ascii: "}") else {
            return [text]
        }
        let stem = text[..<open]
        let inside = text[text.utf8.index(after: open)...].dropLast()
        return [String(stem)] + inside.split(separator: ",").map { String(stem) + String($0) }
    }
}
