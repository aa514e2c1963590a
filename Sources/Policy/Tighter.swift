/// Which values of a parameter are tighter than which: a partial order.
public struct Tighter<Value: Sendable>: Sendable {
    /// Whether the first value is at least as tight as the second.
    let holds: @Sendable (_ own: Value, _ base: Value) -> Bool
    /// What may be written where the base says this, in words.
    let allowance: @Sendable (_ base: String) -> String
    let isFree: Bool

    public init(
        allowing allowance: @escaping @Sendable (_ base: String) -> String = { "\($0), or tighter" },
        _ holds: @escaping @Sendable (_ own: Value, _ base: Value) -> Bool
    ) {
        self.init(allowing: allowance, isFree: false, holds)
    }

    private init(
        allowing allowance: @escaping @Sendable (String) -> String, isFree: Bool,
        _ holds: @escaping @Sendable (Value, Value) -> Bool
    ) {
        self.holds = holds
        self.allowance = allowance
        self.isFree = isFree
    }

    /// Neither direction is tighter: whoever writes the policy decides.
    public static var free: Tighter { Tighter(allowing: { $0 }, isFree: true) { _, _ in true } }
}

extension Tighter where Value: Equatable {
    /// Only the same value will do.
    public static var fixed: Tighter { Tighter(allowing: { "only \($0)" }, { $0 == $1 }) }
}

extension Tighter where Value: Comparable {
    public static var higher: Tighter { Tighter(allowing: { "\($0) or more" }, { $0 >= $1 }) }
    public static var lower: Tighter { Tighter(allowing: { "\($0) or less" }, { $0 <= $1 }) }
}

extension Tighter where Value == Bool {
    public static var yes: Tighter { Tighter(allowing: { _ in "yes" }, { own, base in own || !base }) }
    public static var no: Tighter { Tighter(allowing: { _ in "no" }, { own, base in !own || base }) }
}

extension Tighter where Value == Period {
    public static var shorter: Tighter { Tighter(allowing: { "\($0) or shorter" }, { $0.isAtMost($1) }) }
    public static var longer: Tighter { Tighter(allowing: { "\($0) or longer" }, { $1.isAtMost($0) }) }
}

extension Tighter {
    /// A list that may only grow, such as words that hold a post.
    public static func more<E: Hashable>() -> Tighter where Value == [E] {
        Tighter(allowing: { "a list that keeps all of \($0)" }, { Set($0).isSuperset(of: $1) })
    }

    /// A list that may only shrink, such as roles that may approve.
    public static func fewer<E: Hashable>() -> Tighter where Value == [E] {
        Tighter(allowing: { "a list of nothing but \($0)" }, { Set($0).isSubset(of: $1) })
    }
}
