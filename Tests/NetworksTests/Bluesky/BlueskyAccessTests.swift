import NetworksTesting
import Testing

@testable import Networks

@Suite("Access to Bluesky")
struct BlueskyAccessTests {
    @Test(
        "an expired session is renewed once, however many requests find it so", arguments: StandInPDS.Dialect.allCases)
    func renewal(dialect: StandInPDS.Dialect) async throws {
        let bluesky = try await TestBluesky(dialect)
        defer { bluesky.pds.stop() }
        let before = await bluesky.keeper.current()
        bluesky.pds.expireAccess()
        let connector = bluesky.connector
        async let one = connector.timeline(nil)
        async let two = connector.mentions(nil)
        async let three = connector.publish(.sample())
        let done = await [one.isDone, two.isDone, three.isDone]
        #expect(done == [true, true, true])
        #expect(bluesky.pds.calls.count { $0 == "com.atproto.server.refreshSession" } == 1)
        #expect(bluesky.pds.calls.count { $0 == "com.atproto.server.createSession" } == 1)
        let after = await bluesky.keeper.current()
        #expect(after != before && after.expiresAt == 1_900_000_000_000)
    }

    @Test(
        "a bad token is known in whatever way a server says it",
        arguments: [
            ("401 Unauthorized", "invalid jwt"), ("401 Unauthorized", "<html>"),
            ("400 Bad Request", "Token has expired"),
            ("422 Unprocessable Content", "{\"error\":\"InvalidRequest\",\"message\":\"invalid bearer token\"}"),
            ("400 Bad Request", "{\"error\":\"ExpiredToken\"}"), ("403 Forbidden", "{\"error\":\"InvalidToken\"}"),
        ])
    func badTokens(status: String, body: String) async throws {
        let bluesky = try await TestBluesky(
            through: TestBluesky.breaking("com.atproto.repo.putRecord", .answer(status, [], body)))
        defer { bluesky.pds.stop() }
        #expect(await bluesky.connector.publish(.sample()).isDone)
        #expect(bluesky.pds.calls.count { $0 == "com.atproto.server.refreshSession" } == 1)
    }

    @Test("a server that shows its records to nobody unknown is asked as the account")
    func closedServer() async throws {
        let bluesky = try await TestBluesky { pds in
            let seen = Once()
            return try FaultProxy(to: pds.port) { line in
                line.contains("getRecord") && seen.isFirst() ? .answer("401 Unauthorized", [], "Sign in") : .pass
            }
        }
        defer { bluesky.pds.stop() }
        #expect(await bluesky.connector.find(.sample()) == .done(nil))
    }

