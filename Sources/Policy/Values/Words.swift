extension Sequence<String> {
    /// As a sentence lists them: `a, b and c`.
    public func inWords(_ last: String = "and") -> String {
        let all = Array(self)
        guard let final = all.last, all.count > 1 else { return all.first ?? "" }
        return all.dropLast().joined(separator: ", ") + " \(last) " + final
    }
}

extension Int {
    /// As a sentence says it: words up to twelve, then digits.
    public var inWords: String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return words.indices.contains(self) ? words[self] : String(self)
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}

extension String {
    /// With its first letter as a capital, as a sentence begins.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The word of a list nearest to what was written, when it is near enough to be meant.
public func nearest(_ word: String, in words: some Sequence<String>) -> String? {
    let written = Array(word.lowercased().utf8.prefix(64))
    guard !written.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in words {
        let distance = editDistance(written, Array(candidate.lowercased().utf8.prefix(64)))
        if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= Swift.max(2, written.count / 3) else { return nil }
    return best.word
}

/// How many letters must be added, dropped, changed or swapped with their neighbour.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in 0..<b.count {
            var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
