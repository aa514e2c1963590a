import NetworksTesting
import Testing

@testable import Networks

@Suite("Being authorised by a network")
struct OAuthTests {
    private static let back = "https://schoolgate.example/accounts/7/connected"

    private func server(_ change: (inout AuthorisationStandIn.Ways) -> Void = { _ in }) throws -> AuthorisationStandIn {
        var ways = AuthorisationStandIn.Ways()
        change(&ways)
        return try AuthorisationStandIn(ways)
    }

    private func oauth(
        _ server: AuthorisationStandIn, _ change: (inout OAuthNetwork) -> Void = { _ in }
    ) async throws -> OAuth {
        let registration = MastodonRegistration(server: server.address, mayBeInOwnNetwork: true)
        var (network, client) = try #require(await registration.register(redirect: Self.back).value)
        network.scopes = server.ways.scopes
        change(&network)
        return OAuth(network, client: client)
    }

    /// What the person's browser comes back with.
    private func allow(_ address: String) async throws -> [(name: String, value: String)] {
        let reply = try await Outgoing().send(Outgoing.Request("GET", address, reach: .ownHost("127.0.0.1"))).get()
        let location = try #require(reply.location, "\(reply.status)")
        #expect(location.hasPrefix(Self.back))
        return HTTPRequest.fields(String(location.split(separator: "?", maxSplits: 1)[1]))
    }

    private var ways: (inout AuthorisationStandIn.Ways) -> Void {
        { $0.scopes = ["read:accounts"] + Mastodon.scopes.filter { $0 != "profile" } }
    }

    @Test("a person allows it, the code is exchanged, renewed and given back")
    func whole() async throws {
        let server = try server(ways)
        defer { server.stop() }
        let oauth = try await oauth(server)
        let (attempt, address) = oauth.begin(redirect: Self.back)
        let credential = try #require(await oauth.finish(attempt, try await allow(address)).value)
        #expect(server.counts(credential.secret))
        #expect(credential.scopes == server.ways.scopes)
        let end = try #require(credential.expiresAt)
        #expect(abs(end - Instant.now() - 3_600_000) < 10_000)

        let renewed = try #require(await oauth.refresh(credential).value)
        #expect(renewed.secret != credential.secret && renewed.refreshToken != credential.refreshToken)
        #expect(server.counts(renewed.secret) && !server.counts(credential.secret))
        #expect(await oauth.refresh(credential).failure?.kind == .unauthorised, "a refresh token counts once")

        #expect(await oauth.revoke(renewed).isDone)
        #expect(server.tokens == 0)
        #expect(oauth.network.revocation == "\(server.address)/oauth/revoke", "an address elsewhere is not believed")
    }

    @Test("attempts differ, and print nothing of themselves")
    func attempts() async throws {
        let server = try server(ways)
        defer { server.stop() }
        let oauth = try await oauth(server)
        let one = oauth.begin(redirect: Self.back), other = oauth.begin(redirect: Self.back)
        #expect(one.attempt.state != other.attempt.state && one.attempt.verifier != other.attempt.verifier)
        #expect(one.attempt.verifier.count == 43)
        #expect(!one.address.contains(one.attempt.verifier))
        var dumped = ""
        dump(one.attempt, to: &dumped)
        dump(oauth.client, to: &dumped)
        dump(Credential(secret: "hush hush"), to: &dumped)
        #expect(!dumped.contains(one.attempt.verifier) && !dumped.contains("hush") && !dumped.contains("secret-"))
    }

