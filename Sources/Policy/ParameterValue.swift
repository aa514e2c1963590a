/// A value that a rule block can give: YAML's plain types, with what was expected in words.
public protocol ParameterValue: Sendable, Equatable {
    init(yaml: YAML) throws(ParameterProblem)
    static var expectation: String { get }
    /// What a list of these expects.
    static var listExpectation: String { get }
    /// As a policy would write it.
    var shown: String { get }
    /// Every value there is, when they can be counted on fingers.
    static var every: [Self]? { get }
    /// A few values that differ, for the reference and for tests.
    static var examples: [Self] { get }
    /// What its author should know about a value that is allowed but may not be meant.
    var notes: [String] { get }
}

extension ParameterValue {
    public static var listExpectation: String { "a list of \(expectation)" }
    public static var every: [Self]? { nil }
    public var notes: [String] { [] }

    static func list(_ values: [Self]) -> String { values.map(\.shown).inWords("or") }
}

/// Why a value in a rule block was refused; the reader adds the file.
public struct ParameterProblem: Error, Equatable {
    public let expected: String
    public let found: String
    /// The right word nearest to what was written.
    public let nearest: String?
    /// Where it stands, when that is inside the value, such as an item of a list.
    public let position: Position?

    public init(expected: String, found: String, nearest: String? = nil, position: Position? = nil) {
        self.expected = expected
        self.found = found
        self.nearest = nearest
        self.position = position
    }
}

/// A parameter that takes one of a few words: an enumeration with the words as raw values.
public protocol ParameterWord: ParameterValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ParameterWord {
    public init(yaml: YAML) throws(ParameterProblem) {
        guard case .scalar(let text, _, let position) = yaml else {
            throw ParameterProblem(expected: Self.expectation, found: yaml.kind, position: yaml.position)
        }
        guard let value = Self(rawValue: text) else {
            let words = Self.allCases.map(\.rawValue)
            throw ParameterProblem(
                expected: Self.expectation, found: yaml.shown, nearest: nearest(text, in: words), position: position)
        }
        self = value
    }

    public static var expectation: String { allCases.map(\.rawValue).inWords("or") }
    public var shown: String { rawValue }
    public static var every: [Self]? { Array(allCases) }
    public static var examples: [Self] { Array(allCases) }
}

extension Severity: ParameterWord {}
extension Purpose: ParameterWord {}

extension YAML {
    public var position: Position {
        switch self {
        case .scalar(_, _, let position), .sequence(_, let position), .mapping(_, let position): position
        }
    }

    /// What it is, for error messages.
    var kind: String {
        switch self {
        case .scalar("", isQuoted: false, _): "nothing"
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "names with values"
        }
    }

    /// The value itself where it is short, else what kind it is.
    var shown: String {
        switch self {
        case .scalar("", isQuoted: true, _): "an empty text"
        case .scalar("", _, _): "nothing"
        case .scalar(let text, _, _): text.utf8.count <= 60 ? "`\(text)`" : "`\(text.prefix(57))…`"
        default: kind
        }
    }
}
