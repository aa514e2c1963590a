internal import Crypto

/// A token as it came: three parts, of which nothing is believed before its signature is checked.
struct SignedToken: Sendable {
    static let mostBytes = 16_384
    private static let longestKeyID = 256

    let algorithm: Algorithm
    let keyID: String?
    let claims: JSONValue
    let signature: [UInt8]
    let signed: [UInt8]

    init(_ text: String) throws(SignInProblem) {
        guard text.utf8.count <= Self.mostBytes else { throw .token(.tooLong) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.json(parts[0]), header.isObject,
            let claims = Self.json(parts[1]),
            claims.isObject, let signature = [UInt8](base64url: String(parts[2]))
        else { throw .token(.malformed) }
        guard let algorithm = header["alg"]?.text.flatMap(Algorithm.init(rawValue:)) else {
            throw .token(.algorithm)
        }
        // What a token calls critical changes how it is to be read, and we know of nothing that would.
        guard header["crit"] == nil else { throw .token(.malformed) }
        if let type = header["typ"], type.text?.uppercased() != "JWT" { throw .token(.malformed) }
        if let id = header["kid"] {
            guard let id = id.text, (1...Self.longestKeyID).contains(id.utf8.count) else {
                throw .token(.malformed)
            }
            keyID = id
        } else {
            keyID = nil
        }
        guard !signature.isEmpty else { throw .token(.signature) }
        self.algorithm = algorithm
        self.claims = claims
        self.signature = signature
        signed = Array(parts[0].utf8) + [UInt8(ascii: ".")] + Array(parts[1].utf8)
    }

    private static func json(_ part: Substring) -> JSONValue? {
        [UInt8](base64url: String(part)).flatMap { JSONValue($0) }
    }
}
