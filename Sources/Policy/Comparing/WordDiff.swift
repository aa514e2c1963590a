/// A stretch of a compared text.
public struct RedlineSegment: Sendable, Equatable {
    public enum Kind: String, Sendable { case same, inserted, deleted }

    public let kind: Kind
    public let text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// Compares two texts word by word, by their longest common run of words.
public enum WordDiff {
    /// Beyond this many pairs of words the middle counts as replaced, so that no text takes long.
    private static let pairLimit = 4_000_000

    /// What of the old text stays, what is gone and what is new.
    public static func segments(from old: String, to new: String) -> [RedlineSegment] {
        let (a, b) = (words(old), words(new))
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        var tail = 0
        while tail < min(a.count, b.count) - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        var result = Builder()
        result.add(.same, a[..<start])
        middle(a[start..<(a.count - tail)], b[start..<(b.count - tail)], into: &result)
        result.add(.same, a[(a.count - tail)...])
        return result.segments
    }

    private static func middle(_ a: ArraySlice<Substring>, _ b: ArraySlice<Substring>, into result: inout Builder) {
        guard !a.isEmpty, !b.isEmpty, a.count * b.count <= pairLimit else {
            result.add(.deleted, a)
            result.add(.inserted, b)
            return
        }
        let (old, new) = (Array(a), Array(b))
        let width = new.count + 1
        var lengths = [UInt16](repeating: 0, count: (old.count + 1) * width)
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    old[i] == new[j]
                    ? lengths[(i + 1) * width + j + 1] &+ 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if old[i] == new[j] {
                result.add(.same, [old[i]])
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                result.add(.deleted, [old[i]])
                i += 1
            } else {
                result.add(.inserted, [new[j]])
                j += 1
            }
        }
        result.add(.deleted, old[i...])
        result.add(.inserted, new[j...])
    }

    /// Each word, and each run of white space between words.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var wasSpace: Bool?
        for index in text.indices {
            let isSpace = text[index].isWhitespace
            if let wasSpace, wasSpace != isSpace {
                words.append(text[start..<index])
                start = index
            }
            wasSpace = isSpace
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }

    private struct Builder {
        private(set) var segments: [RedlineSegment] = []

        mutating func add(_ kind: RedlineSegment.Kind, _ words: some Collection<Substring>) {
            guard !words.isEmpty else { return }
            let text = words.joined()
            if let last = segments.last, last.kind == kind {
                segments[segments.count - 1] = RedlineSegment(kind, last.text + text)
            } else {
                segments.append(RedlineSegment(kind, text))
            }
        }
    }
}
