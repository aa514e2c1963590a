extension Bool: ParameterValue {
    public init(yaml: YAML) throws(ParameterProblem) {
        if case .scalar(let text, isQuoted: false, _) = yaml {
            switch text {
            case "yes", "true":
                self = true
                return
            case "no", "false":
                self = false
                return
            default: break
            }
        }
        throw ParameterProblem(expected: Bool.expectation, found: yaml.shown, position: yaml.position)
    }

    public static var expectation: String { "yes or no" }
    public var shown: String { self ? "yes" : "no" }
    public static var every: [Bool]? { [true, false] }
    public static var examples: [Bool] { [true, false] }
}

extension Int: ParameterValue {
    public init(yaml: YAML) throws(ParameterProblem) {
        guard case .scalar(let text, isQuoted: false, _) = yaml, text.utf8.count <= 7, let value = Int(text),
            text.utf8.first != UInt8(ascii: "+")
        else { throw ParameterProblem(expected: Int.expectation, found: yaml.shown, position: yaml.position) }
        self = value
    }

    public static var expectation: String { "a whole number" }
    public var shown: String { String(self) }
    public static var examples: [Int] { [0, 1, 7] }
}

extension String: ParameterValue {
    static let limit = 4_000

    public init(yaml: YAML) throws(ParameterProblem) {
        guard case .scalar(let text, _, let position) = yaml else {
            throw ParameterProblem(expected: String.expectation, found: yaml.kind, position: yaml.position)
        }
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else {
            throw ParameterProblem(expected: String.expectation, found: "nothing", position: position)
        }
        guard trimmed.utf8.count <= String.limit else {
            throw ParameterProblem(
                expected: "text of at most \(String.limit) bytes", found: "\(trimmed.utf8.count)", position: position)
        }
        self = trimmed
    }

    public static var expectation: String { "text" }
    public static var listExpectation: String { "a list, such as [one, another]" }
    public static var examples: [String] { ["one", "another"] }

    public var shown: String {
        let plain = !isEmpty && utf8.allSatisfy { byte in !":#[]{},\"'\n&*!|>%@`".utf8.contains(byte) }
        guard !plain else { return self }
        var quoted = "\""
        for character in self {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.append(character)
            }
        }
        return quoted + "\""
    }
}

extension Array: ParameterValue where Element: ParameterValue {
    public init(yaml: YAML) throws(ParameterProblem) {
        let items: [YAML]
        switch yaml {
        case .sequence(let list, _): items = list
        case .scalar(let text, let isQuoted, let position):
            if text.isEmpty, !isQuoted {
                items = []
            } else if !isQuoted, text.utf8.contains(UInt8(ascii: ",")) {
                throw ParameterProblem(
                    expected: "a list in square brackets", found: yaml.shown, nearest: "[\(text)]", position: position)
            } else {
                items = [yaml]
            }
        case .mapping:
            throw ParameterProblem(expected: Self.expectation, found: yaml.kind, position: yaml.position)
        }
        guard items.count <= 2_000 else {
            throw ParameterProblem(
                expected: "a list of at most 2000", found: "\(items.count)", position: yaml.position)
        }
        var values: [Element] = []
        values.reserveCapacity(items.count)
        for item in items { values.append(try Element(yaml: item)) }
        self = values
    }

    public static var expectation: String { Element.listExpectation }
    public var shown: String { "[" + map(\.shown).joined(separator: ", ") + "]" }
    public var notes: [String] { flatMap(\.notes) }

    public static var examples: [[Element]] {
        let some = Element.examples
        return [[]] + some.map { [$0] } + [some]
    }
}
