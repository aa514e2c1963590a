import Crypto
import NetworksTesting
import OpenIDTesting
import Testing

@testable import OpenID

/// A whole sign-in against a provider that misbehaves as it is told.
@Suite struct ProviderTests {
    private static let now = TokenTests.now
    private let challenge = Challenge()

    private func token(
        _ issuer: String, _ changes: [String: String] = [:], id: String? = "a"
    ) throws
        -> String
    {
        let all = ["iss": "\"\(issuer)\"", "nonce": "\"\(challenge.nonce)\""].merging(changes) { $1 }
        return try SignerKeys.rsa.get().token(TokenTests.claims(all), id: id)
    }

    private func provider(
        _ settings: ProviderSettings? = nil
    ) throws -> (
        StandInProvider, IdentityProvider
    ) {
        let standIn = try StandInProvider()
        let key = try SignerKeys.rsa.get()
        let token = try token(standIn.issuer)
        standIn.set { manner in
            manner.keys = #"{"keys":[\#(key.json(id: "a"))]}"#
            manner.token = #"{"access_token":"opaque","token_type":"Bearer","id_token":"\#(token)"}"#
        }
        return (standIn, IdentityProvider(try settings ?? standIn.settings()))
    }

    private func finish(
        _ provider: IdentityProvider, now: Int64 = now
    ) async -> Result<
        Identity, SignInProblem
    > {
        do throws(SignInProblem) {
            return .success(
                try await provider.identity(
                    code: "xyz", challenge: challenge, returningTo: "https://gate.test/sign-in/return",
                    now: now))
        } catch { return .failure(error) }
    }

    private func fault(_ provider: IdentityProvider, now: Int64 = now) async -> SignInProblem? {
        if case .failure(let problem) = await finish(provider, now: now) { problem } else { nil }
    }

