/// Something wrong in a policy: where, what was expected, and the nearest right name.
public struct PolicyProblem: Error, Sendable, Hashable {
    public let file: String
    public let position: Position
    /// What was expected and what stands there instead, in one sentence.
    public let message: String
    /// The other place that it is about, such as the base's clause.
    public let other: Place?
    /// A note is worth knowing but refuses nothing.
    public let isNote: Bool

    public init(file: String, position: Position, message: String, other: Place? = nil, isNote: Bool = false) {
        self.file = file
        self.position = position
        self.message = message
        self.other = other
        self.isNote = isNote
    }

    public var line: Int { position.line }
    public var column: Int { position.column }
}

extension PolicyProblem: CustomStringConvertible {
    /// As compilers write it: `file:line:column: message`.
    public var description: String {
        let see = other.map { " (see \($0))" } ?? ""
        return "\(file):\(line):\(column): \(isNote ? "note: " : "")\(message)\(see)"
    }
}

/// A place in a file.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let position: Position

    public init(file: String, position: Position) {
        self.file = file
        self.position = position
    }

    public var description: String { "\(file):\(position.line)" }
}

/// Gathers the problems of one file while it is read.
struct Problems {
    let file: String
    private(set) var all: [PolicyProblem] = []

    init(file: String) { self.file = file }

    mutating func add(_ position: Position, _ message: String, other: Place? = nil) {
        all.append(PolicyProblem(file: file, position: position, message: message, other: other))
    }

    mutating func note(_ position: Position, _ message: String) {
        all.append(PolicyProblem(file: file, position: position, message: message, isNote: true))
    }
}

/// The tail of a message that names the nearest right word, or every right word when none is near.
func suggestion(for word: String, in words: [String], naming others: String? = nil) -> String {
    if let near = nearest(word, in: words) { return "; the nearest is `\(near)`" }
    guard let others, !words.isEmpty else { return "" }
    return "; \(others) \(words.map { "`\($0)`" }.inWords())"
}
