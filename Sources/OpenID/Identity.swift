/// Who the provider says has signed in: checked, and no more than that.
public struct Identity: Sendable, Equatable {
    public let issuer: String
    /// The provider's own name for the person; it stays when their address changes.
    public let subject: String
    /// In lower case.
    public let email: String?
    /// Whether the address belongs to the person, as far as the provider is to be believed.
    public let isEmailVerified: Bool
    /// Nil when no groups were asked for.
    public let groups: Set<String>?
    /// When they last showed who they are, in seconds since 1970.
    public let signedInAt: Int64?
}

extension Identity {
    static let longestSubject = 255
    static let mostGroups = 1_000

    init(_ claims: JSONValue, _ settings: ProviderSettings, issuer: String) throws(SignInProblem) {
        guard let subject = claims["sub"]?.text, (1...Self.longestSubject).contains(subject.utf8.count),
            subject.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw .token(.subject) }
        self.issuer = issuer
        self.subject = subject
        let address = claims["email"]?.text?.lowercased()
        email = address.flatMap { Self.isAddress($0) ? $0 : nil }
        isEmailVerified =
            switch claims["email_verified"] {
            case .boolean(let isVerified)?: isVerified
            case .string(let text)?: text == "true"
            case nil: settings.ownsAddresses
            default: false
            }
        signedInAt = claims["auth_time"]?.seconds
        groups = try settings.groupsClaim.map { name throws(SignInProblem) in
            try Self.groups(claims, name)
        }
    }

    private static func groups(
        _ claims: JSONValue, _ name: String
    ) throws(SignInProblem) -> Set<
        String
    > {
        // Microsoft sends an address to ask at instead, when somebody is in more than two hundred.
        if claims["_claim_names"]?[name] != nil { throw .tooManyGroups }
        let groups: [String]
        switch claims[name] {
        case nil, .null?: groups = []
        case .string(let one)?: groups = [one]
        case let list?:
            guard let texts = list.texts else {
                throw .answer("The identity provider’s claim “\(name)” is not a list of names.")
            }
            groups = texts
        }
        guard groups.count <= mostGroups else { throw .tooManyGroups }
        return Set(groups)
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= 254 && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
