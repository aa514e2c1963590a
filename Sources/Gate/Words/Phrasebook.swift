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
        let isHint: Bool
    }

    struct Entry: Sendable {
        let phrase: Int32
        /// The element that the word stands for.
        let element: Int32
        let neighbour: Neighbour
        /// What has to stand somewhere in the same sentence; nothing when anything may.
        let company: Company
    }

    /// Words as bits, some of which share one: tells in a moment that none of them is there.
    struct Company: Sendable {
        private(set) var bits = SIMD4<UInt64>(repeating: 0)

        var isEmpty: Bool { bits == SIMD4(repeating: 0) }

        mutating func insert(_ word: Int32) { bits[Int(word >> 6 & 3)] |= 1 << UInt64(word & 63) }

        @inline(__always)
        func meets(_ other: Company) -> Bool { (bits & other.bits) != SIMD4(repeating: 0) }
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

    /// Phrases of `hints` may be overruled by what the text reads like; those of `lists` may not.
    init(
        classes: [(name: String, words: String)], lists: [(sense: Sense, lines: String)],
        hints: [(sense: Sense, lines: String)] = []
    ) {
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
        for (place, list) in (lists + hints).enumerated() {
            for line in list.lines.split(separator: "\n") {
                guard let pattern = Pattern(line) else { continue }
                let (words, entry) = add(
                    pattern, sense: list.sense, isHint: place >= lists.count, bits: bits, members: members)
                for word in words {
                    while under.count <= word { under.append([]) }
                    under[Int(word)].append(entry)
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

    /// An element that has to be there, before its words are gathered.
    private struct Needed {
        var numbers: [Int32] = []
        var classes: [String] = []
        var count = 0

        func words(_ members: [String: [Int32]]) -> Set<Int32> {
            Set(numbers).union(classes.flatMap { members[$0] ?? [] })
        }
    }

    /// Adds a phrase; answers with the words to enter it under, and its entry.
    private mutating func add(
        _ pattern: Pattern, sense: Sense, isHint: Bool, bits: [String: WordClasses], members: [String: [Int32]]
    ) -> (words: Set<Int32>, entry: Entry) {
        let start = elements.count
        var needed: [Needed] = []
        var best = (place: 0, cost: Int.max)
        for element in pattern.elements {
            switch element {
            case .gap(let count):
                elements.append(Element(kind: .gap, gap: UInt8(count)))
                needed.append(Needed())
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
                    needed.append(Needed())
                    continue
                }
                let count = classes.reduce(numbers.count) { $0 + (members[$1]?.count ?? 0) }
                needed.append(Needed(numbers: numbers, classes: classes, count: count))
                let cost = words.reduce(0) { $0 + (CommonWords.all.contains($1) ? 60 : 1) } + (classes.isEmpty ? 0 : 40)
                if cost < best.cost { best = (needed.count - 1, cost) }
            }
        }
        phrases.append(
            Phrase(sense: sense, effect: pattern.effect, elements: start..<elements.count, isHint: isHint))
        let side = [1, -1].filter { needed.indices.contains(best.place + $0) }
            .filter { (1...16).contains(needed[best.place + $0].count) }
            .min { needed[best.place + $0].count < needed[best.place + $1].count }
        let neighbour = side.map { side in
            Neighbour(
                side: side,
                words: needed[best.place + side].words(members).reduce(0) { $0 | Neighbour.bit($1) })
        }
        // Of the elements further off the one with the fewest words tells most.
        let far = needed.indices.filter { place in
            place != best.place && place - best.place != side && (1...24).contains(needed[place].count)
        }
        var company = Company()
        if let place = far.min(by: { needed[$0].count < needed[$1].count }) {
            for word in needed[place].words(members) { company.insert(word) }
        }
        let entry = Entry(
            phrase: Int32(phrases.count - 1), element: Int32(start + best.place), neighbour: neighbour ?? .any,
            company: company)
        return (best.cost == .max ? [] : needed[best.place].words(members), entry)
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
