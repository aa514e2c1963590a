/// What is wrong with a file, where, and what to do about it.
public struct FileProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let file: String
    /// Counted from 1; nil when it is about the whole file.
    public let line: Int?
    public let message: String

    public init(file: String, line: Int? = nil, _ message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}

/// What a file gave: all of its values, or the problems that keep it from being used.
public struct FileReading<Value: Sendable>: Sendable {
    public private(set) var values: [Value] = []
    /// On which line each value stands.
    public private(set) var lines: [Int] = []
    /// The file itself cannot be read, rather than some of its rows.
    public internal(set) var isUnreadable = false
    /// The first problems in full; `problemCount` has them all.
    public private(set) var problems: [FileProblem] = []
    public private(set) var problemCount = 0
    /// Worth saying, but no reason to refuse the file.
    public private(set) var notes: [FileProblem] = []
    public private(set) var noteCount = 0

    public static var most: Int { 10_000 }

    public init() {}

    public var isUsable: Bool { problemCount == 0 }

    mutating func append(_ value: Value, line: Int) {
        values.append(value)
        lines.append(line)
    }
    mutating func reserve(_ count: Int) { values.reserveCapacity(count) }

    mutating func refuse(_ problem: FileProblem) {
        problemCount += 1
        if problems.count < Self.most { problems.append(problem) }
    }

    mutating func note(_ problem: FileProblem) {
        noteCount += 1
        if notes.count < Self.most { notes.append(problem) }
    }
}
