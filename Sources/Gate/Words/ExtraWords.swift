import Policy

/// Words and phrases that a policy adds, compiled once with the rulebook.
struct ExtraWords: Sendable {
    private var phrases: [UInt64: [[UInt64]]] = [:]

    init(_ words: [String]) {
        for word in words {
            let keys = AnalysedText(word).words.map(\.key.value)
            if let first = keys.first { phrases[first, default: []].append(keys) }
        }
    }

    /// Where they stand, as whole words.
    func spans(in text: AnalysedText) -> [Span] {
        guard !phrases.isEmpty else { return [] }
        return text.words.indices.compactMap { start in
            guard let candidates = phrases[text.words[start].key.value] else { return nil }
            let length = candidates.filter { keys in
                start + keys.count <= text.words.count
                    && keys.indices.allSatisfy { keys[$0] == text.words[start + $0].key.value }
            }.map(\.count).max()
            return length.map { text.span(from: start, through: start + $0 - 1) }
        }
    }
}
