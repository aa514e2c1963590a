/// The word lists, compiled: every phrase of every check is looked for in one pass over the words of a text.
///
/// Each phrase is entered under its rarest word; only where that word stands is the rest compared.
struct Phrasebook: Sendable {
    /// Sets of words that phrases name as `<child>`; a word may be in several.
    struct WordClasses: OptionSet, Sendable { let rawValue: UInt64 }

    struct Element: Sendable {
        enum Kind: UInt8, Sendable { case words, gap }

        var kind: Kind
        var isOptional = false
        var gap: UInt8 = 0
        var takesNumber = false
        var takesCapitalised = false
        var classes = WordClasses(rawValue: 0)
        /// The words' numbers, in `wordLists`.
        var words = 0..<0
    }

    struct Phrase: Sendable {
        let sense: Sense
        let effect: Pattern.Effect
        let elements: Range<Int>
    }

    struct Entry: Sendable {
        let phrase: Int32
        /// The element that the word stands for.
        let element: Int32
        let neighbour: Neighbour
    }

    /// What has to stand right beside a word: most entries are passed over by looking there first.
    struct Neighbour: Sendable {
        /// Where it stands: 1 for the next word, -1 for the one before, 0 when anything may.
        let side: Int
        /// A bit for each word that may stand there; other words may share it.
        let words: UInt64

        static let any = Neighbour(side: 0, words: 0)

        static func bit(_ word: Int32) -> UInt64 { 1 << UInt64(word & 63) }
    }

    private(set) var phrases: [Phrase] = []
    private(set) var elements: [Element] = []
    private(set) var wordLists: [Int32] = []
    private(set) var classesOfWord: [WordClasses] = []
    private(set) var vocabulary = Vocabulary()
    /// For each word, the stretch of `entries` to try.
    private(set) var entriesOfWord: [Range<Int>] = []
    private(set) var entries: [Entry] = []
    /// The class `given`, whose words count only with a capital.
    private(set) var givenNames = WordClasses(rawValue: 0)

    init(classes: [(name: String, words: String)], lists: [(sense: Sense, lines: String)]) {
        var bits: [String: WordClasses] = [:]
        var members: [String: [Int32]] = [:]
        for (index, entry) in classes.enumerated() {
            bits[entry.name] = WordClasses(rawValue: 1 << UInt64(index))
            if entry.name == "given" { givenNames = WordClasses(rawValue: 1 << UInt64(index)) }
            for word in entry.words.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap({
                Pattern.endings(String($0))
            }) {
                let id = number(of: word)
                classesOfWord[Int(id)].formUnion(WordClasses(rawValue: 1 << UInt64(index)))
                members[entry.name, default: []].append(id)
            }
        }
        var under: [[Entry]] = []
        for (sense, lines) in lists {
            for line in lines.split(separator: "\n") {
                guard let pattern = Pattern(line) else { continue }
                let (phrase, words, anchor, neighbour) = add(pattern, sense: sense, bits: bits, members: members)
                for word in words {
                    while under.count <= word { under.append([]) }
                    under[Int(word)].append(Entry(phrase: Int32(phrase), element: Int32(anchor), neighbour: neighbour))
                }
            }
        }
        entriesOfWord = (0..<classesOfWord.count).map { word in
            let start = entries.count
            if word < under.count { entries += under[word] }
            return start..<entries.count
        }
    }

    private mutating func number(of word: String) -> Int32 {
        let id = vocabulary.insert(NameKey(word).value)
        if id == classesOfWord.count { classesOfWord.append([]) }
        return Int32(id)
    }

    /// Adds a phrase; answers with its number, the words and element to enter it under, and what stands beside.
    private mutating func add(
        _ pattern: Pattern, sense: Sense, bits: [String: WordClasses], members: [String: [Int32]]
    ) -> (phrase: Int, words: Set<Int32>, anchor: Int, neighbour: Neighbour) {
        let start = elements.count
        /// The words of each element that has to be there; none for the others.
        var needed: [Set<Int32>] = []
        var best: (words: Set<Int32>, anchor: Int, cost: Int) = ([], start, .max)
        for element in pattern.elements {
            switch element {
            case .gap(let count):
                elements.append(Element(kind: .gap, gap: UInt8(count)))
                needed.append([])
            case .words(let words, let classes, let others, let isOptional):
                let numbers = words.map { number(of: $0) }
                let first = wordLists.count
                wordLists += numbers
                let mask = classes.reduce(into: WordClasses()) { $0.formUnion(bits[$1] ?? []) }
                elements.append(
                    Element(
                        kind: .words, isOptional: isOptional, takesNumber: others.contains(.number),
                        takesCapitalised: others.contains(.capitalised), classes: mask, words: first..<wordLists.count))
                // A number or a capital has no entry, so another element must be the one to look under.
                guard !isOptional, others.isEmpty else {
                    needed.append([])
                    continue
                }
                let all = Set(numbers).union(classes.flatMap { members[$0] ?? [] })
                needed.append(all)
                let cost = words.reduce(0) { $0 + (CommonWords.all.contains($1) ? 60 : 1) } + (classes.isEmpty ? 0 : 40)
                if cost < best.cost { best = (all, elements.count - 1, cost) }
            }
        }
        phrases.append(Phrase(sense: sense, effect: pattern.effect, elements: start..<elements.count))
        let sides = [1, -1].filter { side in
            let place = best.anchor - start + side
            return needed.indices.contains(place) && (1...16).contains(needed[place].count)
        }
        let neighbour = sides.min { needed[best.anchor - start + $0].count < needed[best.anchor - start + $1].count }
            .map { side in
                Neighbour(
                    side: side,
                    words: needed[best.anchor - start + side].reduce(0) { $0 | Neighbour.bit($1) })
            }
        return (phrases.count - 1, best.words, best.anchor, neighbour ?? .any)
    }
}

/// Numbers for words, by the hash of their spelling.
struct Vocabulary: Sendable {
    private(set) var keys: [UInt64] = Array(repeating: 0, count: 1 << 14)
    private var values: [Int32] = Array(repeating: -1, count: 1 << 14)
    private(set) var count = 0

    /// The word's number, or -1.
    @inline(__always)
    func number(of key: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return -1
    }

    mutating func insert(_ key: UInt64) -> Int {
        let known = number(of: key)
        if known >= 0 { return Int(known) }
        if count * 2 > keys.count { grow() }
        place(key, Int32(count))
        count += 1
        return count - 1
    }

    private mutating func place(_ key: UInt64, _ value: Int32) {
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while values[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let old = zip(keys, values).filter { $0.1 >= 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        values = Array(repeating: -1, count: keys.count)
        for (key, value) in old { place(key, value) }
    }
}