    @Test("A browser is sent off with PKCE, state and nonce, and comes back as somebody")
    func whole() async throws {
        let (standIn, provider) = try provider()
        let address = try await provider.address(
            for: challenge, returningTo: "https://gate.test/sign-in/return", now: Self.now)
        for part in [
            "\(standIn.issuer)/authorise?", "response_type=code", "client_id=school",
            "state=\(challenge.state)",
            "nonce=\(challenge.nonce)", "code_challenge_method=S256", "scope=openid%20email%20profile",
            "redirect_uri=https%3A%2F%2Fgate.test%2Fsign-in%2Freturn",
        ] { #expect(address.contains(part), "\(part)") }
        #expect(!address.contains(challenge.verifier))
        let identity = try await finish(provider).get()
        #expect(identity.subject == "person-7")
        let exchange = try #require(standIn.requests.first { $0.hasPrefix("POST /token") })
        #expect(exchange.contains("code_verifier=\(challenge.verifier)"))
        #expect(exchange.contains("Authorization: Basic \(Base64.text("school:quite%20secret"))"))
        #expect(!exchange.contains("client_secret="))
    }

    @Test("The challenge is the one of RFC 7636's example")
    func proof() throws {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = try #require(Challenge(parts: [challenge.state, challenge.nonce, verifier]))
        #expect(challenge.proof == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test(
        "A secret goes into the form where the provider wants it there, and a public client has none")
    func authentication() async throws {
        let (standIn, provider) = try provider()
        standIn.set {
            $0.published = StandInProvider.published(
                standIn.issuer, more: #""token_endpoint_auth_methods_supported":["client_secret_post"],"#)
        }
        _ = try await finish(provider).get()
        #expect(standIn.requests.contains { $0.contains("client_secret=quite%20secret") })
        let open = IdentityProvider(try standIn.settings(secret: nil))
        _ = try await finish(open).get()
        let last = try #require(standIn.requests.last { $0.hasPrefix("POST /token") })
        #expect(
            last.contains("client_id=school") && !last.contains("secret")
                && !last.contains("Authorization"))
    }

    @Test("What a provider publishes has to be its own, over https, and with PKCE")
    func published() async throws {
        let (standIn, _) = try provider()
        for (json, words) in [
            (StandInProvider.published("https://other.test", at: standIn.issuer), "another issuer"),
            (StandInProvider.published(standIn.issuer + "/", at: standIn.issuer), "another issuer"),
            (StandInProvider.published(standIn.issuer, at: "http://id.example"), "over https"),
            (StandInProvider.published(standIn.issuer, at: "javascript:alert(1)//"), "over https"),
            (
                StandInProvider.published(
                    standIn.issuer, more: #""code_challenge_methods_supported":["plain"],"#), "PKCE"
            ),
            (
                StandInProvider.published(standIn.issuer, more: #""issuer":"https://twice.test","#),
                "cannot be read"
            ),
            ("<html>", "cannot be read"), ("", "cannot be read"),
        ] {
            standIn.set { $0.published = json }
            let problem = await fault(IdentityProvider(try standIn.settings()))
            #expect(problem?.message.contains(words) == true, "\(json): \(String(describing: problem))")
        }
    }

    @Test(
        "An endless answer, a redirect into our own network and a connection that ends leave a clear message"
    )
    func hostile() async throws {
        for path in ["/.well-known/openid-configuration", "/keys", "/token"] {
            let (standIn, _) = try provider()
            let settings = try standIn.settings()
            standIn.set {
                $0.instead[path] = { client in
                    client.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
                    while client.write(Array(repeating: 0x20, count: 65_536)) {}
                }
            }
            let problem = await fault(IdentityProvider(settings))
            #expect(problem?.message.contains("more than") == true, "\(String(describing: problem))")
            let trap = try RawServer { client, server in
                server.keep(client.readRequest())
                client.answer("200 OK", [], "{}")
            }
            standIn.set {
                $0.instead[path] = { $0.answer("302 Found", ["Location: \(trap.address)/admin"]) }
            }
            #expect(await fault(IdentityProvider(settings)) != nil)
            #expect(trap.requests.isEmpty)
            trap.stop()
            standIn.set {
                $0.instead[path] = { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{") }
            }
            guard case .notReached? = await fault(IdentityProvider(settings)) else {
                Issue.record("\(path) was believed")
                continue
            }
        }
    }

    @Test("A provider inside a private network is not asked unless the operator named its host")
    func privateNetwork() async throws {
        #expect(throws: SignInProblem.self) {
            try ProviderSettings(issuer: "http://127.0.0.1:9", clientID: "school", clientSecret: nil)
        }
        let settings = try ProviderSettings(
            issuer: "https://127.0.0.1:9", clientID: "school", clientSecret: nil)
        #expect(await fault(IdentityProvider(settings))?.message.contains("--allow-host") == true)
    }

    @Test("A new key is fetched once it is named, and unknown ones do not make us ask without end")
    func rotation() async throws {
        let (standIn, provider) = try provider()
        _ = try await finish(provider).get()
        let next = try SignerKeys.otherRSA.get()
        let claims = TokenTests.claims([
            "iss": "\"\(standIn.issuer)\"", "nonce": "\"\(challenge.nonce)\"",
        ])
        standIn.set { $0.token = #"{"id_token":"\#(next.token(claims, id: "b"))"}"# }
        #expect(await fault(provider, now: Self.now + 10) == .token(.unknownKey))
        #expect(standIn.requests(of: "/keys") == 1)
        #expect(await fault(provider, now: Self.now + 40) == .token(.unknownKey))
        #expect(standIn.requests(of: "/keys") == 2)
        #expect(await fault(provider, now: Self.now + 50) == .token(.unknownKey))
        #expect(standIn.requests(of: "/keys") == 2)
        standIn.set { $0.keys = #"{"keys":[\#(next.json(id: "b"))]}"# }
        #expect(try await finish(provider, now: Self.now + 90).get().subject == "person-7")
        #expect(standIn.requests(of: "/keys") == 3)
    }

    @Test("A refused client, a used code and a token of another sign-in say so")
    func refusals() async throws {
        let (standIn, provider) = try provider()
        standIn.set {
            ($0.tokenStatus, $0.token) = ("401 Unauthorized", #"{"error":"invalid_client"}"#)
        }
        #expect(await fault(provider) == .clientRefused)
        standIn.set { ($0.tokenStatus, $0.token) = ("400 Bad Request", #"{"error":"invalid_grant"}"#) }
        #expect(await fault(provider) == .codeRefused)
        standIn.set { ($0.tokenStatus, $0.token) = ("400 Bad Request", #"{"error":"<script>"}"#) }
        #expect(await fault(provider) == .providerSaid("no known code"))
        let stale = try token(standIn.issuer, ["nonce": "\"\(Challenge().nonce)\""])
        standIn.set { ($0.tokenStatus, $0.token) = ("200 OK", #"{"id_token":"\#(stale)"}"#) }
        #expect(await fault(provider) == .token(.nonce))
        standIn.set { $0.token = #"{"access_token":"x"}"# }
        #expect(await fault(provider)?.message.contains("ID token") == true)
    }

    @Test("What the token leaves out is asked for, but only of the same person")
    func userInformation() async throws {
        let (standIn, _) = try provider()
        let provider = IdentityProvider(try standIn.settings(groups: "groups"))
        standIn.set {
            $0.userInformation = """
                {"sub":"person-7","email":"ruth@example.test","email_verified":true,"groups":["staff"],"iss":"x"}
                """
        }
        let identity = try await finish(provider).get()
        #expect(identity.email == "ruth@example.test")
        #expect(identity.isEmailVerified)
        #expect(identity.groups == ["staff"])
        #expect(
            standIn.requests.contains { $0.contains("GET /userinfo") && $0.contains("Bearer opaque") })
        standIn.set {
            $0.userInformation = #"{"sub":"person-8","email":"head@example.test","email_verified":true}"#
        }
        #expect(await fault(provider) == .token(.subject))
    }

    @Test("An address that the token names unverified is not verified by another answer")
    func mixedAddresses() async throws {
        let (standIn, _) = try provider()
        let provider = IdentityProvider(try standIn.settings(groups: "groups"))
        let token = try token(standIn.issuer, ["email": #""head@example.test""#])
        standIn.set {
            $0.token = #"{"access_token":"opaque","id_token":"\#(token)"}"#
            $0.userInformation =
                #"{"sub":"person-7","email":"tom@example.test","email_verified":true,"groups":[]}"#
        }
        let identity = try await finish(provider).get()
        #expect(identity.email == "head@example.test" && !identity.isEmailVerified)
    }

    @Test("Microsoft's template stands for the configured tenant alone, and too many groups are said")
    func microsoft() async throws {
        let (standIn, _) = try provider()
        let tenant = "11111111-2222-3333-4444-555555555555"
        standIn.set {
            $0.published = StandInProvider.published("\(standIn.issuer)/{tenantid}", at: standIn.issuer)
        }
        let right = try token("\(standIn.issuer)/\(tenant)", ["tid": "\"\(tenant)\""])
        standIn.set { $0.token = #"{"id_token":"\#(right)"}"# }
        #expect(
            try await finish(IdentityProvider(try standIn.settings(tenant: tenant))).get().issuer
                .hasSuffix(tenant))
        let other = try token("\(standIn.issuer)/99999999-2222", ["tid": #""99999999-2222""#])
        standIn.set { $0.token = #"{"id_token":"\#(other)"}"# }
        #expect(await fault(IdentityProvider(try standIn.settings(tenant: tenant))) == .token(.issuer))
        #expect(
            await fault(IdentityProvider(try standIn.settings()))?.message.contains("issuer") == true)
        let many = try token(
            "\(standIn.issuer)/\(tenant)",
            ["tid": "\"\(tenant)\"", "_claim_names": #"{"groups":"src1"}"#])
        standIn.set { $0.token = #"{"id_token":"\#(many)"}"# }
        #expect(
            await fault(IdentityProvider(try standIn.settings(tenant: tenant, groups: "groups")))
                == .tooManyGroups)
    }

    @Test(
        "Google without a domain and Microsoft without a tenant are no settings",
        arguments: [
            "https://accounts.google.com", "https://login.microsoftonline.com/common/v2.0",
        ])
    func everybody(_ issuer: String) {
        #expect(throws: SignInProblem.self) {
            try ProviderSettings(issuer: issuer, clientID: "school", clientSecret: "s")
        }
    }

    @Test("Neither settings nor a challenge print their secrets")
    func printing() throws {
        let settings = try ProviderSettings(
            issuer: "https://id.test", clientID: "school", clientSecret: "quite secret")
        #expect(!"\(settings) \(String(reflecting: settings))".contains("quite secret"))
        #expect(!"\(challenge)".contains(challenge.verifier))
    }
}