    @Test("somebody else’s answer, a used code, a wrong verifier and a wrong way back are refused")
    func wrong() async throws {
        let server = try server(ways)
        defer { server.stop() }
        let oauth = try await oauth(server)
        let (attempt, address) = oauth.begin(redirect: Self.back)
        let answer = try await allow(address)
        for wrong in [
            answer.filter { $0.name != "state" }, answer + [("state", attempt.state)],
            answer.map { $0.name == "state" ? ("state", "x" + $0.value.dropFirst()) : $0 }, [],
        ] {
            #expect(await oauth.finish(attempt, wrong).failure?.message.contains("another attempt") == true)
        }
        #expect(await oauth.finish(attempt, answer.filter { $0.name != "code" }).failure?.kind == .refused)
        #expect(!server.requests.contains("POST /oauth/token"))

        let elsewhere = OAuthAttempt(state: attempt.state, verifier: attempt.verifier, redirect: Self.back + "/")
        #expect(await oauth.finish(elsewhere, answer).failure?.kind == .refused)
        let (second, secondAddress) = oauth.begin(redirect: Self.back)
        let guessed = OAuthAttempt(state: second.state, verifier: attempt.verifier, redirect: Self.back)
        #expect(await oauth.finish(guessed, try await allow(secondAddress)).failure?.kind == .refused)

        let (third, thirdAddress) = oauth.begin(redirect: Self.back)
        let thirdAnswer = try await allow(thirdAddress)
        let credential = try #require(await oauth.finish(third, thirdAnswer).value)
        #expect(await oauth.finish(third, thirdAnswer).failure?.kind == .refused)
        #expect(!server.counts(credential.secret), "a code that comes twice takes back what it gave")
    }

    @Test("a person who says no, or allows less, is told what to do; nothing half-allowed stays")
    func less() async throws {
        let no = try server { ways in
            self.ways(&ways)
            ways.denies = true
        }
        defer { no.stop() }
        let denied = try await oauth(no)
        let (attempt, address) = denied.begin(redirect: Self.back)
        #expect(
            await denied.finish(attempt, try await allow(address)).failure?.message.contains("did not allow") == true)

