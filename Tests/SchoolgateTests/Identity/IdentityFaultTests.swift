import Crypto
import Database
import NetworksTesting
import OpenIDTesting
import Testing
import Web

@testable import Schoolgate

/// What strangers and a hostile provider send to where people come back from it.
@Suite struct IdentityFaultTests {
    private func count(_ sql: SQL, _ test: TestSite) async throws -> Int64 {
        try await test.database.read { db in try db.one(sql) { $0.int(0) } }
    }

    @Test("An answer that this browser never asked for is not even shown to the provider")
    func state() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site), thief = Visitor(site.test.site)
            await tom.visit("/sign-in")
            await tom.click("/sign-in/provider")
            let address = try #require(tom.page.header("Location"))
            try site.answer(address, "t-1", ProviderSite.address("Tom"))
            let state = try site.field("state", of: address)
            // Another browser with the right state, the right browser with another, and one too late.
            await thief.visit("/sign-in/provider/return?code=xyz&state=\(state)")
            #expect(thief.page.status == 400)
            await tom.visit("/sign-in/provider/return?code=xyz&state=\(Token.random().text)")
            #expect(tom.page.status == 400)
            await tom.visit("/sign-in/provider/return?code=xyz&state=\(state)")
            #expect(tom.page.status == 400, "one answer ends the request")
            await tom.visit("/sign-in")
            await tom.click("/sign-in/provider")
            let again = try #require(tom.page.header("Location"))
            site.test.time.turn(by: .minutes(11))
            await tom.visit("/sign-in/provider/return?code=xyz&state=\(try site.field("state", of: again))")
            #expect(tom.page.status == 400)
            #expect(site.provider.requests(of: "/token") == 0)
        }
    }

    @Test("A token that is not for this sign-in is refused in words, and leaves nothing behind")
    func refused() async throws {
        try await ProviderSite.run { site in
            let past = site.test.time.now.milliseconds / 1_000 - 600
            let cases: [(claims: [String: String], header: String?, words: String)] = [
                (["aud": #""another-program""#], nil, "not made out to Schoolgate"),
                (["aud": #"["another-program","third"]"#], nil, "not made out to Schoolgate"),
                (["aud": #""""#], nil, "not made out to Schoolgate"),
                (["nonce": #""of-another-sign-in""#], nil, "belongs to another sign-in"),
                (["iss": #""https://accounts.google.com""#], nil, "issued by somebody else"),
                (["exp": "\(past)"], nil, "it has run out"),
                ([:], #"{"alg":"RS256","kid":"b"}"#, "a key that the provider does not publish"),
                ([:], #"{"alg":"none"}"#, "not signed by RS256"),
                ([:], #"{"alg":"HS256","kid":"a"}"#, "not signed by RS256"),
            ]
            for (claims, header, words) in cases {
                var tom = Visitor(site.test.site)
                try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom", claims), header: header)
                #expect(tom.page.status == 503 && tom.sees(words), "\(claims) \(header ?? "")")
                #expect(tom.cookies["schoolgate_session"] == nil)
                await tom.visit("/")
                #expect(tom.path == "/sign-in")
            }
            for table: SQL in ["sessions", "identities", "events"] {
                #expect(try await count("SELECT count(*) FROM \(table)", site.test) == 0)
            }
        }
    }

    @Test("What goes wrong at the provider is told in words for the administrator, without a secret")
    func failures() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site)
            await tom.visit("/sign-in")
            await tom.click("/sign-in/provider")
            let state = try site.field("state", of: try #require(tom.page.header("Location")))
            await tom.visit("/sign-in/provider/return?error=access_denied&state=\(state)")
            #expect(tom.page.status == 403 && tom.sees("access_denied"))
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom", ["aud": "[]"]))
            #expect(tom.page.status == 503 && tom.sees("not made out to Schoolgate"))
            site.provider.set { ($0.tokenStatus, $0.token) = ("401 Unauthorized", #"{"error":"invalid_client"}"#) }
            await tom.visit("/sign-in")
            await tom.click("/sign-in/provider")
            let next = try site.field("state", of: try #require(tom.page.header("Location")))
            await tom.visit("/sign-in/provider/return?code=secret-code&state=\(next)")
            #expect(tom.page.status == 503 && tom.sees("client id or secret"))
            #expect(!tom.sees("quite secret") && !tom.sees("secret-code"))
            site.provider.set { $0.instead["/.well-known/openid-configuration"] = { $0.answer("500 Down") } }
            site.test.time.turn(by: .hours(2))
            await tom.visit("/sign-in/provider")
            #expect(tom.page.status == 503 && tom.sees("does not answer"))
        }
    }
}