    @Test("another process's renewal is used, not undone")
    func renewedElsewhere() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let stale = await bluesky.keeper.current()
        bluesky.pds.expireAccess()
        #expect(await bluesky.connector.timeline(nil).isDone)
        // This one read the credential before the renewal, and the network has spent its refresh token.
        let late = LateKeeper(stale, then: bluesky.keeper)
        let connector = Bluesky(
            did: bluesky.pds.did, service: bluesky.pds.address, keeper: late, mayBeInOwnNetwork: true)
        #expect(await connector.timeline(nil).isDone)
    }

    private actor LateKeeper: CredentialKeeper {
        private var stale: Credential?
        private let keeper: MemoryKeeper
        init(_ stale: Credential, then keeper: MemoryKeeper) {
            self.stale = stale
            self.keeper = keeper
        }
        func current() async -> Credential {
            defer { stale = nil }
            if let stale { return stale }
            return await keeper.current()
        }
        func replace(_ old: Credential, with new: Credential) async -> Credential {
            await keeper.replace(old, with: new)
        }
    }

    @Test("an ended session asks to be connected again, is read as it is, and leaves nothing behind")
    func ended() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let published = try #require(await bluesky.connector.publish(.sample()).value)
        bluesky.pds.endSessions()
        guard case .failed(let failure) = await bluesky.connector.publish(.sample(media: 1)) else {
            Issue.record("it was published without access")
            return
        }
        #expect(failure.kind == .unauthorised && !failure.isPassing)
        #expect(await bluesky.connector.isGone(published.id, media: []) == .done(false), "records are public")
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 1)
        #expect(await bluesky.connector.revoke().isDone, "what is not accepted any more is revoked")
    }

    @Test("revoking ends the session at the network")
    func revoke() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        #expect(await bluesky.connector.revoke().isDone)
        guard case .failed(let failure) = await bluesky.connector.timeline(nil) else {
            Issue.record("a revoked session still works")
            return
        }
        #expect(failure.kind == .unauthorised)
    }

    @Test("the server is found from a name, its identifier and its document")
    func finding() async throws {
        let pds = try StandInPDS()
        defer { pds.stop() }
        var settings = Bluesky.Settings()
        settings.directory = pds.address
        settings.resolver = pds.address
        settings.ownNetworkHosts = ["127.0.0.1"]
        for name in [pds.handle, "@\(pds.handle.uppercased())", pds.did, "https://bsky.app/profile/\(pds.handle)/"] {
            let session = try #require(
                await Bluesky.signIn(name, appPassword: pds.appPassword, settings: settings).value, "\(name)")
            #expect(session.did == pds.did && session.service == pds.address)
        }
        guard case .failed(let wrong) = await Bluesky.signIn(pds.handle, appPassword: "wrong", settings: settings),
            case .failed(let nobody) = await Bluesky.signIn("nobody.test", appPassword: "x", settings: settings),
            case .failed(let nothing) = await Bluesky.signIn("two words", appPassword: "x", settings: settings)
        else {
            Issue.record("somebody signed in")
            return
        }
        #expect(wrong.kind == .unauthorised && nobody.kind == .misconfigured && nothing.kind == .misconfigured)
    }

    @Test(
        "a document that leads into the own network, or away from https, is not followed",
        arguments: [
            "http://localhost:1", "https://localhost:1", "https://[::1]", "https://10.0.0.1", "http://pds.example",
            "file:///etc/passwd", "",
        ])
    func hostileDocument(endpoint: String) async throws {
        let pds = try StandInPDS()
        defer { pds.stop() }
        pds.move(to: endpoint)
        var settings = Bluesky.Settings()
        settings.directory = pds.address
        settings.resolver = pds.address
        settings.ownNetworkHosts = ["127.0.0.1"]
        guard
            case .failed(let failure) = await Bluesky.signIn(pds.did, appPassword: pds.appPassword, settings: settings)
        else {
            Issue.record("it was followed to \(endpoint)")
            return
        }
        #expect(failure.kind == .misconfigured)
        #expect(!pds.calls.contains("com.atproto.server.createSession"))
    }

    @Test("no secret is in any message, description or mirror")
    func secrets() async throws {
        let pds = try StandInPDS()
        let credential = try await TestBluesky.signIn(pds).credential
        let secrets = [credential.secret, credential.refreshToken ?? "?", pds.appPassword]
        // A server that says everything it heard.
        let echo = try FaultProxy(to: pds.port) { _ in
            .answer(
                "400 Bad Request", ["Content-Type: application/json"],
                "{\"error\":\"\(secrets[0])\",\"message\":\"\(secrets.joined(separator: " "))\"}")
        }
        defer {
            pds.stop()
            echo.stop()
        }
        let connector = Bluesky(
            did: pds.did, service: echo.address, keeper: MemoryKeeper(credential), mayBeInOwnNetwork: true)
        var said = ["\(connector)", String(reflecting: connector), "\(credential)"]
        dump(connector, to: &said[0])
        said.append("\(await connector.publish(.sample(media: 1)))")
        said.append("\(await connector.identify())")
        said.append("\(await connector.revoke())")
        said.append("\(await connector.timeline(nil))")
        said.append(
            "\(await Bluesky.signIn(pds.handle, appPassword: pds.appPassword, service: echo.address, mayBeInOwnNetwork: true))"
        )
        said.append(
            "\(await Bluesky.signIn(pds.handle, appPassword: pds.appPassword, service: pds.address, mayBeInOwnNetwork: true))"
        )
        for secret in secrets + ["access-secret", "refresh-secret"] {
            #expect(!said.joined().contains(secret))
        }
    }
}
