/// What a network charges for one thing, in thousandths of a US dollar.
public struct Cost: Sendable, Hashable, Comparable {
    public let thousandths: Int

    public init(thousandths: Int) { self.thousandths = thousandths }

    /// Such as `about $0.015`: networks change their prices, and sometimes count differently.
    public var inWords: String {
        guard thousandths > 0 else { return "nothing" }
        let rest = String(thousandths % 1_000)
        return "about $\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    public static func < (one: Cost, other: Cost) -> Bool { one.thousandths < other.thousandths }
}

/// Something that a network may charge for.
public enum ChargedAction: Sendable, Equatable {
    /// A post or an answer with these words.
    case publish(String)
    case delete
    /// Each of the account's own posts that is read.
    case ownRead
    /// Each post of somebody else that is read.
    case read
}

/// A network that charges for what it is asked to do.
public protocol ChargingConnector: Connector {
    func cost(of action: ChargedAction) -> Cost
}
