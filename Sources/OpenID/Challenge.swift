internal import Crypto

/// What ties an answer of the provider to the browser that asked: kept by the browser, sealed, until it comes back.
public struct Challenge: Sendable, Equatable, CustomStringConvertible {
    public let state: String
    public let nonce: String
    /// Proves at the token address that whoever exchanges the code also asked for it (PKCE).
    public let verifier: String

    public init() {
        state = Token.random().text
        nonce = Token.random().text
        verifier = Token.random().text
    }

    /// From what the browser kept, as ``parts`` wrote it.
    public init?(parts: [String]) {
        guard parts.count == 3, parts.allSatisfy({ Token(text: $0) != nil }) else { return nil }
        (state, nonce, verifier) = (parts[0], parts[1], parts[2])
    }

    public var parts: [String] { [state, nonce, verifier] }

    /// Whether an answer carries the state that was sent.
    public func isAnswered(by state: String) -> Bool {
        constantTimeEqual(Array(self.state.utf8), Array(state.utf8))
    }

    var proof: String { sha256(Array(verifier.utf8)).base64url }

    public var description: String { "Challenge(secret)" }
}
