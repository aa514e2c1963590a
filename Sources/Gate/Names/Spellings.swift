/// What every spelling of the roll may be part of: one number for each in a table with open addressing.
struct Spellings: Sendable {
    /// The spelling's hash but for its last three bits, which are the use; 0 is an empty place.
    private var table: [UInt64] = Array(repeating: 0, count: 64)
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// Nil for what is nobody's name.
    subscript(key: NameKey) -> RollIndex.Use? {
        let found = table.withUnsafeBufferPointer { $0[Spellings.place(of: key, in: $0)] }
        return found == 0 ? nil : RollIndex.Use(rawValue: UInt8(found & 7))
    }

    mutating func add(_ use: RollIndex.Use, to key: NameKey) {
        let place = table.withUnsafeBufferPointer { Spellings.place(of: key, in: $0) }
        if table[place] == 0 { count += 1 }
        table[place] = key.value & ~7 | table[place] & 7 | UInt64(use.rawValue)
        if count * 2 > table.count { grow() }
    }

    private mutating func grow() {
        let old = table
        table = Array(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            let place = table.withUnsafeBufferPointer { Spellings.place(of: NameKey(value: entry), in: $0) }
            table[place] = entry
        }
    }

    /// Where a spelling stands, or the empty place where it would.
    @inline(__always)
    private static func place(of key: NameKey, in table: UnsafeBufferPointer<UInt64>) -> Int {
        let mask = table.count - 1
        // The last bits are left out, so that an entry finds its place again when the table grows.
        var place = Int(truncatingIfNeeded: (key.value >> 3) ^ (key.value >> 35)) & mask
        while table[place] != 0, table[place] & ~7 != key.value & ~7 { place = (place + 1) & mask }
        return place
    }
}