        let some = try server { ways in
            self.ways(&ways)
            ways.allowed = ["read:accounts", "read:statuses"]
        }
        defer { some.stop() }
        let partial = try await oauth(some)
        let (second, secondAddress) = partial.begin(redirect: Self.back)
        let failure = await partial.finish(second, try await allow(secondAddress)).failure
        #expect(failure?.kind == .unauthorised)
        #expect(failure?.message.contains("write:media") == true)
        #expect(some.tokens == 0)
    }

    static let odd: [[String: String]] = [
        ["access_token": ""], ["access_token": "\"\""], ["access_token": "5"], ["access_token": "\"a b\""],
        ["access_token": #""a\r\nX-Evil: 1""#], ["token_type": ""], ["token_type": "\"mac\""],
        ["expires_in": "-1"], ["expires_in": "0"], ["expires_in": "\"soon\""], ["expires_in": "1e99"],
        ["expires_in": "99999999999"], ["refresh_token": "\"\""], ["refresh_token": "[]"],
    ]

    @Test("an odd token is refused and given back", arguments: odd.indices)
    func oddTokens(index: Int) async throws {
        let server = try server { ways in
            self.ways(&ways)
            ways.answer = Self.odd[index]
        }
        defer { server.stop() }
        let oauth = try await oauth(server)
        let (attempt, address) = oauth.begin(redirect: Self.back)
        #expect(await oauth.finish(attempt, try await allow(address)).failure?.kind == .refused)
        if Self.odd[index]["access_token"] == nil { #expect(server.tokens == 0) }
    }

    @Test("a token’s answer may leave out what the standard lets it leave out")
    func optional() async throws {
        for answer in [["scope": ""], ["expires_in": "null"], ["expires_in": "\"3600\""], ["token_type": "\"bearer\""]]
        {
            let server = try server { ways in
                self.ways(&ways)
                (ways.answer, ways.givesRefresh) = (answer, false)
            }
            defer { server.stop() }
            let oauth = try await oauth(server)
            let (attempt, address) = oauth.begin(redirect: Self.back)
            let credential = try #require(await oauth.finish(attempt, try await allow(address)).value)
            #expect(credential.refreshToken == nil)
            #expect(credential.scopes == server.ways.scopes)
        }
    }

    @Test("a token server that fails leaves a clear answer")
    func faults() async throws {
        let faults: [(HTTPFault, (Answer<Credential>) -> Bool)] = [
            (.cutAfter, \.isUnknown), (.half, \.isUnknown), (.endless, \.isUnknown),
            (.carryOutAndAnswer(.html("200 OK", "<html></html>")), \.isUnknown),
            (.answer(HTTPAnswer("500 Internal Server Error")), \.isUnknown),
            (
                .answer(HTTPAnswer("429 Too Many Requests", ["Retry-After: 7"])),
                { $0.failure?.kind == .rateLimited(seconds: 7) }
            ),
            (
                .answer(HTTPAnswer("302 Found", ["Location: https://evil.example/"])),
                { $0.failure?.kind == .misconfigured }
            ),
            (.answer(HTTPAnswer("400 Bad Request", [], "no")), { $0.failure?.kind == .refused }),
            (
                .answer(.json(["error": "invalid_client"], status: "401 Unauthorized")),
                { $0.failure?.kind == .misconfigured }
            ),
        ]
        for (fault, isRight) in faults {
            var ways = AuthorisationStandIn.Ways()
            self.ways(&ways)
            let server = try AuthorisationStandIn(ways) { $0 == "POST /oauth/token" ? fault : nil }
            defer { server.stop() }
            let oauth = try await oauth(server)
            let (attempt, address) = oauth.begin(redirect: Self.back)
            let answer = await oauth.finish(attempt, try await allow(address))
            #expect(isRight(answer), "\(fault): \(answer)")
        }
        var plain = OAuthNetwork(
            name: "It", authorisation: "http://a.example/", token: "http://a.example/token", scopes: [])
        plain.revocation = "http://a.example/revoke"
        let open = OAuth(plain, client: OAuthClient(id: "1", secret: "2"))
        let (attempt, _) = open.begin(redirect: Self.back)
        let answer = await open.finish(attempt, [("state", attempt.state), ("code", "1")])
        #expect(answer.failure?.kind == .misconfigured, "a secret is not sent without encryption")
    }

    @Test("the secret goes in the header where a network wants it there")
    func header() async throws {
        let server = try server { ways in
            self.ways(&ways)
            ways.secretInHeader = true
        }
        defer { server.stop() }
        let oauth = try await oauth(server) { $0.secretInHeader = true }
        let (attempt, address) = oauth.begin(redirect: Self.back)
        #expect(await oauth.finish(attempt, try await allow(address)).isDone)
    }

    @Test("many who ask at once renew once, and whoever was overtaken uses what the other got")
    func singleFlight() async throws {
        let server = try server { ways in
            self.ways(&ways)
            ways.lifetime = 30
        }
        defer { server.stop() }
        let oauth = try await oauth(server)
        let (attempt, address) = oauth.begin(redirect: Self.back)
        let credential = try #require(await oauth.finish(attempt, try await allow(address)).value)
        let vault = MemoryKeeper(credential)
        let clock = Instant.now()
        let keeper = RenewingKeeper(vault, oauth, now: { clock })
        let before = server.requests.count { $0 == "POST /oauth/token" }
        let secrets = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await keeper.renewed(insteadOf: credential).secret } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(secrets.count == 1 && secrets.allSatisfy(server.counts))
        #expect(server.requests.count { $0 == "POST /oauth/token" } == before + 1)
        #expect(await vault.current().secret == secrets.first)

        // Another process: it still holds the old one, whose refresh token is used up.
        let other = RenewingKeeper(vault, oauth, now: { clock })
        #expect(try await other.renewed(insteadOf: credential).secret == secrets.first)
    }

    @Test("a network that is down does not end access that still holds")
    func stillHolds() async throws {
        let server = try server(ways)
        defer { server.stop() }
        let oauth = try await oauth(server)
        server.stop()
        let soon = Credential(secret: "a", refreshToken: "r", expiresAt: 100_000)
        let keeper = RenewingKeeper(MemoryKeeper(soon), oauth, now: { 70_000 })
        #expect(try await keeper.current() == soon)
        let over = RenewingKeeper(MemoryKeeper(soon), oauth, now: { 100_001 })
        await #expect(throws: Failure.self) { try await over.current() }
    }
}
