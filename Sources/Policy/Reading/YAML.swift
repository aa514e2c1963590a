/// A value of a rule block or front matter, with where it stands in the file.
public indirect enum YAML: Sendable {
    case scalar(String, isQuoted: Bool, Position)
    case sequence([YAML], Position)
    case mapping([(key: String, keyPosition: Position, value: YAML)], Position)
}

/// A place in a file; lines and columns count from 1, columns in characters.
public struct Position: Sendable, Hashable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
