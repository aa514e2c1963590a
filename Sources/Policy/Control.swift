/// One thing a policy can ask of the program: its parameters, and what they mean in plain English.
///
/// A control is one file. Its check, if it looks at posts, is in the same file: see `PostControl` in Gate.
public protocol Control: Sendable {
    /// Every parameter at its default.
    init()

    /// The name a rule block uses, such as `posts.pupil-image`.
    static var name: String { get }
    static var kept: Kept { get }
    /// Whether the program does what the sentence says; a policy may ask for it before it does.
    static var isBuilt: Bool { get }
    static var parameters: [Parameter<Self>] { get }

    /// What the program does with these values, for governors, in place of the YAML.
    var sentence: String { get }

    /// Names of other controls that these values speak of; a policy that gives one nobody knows is refused.
    var mentions: [String] { get }
}

extension Control {
    public var mentions: [String] { [] }
}

extension Control {
    public static var isBuilt: Bool { true }
}

/// One parameter of a control: how it is read, and which direction is tighter.
public struct Parameter<C: Control>: Sendable {
    public let name: String
    /// What a policy may write here, such as `hint, warn, hold or block`.
    public let expectation: String
    let read: @Sendable (YAML, inout C) throws(ParameterProblem) -> Void
    let isAtLeastAsTight: @Sendable (_ own: C, _ base: C) -> Bool
    let shown: @Sendable (C) -> String
    /// What a policy may say where the one it extends says this.
    let allowance: @Sendable (_ base: C) -> String
    let notes: @Sendable (C) -> [String]
    /// Each sets one of the values that examples and tests try.
    let examples: [@Sendable (inout C) -> Void]
    let isFree: Bool
    /// Every value as a policy would write it, when there are few; empty when it may be anything.
    let choices: [String]

    public init<Value: ParameterValue>(
        _ name: String,
        _ value: any WritableKeyPath<C, Value> & Sendable,
        tighter: Tighter<Value>,
        allowed: [Value]? = nil
    ) {
        self.init(
            name, value, tighter: tighter, values: allowed ?? Value.every, examples: allowed ?? Value.examples,
            expectation: allowed.map { Value.list($0) } ?? Value.expectation,
            accepts: { allowed?.contains($0) ?? true }
        )
    }

    public init(
        _ name: String, _ value: any WritableKeyPath<C, Int> & Sendable, tighter: Tighter<Int>,
        within range: ClosedRange<Int>
    ) {
        let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
        self.init(
            name, value, tighter: tighter, values: nil, examples: [range.lowerBound, middle, range.upperBound],
            expectation: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            accepts: { range.contains($0) }
        )
    }

    /// A list that cannot be empty.
    public init<Item: ParameterValue>(
        _ name: String, _ value: any WritableKeyPath<C, [Item]> & Sendable, tighter: Tighter<[Item]>,
        atLeast count: Int
    ) {
        self.init(
            name, value, tighter: tighter, values: nil, examples: [Item].examples.filter { $0.count >= count },
            expectation: [Item].expectation + ", at least \(count.inWords)",
            accepts: { $0.count >= count }
        )
    }

    /// A parameter whose tightness hangs on the others' values too.
    public init<Value: ParameterValue>(
        _ name: String, _ value: any WritableKeyPath<C, Value> & Sendable, allowing: String,
        tighter: @escaping @Sendable (_ own: C, _ base: C) -> Bool
    ) {
        self.name = name
        self.expectation = Value.expectation
        self.read = { yaml, control throws(ParameterProblem) in control[keyPath: value] = try Value(yaml: yaml) }
        self.isAtLeastAsTight = tighter
        self.shown = { $0[keyPath: value].shown }
        self.allowance = { _ in allowing }
        self.notes = { $0[keyPath: value].notes }
        self.examples = Value.examples.map { example in { $0[keyPath: value] = example } }
        self.isFree = false
        self.choices = Value.every?.map(\.shown) ?? []
    }

    private init<Value: ParameterValue>(
        _ name: String, _ value: any WritableKeyPath<C, Value> & Sendable, tighter: Tighter<Value>,
        values: [Value]?, examples: [Value], expectation: String,
        accepts: @escaping @Sendable (Value) -> Bool
    ) {
        self.name = name
        self.expectation = expectation
        self.read = { yaml, control throws(ParameterProblem) in
            let read: Value
            do throws(ParameterProblem) { read = try Value(yaml: yaml) } catch {
                // What this parameter takes may be narrower than what its type does.
                guard error.expected == Value.expectation else { throw error }
                throw ParameterProblem(
                    expected: expectation, found: error.found, nearest: error.nearest, position: error.position)
            }
            guard accepts(read) else {
                throw ParameterProblem(expected: expectation, found: "`\(read.shown)`", position: yaml.position)
            }
            control[keyPath: value] = read
        }
        self.isAtLeastAsTight = { own, base in tighter.holds(own[keyPath: value], base[keyPath: value]) }
        self.shown = { $0[keyPath: value].shown }
        self.allowance = { control in
            let base = control[keyPath: value]
            guard let values else { return tighter.allowance(base.shown) }
            return Value.list(values.filter { tighter.holds($0, base) })
        }
        self.notes = { $0[keyPath: value].notes }
        self.examples = examples.map { example in { $0[keyPath: value] = example } }
        self.isFree = tighter.isFree
        self.choices = values?.map(\.shown) ?? []
    }
}
