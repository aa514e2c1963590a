public import Policy

/// Gathers compared posts into what people want to know, in memory that does not grow with their number.
public struct RehearsalTally<Key: Codable & Sendable>: Sendable, Codable {
    /// How many posts each outcome turned into each other.
    public struct Turn: Sendable, Codable, Hashable {
        public let before: Outcome
        public let after: Outcome
    }

    /// What a rule said before and says now.
    public struct Shift: Sendable, Codable, Hashable {
        public let before: Severity?
        public let after: Severity?
    }

    /// A post for which a rule says something else.
    public struct Example: Sendable, Codable {
        public let key: Key
        public let turn: Turn
        /// The words it is about; empty when it is about a picture or the whole post.
        public let words: String
        public let reason: String
    }

    /// The posts that one rule treats differently in one way.
    public struct Group: Sendable, Codable {
        public let rule: String
        public let clause: String
        public let shift: Shift
        public internal(set) var count: Int
        /// The first of them; the rest is only counted.
        public internal(set) var examples: [Example]
    }

    public private(set) var posts = 0
    /// Posts of which no rule says anything else.
    public private(set) var unchanged = 0
    public private(set) var turns: [TurnCount] = []
    public private(set) var groups: [Group] = []
    private let limit: Int

    public struct TurnCount: Sendable, Codable {
        public let turn: Turn
        public internal(set) var count: Int
    }

    /// Keeps so many examples of each kind of change.
    public init(examples limit: Int) { self.limit = limit }

    public mutating func add(_ key: Key, _ compared: ComparedPost, text: String) {
        posts += 1
        if compared.changes.isEmpty { unchanged += 1 }
        let turn = Turn(before: compared.before, after: compared.after)
        if let index = turns.firstIndex(where: { $0.turn == turn }) {
            turns[index].count += 1
        } else {
            turns.append(TurnCount(turn: turn, count: 1))
        }
        for change in compared.changes {
            let shift = Shift(before: change.before, after: change.after)
            let index: Int
            if let known = groups.firstIndex(where: { $0.rule == change.rule && $0.shift == shift }) {
                index = known
            } else {
                groups.append(
                    Group(
                        rule: change.rule, clause: change.finding.clause.rawValue, shift: shift, count: 0, examples: [])
                )
                index = groups.count - 1
            }
            groups[index].count += 1
            guard groups[index].examples.count < limit else { continue }
            groups[index].examples.append(
                Example(
                    key: key, turn: turn, words: Self.words(change.finding.span, of: text),
                    reason: change.finding.reason))
        }
    }

    /// How many posts would have this outcome.
    public func count(before: Outcome? = nil, after: Outcome? = nil) -> Int {
        turns.filter { (before ?? $0.turn.before) == $0.turn.before && (after ?? $0.turn.after) == $0.turn.after }
            .reduce(0) { $0 + $1.count }
    }

    /// How many posts would newly have this outcome.
    public func newly(_ outcome: Outcome) -> Int {
        turns.filter { $0.turn.after == outcome && $0.turn.before != outcome }.reduce(0) { $0 + $1.count }
    }

    private static func words(_ span: Span?, of text: String) -> String {
        guard let span, span.start < span.end else { return "" }
        let bytes = text.utf8
        guard let start = bytes.index(bytes.startIndex, offsetBy: span.start, limitedBy: bytes.endIndex),
            let end = bytes.index(start, offsetBy: min(span.length, 160), limitedBy: bytes.endIndex)
        else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension Outcome: Codable {}
