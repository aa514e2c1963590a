public import Policy

/// A word of a text, ready to be compared: `Zoë's` has the spelling `zoe`.
public struct Word: Sendable {
    /// What stands between a word and the one before it.
    public enum Gap: Sendable, Comparable {
        case start, joined, hyphen, space, line, comma, point, other, sentence, paragraph

        /// Whether a name may go on across it.
        var joinsNames: Bool { self == .space || self == .line || self == .hyphen || self == .joined }
    }

    public enum Casing: Sendable { case lower, capitalised, upper, mixed, none }

    /// Where the word was found: hashtags and handles are taken apart into their words.
    public enum Source: Sendable { case text, hashtag, handle }

    /// The word without a possessive ending, in bytes of the text.
    public let span: Span
    /// Lower case without diacritics and apostrophes.
    public let folded: String
    /// A hash of the spelling that can be continued over several words.
    let key: NameKey
    public let gap: Gap
    public let casing: Casing
    public let source: Source
    public let isPossessive: Bool
    public let hasDigit: Bool
    public let isNumber: Bool
    /// Whether a capital says nothing here, as at the start of a sentence or line.
    public let opens: Bool
    /// The sentence it belongs to, as an index into the text's sentences.
    public let sentence: Int

    public var isCapitalised: Bool { casing == .capitalised || casing == .upper || casing == .mixed }
    public var isAllCaps: Bool { casing == .upper }
}

/// Something in a text that is not a word: kept whole, so that a name inside a web address is not a name.
public struct Unit: Sendable {
    public enum Kind: Sendable { case url, email, hashtag, handle, emoji }

    public let kind: Kind
    public let span: Span
}

/// A sentence, with the words in it.
public struct Sentence: Sendable {
    public let span: Span
    public let words: Range<Int>
}

/// FNV-1a over the bytes of a spelling; more bytes may follow, so that `Anne Marie` equals `Annemarie`.
struct NameKey: Sendable, Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}
    init(value: UInt64) { self.value = value }
    init(_ text: String) { add(text) }
    init(_ bytes: some Collection<UInt8>) { add(bytes) }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    mutating func add(_ bytes: some Collection<UInt8>) {
        for byte in bytes { add(byte) }
    }

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    func adding(_ text: String) -> NameKey {
        var copy = self
        copy.add(text)
        return copy
    }

    /// The key of an ordered pair, such as a first name with a last name.
    func paired(with other: NameKey) -> NameKey {
        var copy = self
        var rest = other.value
        for _ in 0..<8 {
            copy.add(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return copy
    }

    func paired(with number: Int) -> NameKey {
        var copy = self
        copy.add(UInt8(truncatingIfNeeded: number))
        copy.add(UInt8(truncatingIfNeeded: number >> 8))
        copy.add(UInt8(truncatingIfNeeded: number >> 16))
        return copy
    }
}
