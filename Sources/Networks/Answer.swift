/// What is known after asking a network for something; there is no success that may be false.
public enum Answer<Value: Sendable>: Sendable {
    case done(Value)
    /// The network cannot do this; the text says what to do by hand.
    case unsupported(String)
    /// It may or may not have happened, and the text says why nobody can know yet.
    case unknown(String)
    /// It did not happen.
    case failed(Failure)

    /// The same answer about another value.
    public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Answer<Other> {
        switch self {
        case .done(let value): .done(transform(value))
        case .unsupported(let step): .unsupported(step)
        case .unknown(let why): .unknown(why)
        case .failed(let failure): .failed(failure)
        }
    }

    /// The value, when there is one.
    public var value: Value? {
        guard case .done(let value) = self else { return nil }
        return value
    }

    /// What to tell people when it is not done.
    public var message: String? {
        switch self {
        case .done: nil
        case .unsupported(let step): step
        case .unknown(let why): why
        case .failed(let failure): failure.message
        }
    }
}

extension Answer: Equatable where Value: Equatable {}

/// Why a network did not do what it was asked.
public struct Failure: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// The account's password or token was not accepted.
        case unauthorised
        /// The network understood and said no.
        case refused
        /// Too many requests; it may be asked again after this many seconds, when it said how many.
        case rateLimited(seconds: Int?)
        /// The network was not reached: nothing was sent.
        case unavailable
        case tooLarge
        /// The account's settings cannot work, such as an address that is no WordPress.
        case misconfigured
    }

    public let kind: Kind
    /// What happened and what to do next, fit for the people who use the program.
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Whether the same request may be made again later without anybody changing something.
    public var isPassing: Bool {
        switch kind {
        case .rateLimited, .unavailable: true
        case .unauthorised, .refused, .tooLarge, .misconfigured: false
        }
    }
}
