/// Why a sign-in through a provider did not work, in words for whoever administers it. Never holds a secret or a token.
public enum SignInProblem: Error, Sendable, Equatable {
    /// What is wrong with an ID token.
    public enum Fault: Sendable, Equatable {
        case tooLong, malformed, algorithm, unknownKey, ambiguousKey, signature, issuer, audience,
            authorisedParty
        case expired, early, times, nonce, subject, domain, tenant, notFresh
    }

    /// The settings cannot be used as they are.
    case settings(String)
    /// The provider, or a part of it, does not answer.
    case notReached(String)
    /// What the provider publishes about itself cannot be used.
    case published(String)
    /// The provider does not take the client's id or secret.
    case clientRefused
    /// The code was used, has run out, or belongs to another sign-in.
    case codeRefused
    /// The provider ended the sign-in, with the code of its error.
    case providerSaid(String)
    /// The answer of the token or user information address cannot be read.
    case answer(String)
    case token(Fault)
    /// The provider names too many groups to send them along.
    case tooManyGroups

    /// What to tell the administrator.
    public var message: String {
        switch self {
        case .settings(let words), .published(let words), .answer(let words): words
        case .notReached(let what):
            "The identity provider’s \(what) does not answer. Try again in a few minutes."
        case .clientRefused:
            "The identity provider does not take our client id or secret. Compare both with what it shows for Schoolgate."
        case .codeRefused: "The identity provider no longer takes this sign-in. Begin again."
        case .providerSaid(let code):
            "The identity provider ended the sign-in and gave “\(code)” as its reason."
        case .tooManyGroups:
            "The identity provider says that there are too many groups to send along. Let it send only those assigned to Schoolgate."
        case .token(let fault): "The identity provider’s token is refused: \(fault.words)"
        }
    }

    /// An error code as a provider or a stranger gave it, as far as it can be shown.
    public static func said(_ code: String) -> SignInProblem {
        let isPlain = code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        return .providerSaid(isPlain && (1...60).contains(code.utf8.count) ? code : "no known code")
    }
}

extension SignInProblem.Fault {
    fileprivate var words: String {
        switch self {
        case .tooLong: "it is longer than \(SignedToken.mostBytes) bytes."
        case .malformed: "it is not a signed token."
        case .algorithm:
            "it is not signed by RS256, PS256 or ES256. Set one of these for Schoolgate at the provider."
        case .unknownKey: "it is signed by a key that the provider does not publish."
        case .ambiguousKey: "it does not say which of several keys signed it."
        case .signature: "its signature is not the provider’s."
        case .issuer: "it was issued by somebody else."
        case .audience:
            "it is not made out to Schoolgate. Set our client id as its audience at the provider."
        case .authorisedParty: "it was asked for by another program."
        case .expired: "it has run out. Compare the clocks of both machines."
        case .early: "it is not valid yet. Compare the clocks of both machines."
        case .times: "it does not say when it was made and until when it is valid."
        case .nonce: "it belongs to another sign-in."
        case .subject: "it does not say whom it is about."
        case .domain: "the person is not in the configured Google domain."
        case .tenant: "the person is not in the configured Microsoft tenant."
        case .notFresh: "the person did not sign in anew."
        }
    }
}
