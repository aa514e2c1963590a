/// One line of a word list, taken apart.
///
/// Elements are separated by spaces: `a|b` alternatives, `strik{e,es,ing}` endings, `<child>` a class of words,
/// `#` a number, `^` a capitalised word, `~3` up to three words of any kind; a `?` at the end makes one optional.
struct Pattern {
    enum Element: Equatable {
        case words([String], classes: [String], isOptional: Bool)
        case number(isOptional: Bool)
        case capitalised(isOptional: Bool)
        case gap(Int)
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
        if text == "#" { return .number(isOptional: isOptional) }
        if text == "^" { return .capitalised(isOptional: isOptional) }
        if text.utf8.first == UInt8(ascii: "~"), let count = Int(text.dropFirst()) { return .gap(count) }
        var words: [String] = []
        var classes: [String] = []
        for part in alternatives(text) {
            if part.utf8.first == UInt8(ascii: "<") {
                classes.append(String(part.dropFirst().dropLast()))
            } else {
                words += endings(part)
            }
        }
        return .words(words, classes: classes, isOptional: isOptional)
    }

    /// Splits at bars outside braces.
    private static func alternatives(_ text: String) -> [String] {
        text.split(separator: "|").map(String.init)
    }

    /// `abus{e,ed}` gives `abuse` and `abused`.
    static func endings(_ text: String) -> [String] {
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")), text.utf8.last == UInt8(ascii: "}") else {
            return [text]
        }
        let stem = text[..<open]
        let inside = text[text.utf8.index(after: open)...].dropLast()
        return inside.split(separator: ",", omittingEmptySubsequences: false).map { String(stem) + String($0) }
    }
}
