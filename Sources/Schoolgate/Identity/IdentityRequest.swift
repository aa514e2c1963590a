import Crypto
import OpenID

/// A sign-in that is away at the provider: kept by the browser that began it, sealed, for ten minutes.
struct IdentityRequest: Sendable {
    static let cookie = "schoolgate_identity"
    static let lifetime = Duration.minutes(10)

    let challenge: Challenge
    /// Where to go afterwards; a page of ours.
    let next: String
    /// The session that is only to be confirmed; nil to begin one.
    let session: String?

    init(next: String, confirming session: String? = nil) {
        challenge = Challenge()
        self.next = next.utf8.count <= 500 ? next : "/"
        self.session = session
    }

    func sealed(at now: Instant, _ keys: Keys) throws -> String {
        let until = (now + Self.lifetime).milliseconds
        let text = (["\(until)", session ?? "-", next] + challenge.parts).joined(separator: " ")
        return try Sealed.seal(Array(text.utf8), key: keys.derived(for: "identity request"), context: "request")
            .base64url
    }

    /// Nil when there is none, or it has run out.
    init?(_ cookie: String?, at now: Instant, _ keys: Keys) {
        guard let cookie, cookie.utf8.count <= 2_000, let sealed = [UInt8](base64url: cookie),
            let plain = try? Sealed.open(sealed, key: keys.derived(for: "identity request"), context: "request")
        else { return nil }
        let parts = String(decoding: plain, as: UTF8.self).split(separator: " ").map(String.init)
        guard parts.count == 6, let until = Int64(parts[0]), until > now.milliseconds,
            let challenge = Challenge(parts: Array(parts[3...]))
        else { return nil }
        self.challenge = challenge
        next = SignInHandlers.safe(parts[2])
        session = parts[1] == "-" ? nil : parts[1]
    }
}
