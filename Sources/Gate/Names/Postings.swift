/// From a key to the people it stands for: sorted arrays with an index over the top bits, twelve bytes an entry.
struct Postings: Sendable {
    private let keys: [UInt64]
    private let people: [UInt32]
    private let starts: [UInt32]
    private let shift: UInt64

    /// The most people that are handed out for a key; a very common name is not walked through.
    static let most = 24

    init(_ entries: consuming [(key: UInt64, person: UInt32)]) {
        for index in entries.indices { entries[index].key = Postings.mixed(entries[index].key) }
        entries.sort { ($0.key, $0.person) < ($1.key, $1.person) }
        var bits: UInt64 = 1
        while bits < 24, 1 << bits < entries.count { bits += 1 }
        shift = 64 - bits
        keys = entries.map(\.key)
        people = entries.map(\.person)
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for key in keys { starts[Int(key >> shift) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
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
