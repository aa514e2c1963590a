/// One thing a policy can ask of the program: its parameters, and what they mean in plain English.
///
/// A control is one file. Its check, if it looks at posts, is in the same file: see `PostControl` in Gate.
public protocol Control: Sendable {
    /// Every parameter at its default.
    init()

    /// The name a rule block uses, such as `posts.pupil-image`.
    static var name: String { get }
    static var kept: Kept { get }
    static var parameters: [Parameter<Self>] { get }

    /// What the program does with these values, for governors, in place of the YAML.
    var sentence: String { get }
}

/// One parameter of a control: how it is read, and which direction is tighter.
public struct Parameter<C: Control>: Sendable {
    public let name: String
    /// What a policy may write here, such as `hint, warn, hold or block`.
    public let expectation: String
    let read: @Sendable (YAML, inout C) throws(ParameterProblem) -> Void
    let isAtLeastAsTight: @Sendable (_ own: C, _ base: C) -> Bool
    let shown: @Sendable (C) -> String

    public init<Value: ParameterValue>(
        _ name: String,
        _ value: any WritableKeyPath<C, Value> & Sendable,
        tighter: Tighter<Value>,
        allowed: [Value]? = nil
    ) {
        self.name = name
        self.expectation = allowed.map { Value.list($0) } ?? Value.expectation
        self.read = { yaml, control throws(ParameterProblem) in
            let read = try Value(yaml: yaml)
            if let allowed, !allowed.contains(read) {
                throw ParameterProblem(expected: Value.list(allowed), found: read.shown)
            }
            control[keyPath: value] = read
        }
        self.isAtLeastAsTight = { own, base in tighter.holds(own[keyPath: value], base[keyPath: value]) }
        self.shown = { $0[keyPath: value].shown }
    }
}

/// Which values of a parameter are tighter than which: a partial order.
public struct Tighter<Value: Sendable>: Sendable {
    /// Whether the first value is at least as tight as the second.
    let holds: @Sendable (_ own: Value, _ base: Value) -> Bool

    public init(_ holds: @escaping @Sendable (_ own: Value, _ base: Value) -> Bool) { self.holds = holds }

    /// Neither direction is tighter: whoever writes the policy decides.
    public static var free: Tighter { Tighter { _, _ in true } }
}

extension Tighter where Value: Equatable {
    /// Only the same value will do.
    public static var fixed: Tighter { Tighter { $0 == $1 } }
}

extension Tighter where Value: Comparable {
    public static var higher: Tighter { Tighter { $0 >= $1 } }
    public static var lower: Tighter { Tighter { $0 <= $1 } }
}

extension Tighter where Value == Bool {
    public static var yes: Tighter { Tighter { own, base in own || !base } }
    public static var no: Tighter { Tighter { own, base in !own || base } }
}

extension Tighter {
    /// A list that may only grow, such as words that hold a post.
    public static func more<E: Hashable>() -> Tighter where Value == [E] { Tighter { Set($0).isSuperset(of: $1) } }
    /// A list that may only shrink, such as roles that may approve.
    public static func fewer<E: Hashable>() -> Tighter where Value == [E] { Tighter { Set($0).isSubset(of: $1) } }
}

/// A value that a rule block can give: YAML's plain types, with what was expected in words.
public protocol ParameterValue: Sendable, Equatable {
    init(yaml: YAML) throws(ParameterProblem)
    static var expectation: String { get }
    /// As a policy would write it.
    var shown: String { get }
}

extension ParameterValue {
    static func list(_ values: [Self]) -> String { values.map(\.shown).joined(separator: ", ") }
}

/// Why a value in a rule block was refused; the reader adds file, line and column.
public struct ParameterProblem: Error, Equatable {
    public let expected: String
    public let found: String

    public init(expected: String, found: String) {
        self.expected = expected
        self.found = found
    }
}
