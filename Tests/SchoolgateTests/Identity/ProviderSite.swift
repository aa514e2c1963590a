import Crypto
import OpenIDTesting
import Testing
import Web

@testable import Schoolgate

/// A site whose people sign in with a provider that says what a test has it say.
struct ProviderSite: Sendable {
    let test: TestSite
    let provider: StandInProvider

    /// Runs a body against such a site; `more` are further lines of its settings.
    static func run(_ more: String = "", _ body: @Sendable (ProviderSite) async throws -> Void) async throws {
        let provider = try StandInProvider()
        let key = try SignerKeys.rsa.get()
        provider.set { $0.keys = #"{"keys":[\#(key.json(id: "a"))]}"# }
        try await withSite(identity: try settings(provider, more)) { test in
            try await body(ProviderSite(test: test, provider: provider))
        }
    }

    static func settings(_ provider: StandInProvider, _ more: String) throws -> IdentitySettings {
        try IdentitySettings.parse(
            """
            # The provider of these tests
            name: Weirside account
            issuer: \(provider.issuer)
            client-id: school
            \(more)
            """, environment: [IdentitySettings.secretVariable: "quite secret"], privateHosts: [provider.host])
    }

    /// Goes to the provider and comes back with an answer that says this of somebody; answers with where they were sent.
    @discardableResult
    func signIn(
        _ visitor: inout Visitor, as subject: String, _ claims: [String: String] = [:], header: String? = nil,
        from door: String = "/sign-in"
    ) async throws -> String {
        await visitor.visit(door)
        let link = try #require(visitor.text.firstMatch(of: /href="(\/(sign-in|confirm)\/provider[^"]*)"/)).1
        await visitor.click(String(link))
        let address = try #require(visitor.page.header("Location"))
        try answer(address, subject, claims, header: header)
        await visitor.visit("/sign-in/provider/return?code=xyz&state=\(try field("state", of: address))")
        return address
    }

    func field(_ name: String, of address: String) throws -> String {
        let pairs = address.split(separator: "?").last?.split(separator: "&") ?? []
        let pair = try #require(pairs.first { $0.hasPrefix("\(name)=") })
        return String(pair.dropFirst(name.count + 1))
    }

    /// Has the provider say this of somebody to whoever comes with the code.
    func answer(
        _ address: String, _ subject: String, _ claims: [String: String] = [:], header: String? = nil
    ) throws {
        let now = test.time.now.milliseconds / 1_000
        var all = [
            "iss": "\"\(provider.issuer)\"", "sub": "\"\(subject)\"", "aud": #""school""#, "exp": "\(now + 300)",
            "iat": "\(now)", "nonce": "\"\(try field("nonce", of: address))\"",
        ]
        for (name, value) in claims { all[name] = value }
        let text = "{" + all.map { #""\#($0)":\#($1)"# }.joined(separator: ",") + "}"
        let token = try SignerKeys.rsa.get().token(text, id: "a", header: header)
        provider.set {
            $0.token = #"{"access_token":"opaque","id_token":"\#(token)"}"#
            $0.userInformation = #"{"sub":"\#(subject)"}"#
        }
    }

    /// What the provider says of somebody whose address it knows.
    static func address(_ first: String, _ more: [String: String] = [:]) -> [String: String] {
        ["email": "\"\(first.lowercased())@example.test\"", "email_verified": "true"].merging(more) { $1 }
    }
}
