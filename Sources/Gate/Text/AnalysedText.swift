public import Policy

/// A text taken apart once for all checks; every span is in half-open UTF-8 bytes of the original.
///
/// Words come from hashtags and handles too (`#WellDoneAmira` gives `well`, `done`, `amira`), never from
/// web addresses or emails; those are in `units`.
public final class AnalysedText: Sendable {
    public let bytes: [UInt8]
    public let words: [Word]
    public let units: [Unit]
    public let sentences: [Sentence]

    public init(_ text: String) {
        var reader = TextReader(Array(text.utf8))
        reader.read()
        bytes = reader.bytes
        words = reader.words
        units = reader.units
        sentences = reader.sentences
    }

    /// The text of a span; empty when the span is outside.
    public func string(_ span: Span) -> String {
        guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return "" }
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// From the start of one word to the end of another.
    public func span(from first: Int, through last: Int) -> Span { Span(words[first].span.start, words[last].span.end) }

    /// The words of one sentence.
    public func words(ofSentence index: Int) -> ArraySlice<Word> { words[sentences[index].words] }

    /// Where these folded words follow each other: `places(of: ["half", "term"])`.
    public func places(of phrase: [String]) -> [Range<Int>] {
        guard let first = phrase.first, words.count >= phrase.count else { return [] }
        return (0...(words.count - phrase.count)).compactMap { start in
            guard words[start].folded == first else { return nil }
            for offset in 1..<max(1, phrase.count) where words[start + offset].folded != phrase[offset] { return nil }
            return start..<(start + phrase.count)
        }
    }
}
