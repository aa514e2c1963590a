/// What Schoolgate is registered as with a network. It prints without its secret.
public struct OAuthClient: Sendable, Equatable {
    public let id: String
    /// Nil where the network gives none.
    public let secret: String?

    public init(id: String, secret: String?) {
        self.id = id
        self.secret = secret
    }
}

extension OAuthClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "client \(id)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["client": id]) }
}
