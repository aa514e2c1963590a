/// What the classifier knows of a text: its words, words next to each other, and the sets of words that they belong to.
///
/// Names, numbers and codes such as `4BR` each stand for all of their kind, so that no child's name is ever learned.
struct Traits {
    /// A word as the classifier sees it.
    private struct Token {
        let key: UInt64
        /// The sets of the word lists that it belongs to, as bits.
        let classes: UInt64
        /// For a name, a number or a code, which of these; otherwise the word's own spelling counts.
        let kind: String?
    }

    private let words: [Word]
    private let tokens: [Token]

    /// Words of `named` are somebody's name.
    init(_ text: AnalysedText, named: Set<Int>, phrasebook: Phrasebook = .schools) {
        let words = text.words
        self.words = words
        tokens = words.indices.map { index in
            let kind = Traits.kind(words, index, isNamed: named.contains(index))
            guard kind == nil else { return Token(key: kind?.key ?? 0, classes: 0, kind: kind?.spelling) }
            let key = words[index].key.value
            let number = phrasebook.vocabulary.number(of: key)
            let classes = number < 0 ? 0 : phrasebook.classesOfWord[Int(number)].rawValue & Traits.counted
            return Token(key: key, classes: classes, kind: nil)
        }
    }

    private struct Kind {
        let spelling: String
        let key: UInt64

        init(_ spelling: String) {
            self.spelling = spelling
            key = NameKey(spelling).value
        }
    }

    private static func kind(_ words: [Word], _ index: Int, isNamed: Bool) -> Kind? {
        let word = words[index]
        if isNamed { return name }
        if word.isNumber { return number }
        if word.hasDigit { return code }
        guard word.isCapitalised else { return nil }
        if index > 0, titles.contains(words[index - 1]) { return name }
        return word.casing == .capitalised && !word.opens && GivenNames.contains(word) ? name : nil
    }

    // Folded words have no capitals, so that these are nobody's spelling.
    private static let name = Kind("NAME")
    private static let number = Kind("NUM")
    private static let code = Kind("CODE")
    private static let titles: WordSet = ["mr", "mrs", "ms", "miss", "mx", "dr"]
    private static let classNames = Lists.classes.map { "<\($0.name)>" }
    private static let classKeys = classNames.map { NameKey($0).value }
    /// The sets that tell something here.
    private static let counted = Lists.classes.indices.reduce(into: UInt64(0)) { bits, index in
        if !["given", "be", "have"].contains(Lists.classes[index].name) { bits |= 1 << UInt64(index) }
    }

    /// The key of a word, or of the kind that stands for it.
    func key(_ index: Int) -> UInt64 { tokens[index].key }

    /// Hands out the key of each trait of some words of one sentence.
    @inline(__always)
    func visit(_ range: Range<Int>, _ take: (UInt64) -> Void) {
        let classKeys = Traits.classKeys
        for index in range {
            let token = tokens[index]
            take(token.key)
            Traits.each(of: token.classes) { take(classKeys[$0]) }
            guard index + 1 < range.upperBound else { continue }
            let next = tokens[index + 1]
            take(Traits.pair(token.key, next.key))
            Traits.each(of: token.classes) { take(Traits.pair(classKeys[$0], next.key)) }
            Traits.each(of: next.classes) { take(Traits.pair(token.key, classKeys[$0])) }
        }
    }

    @inline(__always)
    private static func each(of classes: UInt64, _ body: (Int) -> Void) {
        var bits = classes
        while bits != 0 {
            body(bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
    }

    /// The key of two words in a row.
    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first << 21 | first >> 43) &* 0x9E37_79B9_7F4A_7C15 ^ second
    }

    // MARK: - In words, for training

    func spelling(_ index: Int) -> String { tokens[index].kind ?? words[index].folded }

    /// The same traits as `visit` hands out, in the same order, as words; two in a row have a space between them.
    func spelled(_ range: Range<Int>) -> [String] {
        var spelled: [String] = []
        for index in range {
            let own = spelling(index)
            spelled.append(own)
            Traits.each(of: tokens[index].classes) { spelled.append(Traits.classNames[$0]) }
            guard index + 1 < range.upperBound else { continue }
            let next = spelling(index + 1)
            spelled.append("\(own) \(next)")
            Traits.each(of: tokens[index].classes) { spelled.append("\(Traits.classNames[$0]) \(next)") }
            Traits.each(of: tokens[index + 1].classes) { spelled.append("\(own) \(Traits.classNames[$0])") }
        }
        return spelled
    }
}

extension Situation {
    /// The text's traits, with the names of people on the roll among its names.
    var traits: Traits { Traits(text, named: Set(mentions.flatMap { Array($0.words) })) }
}
