/// Spellings that a word is looked up among by its key, so that no text is hashed or compared.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    /// A table with open addressing; 0 is an empty place.
    private let table: [UInt64]

    init(_ words: some Sequence<String>) { self.init(keys: words.map { NameKey($0) }) }

    init(arrayLiteral elements: String...) { self.init(elements) }

    init(keys: [NameKey]) {
        var size = 8
        while size < keys.count * 3 { size *= 2 }
        var table = [UInt64](repeating: 0, count: size)
        for key in keys {
            var place = WordSet.place(key.value, size)
            while table[place] != 0, table[place] != key.value { place = (place + 1) & (size - 1) }
            table[place] = key.value
        }
        self.table = table
    }

    func contains(_ word: Word) -> Bool { contains(word.key) }

    func contains(_ spelling: String) -> Bool { contains(NameKey(spelling)) }

    func contains(_ key: NameKey) -> Bool {
        table.withUnsafeBufferPointer { table in
            var place = WordSet.place(key.value, table.count)
            while table[place] != 0 {
                if table[place] == key.value { return true }
                place = (place + 1) & (table.count - 1)
            }
            return false
        }
    }

    func union(_ other: WordSet) -> WordSet {
        WordSet(keys: (table + other.table).filter { $0 != 0 }.map(NameKey.init(value:)))
    }

    @inline(__always)
    private static func place(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: key ^ (key >> 32)) & (size - 1)
    }
}

/// Something for each of a few spellings, found by a word's key.
struct WordMap<Value: Sendable>: Sendable {
    private let known: WordSet
    private let values: [NameKey: Value]

    init(_ values: [String: Value]) {
        known = WordSet(values.keys)
        self.values = Dictionary(uniqueKeysWithValues: values.map { (NameKey($0.key), $0.value) })
    }

    func has(_ word: Word) -> Bool { known.contains(word) }

    /// Nil for most words, which is quickly known.
    subscript(word: Word) -> Value? { known.contains(word.key) ? values[word.key] : nil }
}
