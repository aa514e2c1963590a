/// How much two texts say the same: pure, on bytes, fast enough for a month of posts at every keystroke.
struct Likeness: Sendable {
    /// So much of the shorter text stands in the longer one.
    static let enough = 0.7

    /// A hash for each three words in a row; for a shorter text one for all of it.
    private let shingles: Set<UInt64>

    init(_ text: String) {
        var words: [UInt64] = [], text = text
        text.withUTF8 { bytes in
            var hash = Self.start, length = 0, isLink = false
            func end() {
                if length > 0, !isLink { words.append(hash) }
                (hash, length, isLink) = (Self.start, 0, false)
            }
            for (index, byte) in bytes.enumerated() {
                // A link is one thing: what it leads to does not make two texts alike.
                if isLink, byte > 0x20 { continue }
                guard Self.isOfWord(byte) else {
                    if byte == UInt8(ascii: ":"), length >= 4, index + 2 < bytes.count,
                        bytes[index + 1] == UInt8(ascii: "/")
                    {
                        isLink = true
                        continue
                    }
                    // An apostrophe or its like joins: “it’s” and “its” are one word here.
                    if byte == UInt8(ascii: "'") { continue }
                    end()
                    continue
                }
                hash = Self.mixed(hash, byte | ((0x41...0x5A).contains(byte) ? 0x20 : 0))
                length += 1
            }
            end()
        }
        guard words.count >= 3 else {
            shingles = words.isEmpty ? [] : [words.reduce(Self.start, Self.joined)]
            return
        }
        var shingles = Set<UInt64>(minimumCapacity: words.count)
        for index in 0..<words.count - 2 {
            shingles.insert(Self.joined(Self.joined(words[index], words[index + 1]), words[index + 2]))
        }
        self.shingles = shingles
    }

    /// Which part of the shorter text stands in the longer one, from 0 to 1; a few words inside a long text count as
    /// nothing.
    func overlap(with other: Likeness) -> Double {
        let (short, long) =
            shingles.count <= other.shingles.count ? (shingles, other.shingles) : (other.shingles, shingles)
        guard !short.isEmpty, long.count <= 4 * short.count else { return 0 }
        return Double(short.count { long.contains($0) }) / Double(short.count)
    }

    func isNearly(_ other: Likeness) -> Bool { overlap(with: other) >= Self.enough }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    private static func joined(_ a: UInt64, _ b: UInt64) -> UInt64 { (a ^ (b >> 7)) &* 0x9E37_79B9_7F4A_7C15 &+ b }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
