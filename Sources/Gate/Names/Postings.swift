/// From a key to the people it stands for: sorted arrays with an index over the top bits, twelve bytes an entry.
struct Postings: Sendable {
    private let keys: [UInt64]
    private let people: [UInt32]
    private let starts: [UInt32]
    private let shift: UInt64

    /// The most people that are handed out for a key; a very common name is not walked through.
    static let most = 24

    /// Sorts by the top bits into stretches of a few entries each, and then those.
    init(_ entries: [(key: UInt64, person: UInt32)]) {
        var bits: UInt64 = 1
        while bits < 24, 1 << bits < entries.count { bits += 1 }
        let shift = 64 - bits
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for entry in entries { starts[Int(Postings.mixed(entry.key) >> shift) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var keys = [UInt64](repeating: 0, count: entries.count)
        var people = [UInt32](repeating: 0, count: entries.count)
        for entry in entries {
            let key = Postings.mixed(entry.key)
            let bucket = Int(key >> shift)
            // In its place among those of its stretch that came before; people come in their order.
            var place = Int(next[bucket])
            next[bucket] += 1
            let start = Int(starts[bucket])
            while place > start, keys[place - 1] > key {
                keys[place] = keys[place - 1]
                people[place] = people[place - 1]
                place -= 1
            }
            keys[place] = key
            people[place] = entry.person
        }
        self.shift = shift
        self.keys = keys
        self.people = people
        self.starts = starts
    }

    /// The people of a key, at most a few, each once.
    func people(for key: NameKey) -> [Int] {
        let key = Postings.mixed(key.value)
        var found: [Int] = []
        var index = lowerBound(key)
        while index < keys.count, keys[index] == key, found.count <= Postings.most {
            let person = Int(people[index])
            if found.last != person { found.append(person) }
            index += 1
        }
        return found
    }

    func contains(_ key: NameKey) -> Bool {
        let key = Postings.mixed(key.value)
        let index = lowerBound(key)
        return index < keys.count && keys[index] == key
    }

    private func lowerBound(_ key: UInt64) -> Int {
        let bucket = Int(key >> shift)
        var low = Int(starts[bucket])
        var high = Int(starts[bucket + 1])
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// FNV leaves the top bits poorly spread.
    private static func mixed(_ key: UInt64) -> UInt64 {
        var key = key
        key = (key ^ (key >> 31)) &* 0x7fb5_d329_728e_a185
        key = (key ^ (key >> 27)) &* 0x81da_def4_bc2d_d44d
        return key ^ (key >> 33)
    }
}
