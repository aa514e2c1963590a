/// How large a body may be: from anybody, and from those whom the site knows by the headers of their request.
public struct BodyLimit: Sendable, Equatable, ExpressibleByIntegerLiteral {
    public let fromAnybody: Int
    public let fromKnown: Int

    public init(fromAnybody: Int, fromKnown: Int) {
        self.fromAnybody = fromAnybody
        self.fromKnown = max(fromAnybody, fromKnown)
    }

    /// The same for everybody.
    public init(integerLiteral limit: Int) { self.init(fromAnybody: limit, fromKnown: limit) }
}
