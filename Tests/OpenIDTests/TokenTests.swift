import Crypto
import OpenIDTesting
import Testing

@testable import OpenID

/// Signed tokens, one thing wrong with each.
@Suite struct TokenTests {
    static let now: Int64 = 1_795_424_400

    private func settings(tenant: String? = nil, domain: String? = nil) throws -> ProviderSettings {
        try ProviderSettings(
            issuer: "https://id.school.test", clientID: "school", clientSecret: nil, hostedDomain: domain,
            tenant: tenant)
    }

    /// What a right token says, with some of it replaced; an empty text leaves a claim out.
    static func claims(_ changes: [String: String] = [:]) -> String {
        var all = [
            "iss": #""https://id.school.test""#, "sub": #""person-7""#, "aud": #""school""#,
            "exp": "\(now + 300)",
            "iat": "\(now)", "nonce": #""abc""#,
        ]
        for (name, value) in changes { all[name] = value.isEmpty ? nil : value }
        return "{" + all.map { #""\#($0)":\#($1)"# }.joined(separator: ",") + "}"
    }

    private func problem(
        _ changes: [String: String] = [:], settings: ProviderSettings? = nil, fresh: Int64? = nil
    ) throws -> SignInProblem? {
        let json = try #require(JSONValue(Array(Self.claims(changes).utf8)))
        let settings = try settings ?? self.settings()
        do throws(SignInProblem) {
            try TokenCheck(
                settings: settings, issuer: settings.issuer, nonce: "abc", now: Self.now, freshWithin: fresh
            ).check(json)
            _ = try Identity(json, settings, issuer: settings.issuer)
            return nil
        } catch { return error }
    }

    private func verified(_ token: String, by keys: String) throws -> SignInProblem? {
        do throws(SignInProblem) {
            let token = try SignedToken(token)
            guard let set = KeySet(Array(keys.utf8)) else { return .published("no set") }
            switch set.key(named: token.keyID, for: token.algorithm) {
            case .key(let key):
                return key.verifies(token.signature, of: token.signed, by: token.algorithm)
                    ? nil : .token(.signature)
            case .unknown: return .token(.unknownKey)
            case .ambiguous: return .token(.ambiguousKey)
            }
        } catch { return error }
    }

    @Test(
        "Tokens signed by RS256, PS256 and ES256 are the provider's",
        arguments: ["rsa", "pss", "curve"])
    func signatures(_ kind: String) throws {
        let all = ["rsa": SignerKeys.rsa, "pss": SignerKeys.pss, "curve": SignerKeys.curve]
        let key = try #require(try all[kind]?.get())
        #expect(
            try verified(key.token(Self.claims(), id: "a"), by: #"{"keys":[\#(key.json(id: "a"))]}"#)
                == nil)
        // Without a name there is one that fits, beside one for something else.
        let set = #"{"keys":[\#(key.json(id: "a")),{"kty":"oct","k":"AAAA"}]}"#
        #expect(try verified(key.token(Self.claims()), by: set) == nil)
    }

    @Test("A changed token, another's key, a key of another name and a wrong kind of key are refused")
    func wrongKeys() throws {
        let rsa = try SignerKeys.rsa.get()
        let other = try SignerKeys.otherRSA.get()
        let curve = try SignerKeys.curve.get()
        let token = rsa.token(Self.claims(), id: "a")
        var parts = token.split(separator: ".").map(String.init)
        parts[1] = Array(Self.claims(["sub": #""person-8""#]).utf8).base64url
        let right = #"{"keys":[\#(rsa.json(id: "a"))]}"#
        #expect(try verified(parts.joined(separator: "."), by: right) == .token(.signature))
        #expect(try verified(token, by: #"{"keys":[\#(other.json(id: "a"))]}"#) == .token(.signature))
        #expect(try verified(token, by: #"{"keys":[\#(rsa.json(id: "b"))]}"#) == .token(.unknownKey))
        #expect(try verified(token, by: #"{"keys":[\#(curve.json(id: "a"))]}"#) == .token(.unknownKey))
        #expect(
            try verified(token, by: #"{"keys":[\#(rsa.json(id: "a", #""use":"enc","#))]}"#)
                == .token(.unknownKey))
        let ofAnother = #"{"keys":[\#(rsa.json(id: "a", #""alg":"RS512","#))]}"#
        #expect(try verified(token, by: ofAnother) == .token(.unknownKey))
        let both = #"{"keys":[\#(rsa.json(id: "a")),\#(other.json(id: "b"))]}"#
        #expect(try verified(token, by: both) == nil)
        #expect(try verified(rsa.token(Self.claims()), by: both) == .token(.ambiguousKey))
        let weak = try SignerKeys.weak.get()
        #expect(
            try verified(weak.token(Self.claims(), id: "a"), by: #"{"keys":[\#(weak.json(id: "a"))]}"#)
                == .token(.unknownKey))
    }

    @Test(
        "No signature, and one with the public key as a shared secret, are refused by their algorithm")
    func algorithms() throws {
        let rsa = try SignerKeys.rsa.get()
        let keys = #"{"keys":[\#(rsa.json())]}"#
        for algorithm in ["none", "None", "HS256", "RS1", "rs256", "ES384", ""] {
            let head = Array(#"{"alg":"\#(algorithm)"}"#.utf8).base64url
            let body = Array(Self.claims().utf8).base64url
            let forged = Digest.keyed(
                Array("\(head).\(body)".utf8), key: Array(rsa.publicBytes.prefix(64))
            ).bytes
            #expect(try verified("\(head).\(body).\(forged.base64url)", by: keys) == .token(.algorithm))
            #expect(try verified("\(head).\(body).", by: keys) == .token(.algorithm))
        }
        let bare = rsa.token(Self.claims()).split(separator: ".").prefix(2).joined(separator: ".")
        #expect(try verified(bare, by: keys) == .token(.malformed))
        #expect(try verified(bare + ".", by: keys) == .token(.signature))
        // A signature of the other kind of RSA is not taken for this one.
        let pss = try SignerKeys.pss.get()
        let mixed = pss.token(Self.claims(), header: #"{"alg":"RS256"}"#)
        #expect(try verified(mixed, by: #"{"keys":[\#(pss.json())]}"#) == .token(.signature))
    }

    @Test("What is cut, huge, twice named, or says that it must be read otherwise is no token")
    func malformed() throws {
        let rsa = try SignerKeys.rsa.get()
        let keys = #"{"keys":[\#(rsa.json())]}"#
        let token = rsa.token(Self.claims())
        #expect(try verified(String(token.dropLast(6)), by: keys) == .token(.signature))
        #expect(try verified(token + "=", by: keys) == .token(.malformed))
        #expect(try verified(token + ".x", by: keys) == .token(.malformed))
        #expect(try verified("", by: keys) == .token(.malformed))
        #expect(try verified("a.b.c", by: keys) == .token(.malformed))
        let huge = rsa.token(Self.claims(["name": "\"\(String(repeating: "x", count: 16_384))\""]))
        #expect(try verified(huge, by: keys) == .token(.tooLong))
        let twice = rsa.token(#"{"sub":"a","sub":"b"}"#)
        #expect(try verified(twice, by: keys) == .token(.malformed))
        let escaped = rsa.token(#"{"sub":"a","su\u0062":"b"}"#)
        #expect(try verified(escaped, by: keys) == .token(.malformed))
        for head in [
            #"{"alg":"RS256","crit":["b64"],"b64":false}"#, #"{"alg":"RS256","alg":"none"}"#, "[]",
            #""RS256""#,
            #"{"alg":"RS256","kid":7}"#, #"{"alg":"RS256","typ":"at+jwt"}"#,
        ] {
            #expect(
                try verified(rsa.token(Self.claims(), header: head), by: keys) == .token(.malformed),
                "\(head)")
        }
        let deep = String(repeating: "[", count: 50) + String(repeating: "]", count: 50)
        #expect(try verified(rsa.token(Self.claims(["x": deep])), by: keys) == .token(.malformed))
    }

    @Test("Every claim that is wrong or missing is refused, and says which")
    func claims() throws {
        #expect(try problem() == nil)
        let cases: [([String: String], SignInProblem.Fault)] = [
            (["iss": #""https://id.school.test/""#], .issuer), (["iss": ""], .issuer),
            (["iss": "[]"], .issuer),
            (["aud": "[]"], .audience), (["aud": #""other""#], .audience), (["aud": ""], .audience),
            (["aud": #"[["school"]]"#], .audience), (["aud": #"["other"]"#], .audience),
            (["aud": "{}"], .audience),
            (["aud": #"["school","other"]"#], .authorisedParty),
            (["aud": #"["school","other"]"#, "azp": #""other""#], .authorisedParty),
            (["azp": #""other""#], .authorisedParty),
            (["exp": "\(Self.now - 61)"], .expired), (["exp": ""], .times),
            (["exp": #""\#(Self.now + 300)""#], .times),
            (["iat": ""], .times), (["iat": "\(Self.now + 61)"], .early),
            (["nbf": "\(Self.now + 61)"], .early),
            (["nbf": #""soon""#], .times),
            (["nonce": #""abd""#], .nonce), (["nonce": ""], .nonce), (["nonce": "null"], .nonce),
            (["sub": ""], .subject), (["sub": #""""#], .subject), (["sub": "7"], .subject),
            (["sub": "\"\(String(repeating: "x", count: 256))\""], .subject),
            (["sub": #""a\u0000b""#], .subject),
        ]
        for (changes, fault) in cases { #expect(try problem(changes) == .token(fault), "\(changes)") }
    }

    @Test(
        "One audience in a list, several with our name as party, and clocks a minute apart are taken")
    func taken() throws {
        #expect(try problem(["aud": #"["school"]"#]) == nil)
        #expect(try problem(["aud": #"["other","school"]"#, "azp": #""school""#]) == nil)
        #expect(try problem(["exp": "\(Self.now - 59)"]) == nil)
        #expect(try problem(["iat": "\(Self.now + 60)", "nbf": "\(Self.now + 60)"]) == nil)
    }

    @Test("Only the configured Google domain and Microsoft tenant come in")
    func domainAndTenant() throws {
        let google = try settings(domain: "Larkmere.example")
        #expect(try problem(["hd": #""larkmere.example""#], settings: google) == nil)
        #expect(try problem(settings: google) == .token(.domain))
        #expect(try problem(["hd": #""evil.example""#], settings: google) == .token(.domain))
        let microsoft = try settings(tenant: "11111111-2222-3333-4444-555555555555")
        #expect(
            try problem(["tid": #""11111111-2222-3333-4444-555555555555""#], settings: microsoft) == nil)
        #expect(
            try problem(["tid": #""99999999-2222-3333-4444-555555555555""#], settings: microsoft)
                == .token(.tenant))
        #expect(try problem(settings: microsoft) == .token(.tenant))
    }

    @Test("Somebody asked to sign in anew must have done so")
    func fresh() throws {
        #expect(try problem(["auth_time": "\(Self.now - 100)"], fresh: 300) == nil)
        #expect(try problem(["auth_time": "\(Self.now - 400)"], fresh: 300) == .token(.notFresh))
        #expect(try problem(fresh: 300) == .token(.notFresh))
    }

    @Test("An address counts as verified only when the provider says so in so many words")
    func addresses() throws {
        func identity(_ changes: [String: String]) throws -> Identity {
            let json = try #require(JSONValue(Array(Self.claims(changes).utf8)))
            return try Identity(json, settings(), issuer: "https://id.school.test")
        }
        let email = ["email": #""Ruth@Example.test""#]
        #expect(try identity(email).email == "ruth@example.test")
        #expect(try !identity(email).isEmailVerified)
        for (said, isVerified) in [
            ("true", true), (#""true""#, true), ("false", false), (#""yes""#, false), ("1", false),
        ] {
            let changes = email.merging(["email_verified": said]) { $1 }
            #expect(try identity(changes).isEmailVerified == isVerified, "\(said)")
        }
        #expect(try identity(["email": #""ruth@a@b""#]).email == nil)
        #expect(try identity(["email": #""rüth@example.test""#]).email == nil)
    }

    @Test(
        "JSON is read strictly",
        arguments: [
            "", "{", "[1,]", "01", "nul", "{\"a\":1,}", "\"a", "1 2", "{\"a\" 1}", "\"\\ud800\"", "+1",
            "\"\u{1}\"",
        ])
    func json(_ text: String) {
        #expect(JSONValue(Array(text.utf8)) == nil)
    }
}
