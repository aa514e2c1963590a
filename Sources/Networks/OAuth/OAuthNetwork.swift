/// Where and how a network lets Schoolgate be authorised: OAuth 2 with a code.
public struct OAuthNetwork: Sendable, Equatable {
    /// At the start of a sentence, such as `The server` or `YouTube`.
    public var name: String
    /// Where the person is sent to allow it.
    public var authorisation: String
    /// Where codes and refresh tokens are exchanged.
    public var token: String
    /// Where tokens are given back; nil where that goes another way.
    public var revocation: String?
    /// What the network names itself in its answer to the browser, where it does (RFC 9207).
    public var issuer: String?
    /// Everything that the connector needs; an authorisation without one of these is refused.
    public var scopes: [String]
    /// What stands between scopes; Facebook writes commas.
    public var separator = " "
    /// Sent with the person, such as `access_type=offline`.
    public var parameters: [(String, String)] = []
    /// Whether the client's secret goes in a header rather than among the fields.
    public var secretInHeader = false
    /// Whether the network knows PKCE; those that do not ignore what they do not know, so this is rarely no.
    public var hasPKCE = true
    /// Whether a token's answer must name its type, as the standard wants.
    public var namesType = true
    /// Whether the network may be in the school's own network, because whoever runs the program said so.
    public var mayBeInOwnNetwork = false

    public init(name: String, authorisation: String, token: String, revocation: String? = nil, scopes: [String]) {
        self.name = name
        self.authorisation = authorisation
        self.token = token
        self.revocation = revocation
        self.scopes = scopes
    }

    public static func == (one: OAuthNetwork, other: OAuthNetwork) -> Bool {
        one.authorisation == other.authorisation && one.token == other.token && one.revocation == other.revocation
            && one.scopes == other.scopes && one.issuer == other.issuer
    }

    /// Which of the scopes that are needed were not given; `write` gives `write:media` too.
    func missing(from given: [String]) -> [String] {
        scopes.filter { needed in !given.contains { $0 == needed || needed.hasPrefix($0 + ":") } }
    }
}

/// One person's way to the network and back, to be kept on our side while they are there. It prints without its secrets.
public struct OAuthAttempt: Sendable, Equatable {
    /// Comes back with the person, so that nobody else's answer is taken for theirs.
    public let state: String
    /// Known to nobody but us until the code is exchanged.
    public let verifier: String
    /// Exactly where the network sends the person back to.
    public let redirect: String

    /// As it was kept.
    public init(state: String, verifier: String, redirect: String) {
        self.state = state
        self.verifier = verifier
        self.redirect = redirect
    }
}

extension OAuthAttempt: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "an attempt to be authorised" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["attempt": "•••"]) }
}
